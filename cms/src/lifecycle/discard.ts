import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Action, Next, Result } from './index'
import { documentIdOf, localesOf } from '../rows/params'
import { discardRecords, findRecords } from '../translation/translation-record'

/** Thrown away with a draft is what was noted for it. */
export async function discardRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  const discarded = await next()
  if (documentId) await discardRecords(strapi, await findRecords(strapi, schema, [documentId], localesOf(action)))
  return discarded
}
