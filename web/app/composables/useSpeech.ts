import type { FindText } from '~~/server/cms/find-text'

/** The language of the page and its texts, as they are looked up outside of pages too. */
export function useSpeech(): { locale: string, t: FindText } {
  const { t, locale } = useI18n()
  return {
    locale: locale.value,
    t: (key, values = {}, count) => count === undefined ? t(key, values) : t(key, values, count),
  }
}
