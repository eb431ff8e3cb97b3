import { ARTICLE_KIND, type ArticleKind } from 'shared-types'

/** The shape of a kind of article in a box of 16 by 16: lines, and an area that is filled. */
export const ARTICLE_SHAPES: Record<ArticleKind, { line?: string, area?: string }> = {
  unknown: {},
  report: { line: 'M3 2H13V14H3ZM5.5 5.5H10.5M5.5 8H10.5M5.5 10.5H8.5' },
  interview: { line: 'M1.5 2H10V7.5H5.5L3 10V7.5H1.5ZM12 6H14.5V11.5H13V14L10.5 11.5H7.5' },
  opinion: { area: 'M1 2H15V11H8L4 15V11H1Z' },
  commentary: { area: 'M2 14L3 10L10.5 2.5L13.5 5.5L6 13Z' },
  status_report: { line: 'M3 14V9.5M8 14V5.5M13 14V2' },
  announcement: { line: 'M2.5 6V10H5.5L11 13.5V2.5L5.5 6ZM14 6.5V9.5' },
  background: { line: 'M2 5L8 2L14 5L8 8ZM2 8.5L8 11.5L14 8.5M2 11.5L8 14.5L14 11.5' },
  video: { line: 'M1.5 2.5H14.5V13.5H1.5Z', area: 'M6 5L11 8L6 11Z' },
  photo_series: { line: 'M5 2H14.5V10H5ZM2 5V13.5H11.5' },
}

/** Kinds that say what somebody thinks: they can never be taken for a report. */
export function isOpinionKind(kind: ArticleKind): boolean {
  return kind !== 'unknown' && ARTICLE_KIND[kind].isOpinion
}
