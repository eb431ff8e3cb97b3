/** Searching over GraphQL: one box over everything that has an address. */
import type { Core } from '@strapi/strapi'
import { type SearchableType, SEARCHED_TYPES, TYPES, withPaperNumbers } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { readSearched, type SearchedRow } from '../../search/documents'
import { type Hit, SearchEngine } from '../../search/engine'
import type { Word } from '../../search/analyse'
import { excerpt, hasAny, marked } from '../../search/excerpt'
import { offeredHits } from '../../search/offered'
import { withoutEmptyWords } from '../../search/question'
import { localeFrom, pageOf, pagingFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import { documentsMeant, type MeantDocument } from './names'
import { loadersOf, type RequestContext } from '../resolvers'
import { localeOfName, properNames } from './translations'

/** A longer question is cut. */
const QUERY_CHARACTERS = 200

const DEFINITIONS = `
  "What is searched."
  enum SearchedType { ${SEARCHED_TYPES.map(type => `"Documents of the type ${type}." ${type}`).join(' ')} }
  "A stretch of text."
  type TextPart {
    "The text."
    text: String!
    "Whether it is what was looked for."
    isHit: Boolean!
  }
  "A document that was found."
  type SearchHit {
    "What it is."
    type: SearchedType!
    "The document."
    documentId: ID!
    "The last part of its address."
    slug: String!
    "Code of the language in which it was found."
    locale: String!
    "Its title."
    title: [TextPart!]!
    "Code of the language of the title: of a name that was taken over as it is, that of its source."
    titleLocale: String!
    "Where its text says what was looked for, else how it begins."
    excerpt: [TextPart!]!
    "Kind of an article; null for everything else."
    articleKind: ArticleKind
  }
  "How many documents of a type were found."
  type SearchCount {
    "The type."
    type: SearchedType!
    "Documents of that type, whatever type was asked for."
    count: Int!
  }
  "What was found."
  type SearchFinding {
    "Documents that fit, on all pages."
    total: Int!
    "Documents of this page, the best first."
    hits: [SearchHit!]!
    "The types among all that was found."
    counts: [SearchCount!]!
    "Documents found in another language only: those that do not exist in the asked one and fit in their own; where nothing fits so, those that fit in another language of the question's script."
    otherTotal: Int!
    "The best of these, at most as many as on a page."
    otherHits: [SearchHit!]!
    "Where nothing is asked for: what is worth beginning with, the plans and the fields of the newest one."
    offered: [SearchHit!]!
  }
  extend type Query {
    "Searches what is published: words in whatever form, parts of compound words, beginnings, near misses, names in another script, words that mean the same, dates (25.02.2021, June 2008), old names (LIP 2.0), old addresses, numbers of papers (0094/2008, DS 94-2008). Goals and funded projects are found by what they belong to. An empty question finds nothing."
    search(
      "What is looked for; more than ${QUERY_CHARACTERS} characters are cut off." q: String!
      "Only documents of this type." type: SearchedType
      "Number of the page, from 1." page: Int
      "Hits on a page: 24, at most 100." pageSize: Int
      locale: I18NLocaleCode
    ): SearchFinding!
  }
`

interface Arguments {
  q: string
  type?: SearchableType | null
  page?: number | null
  pageSize?: number | null
  locale?: string
}

export function registerSearch(strapi: Core.Strapi): void {
  const engine = new SearchEngine(strapi)
  // What cannot be read ahead is read when somebody asks.
  strapi.server.httpServer.once('listening', () => void engine.readAhead().catch(() => undefined))
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          search: (_parent: unknown, args: Arguments, context: RequestContext) => search(strapi, engine, args, context),
        },
        SearchHit: {
          titleLocale: (hit: ShownHit, _args: unknown, context: RequestContext) => localeOfTitle(strapi, context, hit),
        },
      },
      resolversConfig: { 'Query.search': { auth: false } },
    }))
}

async function search(strapi: Core.Strapi, engine: SearchEngine, args: Arguments, context: RequestContext) {
  spend(context, COSTS.wide)
  const q = args.q.slice(0, QUERY_CHARACTERS)
  const language = localeFrom(args.locale)
  const { hits, others } = await engine.find(q, language)
  const meant = (await documentsMeantBy(strapi, q, language)).map(document => toMeantHit(document, language))
  const found = meantFirst(meant.filter(hit => hit.language === language), hits)
  const elsewhere = meantFirst(meant.filter(hit => hit.language !== language), others)
  const isAsked = ({ type }: Hit) => !args.type || type === args.type
  const paging = pagingFrom(args)
  const words = (found: string) => engine.wordsOf(q, found, language)
  const [ofType, othersOfType] = [found.filter(isAsked), elsewhere.filter(isAsked)]
  const isEmpty = !/[\p{L}\p{N}]/u.test(q)
  return {
    offered: isEmpty ? await shown(strapi, await offeredHits(strapi, language), words) : [],
    total: ofType.length,
    hits: await shown(strapi, pageOf(ofType, paging), words),
    counts: SEARCHED_TYPES.map(type => ({
      type, count: [...found, ...elsewhere].filter(hit => hit.type === type).length,
    })).filter(({ count }) => count > 0),
    otherTotal: othersOfType.length,
    otherHits: await shown(strapi, pageOf(othersOfType, { ...paging, page: 1 }), words),
  }
}

/** What the whole question means, or what is left of it without the words that say nothing: „was ist der LIP?“. */
async function documentsMeantBy(strapi: Core.Strapi, q: string, language: string): Promise<MeantDocument[]> {
  const meant = await documentsMeant(strapi, withPaperNumbers(q))
  return meant.length > 0 ? meant : documentsMeant(strapi, withoutEmptyWords(q, language))
}

interface ShownHit {
  type: SearchableType
  documentId: string
  locale: string
}

async function localeOfTitle(
  strapi: Core.Strapi, context: RequestContext, { type, documentId, locale }: ShownHit,
): Promise<unknown> {
  const schema = schemaOf(strapi, TYPES[type].uid)
  const name = schema.pluginOptions?.lip?.titleOf ?? 'title'
  if (!properNames(schema).includes(name)) return locale
  const entity = await loadersOf(strapi, context).document(schema, { locale, status: 'published' }, documentId)
  return entity ? localeOfName(strapi, context, schema, entity, name) : locale
}

/** In the asked language where it exists in that, else in its own. */
function toMeantHit({ type, documentId, titles }: MeantDocument, language: string): Hit {
  return { type, documentId, language: titles.has(language) ? language : [...titles.keys()][0] ?? language }
}

/**
 * What bears exactly that name or stood at that old address comes before what only speaks of it, also where no text has
 * the words.
 */
function meantFirst(meant: Hit[], hits: Hit[]): Hit[] {
  const isMeant = ({ type, documentId }: Hit) => meant.some(hit => hit.type === type && hit.documentId === documentId)
  return [...meant, ...hits.filter(hit => !isMeant(hit))]
}

/** Its text, or that of its parts where only they say what is asked for. */
function textFor({ text, language }: SearchedRow, asked: Word[]): string {
  return hasAny(text.parts, asked, language) && !hasAny(text.text, asked, language) ? text.parts : text.text
}

/** Hits with their texts, read now: the index keeps none. */
async function shown(strapi: Core.Strapi, hits: Hit[], wordsIn: (language: string) => Promise<Word[]>) {
  const rows = new Map<string, SearchedRow>()
  const words = new Map<string, Word[]>()
  for (const [key, ofKey] of Map.groupBy(hits, ({ type, language }) => `${type} ${language}`)) {
    const [{ type, language } = { type: 'Page' as const, language: key }] = ofKey
    words.set(language, await wordsIn(language))
    for (const row of await readSearched(strapi, type, {
      language, documentIds: ofKey.map(({ documentId }) => documentId),
    }))
      rows.set(row.text.id, row)
  }
  return hits.flatMap(({ type, documentId }) => {
    const row = rows.get(`${type} ${documentId}`)
    if (!row) return []
    const asked = words.get(row.language) ?? []
    return [
      {
        type, documentId, slug: row.slug, locale: row.language, title: marked(row.text.title, asked, row.language),
        excerpt: excerpt(textFor(row, asked), asked, row.language), articleKind: row.kind,
      },
    ]
  })
}
