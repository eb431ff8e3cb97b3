/** What is searched: everything published that has an address, with all its words. */
import type { Core } from '@strapi/strapi'
import { type SearchableType, SEARCHED_TYPES, TYPES, valueAt } from 'shared-types'
import { hasDrafts, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn } from '../rows/components'
import type { Row } from '../rows/rows'
import { paragraphsOf, populateParagraphs } from '../translation/paragraphs'
import { withoutWithdrawnNames } from '../person/withdrawn-names'
import { wordsOfDate } from './dates'
import type { SearchedText } from './language-index'
import { readParts, type TextOfParts } from './parts'
import { SOURCE } from '../content-model/uids'

const ROWS_AT_ONCE = 500

/** A document in one of its languages. */
export interface SearchedRow {
  type: SearchableType
  documentId: string
  slug: string
  language: string
  isSource: boolean
  /** Kind of an article, which is said wherever it is named. */
  kind: string | null
  text: SearchedText
}

interface Wanted {
  language?: string
  documentIds?: string[]
}

/** Every public row of a type, of one language or of some documents where they are named. */
export async function readSearched(
  strapi: Core.Strapi, type: SearchableType, { language, documentIds }: Wanted,
): Promise<SearchedRow[]> {
  const schema = schemaOf(strapi, TYPES[type].uid)
  const textOfParts = await readParts(strapi, type, documentIds)
  const found: SearchedRow[] = []
  for (let last = 0; ;) {
    const rows: Row[] = await strapi.db.query(schema.uid).findMany({
      where: {
        id: { $gt: last },
        ...(documentIds && { documentId: { $in: documentIds } }),
        ...(language && { locale: language }),
        ...(hasDrafts(schema) && { publishedAt: { $notNull: true } }),
      },
      populate: {
        ...populateParagraphs(schema),
        ...(schema.attributes.names && { names: true }),
        ...(schema.attributes.citations && { citations: { populate: { source: { select: ['paperNumber'] } } } }),
      },
      orderBy: { id: 'asc' }, limit: ROWS_AT_ONCE,
    })
    found.push(...rows.map(row => toSearched(strapi, { schema, type, row, textOfParts })))
    if (rows.length < ROWS_AT_ONCE) return found
    last = rows.at(-1)?.id ?? 0
  }
}

/** Where every public row stands, without its text. */
export async function readPlaces(
  strapi: Core.Strapi, type: SearchableType, documentId?: string,
): Promise<{ id: string, language: string, isSource: boolean }[]> {
  const schema = schemaOf(strapi, TYPES[type].uid)
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({
      select: ['documentId', 'locale', 'sourceLanguage'],
      where: { ...(documentId && { documentId }), ...(hasDrafts(schema) && { publishedAt: { $notNull: true } }) },
    })
  return rows.map(row => ({
    id: keyOf(type, row.documentId), language: row.locale ?? '', isSource: row.locale === row.sourceLanguage,
  }))
}

/** The documents that cite a source; null where the source is gone. */
export async function readCiting(strapi: Core.Strapi, source: string): Promise<Map<SearchableType, string[]> | null> {
  if (!await strapi.db.query(SOURCE).findOne({ where: { documentId: source } })) return null
  const citing = new Map<SearchableType, string[]>()
  for (const type of SEARCHED_TYPES) {
    const rows: Row[] = await strapi.db
      .query(TYPES[type].uid)
      .findMany({ select: ['documentId'], where: { citations: { source: { documentId: source } } } })
    if (rows.length > 0) citing.set(type, [...new Set(rows.map(({ documentId }) => documentId))])
  }
  return citing
}

export function keyOf(type: SearchableType, documentId: string): string {
  return `${type} ${documentId}`
}

/** Its title in the language, and its names in every language: who remembers an old one looks for it. */
function toSearched(
  strapi: Core.Strapi,
  { schema, type, row, textOfParts }: { schema: Schema, type: SearchableType, row: Row, textOfParts: TextOfParts },
): SearchedRow {
  const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
  const papers = componentsIn(row.citations).map(({ source }) =>
    valueAt(source, 'paperNumber'),
  )
  const names: unknown[] = [
    ...componentsIn(row.names).map(({ value }) => value),
    row.nameInScript, row.forms, row.code,
    ...papers,
  ]
  const text = {
    id: keyOf(type, row.documentId),
    title: String(row[titleOf] ?? ''),
    names: names.filter(name => typeof name === 'string').join('\n'),
    dates: wordsOfDate(row[schema.pluginOptions?.lip?.dated ?? '']).join(' '),
    parts: textOfParts(row.documentId, row.locale ?? ''),
    text: paragraphsOf(strapi, schema, row)
      .filter(({ place }) => place !== titleOf)
      .map(paragraph => paragraph.text)
      .join('\n'),
  }
  return {
    type, documentId: row.documentId, slug: String(row.slug ?? ''), language: row.locale ?? '',
    isSource: row.locale === row.sourceLanguage, kind: type === 'Article' ? String(row.kind) : null,
    text: withoutWithdrawnNames(text),
  }
}
