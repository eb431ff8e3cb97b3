/** Choosing events on the timeline: the state of the form is the query of the address. */
import type { Text } from '~~/server/cms/text'
import type { TimelineEventDetail } from '~~/server/cms/timeline'

export const FILTER_NAMES = ['phase', 'kind', 'plan'] as const
export type FilterName = (typeof FILTER_NAMES)[number]
export type TimelineChoice = Record<FilterName, string>

/**
 * The value of an event that a filter looks at, with its words where they are content; kinds have theirs in the
 * interface.
 */
export function valueOf(event: TimelineEventDetail, name: FilterName): { value: string, text: Text | null } | null {
  if (name === 'kind') return { value: event.kind, text: null }
  const holder = event[name]
  return holder && { value: holder.slug, text: holder.title }
}

/** Reads the query. A value that no event has is set aside, and said. */
export function readChoice(
  query: Record<string, unknown>, events: TimelineEventDetail[],
): { choice: TimelineChoice, unknown: string[] } {
  const choice: TimelineChoice = { phase: '', kind: '', plan: '' }
  const unknown: string[] = []
  for (const name of FILTER_NAMES) {
    const given = [query[name]].flat()[0]
    if (typeof given !== 'string' || given === '') continue
    if (events.some(event => valueOf(event, name)?.value === given)) choice[name] = given
    else unknown.push(given.slice(0, 60))
  }
  return { choice, unknown }
}

export function matching(events: TimelineEventDetail[], choice: TimelineChoice): TimelineEventDetail[] {
  return events.filter(event =>
    FILTER_NAMES.every(name => choice[name] === '' || valueOf(event, name)?.value === choice[name]),
  )
}

export interface FilterOption {
  value: string
  text: Text | null
  /** Events that would be shown if only this filter changed. */
  count: number
}

/** What a filter offers, in the order in which it first happened, with the number of events behind each. */
export function optionsOf(events: TimelineEventDetail[], name: FilterName, choice: TimelineChoice): FilterOption[] {
  const candidates = matching(events, { ...choice, [name]: '' })
  const options = new Map<string, FilterOption>()
  for (const event of events) {
    const held = valueOf(event, name)
    if (held && !options.has(held.value))
      options.set(held.value, {
        ...held,
        count: candidates.filter(candidate => valueOf(candidate, name)?.value === held.value).length,
      })
  }
  return [...options.values()]
}

export interface YearOfEvents {
  year: string
  /** Its address on the page, where the year comes for the first time. */
  anchor: string | null
  events: TimelineEventDetail[]
}

export interface PhaseOfEvents {
  slug: string
  title: Text | null
  years: YearOfEvents[]
}

/** Where events stand that belong to no phase. */
const LAST = 1000

/** Events by phase, then by year, both in the order of time. */
export function groupByPhase(events: TimelineEventDetail[]): PhaseOfEvents[] {
  const seen = new Set<string>()
  const anchorOf = (year: string) => {
    if (seen.has(year)) return null
    seen.add(year)
    return `year-${year}`
  }
  const inOrder = [...events].sort((a, b) => (a.phase?.order ?? LAST) - (b.phase?.order ?? LAST))
  return [...Map.groupBy(inOrder, event => event.phase?.slug ?? '')].map(([slug, ofPhase]) => ({
    slug,
    title: ofPhase[0]?.phase?.title ?? null,
    years: [...Map.groupBy(ofPhase, event => event.date.slice(0, 4))].map(([year, ofYear]) => ({
      year, anchor: anchorOf(year), events: ofYear,
    })),
  }))
}
