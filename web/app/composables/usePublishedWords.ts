import { type PublishedChange, publishedSentence } from 'shared-types'

/** What a version changed, in one sentence of the page's language. */
export function usePublishedWords(): (change: PublishedChange) => string {
  const { t, locale } = useI18n()
  return change => publishedSentence(change, (key, values = {}) => t(key, values), locale.value)
}
