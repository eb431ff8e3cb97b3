/** With which text a translation was compared: the one that whoever confirms was shown, not that of a moment later. */
import type { Core } from '@strapi/strapi'
import { changedParagraphs, localeOf, type Paragraph, shownTexts } from 'shared-types'
import { nameOfPlace } from '../content-model/places'
import type { Schema } from '../content-model/schema'
import { paragraphsOf, textIn } from '../translation/paragraphs'
import type { Values } from '../rows/rows'
import { type FormState, partsIn } from './form-state'
import { type FormerState, writesSince } from './former-states'
import { OvertakenError } from './refusal'
import { accountOf, builtOnOf, versionIn } from './request'
import { authorOf } from './told'

/** The text of a language as an editor was shown it. */
export interface ShownText {
  from: string
  paragraphs: Paragraph[]
  writes: FormerState[]
}

/** What whoever saves was shown of another language, where that says something else by now; else null. */
export async function shownBefore(
  strapi: Core.Strapi,
  schema: Schema,
  document: string,
  from: string,
): Promise<ShownText | null> {
  const version = versionShown(strapi, document, from)
  if (version === undefined) return null
  const writes = await writesSince(strapi, { type: schema.uid, document, language: from }, version)
  const [first] = writes
  if (!first) return null
  const paragraphs = first.state ? paragraphsOf(strapi, schema, rowOf(first.state)) : []
  const now = await textIn(strapi, schema, { documentId: document, locale: from, audience: 'editors' })
  return changedParagraphs(paragraphs, now, from).length === 0 ? null : { from, paragraphs, writes }
}

/** What the request names; else what this account read last; else what stood there when the request came. */
function versionShown(strapi: Core.Strapi, document: string, from: string): number | undefined {
  const builtOn = builtOnOf(strapi)
  if (!builtOn) return undefined
  const named = builtOn.compared.get(`${document}/${from}`) ?? versionIn(builtOn, document, from)
  return (
    named ?? readLast(strapi, document, from) ?? builtOn.onArrival?.find(({ language }) => language === from)?.version
  )
}

/** Refuses a confirmation of what nobody has compared, and shows what has changed. */
export async function refuseMovedOn(
  strapi: Core.Strapi,
  schema: Schema,
  document: string,
  { from, paragraphs, writes }: ShownText,
): Promise<void> {
  const { who, when } = await authorOf(strapi, writes, null, ['title'])
  const now = await textIn(strapi, schema, { documentId: document, locale: from, audience: 'editors' })
  const contested = changedParagraphs(paragraphs, now, from).map((change) => {
    const { now: theirs, before: mine } = shownTexts(change)
    return {
      key: '',
      place: nameOfPlace(strapi, schema, change.now?.place ?? change.before?.place ?? ''),
      mine: mine ?? '',
      theirs: theirs ?? '',
      mark: '',
      who,
      when,
    }
  })
  throw new OvertakenError(
    `Nicht gespeichert: Der Text, mit dem Sie verglichen haben (${localeOf(from).name}), hat sich inzwischen geändert. `
    + 'Bitte vergleichen Sie noch einmal und bestätigen Sie dann.',
    { kind: 'source', contested },
  )
}

/** A state as a row, for whoever reads texts in rows. */
function rowOf(state: FormState): Values {
  return Object.fromEntries(
    Object.entries(state).map(([name, value]) => [
      name,
      partsIn(value).length > 0
        ? partsIn(value).map(part => ({ __component: part.uid, ...rowOf(part.state) }))
        : value,
    ]),
  )
}

const READINGS_KEPT = 2000
const readings = new Map<string, Map<string, number>>()

/** Notes which versions of a document an account was shown last. */
export function noteReading(
  account: number,
  document: string,
  versions: { language: string, version: number }[],
): void {
  const key = `${account} ${document}`
  readings.delete(key)
  readings.set(key, new Map(versions.map(({ language, version }) => [language, version])))
  const [oldest] = readings.keys()
  if (readings.size > READINGS_KEPT && oldest !== undefined) readings.delete(oldest)
}

/** For whoever does not say it: what this account read last. */
function readLast(strapi: Core.Strapi, document: string, language: string): number | undefined {
  const account = accountOf(strapi)
  const known = account === null ? undefined : readings.get(`${account} ${document}`)
  return known && (known.get(language) ?? 0)
}
