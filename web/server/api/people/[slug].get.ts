import { findPerson } from '../../cms/contributor'
import { findCurrentSlug, findGone } from '../../cms/site'

export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: slug => findPerson(slug, locale),
    findMoved: slug => findCurrentSlug('Person', slug),
    findGone: slug => findGone('Person', slug, locale),
  })
})
