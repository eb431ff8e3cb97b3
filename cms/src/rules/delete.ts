import type { Core } from '@strapi/strapi'
import { isLocalised, type Schema } from '../content-model/schema'
import type { Action, Next, Result } from './index'
import { documentIdOf, localesOf } from './params'
import { refuse } from './problems'
import { reviseWholes, wholesOf } from './revision'
import { linksOf, markDeleted, readTombstone, writeTombstone } from './tombstone'
import { forgetTranslations } from './translation-record'

/** The text in the source language goes last: without it its translations would belong to nothing. What was public leaves a mark. */
export async function deleteRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  if (!documentId || !isLocalised(schema)) return next()
  const locales = localesOf(action)
  const rows: { locale: string, sourceLanguage: string }[] = await strapi.db.query(schema.uid).findMany({ select: ['locale', 'sourceLanguage'], where: { documentId } })
  const remaining = rows.filter(row => locales !== null && !locales.includes(row.locale))
  const losesSource = remaining.length > 0 && remaining.every(row => row.locale !== row.sourceLanguage)
  refuse(losesSource ? [{ path: [], message: 'Von dieser Fassung gibt es noch Übersetzungen. Bitte löschen Sie zuerst die Übersetzungen oder den ganzen Eintrag in allen Sprachen.' }] : [])
  const tombstone = remaining.length === 0 ? await readTombstone(strapi, schema, documentId) : null
  const wholes = remaining.length === 0 ? await wholesOf(strapi, schema, documentId) : []
  const links = remaining.length === 0 ? await linksOf(strapi, schema, documentId) : []
  const result = await next()
  if (remaining.length === 0) await markDeleted(strapi, schema, documentId, links)
  await writeTombstone(strapi, tombstone, true)
  await reviseWholes(strapi, wholes)
  await forgetTranslations(strapi, schema, documentId, locales)
  return result
}
