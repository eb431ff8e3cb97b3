import { articleFeedPath, FEED_TYPES, type FeedFilter } from '~~/config/feeds'

/** A feed, as pages name it to programs. */
export interface PageFeed {
  title: string
  type: string
  href: string
}

/** The feeds of articles in the page's language, of a choice of them or of all: one in each format. */
export function useArticleFeeds({ kind = '', field = '' }: Partial<FeedFilter> = {}): (PageFeed & {
  format: string
})[] {
  const { locale, t } = useI18n()
  const formats = [
    ['atom', 'Atom'], ['rss', 'RSS'], ['json', 'JSON Feed'],
  ] as const
  return formats.map(([code, format]) => ({
    format, title: t('feed.format', { feed: t('feed.articles'), format }), type: FEED_TYPES[code],
    href: articleFeedPath(code, locale.value, { kind, field }),
  }))
}
