/**
 * The names of people who are no longer public. They stand in bylines, texts and old versions too, so they are taken out of
 * every answer (`graphql/nameless.ts`); when a person is deleted, out of what is stored of old versions as well.
 */
import type { Core } from '@strapi/strapi'
import { rewriteBin } from '../bin/entry'
import { schemaOf } from '../content-model/schema'
import { forgetFormerStates } from '../together/former-states'
import { REVISION } from './revision'
import { PERSON } from './tombstone'
import { RECORD } from './translation-record'

/** What stands in the place of a name: nomen nescio. */
const NAMELESS = 'N. N.'

const TOMBSTONE = 'api::ledger.tombstone'
const ROWS_AT_ONCE = 100

let pattern: RegExp | null = null

/** Reads them anew: at the start, and after a person was published, withdrawn or deleted. */
export async function readWithdrawnNames(strapi: Core.Strapi): Promise<void> {
  pattern = await patternOf(strapi, { type: PERSON })
}

async function patternOf(strapi: Core.Strapi, where: object): Promise<RegExp | null> {
  const tombstones: { texts: Record<string, string> }[] = await strapi.db.query(TOMBSTONE).findMany({ select: ['texts'], where })
  const people: { documentId: string, locale: string, sourceLanguage: string, name: string | null, nameInScript: string | null }[] = await strapi.db.query(PERSON).findMany({ select: ['documentId', 'locale', 'sourceLanguage', 'name', 'nameInScript'], where: { publishedAt: { $notNull: true } } })
  // A translation that was left published shows nobody.
  const live = new Set(people.filter(({ locale, sourceLanguage }) => locale === sourceLanguage).map(({ documentId }) => documentId))
  const shown = new Set(people.filter(({ documentId }) => live.has(documentId)).flatMap(({ name, nameInScript }) => [name, nameInScript]))
  const names = [...new Set(tombstones.flatMap(({ texts }) => Object.values(texts)))].filter(name => name && !shown.has(name)).flatMap(name => [name.normalize('NFC'), name.normalize('NFD')])
  return names.length > 0 ? new RegExp(`${BEFORE}(${names.sort((a, b) => b.length - a.length).map(escaped).join('|')})`, 'giu') : null
}

/** A word begins here; Arabic writes “and”, “by” or “to” together with what follows. */
const BEFORE = '(?<=(?<![\\p{L}\\p{N}])[وفبلك]?)'
const AFTER = '(?![\\p{L}\\p{N}])'

/** As a part of a regular expression: whatever blanks and marks for the direction part the words, and a name in full may stand in the genitive. */
function escaped(name: string): string {
  const words = name.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return words.join('[\\s\\p{Cf}]+') + (words.length > 1 ? `(?=s?${AFTER})` : AFTER)
}

/** Another one whenever other names are withdrawn. */
export function withdrawnPattern(): string {
  return pattern?.source ?? ''
}

/** The same value without withdrawn names, whatever it is made of. */
export function withoutWithdrawnNames<Value>(value: Value, names = pattern): Value {
  // @ts-expect-error texts become texts, lists become lists
  return names ? cleaned(value, names) : value
}

/** Slugs, values of closed lists and addresses: they name nobody, and would lead nowhere without a part of them. */
const NO_TEXT = /^([a-z0-9_-]+|(https?:\/|mailto:|tel:|\/)\S+)$/

function cleaned(value: unknown, names: RegExp): unknown {
  if (typeof value === 'string') return NO_TEXT.test(value) ? value : value.replace(names, NAMELESS)
  if (Array.isArray(value)) return value.map(entry => cleaned(entry, names))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const clean = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleaned(entry, names)]))
  // The address of a person is her name as well: it still stands in old versions.
  return 'slug' in clean && clean.name === NAMELESS ? { ...clean, slug: '' } : clean
}

/** A deleted person is not kept in what was published before, nor in what translations were compared with, nor in the bin. */
export async function cleanLedger(strapi: Core.Strapi): Promise<void> {
  const names = await patternOf(strapi, { type: PERSON, wasDeleted: true })
  await cleanStored(strapi, REVISION, ['title', 'label', 'snapshot'], names)
  await cleanStored(strapi, RECORD, ['confirmation', 'published'], names)
  await rewriteBin(strapi, told => withoutWithdrawnNames(told, names))
  await forgetFormerStates(strapi)
}

async function cleanStored(strapi: Core.Strapi, uid: string, attributes: string[], names: RegExp | null): Promise<void> {
  for (let last = 0; ;) {
    const rows: { id: number }[] = await strapi.db.query(schemaOf(strapi, uid).uid).findMany({ select: ['id', ...attributes], where: { id: { $gt: last } }, orderBy: { id: 'asc' }, limit: ROWS_AT_ONCE })
    if (rows.length === 0) return
    for (const { id, ...told } of rows) {
      const clean = withoutWithdrawnNames(told, names)
      if (JSON.stringify(clean) !== JSON.stringify(told)) await strapi.db.query(schemaOf(strapi, uid).uid).update({ where: { id }, data: clean })
      last = id
    }
  }
}
