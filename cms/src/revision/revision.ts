/**
 * Every publish writes a revision: what the public was told, numbered in each language, never changed. A page also
 * tells what its parts say, a measure's for instance its status updates: publishing one of them writes a revision of
 * the whole. A language that goes on saying the same while another one is published gets none.
 */
import type { Core } from '@strapi/strapi'
import { contentTypeAt, type PublishedChange, publishedChange, rowOf, TYPES, VERSIONED_TYPES } from 'shared-types'
import { hasDrafts, type Schema, schemaOf } from '../content-model/schema'
import { currentContract } from '../graphql/contract/contract'
import { askContract } from '../graphql/snapshot'
import { noteParts } from '../ledger/turn'
import { isSeeding } from '../seed/seeding'
import { inTurn } from '../lifecycle/in-turn'
import { documentIdsOf } from '../rows/relations'
import { findLiveRow, findRow, IN_SOURCE_LANGUAGE, type Row } from '../rows/rows'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { REVISION } from '../content-model/uids'

/** A document that something is a part of. */
export interface Whole {
  uid: string
  documentId: string
}

/** As much of a title as a line of the admin's list holds. */
const TITLE_CHARACTERS = 200

/**
 * After an entry was published, in these languages (null for all): what it is a part of now, and what it was a part of
 * before.
 */
export async function reviseAfter(
  strapi: Core.Strapi, schema: Schema, documentId: string,
  { locales, wholesBefore }: { locales: string[] | null, wholesBefore: Whole[] },
): Promise<void> {
  if (isSeeding()) return
  if (snapshotOf(schema)) await revise(strapi, schema, documentId, { locales })
  await reviseWholes(strapi, [...wholesBefore, ...await wholesOf(strapi, schema, documentId)])
}

/** After a part of something was published, withdrawn or deleted. */
export async function reviseWholes(strapi: Core.Strapi, wholes: Whole[]): Promise<void> {
  if (isSeeding()) return
  // In one order, so that two who wait for each other's documents do not wait for ever.
  const sorted = wholes.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
  for (const { uid, documentId } of new Map(sorted.map(whole => [whole.documentId, whole])).values()) {
    await noteParts(strapi, schemaOf(strapi, uid), documentId)
    await revise(strapi, schemaOf(strapi, uid), documentId, { locales: null })
  }
}

/** What an entry is a part of; nothing for what is no part. */
export async function wholesOf(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Whole[]> {
  const part = typeRowOf(schema)?.partOf
  if (!part) return []
  const row = await findRow(strapi, schema, {
    documentId,
    ...(hasDrafts(schema) && { publishedAt: { $notNull: true } }),
    ...IN_SOURCE_LANGUAGE,
  })
  return row
    ? part.through.flatMap(name => documentIdsOf(row[name])).map(id => ({ uid: TYPES[part.whole].uid, documentId: id }))
    : []
}

/**
 * Published documents that have no revision yet get their first: those of the seed, which are new, or those from before
 * there were any, of which nobody knows what their publication changed.
 */
export async function writeFirstRevisions(strapi: Core.Strapi, { areNew }: { areNew: boolean }): Promise<void> {
  const written: { document: string, language: string }[] = await strapi.db
    .query(REVISION)
    .findMany({ select: ['document', 'language'] })
  const known = new Set(written.map(({ document, language }) => `${document} ${language}`))
  for (const uid of VERSIONED_TYPES.map(type => TYPES[type].uid)) {
    const rows: Row[] = await strapi.db
      .query(uid)
      .findMany({ select: ['documentId', 'locale'], where: { publishedAt: { $notNull: true } } })
    const missing = Map.groupBy(
      rows.filter(({ documentId, locale }) => !known.has(`${documentId} ${locale}`)),
      ({ documentId }) => documentId,
    )
    for (const [documentId, ofDocument] of missing)
      await revise(
        strapi, schemaOf(strapi, uid), documentId,
        { locales: ofDocument.map(({ locale }) => locale ?? ''), isKnownToBeNew: areNew },
      )
  }
}

interface Revised {
  /** Null for all languages. */
  locales: string[] | null
  /** Whether a first revision says that something is new. */
  isKnownToBeNew?: boolean
}

/** One revision for each language in which the document is public. What all languages share changes all of them. */
async function revise(
  strapi: Core.Strapi, schema: Schema, documentId: string, { locales, isKnownToBeNew = true }: Revised,
): Promise<void> {
  const live = await findLiveRow(strapi, schema, documentId)
  if (!live) return
  const isOfAll = locales === null || locales.includes(live.locale ?? '')
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({
      select: ['locale', 'title'],
      where: { documentId, publishedAt: { $notNull: true }, ...(!isOfAll && { locale: { $in: locales } }) },
    })
  await inTurn(strapi, documentId, () => writeRevisions(strapi, schema, { live, rows, locales, isKnownToBeNew }))
}

async function writeRevisions(
  strapi: Core.Strapi, schema: Schema,
  { live, rows, locales, isKnownToBeNew = true }: Revised & { live: Row, rows: Row[] },
): Promise<void> {
  const document = snapshotOf(schema)
  if (!document) return
  const languages = rows.map(({ locale }) => locale ?? '')
  const snapshots = await askContract(
    strapi, currentContract(), document, languages.map(locale => ({ documentId: live.documentId, locale })),
  )
  const last = await lastRevisions(strapi, live.documentId, languages)
  for (const [index, language] of languages.entries()) {
    const title = withoutWithdrawnNames(String(rows[index]?.title))
    const before = last.get(language)
    const number = (before?.number ?? 0) + 1
    const snapshot = withoutWithdrawnNames(snapshots[index])
    const isTranslation = language !== live.locale
    const changed = before ? changedSince(before, snapshot) : isKnownToBeNew ? firstOf({ isTranslation }) : null
    if (changed?.kind === 'none' && locales !== null && !locales.includes(language)) continue
    await strapi.db
      .query(REVISION)
      .create({
        data: {
          label: `${title.slice(0, TITLE_CHARACTERS)} · Fassung ${number}`, title, type: schema.uid,
          document: live.documentId, slug: live.slug, language, number, publishedOn: new Date(),
          snapshot, changed,
        },
      })
  }
}

function firstOf({ isTranslation }: { isTranslation: boolean }): PublishedChange {
  return { kind: isTranslation ? 'translation' : 'new', fields: [], words: 0 }
}

interface LastRevision {
  language: string
  number: number
  snapshot: unknown
}

/** Nothing is known where the text of the one before was withdrawn. Names that were withdrawn are left out of both. */
function changedSince({ language, snapshot: kept }: LastRevision, now: unknown): PublishedChange | null {
  const [before, after] = [documentIn(withoutWithdrawnNames(kept)), documentIn(now)]
  return before && after ? publishedChange(before, after, language) : null
}

/** The document in the answer that a revision keeps. */
function documentIn(snapshot: unknown): object | null {
  const [document] = Object.values(Object(snapshot))
  return typeof document === 'object' ? document : null
}

/** The last revision in each of these languages. */
async function lastRevisions(
  strapi: Core.Strapi, document: string, languages: string[],
): Promise<Map<string, LastRevision>> {
  const revisions = strapi.db.query(REVISION)
  const numbered: { id: number, language: string }[] = await revisions.findMany({
    select: ['id', 'language'], where: { document, language: { $in: languages } }, orderBy: { number: 'asc' },
  })
  const ids = [...new Map(numbered.map(({ id, language }) => [language, id])).values()]
  const last: LastRevision[] = await revisions.findMany({
    select: ['language', 'number', 'snapshot'], where: { id: { $in: ids } },
  })
  return new Map(last.map(revision => [revision.language, revision]))
}

/** The question whose answer a revision keeps; nothing for what has no revisions. */
function snapshotOf(schema: Schema) {
  return typeRowOf(schema)?.snapshot
}

function typeRowOf({ uid }: Schema) {
  const type = contentTypeAt(uid)
  return type && rowOf(type)
}
