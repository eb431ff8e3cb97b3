import { findArticle } from '../../../cms/article'
import { findCurrentSlug, findGone } from '../../../cms/site'

export default defineEventHandler((event) => {
  const locale = localeOfRequest(event)
  return findBySlug(slugOfPath(event), {
    find: slug => findArticle(slug, locale),
    findMoved: slug => findCurrentSlug('Article', slug),
    findGone: slug => findGone('Article', slug, locale),
  })
})
