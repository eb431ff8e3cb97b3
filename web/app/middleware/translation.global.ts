import { DOCUMENT_PAGES } from '../../config/addresses'

/**
 * Finds out, before anything is drawn, in which languages the document of an address exists: header and page say the
 * same of it.
 */
export default defineNuxtRouteMiddleware(async ({ name, params }) => {
  const [page = '', locale = ''] = String(name).split('___')
  const type = DOCUMENT_PAGES.find(candidate => candidate.page === page)?.type
  const languages = useDocumentLanguages()
  languages.value = null
  if (!type) return
  languages.value
    = (await askServer('/api/translations', {
      type, slug: String(params.slug), locale,
    })) ?? null
})
