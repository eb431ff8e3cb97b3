import { formatHistoricalDate, localeOf, parseHistoricalDate } from 'shared-types'
import type { FindText } from '~~/server/cms/find-text'

/** An EDTF date in the words of a language. What is no date comes back as it is. */
export function dateInWords(text: string, locale: string, t: FindText): string {
  const date = parseHistoricalDate(text)
  return date
    ? formatHistoricalDate(date, localeOf(locale).language, {
        uncertain: date => t('date.uncertain', { date }),
        approximate: date => t('date.approximate', { date }),
        since: date => t('date.since', { date }),
      })
    : text
}
