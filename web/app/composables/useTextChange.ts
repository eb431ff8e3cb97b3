import type { TextChange } from '~~/server/cms/translation'

/**
 * Says what has changed in the original at a place of the translation that is shown, if anything. A paragraph that is
 * new there has no counterpart here, and a text that is shown in another language than the page's is no translation.
 */
export function useTextChange(): (place: string, language: string) => TextChange | undefined {
  const { locale } = useI18n()
  const languages = useDocumentLanguages()
  const isCounterpart = ({ place, before }: TextChange) => before !== null || !place.includes('/')
  return (place, language) =>
    language === locale.value
      ? languages.value?.changes.find(change => change.place === place && isCounterpart(change))
      : undefined
}
