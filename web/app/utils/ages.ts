import { formatTag, localeOf, parseHistoricalDate } from 'shared-types'

/**
 * How long before a day (`YYYY-MM-DD`) a date (EDTF) was, in words of a language: in whole years, before that months.
 * Where no day is known, the years or months of the calendar are counted. Null for what is no date.
 */
export function formatAge(edtf: string, today: string, locale: string): string | null {
  const date = parseHistoricalDate(edtf)
  if (!date) return null
  const language = formatTag(localeOf(locale).language)
  const inCalendar = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const month = date.beganBy.slice(0, 'YYYY-MM'.length)
  if (date.precision === 'year') return inCalendar.format(yearOf(month) - yearOf(today), 'year')
  const isDay = date.precision === 'day'
  const months = monthsBetween(isDay ? date.beganBy : `${month}-01`, today)
  const format = isDay && months > 0 ? new Intl.RelativeTimeFormat(language) : inCalendar
  return months < 12 ? format.format(-months, 'month') : format.format(-Math.floor(months / 12), 'year')
}

function yearOf(date: string): number {
  return Number(date.slice(0, 'YYYY'.length))
}

/** Months that are over from one day to another. */
function monthsBetween(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [year = 0, month = 0, day = 0] = until.split('-').map(Number)
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0))
}
