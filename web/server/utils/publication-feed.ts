import type { H3Event } from 'h3'
import { FEED_TYPES, type FeedFormat } from '../../config/feeds'
import { findFeedPublications, toPublicationFeed } from '../cms/publication-feed'

/** A feed of what was published here in the language of its address. */
export async function sendPublicationFeed(event: H3Event, format: FeedFormat): Promise<string> {
  const locale = localeOfPath(event)
  const publications = orNotFound(await findFeedPublications(locale))
  return sendFile(
    event, FEED_TYPES[format],
    await toPublicationFeed(format, publications, { locale, siteUrl: readEnvironment().siteUrl }),
  )
}
