/** A stored date (EDTF) as readers of the website will read it, in German. */
import { formatHistoricalDate, parseHistoricalDate } from '../../../../shared-types/src/dates'
import { date as words } from '../../../../shared-types/languages/de.json'

/** As it is stored, where it is no date. */
export function readable(edtf: string): string {
  const date = parseHistoricalDate(edtf)
  return date ? formatHistoricalDate(date, 'de', GERMAN_DATE_WORDS) : edtf
}

/** The day of a moment, in Hannover. */
export function dayOf(moment: string): string {
  return new Date(moment).toLocaleDateString('de', { dateStyle: 'medium', timeZone: 'Europe/Berlin' })
}

/** Ways in which a moment is written. */
const STYLES = {
  /** „Do., 24. Dezember 2026 um 9:00 Uhr“ */
  weekday: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  /** „24. Dezember 2026 um 9:00 Uhr“ */
  long: { dateStyle: 'long', timeStyle: 'short' },
  /** „24.12.2026, 9:00 Uhr“ */
  short: { dateStyle: 'medium', timeStyle: 'short' },
  /** „9:00 Uhr“ */
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** A moment by the clock in Hannover, wherever the browser is. */
export function momentIn(moment: string | number, as: keyof typeof STYLES = 'weekday'): string {
  const style = STYLES[as]
  return `${new Date(moment).toLocaleString('de', { ...style, timeZone: 'Europe/Berlin' })} Uhr`
}

const filled = (sentence: string) => (date: string) => sentence.replace('{date}', date)

export const GERMAN_DATE_WORDS = {
  uncertain: filled(words.uncertain), approximate: filled(words.approximate), since: filled(words.since),
}
