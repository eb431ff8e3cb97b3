/** Where articles and events stand on a line of years. */
import { scaleUtc } from 'd3-scale'
import { parseHistoricalDate } from 'shared-types'

/** Something with an EDTF date. */
export interface Dated {
  id: string
  date: string
}

export interface TimeMark {
  id: string
  x: number
}

export interface TimeLine {
  articles: TimeMark[]
  events: TimeMark[]
  /** Every new year, and whether there is room to name it. */
  years: { year: number, x: number, isNamed: boolean }[]
}

/** As many years can be named in the box. */
const MOST_NAMES = 6

/** Marks in a box of the given width, mirrored for languages written from the right. What has no date has no place. */
export function timeLine(
  { articles, events }: { articles: readonly Dated[], events: readonly Dated[] },
  { width, isMirrored }: { width: number, isMirrored: boolean },
): TimeLine {
  const years = [...articles, ...events].flatMap(({ date }) => dayOf(date)).map(day => day.getUTCFullYear())
  const [first, last] = [Math.min(...years), Math.max(...years) + 1]
  const scale = scaleUtc([newYear(first), newYear(last)], isMirrored ? [width, 0] : [0, width])
  const marks = (dated: readonly Dated[]) =>
    dated.flatMap(({ id, date }) => dayOf(date).map(day => ({ id, x: scale(day) })))
  const every = Math.ceil((last - first) / MOST_NAMES)
  return {
    articles: marks(articles),
    events: marks(events),
    years: Array.from({ length: years.length > 0 ? last - first : 0 }, (_, index) => ({
      year: first + index, x: scale(newYear(first + index)), isNamed: index % every === 0,
    })),
  }
}

function dayOf(date: string): Date[] {
  const parsed = parseHistoricalDate(date)
  return parsed ? [new Date(parsed.startsOn)] : []
}

function newYear(year: number): Date {
  return new Date(Date.UTC(year, 0, 1))
}
