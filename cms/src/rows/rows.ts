/** Reading and copying rows for the rules: a document is many rows, one for each language, draft and published. */
import type { Core } from '@strapi/strapi'
import { asList, LOCALE_CODES, valueAt } from 'shared-types'
import { type Attribute, hasDrafts, isLocalised, type Schema, schemaOf } from '../content-model/schema'

export type Values = Record<string, unknown>

export interface Row extends Values {
  id: number
  documentId: string
  locale: string | null
  publishedAt: string | null
}

/** Matches the row in which a document was first written. */
export const IN_SOURCE_LANGUAGE = { $or: LOCALE_CODES.map(code => ({ locale: code, sourceLanguage: code })) }

/** What editors work on: drafts where a type has them, else the only rows there are. */
export function workingRows(schema: Schema): { publishedAt: { $null: true } } | Record<string, never> {
  return hasDrafts(schema) ? { publishedAt: { $null: true } } : {}
}

/** The row with its relations and components. */
export async function findRow(strapi: Core.Strapi, schema: Schema, where: Values): Promise<Row | null> {
  return strapi.db.query(schema.uid).findOne({ where, populate: populateOf(strapi, schema) })
}

/** The working row in the document's source language, or the only one of a type without languages. */
export async function findSourceRow(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Row | null> {
  return findRow(strapi, schema, { documentId, ...workingRows(schema), ...(isLocalised(schema) && IN_SOURCE_LANGUAGE) })
}

/** What readers see of a document in its source language. */
export async function findLiveRow(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Row | null> {
  const published = hasDrafts(schema) ? { publishedAt: { $notNull: true } } : {}
  return strapi.db
    .query(schema.uid)
    .findOne({ where: { documentId, ...published, ...(isLocalised(schema) && IN_SOURCE_LANGUAGE) } })
}

interface Populate {
  [attribute: string]: true | { populate: Populate } | { on: Populate }
}

/** populateOf names the relations and components of a row, and of its components. */
export function populateOf(strapi: Core.Strapi, schema: Schema): Populate {
  const populate: Populate = {}
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    if (isOwnRelation(name, attribute) || attribute.type === 'media') populate[name] = true
    if (attribute.component) populate[name] = { populate: populateOf(strapi, schemaOf(strapi, attribute.component)) }
    if (attribute.components)
      populate[name] = {
        on: Object.fromEntries(
          attribute.components.map(uid => [uid, { populate: populateOf(strapi, schemaOf(strapi, uid)) }]),
        ),
      }
  }
  return populate
}

/** Whether an attribute relates to something of ours; Strapi adds others, such as `createdBy` and `localizations`. */
export function isOwnRelation(name: string, attribute: Attribute): boolean {
  return attribute.type === 'relation' && name !== 'localizations' && attribute.target?.startsWith('api::') === true
}

/** A row with the relations of its document: they stand in the source language alone. */
export function withRelations(schema: Schema, row: Values, source: Values | null): Values {
  const names = Object.keys(schema.attributes).filter(name =>
    isOwnRelation(name, schema.attributes[name] ?? { type: '' }),
  )
  return { ...row, ...Object.fromEntries(names.map(name => [name, source?.[name] ?? row[name]])) }
}

/**
 * What all languages of a document share: everything that is not localised, relations aside, ready to be saved again.
 */
export function sharedValues(strapi: Core.Strapi, schema: Schema, row: Row): Values {
  const values: Values = {}
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    if (attribute.type !== 'relation' && isEditable(name, attribute) && !isLocalised(attribute))
      values[name] = attribute.component ? copyComponents(strapi, attribute.component, row[name]) : row[name]
  }
  return values
}

const KEPT_BY_STRAPI = new Set([
  'id', 'documentId', 'locale', 'localizations', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy',
])

export function isEditable(name: string, attribute: Attribute): boolean {
  return !KEPT_BY_STRAPI.has(name) && (attribute.type !== 'relation' || isOwnRelation(name, attribute))
}

function copyComponents(strapi: Core.Strapi, uid: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(single => copyComponent(strapi, schemaOf(strapi, uid), single))
  return value === null || value === undefined ? value : copyComponent(strapi, schemaOf(strapi, uid), value)
}

function copyComponent(strapi: Core.Strapi, schema: Schema, value: unknown): Values {
  const copy: Values = {}
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const inner = valueAt(value, name)
    if (attribute.component) copy[name] = copyComponents(strapi, attribute.component, inner)
    else copy[name] = isOwnRelation(name, attribute) ? { set: targetsOf(inner) } : inner
  }
  return copy
}

function targetsOf(value: unknown): { documentId: unknown }[] {
  return asList(value).map(target => ({ documentId: valueAt(target, 'documentId') }))
}

interface InLanguage {
  locale?: unknown
  sourceLanguage?: unknown
}

/** Whether a row stands in the language in which its document was written. */
export function isSourceRow({ locale, sourceLanguage }: InLanguage): boolean {
  return locale === sourceLanguage
}

/** The rows of a document, the one in which it was written first. */
export function sourceFirst<Row extends InLanguage>(rows: readonly Row[]): Row[] {
  return [...rows.filter(isSourceRow), ...rows.filter(row => !isSourceRow(row))]
}
