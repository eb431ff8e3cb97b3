/** Formats of feeds, and what programs call them. */
export const FEED_TYPES = {
  atom: 'application/atom+xml', rss: 'application/rss+xml', json: 'application/feed+json',
} as const

export type FeedFormat = keyof typeof FEED_TYPES

/** Which articles a feed holds: of a kind, of a field by its slug; all where both are empty. */
export interface FeedFilter {
  kind: string
  field: string
}

/** The address of a feed of articles in a language, without the website's own. */
export function articleFeedPath(format: FeedFormat, locale: string, filter: FeedFilter): string {
  return `/data/${locale}/articles/feed.${format}${queryOf(filter)}`
}

/** What a choice adds to an address: nothing where nothing is chosen. */
export function queryOf(filter: FeedFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}
