/**
 * The names of people who are no longer public. They stand in bylines, texts and old versions too, so they are taken
 * out of what is stored for readers (`person/published-texts.ts`) and, whatever is left, out of every answer
 * (`graphql/replace-names.ts`); when a person is deleted, out of what is stored of old versions as well.
 */
import { setImmediate } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import { rewriteBin } from '../bin/entry'
import { publicSchemas, schemaOf } from '../content-model/schema'
import { NameMatcher } from './matcher'
import { nameless } from './replace-names'
import { forgetStates } from '../together/former-states'
import {
  APPOINTMENT, COMMENT, FORMER_STATE, HANDOVER, MACHINE_DRAFT, PERSON, RECORD, REVISION, TOMBSTONE,
} from '../content-model/uids'

/** So few that others are answered in between. */
const ROWS_AT_ONCE = 20

interface Withdrawn {
  /** Differs whenever other names are withdrawn, or other people are shown who share one. */
  key: string
  names: NameMatcher | null
}

let withdrawn: Withdrawn = { key: '', names: null }
/** Of those who do not come back. */
let deleted: NameMatcher | null = null

/** Reads them anew: at the start, and after a person was published, withdrawn or deleted. */
export async function readWithdrawnNames(strapi: Core.Strapi): Promise<void> {
  withdrawn = await readNames(strapi, { type: PERSON })
  deleted = withdrawn.names && await deletedNames(strapi)
}

async function readNames(strapi: Core.Strapi, where: object): Promise<Withdrawn> {
  const tombstones: { texts: Record<string, string> }[] = await strapi.db
    .query(TOMBSTONE)
    .findMany({ select: ['texts'], where })
  const told = tombstones.flatMap(({ texts }) => Object.values(texts))
  if (told.length === 0) return { key: '', names: null }
  const shown = await shownNames(strapi)
  const names = [...new Set(told)].filter(name => name && !shown.includes(name)).sort()
  return { key: JSON.stringify([names, shown]), names: names.length > 0 ? new NameMatcher(names, shown) : null }
}

/** The names of everybody who is public. */
export async function shownNames(strapi: Core.Strapi): Promise<string[]> {
  const people: ShownPerson[] = await strapi.db
    .query(PERSON)
    .findMany({
      select: ['documentId', 'locale', 'sourceLanguage', 'name', 'nameInScript'],
      where: { publishedAt: { $notNull: true } },
    })
  // A translation that was left published shows nobody.
  const live = new Set(
    people.filter(({ locale, sourceLanguage }) => locale === sourceLanguage).map(({ documentId }) => documentId),
  )
  const names = people
    .filter(({ documentId }) => live.has(documentId))
    .flatMap(({ name, nameInScript }) => [name, nameInScript])
  return [...new Set(names.filter(name => typeof name === 'string').filter(Boolean))].sort()
}

interface ShownPerson {
  documentId: string
  locale: string
  sourceLanguage: string
  name: string | null
  nameInScript: string | null
}

/** Another one whenever other names are withdrawn. */
export function withdrawnPattern(): string {
  return withdrawn.key
}

/** What finds the names that are withdrawn now; null where there are none. */
export function withdrawnNames(): NameMatcher | null {
  return withdrawn.names
}

/** The same value without withdrawn names, whatever it is made of. */
export function withoutWithdrawnNames<Value>(value: Value, names = withdrawn.names): Value {
  // @ts-expect-error texts become texts, lists become lists
  return names ? nameless(value, names) : value
}

/** The same value without the names of those who were deleted: what is kept for good says nothing of them. */
export function withoutDeletedNames<Value>(value: Value): Value {
  return withoutWithdrawnNames(value, deleted)
}

/** What finds the names of those who were deleted. */
export async function deletedNames(strapi: Core.Strapi): Promise<NameMatcher | null> {
  return (await readNames(strapi, { type: PERSON, wasDeleted: true })).names
}

/** What is said about a draft, and what a machine made of it. */
const BESIDE_DRAFTS: [uid: string, attributes: string[]][] = [
  [COMMENT, ['quote', 'text']], [HANDOVER, ['note']], [APPOINTMENT, ['problem']], [MACHINE_DRAFT, ['texts']],
]

/**
 * A deleted person is not kept in what was published before, nor in what translations were compared with, nor in the
 * bin, nor in what stood in forms or beside them.
 */
export async function cleanLedger(strapi: Core.Strapi): Promise<void> {
  const names = await deletedNames(strapi)
  await cleanStored(strapi, REVISION, ['title', 'label', 'snapshot'], names)
  await cleanStored(strapi, RECORD, ['confirmation', 'published'], names)
  await rewriteBin(strapi, told => withoutWithdrawnNames(told, names))
  // A consent says little that is not about the person.
  await forgetStates(strapi, { type: { $notIn: publicSchemas(strapi).map(({ uid }) => uid) } })
  await cleanStored(strapi, FORMER_STATE, ['state', 'name'], names)
  for (const [uid, attributes] of BESIDE_DRAFTS) await cleanStored(strapi, uid, attributes, names)
}

async function cleanStored(
  strapi: Core.Strapi, uid: string, attributes: string[], names: NameMatcher | null,
): Promise<void> {
  if (!names) return
  for (let last = 0; ;) {
    const rows: { id: number }[] = await strapi.db
      .query(schemaOf(strapi, uid).uid)
      .findMany({
        select: ['id', ...attributes], where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: ROWS_AT_ONCE,
      })
    if (rows.length === 0) return
    for (const { id, ...told } of rows) {
      const clean = withoutWithdrawnNames(told, names)
      if (clean !== told && JSON.stringify(clean) !== JSON.stringify(told))
        await strapi.db.query(schemaOf(strapi, uid).uid).update({ where: { id }, data: clean })
      last = id
    }
    await setImmediate()
  }
}
