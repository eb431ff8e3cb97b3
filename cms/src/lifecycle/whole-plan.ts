/**
 * A plan is written over months and appears as a whole: with its first publication, all that was prepared for it. What
 * was taken off the website with it does not come back so.
 */
import type { Core } from '@strapi/strapi'
import { DECISION, EVENT, FIELD, GOAL, LINEAGE, MEASURE, PHASE, PLAN, UPDATE } from '../content-model/uids'
import { type Schema, schemaOf } from '../content-model/schema'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'

/** What belongs to a plan, in the order in which one rests on the other. */
const PARTS: [string, (plan: Values) => Values][] = [
  [PHASE, plan => ({ plan })],
  [FIELD, plan => ({ plan })],
  [GOAL, plan => ({ fieldOfAction: { plan } })],
  [MEASURE, plan => ({ plan })],
  [EVENT, plan => ({ plan })],
  [DECISION, plan => ({ $or: [{ plan }, { measure: { plan } }] })],
  [UPDATE, plan => ({ measure: { plan } })],
  [LINEAGE, plan => ({ $or: [{ to: { plan } }, { from: { plan } }] })],
]

/** Matches what belongs to a plan, of a type of which entries do; null for every other type. */
export function partOfPlan(uid: string, plan: Values): Values | null {
  const [, belongsTo] = PARTS.find(([part]) => part === uid) ?? []
  return belongsTo ? belongsTo(plan) : null
}

/** The parts that never were public, in the order in which one rests on the other. */
export async function unpublishedParts(
  strapi: Core.Strapi, planId: string,
): Promise<{ schema: Schema, rows: Row[] }[]> {
  const parts: { schema: Schema, rows: Row[] }[] = []
  for (const [uid, belongsTo] of PARTS) {
    const rows = await unpublished(strapi, uid, belongsTo({ documentId: planId }))
    parts.push({ schema: schemaOf(strapi, uid), rows })
  }
  return parts
}

/** Publishes, in all their languages, the parts that never were. Whether they are complete was asked before. */
export async function publishParts(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  if (schema.uid !== PLAN) return
  for (const { schema: part, rows } of await unpublishedParts(strapi, documentId)) {
    const documents: Pick<ReturnType<Core.Strapi['documents']>, 'publish'> = Reflect.apply(
      strapi.documents, strapi, [part.uid],
    )
    for (const row of rows) await documents.publish({ documentId: row.documentId, locale: '*' })
  }
}

async function unpublished(strapi: Core.Strapi, uid: string, belongsTo: Values): Promise<Row[]> {
  const drafts: Row[] = await strapi.db
    .query(uid)
    .findMany({ where: { $and: [{ publishedAt: { $null: true } }, IN_SOURCE_LANGUAGE, belongsTo] }, orderBy: 'id' })
  const live: Row[] = await strapi.db.query(uid).findMany({
    select: ['documentId'],
    where: { documentId: { $in: drafts.map(draft => draft.documentId) }, publishedAt: { $notNull: true } },
  })
  const known = new Set(live.map(row => row.documentId))
  return [...new Map(drafts.map(draft => [draft.documentId, draft])).values()].filter(row => !known.has(row.documentId))
}
