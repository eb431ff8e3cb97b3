/** What was public and is gone leaves a mark behind, so that its address and what points to it can say so. */
import type { Core } from '@strapi/strapi'
import { type Schema, schemaOf } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE, type Row } from './rows'

const TOMBSTONE = 'api::ledger.tombstone'
const MEASURE = 'api::measure.measure'
const LINEAGE = 'api::measure.lineage'

/** A lineage that points to what is gone, and the side on which it stood. */
export interface LostLink {
  lineage: string
  side: 'from' | 'to'
}

/** What will be written, read before the document is gone; null for what was never public or has no address. */
export async function readTombstone(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<object | null> {
  if (!schema.attributes.slug) return null
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({ where: { documentId, publishedAt: { $notNull: true } } })
  const [source] = rows.filter(({ locale, sourceLanguage }) => locale === sourceLanguage)
  if (!source) return null
  return {
    type: schema.uid,
    document: documentId,
    slug: source.slug,
    texts: Object.fromEntries(rows.map(row => [row.locale, row[schema.pluginOptions?.lip?.titleOf ?? 'title']])),
    languages: rows.map(({ locale }) => locale),
    links: await linksOf(strapi, schema, documentId),
  }
}

export async function writeTombstone(strapi: Core.Strapi, tombstone: object | null, wasDeleted: boolean): Promise<void> {
  if (tombstone) await strapi.db.query(TOMBSTONE).create({ data: { ...tombstone, wasDeleted, goneOn: new Date() } })
}

/** What is public again is not gone; what is deleted after it was withdrawn is gone for good. */
export async function removeTombstone(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  await strapi.db.query(TOMBSTONE).deleteMany({ where: { type: schema.uid, document: documentId } })
}

/** A withdrawn document is deleted: its mark stays and says so. */
export async function markDeleted(strapi: Core.Strapi, schema: Schema, documentId: string, links: LostLink[]): Promise<void> {
  await strapi.db.query(TOMBSTONE).updateMany({ where: { type: schema.uid, document: documentId }, data: { wasDeleted: true, links } })
}

/** The lineages that lead to a measure or from it; none for what is no measure. */
export async function linksOf(strapi: Core.Strapi, schema: Schema, measureId: string): Promise<LostLink[]> {
  if (schema.uid !== MEASURE) return []
  const found: LostLink[] = []
  for (const side of ['from', 'to'] as const) {
    const rows: { documentId: string }[] = await strapi.db.query(schemaOf(strapi, LINEAGE).uid).findMany({ select: ['documentId'], where: { [side]: { documentId: measureId }, ...IN_SOURCE_LANGUAGE } })
    found.push(...[...new Set(rows.map(row => row.documentId))].map(lineage => ({ lineage, side })))
  }
  return found
}
