import { ARTICLE_KIND, type ArticleKind } from 'shared-types'

/**
 * Sections of the website that have a picture of their own where a page is shared:
 * `public/share/<section>-<language>.png`, made by `tools/share-pictures.mjs`.
 */
export const SHARE_SECTIONS = [
  'home', 'timeline', 'plans', 'measures', 'articles', 'opinions', 'interviews', 'status_reports', 'contributors',
] as const

export type ShareSection = (typeof SHARE_SECTIONS)[number]

export const SHARE_PICTURE = { width: 1200, height: 630 }

/** Kinds of documents that have a picture of their own, by the first word of their addresses. */
export type SharedKind = 'measures' | 'articles' | 'plans' | 'fields'

/** Address of the picture of a document, without the website's own. */
export function sharePicturePath(kind: SharedKind, slug: string, locale: string): string {
  return `/data/${locale}/${kind}/${slug}/share.png`
}

/** The section of an article: nobody takes an opinion for a report. */
export function sectionOf(kind: ArticleKind): ShareSection {
  return kind === 'unknown' ? 'articles' : ARTICLE_KIND[kind].shareSection
}
