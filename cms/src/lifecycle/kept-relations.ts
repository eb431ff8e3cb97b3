/**
 * Keeps relations of published entries, and the order in which editors put them. Strapi drops a relation when the entry
 * is published before its target, and when the target is withdrawn, and puts it last when it comes back. Here it leads
 * to the target's draft meanwhile, in its place: whoever reads goes by the documentId and shows what is published
 * (`graphql/resolvers.ts`).
 */
import type { Core } from '@strapi/strapi'
import { hasDrafts, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { type Join, joinsOf, tableOf } from '../strapi/joins'
import { deleteRows, insertRow, storedRows, type StoredRow, updateRows, withoutId } from '../strapi/rows'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'

/** A published row that leads to the document, as its table holds it. */
interface Link {
  join: Join
  stored: StoredRow
}

/**
 * After publishing: the published row relates to what the draft relates to, in its order; and what led to the draft
 * leads to the published row.
 */
export async function keepRelations(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  const draft = await findId(strapi, schema, { documentId, publishedAt: { $null: true } })
  const live = await findId(strapi, schema, { documentId, publishedAt: { $notNull: true } })
  if (draft === null || live === null) return
  for (const join of draftedJoins(strapi).filter(({ holder }) => holder === schema.uid))
    await copyLinks(strapi, join, { draft, live })
  for (const { join, stored } of await linksTo(strapi, schema, draft)) {
    // Strapi may have led it there itself, as the last one.
    await deleteRows(strapi, join.table, {
      [join.holderColumn]: stored[join.holderColumn], [join.targetColumn]: live,
    })
    await updateRows(strapi, join.table, { id: stored.id }, { [join.targetColumn]: live })
  }
}

/** Before withdrawing: what leads to the document's published row. */
export async function relationsTo(strapi: Core.Strapi, target: Schema, documentId: string): Promise<Link[]> {
  const live = await findId(strapi, target, { documentId, publishedAt: { $notNull: true } })
  return live === null ? [] : linksTo(strapi, target, live)
}

/** After withdrawing: it leads to the draft, in the same place. */
export async function reconnect(strapi: Core.Strapi, target: Schema, documentId: string, links: Link[]): Promise<void> {
  const draft = await findId(strapi, target, { documentId, publishedAt: { $null: true } })
  if (draft === null) return
  for (const { join, stored } of links)
    await insertRow(strapi, join.table, { ...withoutId(stored), [join.targetColumn]: draft })
}

/** Relations of types with drafts to types with drafts. */
function draftedJoins(strapi: Core.Strapi): Join[] {
  const drafted = new Set(publicSchemas(strapi).filter(hasDrafts).map(({ uid }) => uid))
  return joinsOf(strapi).filter(({ holder, target }) => drafted.has(holder) && drafted.has(target))
}

async function linksTo(strapi: Core.Strapi, target: Schema, row: number): Promise<Link[]> {
  const links: Link[] = []
  for (const join of draftedJoins(strapi).filter(candidate => candidate.target === target.uid)) {
    const rows = await storedRows(strapi, join.table, join.targetColumn, [row])
    const holders = await storedRows(
      strapi, tableOf(strapi, join.holder), 'id', rows.map(stored => stored[join.holderColumn]),
    )
    const published = new Set(holders.filter(({ published_at }) => published_at !== null).map(({ id }) => id))
    links.push(...rows.filter(stored => published.has(stored[join.holderColumn])).map(stored => ({ join, stored })))
  }
  return links
}

/** What is published is led to by the published row, what is not by its draft. */
async function copyLinks(
  strapi: Core.Strapi, join: Join, { draft, live }: { draft: number, live: number },
): Promise<void> {
  const ofDraft = await storedRows(strapi, join.table, join.holderColumn, [draft])
  if (ofDraft.length === 0) return
  await deleteRows(strapi, join.table, { [join.holderColumn]: live })
  for (const stored of ofDraft) {
    const target = await liveOf(strapi, schemaOf(strapi, join.target), Number(stored[join.targetColumn]))
    await insertRow(strapi, join.table, {
      ...withoutId(stored),
      [join.holderColumn]: live, [join.targetColumn]: target,
    })
  }
}

async function liveOf(strapi: Core.Strapi, target: Schema, draft: number): Promise<number> {
  const row: Row | null = await strapi.db.query(target.uid).findOne({ select: ['documentId'], where: { id: draft } })
  const published = row && await findId(strapi, target, { documentId: row.documentId, publishedAt: { $notNull: true } })
  return published ?? draft
}

async function findId(strapi: Core.Strapi, { uid }: Schema, where: Values): Promise<number | null> {
  const row: Row | null = await strapi.db
    .query(uid)
    .findOne({ select: ['id'], where: { ...where, ...IN_SOURCE_LANGUAGE } })
  return row?.id ?? null
}
