/** What is public of a document before and after a write, and what the ledger says of the difference. */
import type { Core } from '@strapi/strapi'
import { isDeepStrictEqual } from 'node:util'
import { hasDrafts, isLocalised, type Schema } from '../content-model/schema'
import { documentIdsOf } from '../rows/relations'
import { isOwnRelation, populateOf, type Row, type Values } from '../rows/rows'
import { PERSON, REVISION, SITE, TOMBSTONE } from '../content-model/uids'
import type { EntryKind, NewEntry } from './entry'

/** PublicState is what is public of a document at one moment. */
export interface PublicState {
  /** The published rows, the source language first; none where the document is not public. */
  rows: Row[]
  /** What is known of it where it was public and is gone. */
  gone: { slug: string | null } | null
  /** The number of the newest version, by language. */
  revisions: Map<string, number>
}

/** NOTHING is the state of a document before it was made. */
export const NOTHING: PublicState = { rows: [], gone: null, revisions: new Map() }

/**
 * publicStateOf reads what is public of a document now; its components only where they are compared with those of
 * another moment.
 */
export async function publicStateOf(
  strapi: Core.Strapi, schema: Schema, documentId: string, { isCompared }: { isCompared: boolean },
): Promise<PublicState> {
  const published = hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({
    where: { documentId, ...published },
    populate: isCompared
      ? populateOf(strapi, schema)
      : Object.fromEntries(relationsOf(schema).map(name => [name, { select: ['documentId'] }])),
  })
  const source = rows.find(row => !isLocalised(schema) || row.locale === row.sourceLanguage)
  const revisions: { language: string, number: number }[] = await strapi.db
    .query(REVISION)
    .findMany({ select: ['language', 'number'], where: { document: documentId }, orderBy: { number: 'asc' } })
  return {
    // Where the source language is not public, nothing is.
    rows: source ? [source, ...rows.filter(row => row !== source)] : [],
    gone: await strapi.db.query(TOMBSTONE).findOne({
      select: ['slug'], where: { type: schema.uid, document: documentId }, orderBy: { id: 'desc' },
    }),
    revisions: new Map(revisions.map(({ language, number }) => [language, number])),
  }
}

/** differenceOf says in one entry what became of a document; null where readers see no difference. */
export function differenceOf(
  schema: Schema, documentId: string, { before, after, wasDeleted, hasOtherParts }: Difference,
): NewEntry | null {
  const kind = kindOf(schema, { before, after, wasDeleted, hasOtherParts })
  if (!kind) return null
  const [was, is] = [before.rows[0], after.rows[0]]
  const slug = slugFrom((is ?? was ?? before.gone)?.slug)
  const formerSlug = is && slugFrom(was?.slug) !== slug ? slugFrom(was?.slug) : null
  const isNamed = schema.uid !== PERSON || is !== undefined
  return {
    kind, type: schema.uid, document: documentId, slug: isNamed ? slug : null, formerSlug: isNamed ? formerSlug : null,
    isPublic: is !== undefined,
    languages: differentLanguages(before, after).filter(Boolean), publicIn: languagesOf(after),
    changed: changedAttributes(schema, before, after), about: targetsOf(schema, [was, is]),
    revisions: Object.fromEntries(
      [...after.revisions].filter(([language, number]) => before.revisions.get(language) !== number),
    ),
    reason: null,
  }
}

interface Difference {
  before: PublicState
  after: PublicState
  wasDeleted: boolean
  hasOtherParts: boolean
}

function kindOf(
  schema: Schema, { before, after, wasDeleted, hasOtherParts }: Difference,
): EntryKind | null {
  const [was, is] = [before.rows[0], after.rows[0]]
  if (!is) return wasDeleted && (was || before.gone) ? 'deleted' : was ? 'unpublished' : null
  if (!was) return before.gone ? 'restored' : 'published'
  const languages = differentLanguages(before, after)
  if (languages.length === 0 && !hasOtherParts) return null
  if (schema.uid === SITE) return 'settings'
  if (was.slug !== is.slug) return 'renamed'
  const known = new Set(before.rows.map(({ locale }) => locale ?? ''))
  const isNew = languages.length > 0 && languages.every(language => !known.has(language))
  return isNew && !hasOtherParts ? 'translated' : 'changed'
}

/** Languages in which a row was published anew, came or went; an empty one of types without languages. */
function differentLanguages(before: PublicState, after: PublicState): string[] {
  const signs = ({ rows }: PublicState) => new Map(
    rows.map(row => [row.locale ?? '', JSON.stringify(row)]),
  )
  const [was, is] = [signs(before), signs(after)]
  return [...new Set([...is.keys(), ...was.keys()])].filter(language => was.get(language) !== is.get(language))
}

function languagesOf({ rows }: PublicState): string[] {
  return rows.map(({ locale }) => locale ?? '').filter(Boolean)
}

function changedAttributes(schema: Schema, before: PublicState, after: PublicState): string[] {
  if (before.rows.length === 0 || after.rows.length === 0) return []
  const known = new Map(before.rows.map(row => [row.locale, row]))
  return Object.keys(schema.attributes).filter(name =>
    !ROW_ONLY.has(name) && after.rows.some((row) => {
      const was = known.get(row.locale)
      return was && !isDeepStrictEqual(told(was[name]), told(row[name]))
    }),
  )
}

const ROW_ONLY = new Set([
  'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'localizations', 'locale', 'documentId',
])

/** A value as far as it says something: publishing gives rows and their parts new numbers, and related rows too. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('documentId' in value) return value.documentId
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== 'id').map(([name, inner]) => [name, told(inner)]),
  )
}

function targetsOf(schema: Schema, rows: (Values | undefined)[]): Record<string, string[]> {
  const targets = new Map(
    relationsOf(schema).map(name => [name, [...new Set(rows.flatMap(row => documentIdsOf(row?.[name])))]]),
  )
  return Object.fromEntries([...targets].filter(([, documentIds]) => documentIds.length > 0))
}

function relationsOf(schema: Schema): string[] {
  return Object.keys(schema.attributes).filter(name => isOwnRelation(name, schema.attributes[name] ?? { type: '' }))
}

function slugFrom(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
