/** The row or draft that a request of the admin names by its address, and what its account may do with it. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { SOURCE_LANGUAGE } from 'shared-types'
import { hasDrafts, isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { type Deed, permissionsAt } from '../strapi/permissions'
import { type Row, workingRows } from './rows'

export interface AskedDraft {
  schema: Schema
  /** With who made it: a right may depend on that. */
  row: Row
  /** Type, document and language, as the ledger names a draft. */
  keys: { type: string, document: string, language: string }
}

/** The draft of `/…/:uid/:documentId?locale=de`; null where there is none, or the type has no drafts. */
export async function findAskedDraft(strapi: Core.Strapi, context: Context): Promise<AskedDraft | null> {
  return findDraft(strapi, keysIn(context))
}

/** The same, and of a type without drafts the only row there is. */
export async function findAskedRow(strapi: Core.Strapi, context: Context): Promise<AskedDraft | null> {
  return findWorking(strapi, keysIn(context))
}

export async function findDraft(strapi: Core.Strapi, keys: AskedDraft['keys']): Promise<AskedDraft | null> {
  const found = await findWorking(strapi, keys)
  return found && hasDrafts(found.schema) ? found : null
}

function keysIn({ params, query }: Context): AskedDraft['keys'] {
  const language = typeof query.locale === 'string' ? query.locale : SOURCE_LANGUAGE
  return { type: String(params.uid), document: String(params.documentId), language }
}

async function findWorking(strapi: Core.Strapi, keys: AskedDraft['keys']): Promise<AskedDraft | null> {
  const schema = publicSchemas(strapi).find(({ uid }) => uid === keys.type)
  if (!schema) return null
  const row: Row | null = await strapi.db.query(schema.uid).findOne({
    where: {
      documentId: keys.document, ...workingRows(schema), ...isLocalised(schema) && { locale: keys.language },
    },
    populate: { createdBy: { populate: ['roles'] } },
  })
  return row && { schema, row, keys: { ...keys, language: isLocalised(schema) ? keys.language : '' } }
}

/** Whether an account may do this with it; `ability` is `ctx.state.userAbility`. */
export function may(strapi: Core.Strapi, ability: unknown, { schema, row }: AskedDraft, deed: Deed): boolean {
  return permissionsAt(strapi, ability, schema.uid).can[deed](row)
}
