import { dayOf, formatDay, formatTag, localeOf } from 'shared-types'

/** The day of a moment (ISO 8601), in words of a language. */
export function formatMoment(moment: string, locale: string): string {
  return formatDay(dayOf(moment), 'day', localeOf(locale).language)
}

/** A number as the readers of a language write it, in European digits. */
export function formatNumber(number: number, locale: string): string {
  return new Intl.NumberFormat(formatTag(localeOf(locale).language)).format(number)
}

/** The time of a moment (ISO 8601) in Hannover, `14:05`. */
export function formatTime(moment: string, locale: string): string {
  return new Intl.DateTimeFormat(formatTag(localeOf(locale).language), {
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Berlin',
  }).format(new Date(moment))
}
