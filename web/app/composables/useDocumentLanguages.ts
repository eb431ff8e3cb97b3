import type { DocumentLanguages } from '~~/server/cms/translation'
import type { Ref } from 'vue'

/**
 * The languages of the document at this address; null where the page is not of one document, and of a numbered version.
 */
export function useDocumentLanguages(): Ref<DocumentLanguages | null> {
  return useState<DocumentLanguages | null>('document-languages', () => null)
}
