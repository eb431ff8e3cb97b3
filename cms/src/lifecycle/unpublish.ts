import { findLiveRow } from '../rows/rows'
import type { Core } from '@strapi/strapi'
import { isLocalised, type Schema } from '../content-model/schema'
import { noteNames } from '../person/former-names'
import type { Action, Next, Result } from './index'
import { reconnect, relationsTo } from './kept-relations'
import { documentIdOf, localesOf } from '../rows/params'
import { reviseWholes, wholesOf } from '../revision/revision'
import { readTombstone, writeTombstone } from '../gone/tombstone'

/** Withdrawing leaves a mark, and what relates to the document finds it again when it is published. */
export async function unpublishRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  const live = documentId ? await findLiveRow(strapi, schema, documentId) : null
  const locales = localesOf(action)
  if (!documentId || !live || (isLocalised(schema) && locales !== null && !locales.includes(live.locale ?? '')))
    return next()
  await noteNames(strapi, schema, documentId)
  const tombstone = await readTombstone(strapi, schema, documentId)
  const links = await relationsTo(strapi, schema, documentId)
  const wholes = await wholesOf(strapi, schema, documentId)
  const withdrawn = await next()
  await reconnect(strapi, schema, documentId, links)
  await writeTombstone(strapi, tombstone, false)
  await reviseWholes(strapi, wholes)
  return withdrawn
}
