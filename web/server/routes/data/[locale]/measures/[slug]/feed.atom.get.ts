import { FEED_TYPES } from '../../../../../../config/feeds'
import { findMeasure } from '../../../../../cms/measure'
import { toMeasureFeed } from '../../../../../cms/measure-feed'
import { findCurrentSlug, findGone } from '../../../../../cms/site'

export default defineEventHandler(async (event) => {
  const locale = localeOfPath(event)
  const { siteUrl } = readEnvironment()
  const feedOf = (slug: string) => `${siteUrl}/data/${locale}/measures/${slug}/feed.atom`
  const found = await findBySlug(slugOfPath(event), {
    find: slug => findMeasure(slug, locale),
    findMoved: slug => findCurrentSlug('Measure', slug),
    findGone: slug => findGone('Measure', slug, locale),
  })
  if ('gone' in found) throw createError({ statusCode: 410, statusMessage: 'Gone' })
  if ('movedTo' in found) return sendRedirect(event, feedOf(found.movedTo) + getRequestURL(event).search, 308)
  const measure = orNotFound(found.document.languages.includes(locale) ? found.document : null)
  return sendFile(
    event, FEED_TYPES.atom,
    orNotFound(
      await toMeasureFeed(measure, locale, {
        page: siteUrl + measurePath(measure.slug, locale), feed: feedOf(measure.slug),
      }),
    ),
  )
})
