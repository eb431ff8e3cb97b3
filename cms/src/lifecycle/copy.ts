import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import type { Action, Next, Result } from './index'
import { dataOf, documentIdOf, setParam } from '../rows/params'
import { findSourceRow } from '../rows/rows'
import { freeSlug } from '../rules/slug'
import { copyRecords } from '../translation/translation-record'

/** A copy gets an address of its own. */
export async function copyRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  const source = documentId ? await findSourceRow(strapi, schema, documentId) : null
  if (typeof source?.slug === 'string')
    setParam(action, 'data', { ...dataOf(action), slug: await freeSlug(strapi, schema, source.slug, undefined) })
  const copied = await next()
  if (documentId) await copyRecords(strapi, schema, documentId, copied)
  return copied
}
