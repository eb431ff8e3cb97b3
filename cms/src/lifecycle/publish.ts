import type { Core } from '@strapi/strapi'
import { forgetAppointments } from '../appointments/appointment'
import { publishProblems } from '../checks/publish-problems'
import { isLocalised, type Schema } from '../content-model/schema'
import { settleDrafts } from '../derived/counts-from'
import { forgetHandovers } from '../handover/handover'
import { noteNames } from '../person/former-names'
import type { Action, Next, Result } from './index'
import { keepRelations } from './kept-relations'
import { documentIdOf, localesOf } from '../rows/params'
import { refuse } from '../rules/problems'
import { reviseAfter, type Whole, wholesOf } from '../revision/revision'
import { findLiveRow, type Row } from '../rows/rows'
import { rememberFormerSlug } from '../rules/slug'
import { noteTold } from '../translation/told-texts'
import { removeTombstone } from '../gone/tombstone'
import { findRecords, publishRecords } from '../translation/translation-record'
import { publishParts } from './whole-plan'

/** Nothing incomplete is published, and what all languages share is the same in all of them afterwards. */
export async function publishRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  if (!documentId) return next()
  refuse(await publishProblems(strapi, schema, documentId, localesOf(action)))
  const live = await findLiveRow(strapi, schema, documentId)
  const wholesBefore = await wholesOf(strapi, schema, documentId)
  await noteNames(strapi, schema, documentId)
  await settleDrafts(strapi, schema, documentId)
  const published = await next()
  if (isLocalised(schema))
    await publishRecords(strapi, await findRecords(strapi, schema, [documentId], localesOf(action)))
  await forgetHandovers(strapi, schema, documentId, localesOf(action))
  await forgetAppointments(strapi, schema, documentId, localesOf(action), 'publish')
  await afterPublish(strapi, schema, documentId, { before: live, locales: localesOf(action), wholesBefore })
  return published
}

export async function afterPublish(
  strapi: Core.Strapi, schema: Schema, documentId: string,
  { before, locales, wholesBefore }: { before: Row | null, locales: string[] | null, wholesBefore: Whole[] },
): Promise<void> {
  const live = await findLiveRow(strapi, schema, documentId)
  await rememberFormerSlug(strapi, schema, before, live)
  if (!live) return
  await keepRelations(strapi, schema, documentId)
  const wasGone = await removeTombstone(strapi, schema, documentId)
  // Drafts share their values: published all at once and for the first time, they are the same already.
  if (isLocalised(schema) && (before || locales)) await shareValues(strapi, schema, live)
  await noteTold(strapi, schema, documentId)
  await reviseAfter(strapi, schema, documentId, { locales, wholesBefore })
  if (!before && !wasGone) await publishParts(strapi, schema, documentId)
}

/** Strapi lets shared values go stale in the published rows of other languages (its own rule knows drafts only). */
export async function shareValues(strapi: Core.Strapi, schema: Schema, live: Row): Promise<void> {
  const i18n = strapi.plugin('i18n')
  const populate: string[] = i18n.service('content-types').getNestedPopulateOfNonLocalizedAttributes(schema.uid)
  const whole = await strapi.db.query(schema.uid).findOne({ where: { id: live.id }, populate })
  await i18n.service('localizations').syncNonLocalizedAttributes(whole, schema)
}
