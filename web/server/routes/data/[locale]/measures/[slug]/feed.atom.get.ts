import { FEED_TYPES } from '../../../../../../config/feeds'
import { findMeasure } from '../../../../../cms/measure'
import { toMeasureFeed } from '../../../../../cms/measure-feed'

export default defineEventHandler(async (event) => {
  const locale = localeOfPath(event)
  const found = await findMeasure(slugOfPath(event), locale)
  const measure = orNotFound(found?.languages.includes(locale) ? found : null)
  const { siteUrl } = readEnvironment()
  return sendFile(event, FEED_TYPES.atom, orNotFound(await toMeasureFeed(measure, locale, { page: siteUrl + measurePath(measure.slug, locale), feed: `${siteUrl}/data/${locale}/measures/${measure.slug}/feed.atom` })))
})
