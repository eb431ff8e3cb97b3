import { isSlug } from 'shared-types'
import { findDocumentLanguages } from '../../cms/translation'

/** The languages of the document of a type and slug; no content where there is none. */
export default defineEventHandler(async (event) => {
  const [type, slug] = [textOfQuery(event, 'type'), textOfQuery(event, 'slug')]
  return type && slug && isSlug(slug) ? findDocumentLanguages({ type, slug, locale: localeOfRequest(event) }) : null
})
