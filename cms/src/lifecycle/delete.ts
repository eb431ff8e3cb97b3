import type { Core } from '@strapi/strapi'
import { forgetAppointments } from '../appointments/appointment'
import { isKept, toBin } from '../bin/entry'
import { forgetComments } from '../comments/comment'
import { isLocalised, type Schema } from '../content-model/schema'
import { restingProblems } from '../usage/resting'
import type { Action, Next, Result } from './index'
import { documentIdOf, localesOf } from '../rows/params'
import { type Problem, refuse } from '../rules/problems'
import { reviseWholes, wholesOf } from '../revision/revision'
import { forgetHandovers } from '../handover/handover'
import { linksOf, markDeleted, readTombstone, writeTombstone } from '../gone/tombstone'
import { forgetTranslations } from '../translation/translation-record'

/**
 * What others publicly rest on stays. The text in the source language goes last: without it its translations would
 * belong to nothing. What is deleted lies in the bin, and what was public leaves a mark.
 */
export async function deleteRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  if (!documentId) return next()
  const locales = isLocalised(schema) ? localesOf(action) : null
  const isWhole = await isWholeDocument(strapi, schema, documentId, locales)
  refuse(await deletionProblems(strapi, schema, documentId, locales))
  const keep = await toBin(strapi, schema, documentId, locales)
  const result = isWhole ? await deleteWhole(strapi, schema, documentId, next) : await next()
  if (isLocalised(schema)) await forgetTranslations(strapi, schema, documentId, locales)
  await forgetHandovers(strapi, schema, documentId, locales)
  await forgetAppointments(strapi, schema, documentId, locales)
  const languages = locales && { language: { $in: locales } }
  if (!isKept(schema)) await forgetComments(strapi, { type: schema.uid, document: documentId, ...languages })
  await keep()
  return result
}

/** deletionProblems tells what stands against deleting an entry, in some of its languages or (null) in all. */
export async function deletionProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<Problem[]> {
  const isWhole = await isWholeDocument(strapi, schema, documentId, locales)
  return isWhole ? restingProblems(strapi, schema, documentId) : sourceProblems(strapi, schema, documentId, locales)
}

async function deleteWhole(strapi: Core.Strapi, schema: Schema, documentId: string, next: Next): Promise<Result> {
  const tombstone = await readTombstone(strapi, schema, documentId)
  const wholes = await wholesOf(strapi, schema, documentId)
  const links = await linksOf(strapi, schema, documentId)
  const result = await next()
  await markDeleted(strapi, schema, documentId, links)
  await writeTombstone(strapi, tombstone, true)
  await reviseWholes(strapi, wholes)
  return result
}

async function isWholeDocument(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<boolean> {
  return (
    locales === null
    || (await strapi.db.query(schema.uid).count({ where: { documentId, locale: { $notIn: locales } } })) === 0
  )
}

async function sourceProblems(
  strapi: Core.Strapi, schema: Schema, documentId: string, locales: string[] | null,
): Promise<Problem[]> {
  const rows: { locale: string, sourceLanguage: string }[] = await strapi.db
    .query(schema.uid)
    .findMany({ select: ['locale', 'sourceLanguage'], where: { documentId } })
  const remaining = rows.filter(row => !locales?.includes(row.locale))
  const losesSource = remaining.every(row => row.locale !== row.sourceLanguage)
  return losesSource
    ? [
        {
          path: [],
          message:
            'Von dieser Fassung gibt es noch Übersetzungen. Bitte löschen Sie zuerst die Übersetzungen oder den '
            + 'ganzen Eintrag in allen Sprachen.',
        },
      ]
    : []
}
