import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { schemaOf } from '../content-model/schema'
import { PLAN } from '../content-model/uids'
import { rowsFor } from '../desk/reader'
import { IN_SOURCE_LANGUAGE, type Values, workingRows } from '../rows/rows'

/** A plan that somebody may choose. */
export interface ChosenPlan {
  documentId: string
  title: string
}

/** The plans that the one who asks may read, the newest first; only those that match, where a condition is given. */
export async function plansFor(strapi: Core.Strapi, ctx: Context, condition: Values = {}): Promise<ChosenPlan[]> {
  const schema = schemaOf(strapi, PLAN)
  const reader = { strapi, ability: ctx.state.userAbility, account: ctx.state.user.id }
  const rows = await rowsFor(reader, schema, 'read')
  if (!rows) return []
  const found: { documentId: string, title: string | null }[] = await strapi.db.query(PLAN).findMany({
    select: ['documentId', 'title'], orderBy: { startsOn: 'desc' },
    where: { $and: [rows, workingRows(schema), IN_SOURCE_LANGUAGE, condition] },
  })
  return found.map(({ documentId, title }) => ({ documentId, title: title ?? 'Plan ohne Titel' }))
}
