import type { H3Event } from 'h3'
import { FEED_TYPES, type FeedFormat } from '../../config/feeds'
import { findFeedChanges, toChangeFeed } from '../cms/change-feed'

/** A feed of what changed, of the plan and field that the query names. Throws 404 for one that there is not. */
export async function sendChangeFeed(event: H3Event, format: FeedFormat): Promise<string> {
  const locale = localeOfPath(event)
  const found = orNotFound(
    await findFeedChanges(
      { plan: textOfQuery(event, 'plan') ?? '', field: textOfQuery(event, 'field') ?? '' }, locale,
    ),
  )
  return sendFile(
    event, FEED_TYPES[format], await toChangeFeed(format, found, { locale, siteUrl: readEnvironment().siteUrl }),
  )
}
