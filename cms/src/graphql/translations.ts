import type { Core } from '@strapi/strapi'
import { hasDrafts, isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { type Entity, type Status, VIEW } from './loaders'
import { loadersOf, type RequestContext } from './resolvers'

const DEFINITIONS = `
  """Who made a translation."""
  enum TranslationOrigin {
    "A person wrote it."
    human
    "A machine made it; nobody has looked at it."
    machine
    "A machine made it, a person has corrected it."
    machine_reviewed
  }
`

/** Says of every text in which languages it exists, and who made the one that is shown. */
export function registerTranslations(strapi: Core.Strapi): void {
  const { naming } = strapi.plugin('graphql').service('utils')
  const types = publicSchemas(strapi).filter(isLocalised)
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS + types.map(schema => `
      extend type ${naming.getTypeName(schema)} {
        "Codes of the languages in which this exists, the source language first."
        languages: [String!]!
        "Who made the translation that is shown; null for a text in its source language, and where nobody has said."
        translationOrigin: TranslationOrigin
        "The same in its source language: a text that is missing here may be there."
        inSourceLanguage: ${naming.getTypeName(schema)}!
      }`).join('\n'),
    resolvers: Object.fromEntries(types.map(schema => [naming.getTypeName(schema), resolversOf(strapi, schema)])),
  }))
}

function resolversOf(strapi: Core.Strapi, schema: Schema) {
  return {
    languages: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).batch(`languages ${schema.uid} ${entity[VIEW].status}`,
        (ids: readonly string[]) => findLanguages(strapi, schema, entity[VIEW].status, ids), entity.documentId),
    inSourceLanguage: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).document(schema, { ...entity[VIEW], locale: String(entity.sourceLanguage) }, entity.documentId),
    translationOrigin: (entity: Entity, _args: unknown, context: RequestContext) =>
      loadersOf(strapi, context).batch(`origin ${schema.uid} ${entity.locale}`,
        (ids: readonly string[]) => findOrigins(strapi, schema, entity.locale, ids), entity.documentId),
  }
}

async function findLanguages(strapi: Core.Strapi, schema: Schema, status: Status, documentIds: readonly string[]): Promise<string[][]> {
  const rows: { documentId: string, locale: string, sourceLanguage: string }[] = await strapi.db.query(schema.uid).findMany({
    select: ['documentId', 'locale', 'sourceLanguage'],
    where: {
      documentId: { $in: [...documentIds] },
      ...(hasDrafts(schema) && { publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } }),
    },
  })
  return documentIds.map((documentId) => {
    const own = rows.filter(row => row.documentId === documentId)
    const isSource = (row: { locale: string, sourceLanguage: string }) => row.locale === row.sourceLanguage
    return [...own.filter(isSource), ...own.filter(row => !isSource(row))].map(row => row.locale)
  })
}

async function findOrigins(strapi: Core.Strapi, schema: Schema, language: string | null, documentIds: readonly string[]): Promise<(string | null)[]> {
  const records: { document: string, origin: string }[] = await strapi.db.query('api::ledger.translation-record').findMany({
    where: { type: schema.uid, language, document: { $in: [...documentIds] } },
  })
  return documentIds.map(documentId => records.find(record => record.document === documentId)?.origin ?? null)
}
