import type { ArticleLinkFragment, ArticleName } from 'shared-types'
import { toTitle, whole } from './text'

/** Articles, as links name them, in the order of the cms. */
export function toArticleNames(articles: readonly (ArticleLinkFragment | null)[] | null | undefined): ArticleName[] {
  return whole(articles).map(toArticleName)
}

export function toArticleName(article: ArticleLinkFragment): ArticleName {
  return {
    id: article.documentId,
    slug: article.slug ?? article.documentId,
    kind: article.kind ?? 'unknown',
    title: toTitle(article),
    date: article.date ?? '',
    isExample: article.isExample === true,
  }
}
