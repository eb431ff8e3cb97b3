import { findSitemap } from '../cms/sitemap'

export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'Content-Type', 'application/xml; charset=utf-8')
  return findSitemap(readEnvironment().siteUrl)
})
