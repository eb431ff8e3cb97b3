import type { Core } from '@strapi/strapi'
import { localeOf } from 'shared-types'
import { isLocalised, type Schema } from '../content-model/schema'
import { formatProblems } from '../rules/formats'
import { noteNames } from '../person/former-names'
import type { Action, Next, Result } from './index'
import { keepRelations } from './kept-relations'
import { documentIdOf, localesOf } from '../rows/params'
import { peopleProblems } from '../rules/people'
import { pictureProblems } from '../rules/pictures'
import { type Problem, refuse } from '../rules/problems'
import { requiredProblems } from '../rules/required'
import { reviseAfter, type Whole, wholesOf } from '../revision/revision'
import { findLiveRow, findRow, findSourceRow, type Row, withRelations, workingRows } from '../rows/rows'
import { rememberFormerSlug } from '../rules/slug'
import { targetProblems } from '../rules/targets'
import { noteTold } from '../translation/told-texts'
import { removeTombstone } from '../gone/tombstone'
import { findRecords, publishRecords } from '../translation/translation-record'

/** Nothing incomplete is published, and what all languages share is the same in all of them afterwards. */
export async function publishRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  if (!documentId) return next()
  const live = await findLiveRow(strapi, schema, documentId)
  const drafts = await draftsToPublish(strapi, schema, documentId, localesOf(action))
  refuse([
    ...drafts.flatMap(draft => draftProblems(strapi, schema, draft, drafts, live)),
    ...(await Promise.all(drafts.map(draft => targetProblems(strapi, schema, draft)))).flat(),
    ...await shownProblems(strapi, schema, documentId, drafts),
  ])
  const wholesBefore = await wholesOf(strapi, schema, documentId)
  await noteNames(strapi, schema, documentId)
  const published = await next()
  if (isLocalised(schema))
    await publishRecords(strapi, await findRecords(strapi, schema, [documentId], localesOf(action)))
  await afterPublish(strapi, schema, documentId, { before: live, locales: localesOf(action), wholesBefore })
  return published
}

/** People and pictures are related to in the source language and shown in every language. */
async function shownProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string, drafts: Row[],
): Promise<Problem[]> {
  const source = await findSourceRow(strapi, schema, documentId)
  const problems = await Promise.all(
    drafts.map(async (draft) => {
      const values = withRelations(schema, draft, source)
      const language = draft.locale ?? ''
      return [
        ...(await peopleProblems(strapi, schema, values, { documentId, language })),
        ...(await pictureProblems(strapi, schema, values, language)),
      ]
    }),
  )
  return problems.flat()
}

async function draftsToPublish(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<Row[]> {
  const where = {
    documentId,
    ...workingRows(schema),
    ...(locales && isLocalised(schema) && { locale: { $in: locales } }),
  }
  const rows: { id: number }[] = await strapi.db.query(schema.uid).findMany({ select: ['id'], where })
  const drafts = await Promise.all(rows.map(({ id }) => findRow(strapi, schema, { id })))
  return drafts.filter(draft => draft !== null)
}

function draftProblems(strapi: Core.Strapi, schema: Schema, draft: Row, drafts: Row[], live: Row | null): Problem[] {
  const locale = draft.locale ?? ''
  const isTranslation = isLocalised(schema) && draft.locale !== draft.sourceLanguage
  const hasSource = live !== null || drafts.some(other => other.locale === other.sourceLanguage)
  const early
    = isTranslation && !hasSource
      ? [
          {
            path: [],
            message: `Zuerst muss die Fassung in der Ausgangssprache (${localeOf(String(draft.sourceLanguage)).name}) `
              + `veröffentlicht werden.`,
          },
        ]
      : []
  return [
    ...early,
    ...formatProblems(strapi, schema, draft, locale),
    ...requiredProblems(strapi, schema, draft, isTranslation),
  ]
}

export async function afterPublish(
  strapi: Core.Strapi, schema: Schema, documentId: string,
  { before, locales, wholesBefore }: { before: Row | null, locales: string[] | null, wholesBefore: Whole[] },
): Promise<void> {
  const live = await findLiveRow(strapi, schema, documentId)
  await rememberFormerSlug(strapi, schema, before, live)
  if (!live) return
  await keepRelations(strapi, schema, documentId)
  await removeTombstone(strapi, schema, documentId)
  if (isLocalised(schema)) await shareValues(strapi, schema, live)
  await noteTold(strapi, schema, documentId)
  await reviseAfter(strapi, schema, documentId, { locales, wholesBefore })
}

/** Strapi lets shared values go stale in the published rows of other languages (its own rule knows drafts only). */
export async function shareValues(strapi: Core.Strapi, schema: Schema, live: Row): Promise<void> {
  const i18n = strapi.plugin('i18n')
  const populate: string[] = i18n.service('content-types').getNestedPopulateOfNonLocalizedAttributes(schema.uid)
  const whole = await strapi.db.query(schema.uid).findOne({ where: { id: live.id }, populate })
  await i18n.service('localizations').syncNonLocalizedAttributes(whole, schema)
}
