/** What editors are told about what others changed: where, who, when, and the texts. */
import type { Core } from '@strapi/strapi'
import { asList, plainText } from 'shared-types'
import { type Attribute, type Schema, schemaOf } from '../content-model/schema'
import { type FormState, isOfParts, isSame, type Part, partsIn, typedAttributes } from './form-state'
import { dateInWords, isDate } from '../derived/dates'
import { wordOf } from '../derived/label'
import type { FormerState } from './former-states'
import type { Place } from './merge'
import { accountOf } from './request'

/** Who changed something last, and when. */
export interface Author {
  account: number | null
  who: string
  /** ISO 8601. */
  when: string
}

/** The names of accounts, never their addresses. */
export async function namesOf(strapi: Core.Strapi, accounts: (number | null)[]): Promise<Map<number, string>> {
  const ids = [...new Set(accounts.filter(account => account !== null))]
  const users: { id: number, firstname: string | null, lastname: string | null, username: string | null }[]
    = ids.length === 0
      ? []
      : await strapi.db
          .query('admin::user')
          .findMany({ select: ['id', 'firstname', 'lastname', 'username'], where: { id: { $in: ids } } })
  return new Map(users.map(user => [user.id, nameOf(user)]))
}

/** The name of an account as colleagues read it. */
export function nameOf({
  firstname,
  lastname,
  username,
}: {
  firstname?: string | null
  lastname?: string | null
  username?: string | null
}): string {
  const name = [firstname, lastname].filter(Boolean).join(' ')
  return name || (username && !username.includes('@') ? username : '') || 'Jemand ohne eingetragenen Namen'
}

/** Who changed what stands at a place: the last write after which it was another one. */
export async function authorOf(
  strapi: Core.Strapi,
  writes: FormerState[],
  now: FormState | null,
  place: Place,
): Promise<Author> {
  const states = [...writes.map(({ state }) => state), now]
  const changing = writes.filter(
    (_, index) => !isSame(valueAt(states[index] ?? null, place), valueAt(states[index + 1] ?? null, place)),
  )
  const last = changing.at(-1) ?? writes.at(-1)
  if (!last) return { account: null, who: 'Jemand', when: new Date().toISOString() }
  const account = last.account
  const names = await namesOf(strapi, [account])
  const isOneself = account !== null && account === accountOf(strapi)
  const who = isOneself
    ? 'Sie selbst (in einem anderen Fenster)'
    : account === null
      ? 'Das Portal'
      : (names.get(account) ?? 'Jemand, dessen Konto es nicht mehr gibt')
  return { account, who, when: new Date(last.savedOn).toISOString() }
}

/** What stands at a place: a part is found by its id. */
function valueAt(state: FormState | null, [name = '', key, ...inner]: Place): unknown {
  if (!state) return null
  if (key === undefined) return state[name] ?? null
  const part = partsIn(state[name]).find(({ uid, id }) => `${uid}#${id}` === key)
  return inner.length === 0 ? (part ?? null) : valueAt(part?.state ?? null, inner)
}

/** How editors call a place: „Inhalt, Baustein 2 (Zitat), Text“. */
export function placeName(
  strapi: Core.Strapi,
  schema: Schema,
  state: FormState | null,
  [name = '', key, ...inner]: Place,
): string {
  const label = schema.attributes[name]?.pluginOptions?.lip?.label ?? name
  if (key === undefined) return label
  const [uid = ''] = key.split('#')
  const index = partsIn(state?.[name]).findIndex(part => `${part.uid}#${part.id}` === key)
  const {
    info: { displayName },
  } = schemaOf(strapi, uid)
  const part = index < 0 ? displayName : `${displayName} ${index + 1}`
  return inner.length === 0
    ? `${label}, ${part}`
    : `${label}, ${part}, ${placeName(strapi, schemaOf(strapi, uid), null, inner)}`
}

/** A value as a text that two people can compare. */
export async function textOfValue(strapi: Core.Strapi, attribute: Attribute, value: unknown): Promise<string> {
  if (value === null || value === undefined) return ''
  if (isOfParts(attribute))
    return (await Promise.all(partsIn(value).map(part => textOfPart(strapi, part)))).join('\n\n')
  if (attribute.type === 'relation')
    return (await Promise.all(asList(value).map(id => titleOf(strapi, attribute.target ?? '', String(id))))).join(
      '\n',
    )
  if (attribute.type === 'media') return (await Promise.all(asList(value).map(id => fileName(strapi, id)))).join('\n')
  if (attribute.type === 'blocks') return Array.isArray(value) ? value.map(plainText).join('\n\n') : ''
  if (attribute.type === 'boolean') return value === true ? 'Ja' : 'Nein'
  if (attribute.type === 'enumeration') return wordOf(String(value))
  if (isDate(attribute)) return dateInWords(String(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function textOfPart(strapi: Core.Strapi, { uid, state }: Part): Promise<string> {
  const schema = schemaOf(strapi, uid)
  const lines = await Promise.all(
    typedAttributes(schema).map(async ([name, attribute]) => {
      const text = await textOfValue(strapi, attribute, state[name])
      return text && `${attribute.pluginOptions?.lip?.label ?? name}: ${text}`
    }),
  )
  return [schema.info.displayName, ...lines.filter(Boolean)].join('\n')
}

const NAMING = ['title', 'name', 'label', 'statement', 'subject']

async function titleOf(strapi: Core.Strapi, target: string, documentId: string): Promise<string> {
  const { uid, attributes } = schemaOf(strapi, target)
  const select = NAMING.filter(name => attributes[name])
  const row = await strapi.db.query(uid).findOne({ select: ['id', ...select], where: { documentId } })
  if (!row) return 'Ein Eintrag, den es nicht mehr gibt'
  return String(select.map(name => row?.[name]).find(Boolean) ?? 'Ein Eintrag ohne Titel')
}

async function fileName(strapi: Core.Strapi, id: unknown): Promise<string> {
  const file = await strapi.db.query('plugin::upload.file').findOne({ select: ['name'], where: { id: Number(id) } })
  return file?.name ?? 'Eine Datei, die es nicht mehr gibt'
}
