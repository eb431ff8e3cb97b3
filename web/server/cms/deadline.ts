/** What must be done by a day: the deadlines of a plan, the ends of its calls for applications, and its own end. */
import { parseHistoricalDate } from 'shared-types'
import { type Text, toTitle } from './text'

export interface Deadline {
  /** EDTF. */
  date: string
  /** Of the event, or of the measure that is called; null for the end of the plan. */
  title: Text | null
  kind: 'deadline' | 'call' | 'end'
}

interface PlanDates {
  events: Deadline[]
  calls: { title: Text, calls: string[] }[]
  /** EDTF interval. */
  valid: string
}

export function toDeadline(event: { date: string, title: string, locale: string }): Deadline {
  return { date: event.date, title: toTitle(event), kind: 'deadline' }
}

/** Those that are still to come after a day (`YYYY-MM-DD`), the next first. */
export function deadlinesAfter(day: string, { events, calls, valid }: PlanDates): Deadline[] {
  const ofCalls = calls.flatMap(({ title, calls: dates }) => dates.map(date => ({ date, title, kind: 'call' as const })))
  return [...events, ...ofCalls, ...endOf(valid)]
    .map(deadline => ({ deadline, by: parseHistoricalDate(deadline.date)?.beganBy ?? '' }))
    .filter(({ by }) => by > day)
    .sort((a, b) => (a.by < b.by ? -1 : Number(a.by > b.by)))
    .map(({ deadline }) => deadline)
}

/** Where it is known. */
function endOf(valid: string): Deadline[] {
  const [, end] = valid.split('/')
  return end && end !== '..' ? [{ date: end, title: null, kind: 'end' }] : []
}
