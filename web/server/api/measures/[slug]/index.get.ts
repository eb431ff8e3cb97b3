import { findMeasure } from '../../../cms/measure'
import { findNewestNumber } from '../../../cms/revision'
import { findCurrentSlug, findGone } from '../../../cms/site'

/** The measure, with the number under which it is cited. */
export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: async (slug) => {
      const measure = await findMeasure(slug, locale)
      return measure && { measure, number: await findNewestNumber('Measure', slug, measure.title.locale) }
    },
    findMoved: slug => findCurrentSlug('Measure', slug),
    findGone: slug => findGone('Measure', slug, locale),
  })
})
