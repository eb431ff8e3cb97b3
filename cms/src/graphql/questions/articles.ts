/** Articles: finding them, what they are in the words of schema.org, and the articles about something. */
import type { Core } from '@strapi/strapi'
import {
  ARTICLE_FACETS, ARTICLE_KIND, ARTICLE_KINDS, type ArticleFacetName, isArticleKind, LOCALE_CODES,
} from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { findArticles } from '../../register/articles'
import { localeFrom, pageOf, pagingFrom, refuseUnknown, yearFrom } from '../arguments'
import { facetTitles } from './finder'
import { inverseResolver } from '../inverse'
import { COSTS, spend } from '../limits/cost'
import type { View } from '../loaders'
import { loadersOf, registerFor, type RequestContext, shownTo } from '../resolvers'
import { ARTICLE } from '../../content-model/uids'

/** Types that articles are about, and the relation that says so. */
const SUBJECTS = { Person: 'people', FieldOfAction: 'fieldsOfAction', Measure: 'measures', TimelineEvent: 'events' }

const DEFINITIONS = `
  "What the articles are counted by."
  enum ArticleFacetName { ${ARTICLE_FACETS.map(facet => `"By ${facet}." ${facet}`).join(' ')} }
  "A filter with all its choices."
  type ArticleFacet {
    "Which filter."
    name: ArticleFacetName!
    "Its choices, in an order for readers."
    choices: [FacetChoice!]!
  }
  "Articles that were found."
  type ArticleFinding {
    "Articles that fit, on all pages."
    total: Int!
    "How many that fit do not exist in the asked language: with isTranslated they are not among the others."
    elsewhere: Int!
    "Articles of this page, the newest first."
    nodes: [Article!]!
    "Every filter with the number of articles behind each choice."
    facets: [ArticleFacet!]!
  }
  extend type Article {
    "What it is in the words of schema.org, for instance OpinionNewsArticle."
    schemaType: String!
    "Who wrote it, translated it, made its pictures."
    contributions: [Contribution!]!
  }
  ${Object.keys(SUBJECTS).map(type => `extend type ${type} {
    "Articles about it, the oldest first."
    articles: [Article!]!
  }`).join('\n')}
  extend type Query {
    "Finds published articles, the newest first. Filters that nothing fits find nothing; an empty or missing one asks for nothing. An unknown kind or language is refused."
    articleFinder(
      "A kind of article: one of ${ARTICLE_KINDS.join(', ')}." kind: String
      "A year, YYYY, in which it was first published." year: String
      "First year, YYYY, of a period in which it was first published." from: String
      "Last year, YYYY, of a period in which it was first published." until: String
      "Slug of a field of action." field: String
      "Slug of a person who speaks in it, whom it is about, or who contributed to it." person: String
      "Code of a language in which it exists." language: String
      "Only articles that exist in the asked language; else all, those in their own." isTranslated: Boolean
      "Number of the page, from 1." page: Int
      "Articles on a page: 24, at most 100." pageSize: Int
      locale: I18NLocaleCode
    ): ArticleFinding!
  }
`

type Arguments = Partial<Record<ArticleFacetName | 'from' | 'until', string | null>> & {
  isTranslated?: boolean | null
  page?: number | null
  pageSize?: number | null
  locale?: string
}

export function registerArticles(strapi: Core.Strapi): void {
  const subjects = Object.entries(SUBJECTS).map(([type, attribute]) => [
    type, { articles: inverseResolver(strapi, { uid: ARTICLE, attribute, orderBy: ['startsOn', 'id'] }) },
  ])
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        ...Object.fromEntries(subjects),
        Article: {
          schemaType: ({ kind }: { kind: unknown }) => isArticleKind(kind) ? ARTICLE_KIND[kind].schemaType : 'Article',
          contributions: inverseResolver(strapi, {
            uid: 'api::contributor.contribution', attribute: 'article', orderBy: ['role', 'id'],
          }),
        },
        Query: {
          articleFinder: (_parent: unknown, args: Arguments, context: RequestContext) => find(strapi, args, context),
        },
      },
      resolversConfig: { 'Query.articleFinder': { auth: false } },
    }))
}

async function find(strapi: Core.Strapi, args: Arguments, context: RequestContext) {
  spend(context, COSTS.finder)
  const view: View = { locale: localeFrom(args.locale), status: shownTo(context) }
  const register = await registerFor(strapi, context)
  const { kind, year, field, person, language, from, until } = args
  refuseUnknown({ kind: [kind, ARTICLE_KINDS], language: [language, LOCALE_CODES] })
  for (const [name, text] of Object.entries({ year, from, until })) yearFrom(name, text)
  const { ids, elsewhere, facets } = findArticles(
    register,
    { kind: kind ?? '', year: year ?? '', field: field ?? '', person: person ?? '', language: language ?? '' },
    { from: from ?? '', until: until ?? '', locale: view.locale, isTranslated: args.isTranslated === true },
  )
  const articles = schemaOf(strapi, ARTICLE)
  const nodes = await Promise.all(
    pageOf(ids, pagingFrom(args)).map(id => loadersOf(strapi, context).document(articles, view, id)),
  )
  const fields = new Map([...register.fields.values()].map(({ slug, id }) => [slug, id]))
  const people = new Map([...register.people.values()].map(({ slug, id }) => [slug, id]))
  const titlesOf = (name: ArticleFacetName, value: string) => {
    if (name === 'field') return facetTitles(strapi, 'FieldOfAction', view, fields.get(value))
    return name === 'person' ? facetTitles(strapi, 'Person', view, people.get(value)) : {}
  }
  return {
    total: ids.length,
    elsewhere,
    nodes: nodes.filter(node => node !== null),
    facets: ARTICLE_FACETS.map(name => ({
      name,
      choices: facets[name].map(({ value, count }) => ({ value, count, ...titlesOf(name, value) })),
    })),
  }
}
