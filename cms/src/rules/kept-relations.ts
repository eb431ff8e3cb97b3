/**
 * A relation of a published entry survives that its target is not public for a while. Strapi drops it when the entry is
 * published before its target, and when the target is withdrawn. Here it then leads to the target's draft: whoever reads
 * goes by the documentId and shows what is published (`graphql/resolvers.ts`).
 */
import type { Core } from '@strapi/strapi'
import { hasDrafts, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { documentIdsOf } from './relations'
import { findRow, IN_SOURCE_LANGUAGE, isOwnRelation, type Row, type Values } from './rows'

interface Link {
  holder: Schema
  attribute: string
  /** The row that holds the relation. */
  row: number
}

/** After publishing: what the draft relates to and the published row does not; and what led to the draft leads to the published row. */
export async function keepRelations(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  const draft = await findRow(strapi, schema, { documentId, publishedAt: { $null: true }, ...IN_SOURCE_LANGUAGE })
  const live = await findRow(strapi, schema, { documentId, publishedAt: { $notNull: true }, ...IN_SOURCE_LANGUAGE })
  if (!draft || !live) return
  for (const [attribute, target] of draftedTargets(strapi, schema)) {
    const kept = documentIdsOf(live[attribute])
    for (const id of documentIdsOf(draft[attribute]).filter(id => !kept.includes(id)))
      await connectDraft(strapi, { holder: schema, attribute, row: live.id }, target, id)
  }
  for (const link of await linksTo(strapi, schema, { documentId, publishedAt: { $null: true } })) await change(strapi, link, { connect: [{ id: live.id }], disconnect: [{ id: draft.id }] })
}

/** Before withdrawing: the published rows that relate to the document. */
export async function relationsTo(strapi: Core.Strapi, target: Schema, documentId: string): Promise<Link[]> {
  return linksTo(strapi, target, { documentId, publishedAt: { $notNull: true } })
}

async function linksTo(strapi: Core.Strapi, target: Schema, related: Values): Promise<Link[]> {
  const links: Link[] = []
  for (const holder of publicSchemas(strapi).filter(hasDrafts)) {
    for (const [attribute, { uid }] of draftedTargets(strapi, holder)) {
      if (uid !== target.uid) continue
      const rows: Row[] = await strapi.db.query(holder.uid).findMany({ select: ['id'], where: { publishedAt: { $notNull: true }, [attribute]: related } })
      links.push(...rows.map(({ id }) => ({ holder, attribute, row: id })))
    }
  }
  return links
}

/** After withdrawing. */
export async function reconnect(strapi: Core.Strapi, target: Schema, documentId: string, links: Link[]): Promise<void> {
  for (const link of links) await connectDraft(strapi, link, target, documentId)
}

function draftedTargets(strapi: Core.Strapi, schema: Schema): [string, Schema][] {
  return Object.entries(schema.attributes).flatMap(([name, attribute]): [string, Schema][] => {
    const target = isOwnRelation(name, attribute) ? schemaOf(strapi, attribute.target ?? '') : null
    return target && hasDrafts(target) ? [[name, target]] : []
  })
}

async function connectDraft(strapi: Core.Strapi, link: Link, target: Schema, documentId: string): Promise<void> {
  const draft = await strapi.db.query(target.uid).findOne({ select: ['id'], where: { documentId, publishedAt: { $null: true }, ...IN_SOURCE_LANGUAGE } })
  if (draft) await change(strapi, link, { connect: [{ id: draft.id }] })
}

async function change(strapi: Core.Strapi, { holder, attribute, row }: Link, relation: object): Promise<void> {
  await strapi.db.query(holder.uid).update({ where: { id: row }, data: { [attribute]: relation } })
}
