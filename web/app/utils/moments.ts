import { dayOf, formatDay, formatTag, localeOf } from 'shared-types'

/** The day of a moment (ISO 8601), in words of a language. */
export function formatMoment(moment: string, locale: string): string {
  return formatDay(dayOf(moment), 'day', localeOf(locale).language)
}

/** A number as the readers of a language write it, in European digits. */
export function formatNumber(number: number, locale: string): string {
  return new Intl.NumberFormat(formatTag(localeOf(locale).language)).format(number)
}
