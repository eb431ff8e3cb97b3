import { findOrganisation } from '../../cms/contributor'
import { findCurrentSlug, findGone } from '../../cms/site'

export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: slug => findOrganisation(slug, locale),
    findMoved: slug => findCurrentSlug('Organisation', slug),
    findGone: slug => findGone('Organisation', slug, locale),
  })
})
