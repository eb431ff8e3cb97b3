/** The kinds of articles, and what each means beyond its word: consent, opinion, schema.org, picture. */
import type { ArticleKind } from './generated/operations.js'

/** What a kind of article means beyond its word. */
interface ArticleKindRow {
  /** People speak for themselves in it: it is published only while they consent to that, in its language. */
  isSpoken: boolean
  /** It says what somebody thinks: it can never be taken for a report. */
  isOpinion: boolean
  /** What it is in the words of schema.org. */
  schemaType: string
  /** Section whose picture stands where it is shared. */
  shareSection: 'articles' | 'opinions' | 'interviews' | 'status_reports'
}

/** Art des Beitrags, in the order in which readers choose. */
export const ARTICLE_KIND = {
  report: { isSpoken: false, isOpinion: false, schemaType: 'NewsArticle', shareSection: 'articles' },
  interview: { isSpoken: true, isOpinion: false, schemaType: 'Conversation', shareSection: 'interviews' },
  opinion: { isSpoken: true, isOpinion: true, schemaType: 'OpinionNewsArticle', shareSection: 'opinions' },
  status_report: { isSpoken: false, isOpinion: false, schemaType: 'Report', shareSection: 'status_reports' },
  commentary: { isSpoken: false, isOpinion: true, schemaType: 'OpinionNewsArticle', shareSection: 'opinions' },
  announcement: { isSpoken: false, isOpinion: false, schemaType: 'Article', shareSection: 'articles' },
  background: { isSpoken: false, isOpinion: false, schemaType: 'BackgroundNewsArticle', shareSection: 'articles' },
  video: { isSpoken: false, isOpinion: false, schemaType: 'VideoObject', shareSection: 'articles' },
  photo_series: { isSpoken: false, isOpinion: false, schemaType: 'ImageGallery', shareSection: 'articles' },
} as const satisfies Record<Exclude<ArticleKind, 'unknown'>, ArticleKindRow>

export const ARTICLE_KINDS = Object.keys(ARTICLE_KIND).filter(isArticleKind)

export function isArticleKind(kind: unknown): kind is keyof typeof ARTICLE_KIND {
  return typeof kind === 'string' && Object.hasOwn(ARTICLE_KIND, kind)
}

/** Kinds of articles in which people speak for themselves. */
export const SPOKEN_KINDS = ARTICLE_KINDS.filter(kind => ARTICLE_KIND[kind].isSpoken)
