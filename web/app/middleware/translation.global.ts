import { versionedTypeOf } from 'shared-types'
import { DOCUMENT_PAGES } from '../../config/addresses'

const VERSION = '-slug-v-number'

/**
 * Finds out, before anything is drawn, in which languages the document of an address exists, and what it is called:
 * header, trail and page say the same of it. A numbered version stands for itself: only the title is asked for.
 */
export default defineNuxtRouteMiddleware(async ({ name, params }) => {
  const page = pageOfRoute(name)
  const [, locale = ''] = String(name).split('___')
  const isVersion = page.endsWith(VERSION)
  const type = isVersion
    ? versionedTypeOf(page.replace(VERSION, ''))
    : DOCUMENT_PAGES.find(candidate => candidate.page === page)?.type
  const [languages, title] = [useDocumentLanguages(), useDocumentTitle()]
  languages.value = null
  title.value = null
  if (!type) return
  const found = (await askServer('/api/translations', { type, slug: String(params.slug), locale })) ?? null
  if (!isVersion) languages.value = found
  const [source] = found?.titles ?? []
  const own = found?.titles.find(candidate => candidate.locale === locale)
  // What is called the same in all languages, as people are, is called so in that of its source.
  title.value = own && own.value !== source?.value ? own : source ?? null
})
