import { findPage } from '../../../cms/page'
import { findCurrentSlug, findGone } from '../../../cms/site'

export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: slug => findPage(slug, locale),
    findMoved: slug => findCurrentSlug('Page', slug),
    findGone: slug => findGone('Page', slug, locale),
  })
})
