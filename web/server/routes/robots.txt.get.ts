/** Bots may read the pages, the feeds and other files; not what only serves the pages. */
export default defineEventHandler((event) => {
  setResponseHeader(event, 'Content-Type', 'text/plain; charset=utf-8')
  return `User-agent: *
Disallow: /api/
Disallow: /graphql

Sitemap: ${readEnvironment().siteUrl}/sitemap.xml
`
})
