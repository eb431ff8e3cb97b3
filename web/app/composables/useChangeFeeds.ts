import type { PageFeed } from './useArticleFeeds'
import { type ChangeFeedFilter, changeFeedPath, FEED_TYPES, publicationFeedPath } from '~~/config/feeds'

const FORMATS = [['atom', 'Atom'], ['json', 'JSON Feed']] as const

/** The feeds of what changed in the page's language, of a plan or field or of all: one in each format. */
export function useChangeFeeds({ plan = '', field = '' }: Partial<ChangeFeedFilter> = {}): (PageFeed & {
  format: string
})[] {
  const { locale, t } = useI18n()
  return FORMATS.map(([code, format]) => ({
    format, title: t('feed.format', { feed: t('changes.title'), format }), type: FEED_TYPES[code],
    href: changeFeedPath(code, locale.value, { plan, field }),
  }))
}

/** The feeds of what was published here in the page's language: one in each format. */
export function usePublicationFeeds(): ReturnType<typeof useChangeFeeds> {
  const { locale, t } = useI18n()
  return FORMATS.map(([code, format]) => ({
    format, title: t('feed.format', { feed: t('changes.published.link'), format }), type: FEED_TYPES[code],
    href: publicationFeedPath(code, locale.value),
  }))
}
