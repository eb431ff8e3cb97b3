/** Reading what stands in an address. */
import { isDay, parseHistoricalDate } from 'shared-types'

export type Query = Record<string, unknown>

/** The first value of a name, at most 100 characters; empty where there is none. */
export function textIn(query: Query, name: string): string {
  const [value] = [query[name]].flat()
  return typeof value === 'string' ? [...value.trim()].slice(0, 100).join('') : ''
}

/** The last page that the server asks the cms for. */
const LAST_PAGE = 100_000

export function pageIn(query: Query): number {
  const page = Number(textIn(query, 'page'))
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1
}

/** Whether a list is asked for what is not there in the language of the page. */
export function isAllIn(query: Query): boolean {
  return textIn(query, 'all') === '1'
}

/** Why a date in the address was not taken as it is. */
export type DateProblem = 'future' | 'noDate'

export interface DayInAddress {
  /** `YYYY-MM-DD`. */
  day: string
  /** Whether it was asked for, and can be shown as asked. */
  isChosen: boolean
  problem: DateProblem | null
  /** What was written. */
  given: string
}

/** A day in the address. A year or month means its last day; what is no date or in the future is today, and is said. */
export function dayIn(query: Query, name: string, today: string): DayInAddress {
  const given = textIn(query, name)
  if (given === '') return { day: today, isChosen: false, problem: null, given }
  const date = parseHistoricalDate(given)
  const day = date && !date.isInterval ? date.beganBy : null
  if (!day || !isDay(day)) return { day: today, isChosen: false, problem: 'noDate', given }
  if (day > today)
    return { day: today, isChosen: false, problem: date && date.startsOn <= today ? null : 'future', given }
  return { day, isChosen: true, problem: null, given }
}

/** An address with what was asked for at the one that led to it; what it asks for itself stays. */
export function withQueryOf(address: string, query: Query): string {
  const url = new URL(address, 'https://website.example')
  for (const [name, values] of Object.entries(query)) {
    if (url.searchParams.has(name)) continue
    for (const value of [values].flat()) url.searchParams.append(name, typeof value === 'string' ? value : '')
  }
  return url.pathname + url.search + url.hash
}

/** A query without what is empty. */
export function filled(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
