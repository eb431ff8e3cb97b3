import { formatHistoricalDate, localeOf, parseHistoricalDate } from 'shared-types'

/** Puts an EDTF date into the words of the page's language. What is no date comes back as it is. */
export function useDateWords(): (date: string) => string {
  const { locale, t } = useI18n()
  const { language } = localeOf(locale.value)
  const words = {
    uncertain: (date: string) => t('date.uncertain', { date }),
    approximate: (date: string) => t('date.approximate', { date }),
    since: (date: string) => t('date.since', { date }),
  }
  return (text) => {
    const date = parseHistoricalDate(text)
    return date ? formatHistoricalDate(date, language, words) : text
  }
}
