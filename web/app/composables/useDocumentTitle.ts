import type { Ref } from 'vue'
import type { Text } from '~~/server/cms/text'

/**
 * What the document at this address is called, in the language of the page where it exists in it; also at a numbered
 * version, where it is what the document is called today. Null where the page is not of one document.
 */
export function useDocumentTitle(): Ref<Text | null> {
  return useState<Text | null>('document-title', () => null)
}
