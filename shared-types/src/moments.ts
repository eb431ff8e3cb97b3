const HANNOVER = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

const HOUR_MILLISECONDS = 60 * 60 * 1000

/** Today in Hannover, `YYYY-MM-DD`. */
export function today(): string {
  return HANNOVER.format(Date.now())
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
