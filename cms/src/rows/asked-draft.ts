/** The draft that a request of the admin names by its address, and what its account may do with it. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { SOURCE_LANGUAGE } from 'shared-types'
import { hasDrafts, publicSchemas, type Schema } from '../content-model/schema'
import { type Deed, permissionsAt } from '../strapi/permissions'
import type { Row } from './rows'

export interface AskedDraft {
  schema: Schema
  /** With who made it: a right may depend on that. */
  row: Row
  /** Type, document and language, as the ledger names a draft. */
  keys: { type: string, document: string, language: string }
}

/** The draft of `/…/:uid/:documentId?locale=de`; null where there is none, or the type has no drafts. */
export async function findAskedDraft(strapi: Core.Strapi, { params, query }: Context): Promise<AskedDraft | null> {
  const { uid, documentId } = params
  const locale = typeof query.locale === 'string' ? query.locale : SOURCE_LANGUAGE
  return findDraft(strapi, { type: String(uid), document: String(documentId), language: locale })
}

export async function findDraft(strapi: Core.Strapi, keys: AskedDraft['keys']): Promise<AskedDraft | null> {
  const schema = publicSchemas(strapi).filter(hasDrafts).find(({ uid }) => uid === keys.type)
  if (!schema) return null
  const row: Row | null = await strapi.db.query(schema.uid).findOne({
    where: { documentId: keys.document, locale: keys.language, publishedAt: { $null: true } },
    populate: { createdBy: { populate: ['roles'] } },
  })
  return row && { schema, row, keys }
}

/** Whether an account may do this with it; `ability` is `ctx.state.userAbility`. */
export function may(strapi: Core.Strapi, ability: unknown, { schema, row }: AskedDraft, deed: Deed): boolean {
  return permissionsAt(strapi, ability, schema.uid).can[deed](row)
}
