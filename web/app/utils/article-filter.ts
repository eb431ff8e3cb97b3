/** Choosing articles: the state of the form is the query of the address. */
import { ARTICLE_KINDS, type ArticleFacetName, isLocaleCode } from 'shared-types'
import type { ArticleFinding } from '~~/server/cms/article'

/** What articles are chosen by, in the order of the form; `from` and `until` are years. */
export const ARTICLE_FILTERS = ['kind', 'from', 'until', 'field', 'person', 'language'] as const
export type ArticleFilterName = (typeof ARTICLE_FILTERS)[number]

export interface ArticleQuery extends Record<ArticleFilterName, string> {
  page: number
  /** With what is not there in the language of the page. */
  isAll: boolean
}

/** A single `year` is a period as well. */
export function readArticleQuery(query: Query): ArticleQuery {
  const year = textIn(query, 'year')
  return {
    kind: textIn(query, 'kind'), from: textIn(query, 'from') || year, until: textIn(query, 'until') || year,
    field: textIn(query, 'field'), person: textIn(query, 'person'), language: textIn(query, 'language'),
    page: pageIn(query), isAll: isAllIn(query),
  }
}

/** The query of an address that shows the same, without what goes without saying. */
export function toArticleAddress({ page, isAll, ...texts }: ArticleQuery): Record<string, string> {
  return filled({ ...texts, page: page === 1 ? '' : String(page), all: isAll ? '1' : '' })
}

/** Filters that are set to something that no article has. */
export function unknownArticleFilters(choice: ArticleQuery, { facets }: ArticleFinding): ArticleFilterName[] {
  const isWord = { kind: ARTICLE_KINDS.some(kind => kind === choice.kind), language: isLocaleCode(choice.language) }
  return chosenArticleFilters(choice).filter(
    name =>
      !facets[facetOf(name)].some(({ value }) => value === choice[name])
      && !(name === 'kind' && isWord.kind)
      && !(name === 'language' && isWord.language),
  )
}

/** What the choices of a filter are counted by. */
export function facetOf(name: ArticleFilterName): ArticleFacetName {
  return name === 'from' || name === 'until' ? 'year' : name
}

/** The choice with the first year of its period before the last. */
export function withPeriodInOrder(choice: ArticleQuery): ArticleQuery {
  const { from, until } = choice
  return until !== '' && from > until ? { ...choice, from: until, until: from } : choice
}

/** The choice without some of its filters. */
export function withoutFilters(choice: ArticleQuery, names: readonly ArticleFilterName[]): ArticleQuery {
  return { ...choice, ...Object.fromEntries(names.map(name => [name, ''])), page: 1 }
}

/** Filters that are set. */
export function chosenArticleFilters(choice: ArticleQuery): ArticleFilterName[] {
  return ARTICLE_FILTERS.filter(name => choice[name] !== '')
}
