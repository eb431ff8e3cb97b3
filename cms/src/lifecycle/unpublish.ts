import type { Core } from '@strapi/strapi'
import { forgetAppointments } from '../appointments/appointment'
import { isLocalised, type Schema } from '../content-model/schema'
import { noteNames } from '../person/former-names'
import type { Action, Next, Result } from './index'
import { reconnect, relationsTo } from './kept-relations'
import { documentIdOf, localesOf } from '../rows/params'
import { reviseWholes, wholesOf } from '../revision/revision'
import { findLiveRow } from '../rows/rows'
import { FIELD, GOAL, PHASE, PLAN } from '../content-model/uids'
import { refuse } from '../rules/problems'
import { restingProblems } from '../usage/resting'
import { readTombstone, writeTombstone } from '../gone/tombstone'

/** A plan and its parts stay on the website as long as something public belongs to them. */
const HOLDING: string[] = [PLAN, FIELD, GOAL, PHASE]

/** Withdrawing leaves a mark, and what relates to the document finds it again when it is published. */
export async function unpublishRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  if (documentId) await forgetAppointments(strapi, schema, documentId, localesOf(action), 'unpublish')
  const live = documentId ? await findLiveRow(strapi, schema, documentId) : null
  const locales = localesOf(action)
  if (!documentId || !live || (isLocalised(schema) && locales !== null && !locales.includes(live.locale ?? '')))
    return next()
  if (HOLDING.includes(schema.uid))
    refuse(await restingProblems(strapi, schema, documentId, 'von der Website nehmen'))
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
