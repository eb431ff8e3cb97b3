import type { ArticleLinkFragment, ArticleName } from 'shared-types'
import { toTitle } from './text'

/** Articles, as links name them, in the order of the cms. */
export function toArticleNames(articles: readonly ArticleLinkFragment[]): ArticleName[] {
  return articles.map(toArticleName)
}

export function toArticleName(article: ArticleLinkFragment): ArticleName {
  return {
    id: article.documentId,
    slug: article.slug,
    kind: article.kind,
    title: toTitle(article),
    date: article.date,
    isExample: article.isExample,
  }
}
