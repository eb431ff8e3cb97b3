/** Choosing articles: the state of the form is the query of the address. */
import { ARTICLE_FACETS, ARTICLE_KINDS, type ArticleFacetName, type ArticleFinding, isLocaleCode } from 'shared-types'

export interface ArticleQuery extends Record<ArticleFacetName, string> {
  page: number
  /** With what is not there in the language of the page. */
  isAll: boolean
}

export function readArticleQuery(query: Query): ArticleQuery {
  return { kind: textIn(query, 'kind'), year: textIn(query, 'year'), field: textIn(query, 'field'), person: textIn(query, 'person'), language: textIn(query, 'language'), page: pageIn(query), isAll: isAllIn(query) }
}

/** The query of an address that shows the same, without what goes without saying. */
export function toArticleAddress({ page, isAll, ...texts }: ArticleQuery): Record<string, string> {
  return filled({ ...texts, page: page === 1 ? '' : String(page), all: isAll ? '1' : '' })
}

/** Filters that are set to something that no article has. */
export function unknownArticleFilters(choice: ArticleQuery, { facets }: ArticleFinding): ArticleFacetName[] {
  const isWord = { kind: ARTICLE_KINDS.some(kind => kind === choice.kind), language: isLocaleCode(choice.language) }
  return chosenArticleFilters(choice).filter(name => !facets[name].some(({ value }) => value === choice[name]) && !(name === 'kind' && isWord.kind) && !(name === 'language' && isWord.language))
}

/** The choice without some of its filters. */
export function withoutFilters(choice: ArticleQuery, names: readonly ArticleFacetName[]): ArticleQuery {
  return { ...choice, ...Object.fromEntries(names.map(name => [name, ''])), page: 1 }
}

/** Filters that are set. */
export function chosenArticleFilters(choice: ArticleQuery): ArticleFacetName[] {
  return ARTICLE_FACETS.filter(name => choice[name] !== '')
}
