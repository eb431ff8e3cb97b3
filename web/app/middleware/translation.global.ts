import type { DocumentLanguages } from 'shared-types'

/** Addresses of one document, by their names in `config/locales.ts`, and its type in the contract. */
const TYPES: Record<string, string> = {
  'plans-key': 'Plan',
  'plans-key-lineage': 'Plan',
  'fields-slug': 'FieldOfAction',
  'measures-slug': 'Measure',
  'measures-slug-sheet': 'Measure',
  'articles-slug': 'Article',
  'articles-slug-sheet': 'Article',
  'people-slug': 'Person',
  'organisations-slug': 'Organisation',
  'pages-slug': 'Page',
}

/**
 * Finds out, before anything is drawn, in which languages the document of an address exists: header and page say the
 * same of it.
 */
export default defineNuxtRouteMiddleware(async ({ name, params }) => {
  const [page = '', locale = ''] = String(name).split('___')
  const type = TYPES[page]
  const languages = useDocumentLanguages()
  languages.value = null
  if (!type) return
  languages.value
    = (await askServer<DocumentLanguages | undefined>('/api/translations', {
      type, slug: String(params.slug ?? params.key), locale,
    })) ?? null
})
