import { formatHistoricalDate, type LocaleCode, localeOf, parseHistoricalDate } from 'shared-types'

/** Puts an EDTF date into the words of a language, by default the page's. What is no date comes back as it is. */
export function useDateWords(code?: LocaleCode): (date: string) => string {
  const i18n = useI18n()
  const { t } = i18n
  const locale = code ?? i18n.locale.value
  const words = {
    uncertain: (date: string) => t('date.uncertain', { date }, { locale }),
    approximate: (date: string) => t('date.approximate', { date }, { locale }),
    since: (date: string) => t('date.since', { date }, { locale }),
  }
  return (text) => {
    const date = parseHistoricalDate(text)
    return date ? formatHistoricalDate(date, localeOf(locale).language, words) : text
  }
}
