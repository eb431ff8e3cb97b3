import { findMeasure } from '../../../../../cms/measure'
import { toAtom } from '../../../../../cms/measure-feed'

export default defineEventHandler(async (event) => {
  const locale = localeOfPath(event)
  const measure = orNotFound(await findMeasure(slugOfPath(event), locale))
  const { siteUrl } = readEnvironment()
  return sendFile(event, 'application/atom+xml', toAtom(measure, locale, { page: siteUrl + measurePath(measure.slug, locale), feed: `${siteUrl}/data/${locale}/measures/${measure.slug}/feed.atom` }))
})
