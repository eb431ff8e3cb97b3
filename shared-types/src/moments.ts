const HANNOVER = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })

const HOUR_MILLISECONDS = 60 * 60 * 1000

/** In Hannover days begin with an hour: during it the day is the same. */
let known = { hour: -1, day: '' }

/** Today in Hannover, `YYYY-MM-DD`. */
export function today(): string {
  const hour = Math.floor(Date.now() / HOUR_MILLISECONDS)
  if (hour !== known.hour) known = { hour, day: HANNOVER.format(Date.now()) }
  return known.day
}

/**
 * The day of a moment (ISO 8601) in Hannover, `YYYY-MM-DD`; a day by itself is that day. The one place where a moment
 * becomes a day.
 */
export function dayOf(moment: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(moment) ? moment : HANNOVER.format(new Date(moment))
}

/**
 * The moment at which a day (`YYYY-MM-DD`) begins in Hannover: its clock is one hour ahead of UTC in winter, two in
 * summer.
 */
export function beginningOf(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const inSummer = new Date(midnight - 2 * HOUR_MILLISECONDS)
  return HANNOVER.format(inSummer) === day ? inSummer : new Date(midnight - HOUR_MILLISECONDS)
}

/**
 * The moments at which the clock in Hannover shows a time (`YYYY-MM-DDTHH:MM`): one, none in the hour that a day in
 * March lacks, two in the hour that a day in October has twice. Null for what is no time.
 */
export function momentsAt(time: string): Date[] | null {
  const asIfInUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(time) ? Date.parse(`${time}Z`) : Number.NaN
  if (Number.isNaN(asIfInUtc)) return null
  const inSummerAndWinter = [2, 1].map(hours => new Date(asIfInUtc - hours * HOUR_MILLISECONDS))
  return inSummerAndWinter.filter(moment => CLOCK.format(moment) === time.replace('T', ' '))
}
