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

/** Of which plan or field a feed or a calendar tells, by slugs; of all where both are empty. */
export interface ChangeFeedFilter {
  plan: string
  field: string
}

/** From when on feeds tell what changed: before anything of which this website tells. */
export const CHANGES_SINCE = '1990-01-01'

/** The address of a feed of changes in a language, without the website's own. */
export function changeFeedPath(format: FeedFormat, locale: string, filter: ChangeFeedFilter): string {
  return `/data/${locale}/changes/feed.${format}${queryOf(filter)}`
}

/** The address of a feed of what was published here in a language, without the website's own. */
export function publicationFeedPath(format: FeedFormat, locale: string): string {
  return `/data/${locale}/publications/feed.${format}`
}

/** The address of the calendar in a language, without the website's own. */
export function calendarPath(locale: string, filter: ChangeFeedFilter): string {
  return `/data/${locale}/calendar.ics${queryOf(filter)}`
}

/** What a choice adds to an address: nothing where nothing is chosen. */
export function queryOf(filter: FeedFilter | ChangeFeedFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}
