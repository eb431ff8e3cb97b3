import { formatDay, localeOf } from 'shared-types'

/** The day of a moment (ISO 8601), in words of a language. */
export function formatMoment(moment: string, locale: string): string {
  return formatDay(moment.slice(0, 10), 'day', localeOf(locale).language)
}
