import { findMeasure } from '../../../cms/measure'
import { findCurrentSlug, findGone } from '../../../cms/site'

export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: slug => findMeasure(slug, locale),
    findMoved: slug => findCurrentSlug('Measure', slug),
    findGone: slug => findGone('Measure', slug, locale),
  })
})
