/** Searching. What the pages show: the answers of the cms in the field's words, without a null that means nothing. */
import type { ArticleKind, SearchedType } from '../generated/operations.js'

/** A stretch of text, and whether it is what was looked for. */
export interface TextPart {
  text: string
  isHit: boolean
}

/** Treffer. */
export interface SearchHit {
  type: SearchedType
  id: string
  slug: string
  /** Code of the language in which it was found. */
  locale: string
  title: TextPart[]
  /** Code of the language of the title, which of a name may be another. */
  titleLocale: string
  excerpt: TextPart[]
  /** Null for everything but articles. */
  articleKind: ArticleKind | null
}

/** What was found. */
export interface SearchFinding {
  total: number
  hits: SearchHit[]
  counts: { type: SearchedType, count: number }[]
  /** Documents found in another language only. */
  otherTotal: number
  otherHits: SearchHit[]
}
