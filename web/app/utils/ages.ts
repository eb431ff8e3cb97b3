import { formatTag, localeOf } from 'shared-types'

/** How long ago a day (`YYYY-MM-DD`) was, in words of a language: in whole years, before that in months. */
export function formatAge(day: string, today: string, locale: string): string {
  const months = monthsBetween(day, today)
  const language = formatTag(localeOf(locale).language)
  if (months === 0) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'month')
  const format = new Intl.RelativeTimeFormat(language)
  return months < 12 ? format.format(-months, 'month') : format.format(-Math.floor(months / 12), 'year')
}

/** Months that are over from one day to another. */
function monthsBetween(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [year = 0, month = 0, day = 0] = until.split('-').map(Number)
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0))
}
