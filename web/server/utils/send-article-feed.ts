import type { H3Event } from 'h3'
import { FEED_TYPES, type FeedFormat } from '../../config/feeds'
import { findFeedArticles, toArticleFeed } from '../cms/article-feed'

/** A feed of articles, of the kind and field that the query names. Throws 404 for a kind or field that there is not. */
export async function sendArticleFeed(event: H3Event, format: FeedFormat): Promise<string> {
  const locale = localeOfPath(event)
  const found = orNotFound(
    await findFeedArticles(
      { kind: textOfQuery(event, 'kind') ?? '', field: textOfQuery(event, 'field') ?? '' }, locale,
    ),
  )
  return sendFile(
    event, FEED_TYPES[format], await toArticleFeed(format, found, { locale, siteUrl: readEnvironment().siteUrl }),
  )
}
