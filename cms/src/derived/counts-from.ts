import type { Core } from '@strapi/strapi'
import { dayOf, today } from 'shared-types'
import { hasDrafts, publicSchemas, type Schema } from '../content-model/schema'
import { type Row, type Values, workingRows } from '../rows/rows'
import { countsFromPublication, readDate, sortKeyOf } from './dates'

/** What becomes public now has happened by today. */
export function publishedToday(schema: Schema, values: Values): Values {
  return settledOn(schema, values, today())
}

/** Before a publish: its drafts say from which day they count. */
export async function settleDrafts(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  const dated = datedOf(schema)
  if (!dated || !schema.attributes.countsFrom) return
  const drafts: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['id', 'countsFrom', dated], where: { documentId, ...workingRows(schema) } })
  for (const draft of drafts) {
    const values = settledOn(schema, draft, today())
    if (Object.entries(values).every(([name, value]) => draft[name] === value)) continue
    await strapi.db.query(schema.uid).update({ where: { id: draft.id }, data: values })
  }
}

/** At a start: rows of a version that did not know bounds, nor that what is published has happened. */
export async function settleAllDates(strapi: Core.Strapi): Promise<void> {
  for (const schema of publicSchemas(strapi)) {
    const dated = datedOf(schema)
    if (!dated) continue
    if (schema.attributes.sortKey) await orderRows(strapi, schema, dated)
    if (schema.attributes.countsFrom && hasDrafts(schema)) await settlePublished(strapi, schema, dated)
  }
}

async function orderRows(strapi: Core.Strapi, schema: Schema, dated: string): Promise<void> {
  const rows: Row[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['id', dated, 'notBefore', 'notAfter'], where: { sortKey: { $null: true } } })
  for (const row of rows) {
    const sortKey = sortKeyOf(row, dated)
    if (sortKey) await write(strapi, schema, { id: row.id }, { sortKey })
  }
}

/** Its drafts with it, as far as they say the same: what is published next counts from the same day. */
async function settlePublished(strapi: Core.Strapi, schema: Schema, dated: string): Promise<void> {
  const rows: Row[] = await strapi.db.query(schema.uid).findMany({
    select: ['documentId', 'countsFrom', 'publishedAt', dated], where: { publishedAt: { $notNull: true } },
  })
  for (const row of rows) {
    const { countsFrom } = settledOn(schema, row, dayOf(String(row.publishedAt)))
    if (countsFrom === undefined || countsFrom === row.countsFrom) continue
    const alike = { documentId: row.documentId, [dated]: row[dated], countsFrom: row.countsFrom }
    await write(strapi, schema, alike, { countsFrom })
  }
}

function settledOn(schema: Schema, values: Values, day: string): Values {
  const date = readDate(values[datedOf(schema) ?? ''])
  if (!date || !schema.attributes.countsFrom || typeof values.countsFrom !== 'string') return {}
  return { countsFrom: countsFromPublication(date, values.countsFrom, day) }
}

function datedOf(schema: Schema): string | undefined {
  return schema.pluginOptions?.lip?.dated
}

/** Nobody has saved anything: „Zuletzt geändert“ stays as it is, which `strapi.db.query` would set. */
async function write(strapi: Core.Strapi, schema: Schema, where: Values, values: Values): Promise<void> {
  await strapi.db.queryBuilder(schema.uid).where(where).update(values).execute()
}
