/**
 * In which languages the document at an address exists, and how the asked one stands: what a page says before it shows
 * anything.
 */
import type { Core } from '@strapi/strapi'
import { isLocalised, type Schema } from '../../content-model/schema'
import { isSourceRow, type Row, sourceFirst } from '../../rows/rows'
import { isDraftShown, rowsShown, type Status } from '../../rows/shown'
import { asTold, statesOf } from '../../translation/translation-state'
import { localeFrom } from '../arguments'
import { typeFrom } from '../contract/types'
import { type RequestContext, shownTo } from '../resolvers'

const DEFINITIONS = `
  "A document in all its languages."
  type DocumentLanguages {
    "The document."
    documentId: ID!
    "The languages in which it exists, the source language first, with its title in each."
    titles: [DocumentTitle!]!
    "How the asked language stands."
    translation: TranslationState!
  }
  "What a document is called in one of its languages."
  type DocumentTitle {
    "Code of the language."
    locale: String!
    "The title."
    title: String!
    "ISO 8601: when its text was published as it is now."
    publishedAt: DateTime!
  }
  extend type Query {
    "The languages of a published document; null where there is none at this address."
    documentLanguages(
      "Name of the type, for instance Measure." type: String!
      "The slug of the document." slug: String!
      locale: I18NLocaleCode
    ): DocumentLanguages
  }
`

interface Arguments {
  type: string
  slug: string
  locale?: string
}

export function registerDocumentLanguages(strapi: Core.Strapi): void {
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS,
    resolvers: { Query: { documentLanguages: (_parent: unknown, args: Arguments, context: RequestContext) =>
      findLanguages(strapi, args, shownTo(context)) } },
    resolversConfig: { 'Query.documentLanguages': { auth: false } },
  }))
}

async function findLanguages(strapi: Core.Strapi, { type, slug, locale }: Arguments, status: Status) {
  const language = localeFrom(locale)
  const schema = typeFrom(strapi, type)
  const rows = isLocalised(schema) && schema.attributes.slug ? await shownRowsAt(strapi, schema, slug, status) : []
  const [source] = rows.filter(isSourceRow)
  if (!source) return null
  const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
  const states = await statesOf(strapi, schema, [source.documentId], isDraftShown(status, source.documentId) ? 'editors' : 'readers')
  return {
    documentId: source.documentId,
    titles: sourceFirst(rows).map(row => ({
      locale: row.locale, title: String(row[titleOf] ?? slug), publishedAt: row.publishedAt ?? row.updatedAt,
    })),
    translation: states.get(source.documentId)?.map(asTold).find(state => state.locale === language) ?? {
      locale: language, state: 'missing', origin: null, translatedFrom: null, confirmedOn: null, reason: null, changes: [],
      untranslated: [],
    },
  }
}

async function shownRowsAt(strapi: Core.Strapi, schema: Schema, slug: string, status: Status): Promise<Row[]> {
  return strapi.db
    .query(schema.uid)
    .findMany({ where: { slug, ...rowsShown(schema, status) }, orderBy: { locale: 'asc' } })
}
