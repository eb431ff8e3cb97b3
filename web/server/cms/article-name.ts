import type { ArticleLinkFragment } from 'shared-types'
import { toTitle } from './text'

/** Beitrag, as links name it. */
export type ArticleName = ReturnType<typeof toArticleName>

/** Articles, as links name them, in the order of the cms. */
export function toArticleNames(articles: readonly ArticleLinkFragment[]): ArticleName[] {
  return articles.map(toArticleName)
}

export function toArticleName(article: ArticleLinkFragment) {
  return {
    id: article.documentId,
    slug: article.slug,
    kind: article.kind,
    title: toTitle(article),
    date: article.date,
    isExample: article.isExample,
  }
}
