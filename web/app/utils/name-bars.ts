/** Where the names of a plan stand on a line of years. */
import { scaleUtc } from 'd3-scale'
import { type NameInTime, parseHistoricalDate } from 'shared-types'

export interface NameBar {
  name: NameInTime
  x: number
  width: number
}

export interface NameBars {
  bars: NameBar[]
  years: { year: number, x: number }[]
}

/** Bars in a box of the given width, mirrored for languages written from the right. `today` is `YYYY-MM-DD`. */
export function nameBars(
  names: readonly NameInTime[], { width, today, isMirrored }: { width: number, today: string, isMirrored: boolean },
): NameBars {
  const spans = names.flatMap(name => spanOf(name, today))
  const first = new Date(Math.min(...spans.map(({ from }) => from.getTime())))
  const domain = [new Date(Date.UTC(first.getUTCFullYear(), 0, 1)), new Date(today)]
  const scale = scaleUtc(domain, isMirrored ? [width, 0] : [0, width])
  return {
    bars: spans.map(({ name, from, to }) => ({
      name, x: Math.min(scale(from), scale(to)), width: Math.max(3, Math.abs(scale(to) - scale(from))),
    })),
    years: scale
      .ticks(6)
      .filter(isNewYear)
      .map(date => ({ year: date.getUTCFullYear(), x: scale(date) })),
  }
}

/** Over a short time d3 marks months too. */
function isNewYear(date: Date): boolean {
  return date.toISOString().endsWith('-01-01T00:00:00.000Z')
}

function spanOf(name: NameInTime, today: string): { name: NameInTime, from: Date, to: Date }[] {
  const from = name.from ? parseHistoricalDate(name.from) : null
  const to = name.to ? parseHistoricalDate(name.to) : null
  return from ? [{ name, from: new Date(from.startsOn), to: new Date(to?.endsOn ?? today) }] : []
}
