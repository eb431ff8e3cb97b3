/** The path of a measure: everything dated that is known of it, in one line. */
import { countsFrom } from 'shared-types'
import type { LifeEntry } from '~~/server/cms/life'
import type { MeasureDetail } from '~~/server/cms/measure'
import type { SourceCitation } from '~~/server/cms/source'
import type { Translated } from '~~/server/cms/text'

type MeasureEvent = MeasureDetail['events'][number]

/** A stop on the path; `isComing`: it is only announced. */
export type PathEntry = { isComing?: boolean } & (
  | LifeEntry
  | { id: string, countsFrom: string, date: string, event: MeasureEvent }
)

/** Decisions, updates and events, the first thing first. An event at which something was decided is said there. */
export function pathOfMeasure({ life, coming, decisions, events }: MeasureDetail, day: string): PathEntry[] {
  const told = new Set(decisions.map(({ event }) => event?.slug))
  const others = events
    .filter(({ slug }) => !told.has(slug))
    .map(event => ({ id: event.id, countsFrom: countsFrom(event.date) ?? '', date: event.date, event }))
  return [...life, ...coming, ...others]
    .map(entry => ({ ...entry, isComing: entry.countsFrom > day }))
    .sort((a, b) => (a.countsFrom < b.countsFrom ? -1 : Number(a.countsFrom > b.countsFrom)))
}

/** What a measure's page cites, in the order in which it does: first where it stands, then its path and the rest. */
export function citationsOf(measure: MeasureDetail): SourceCitation[] {
  const { current, life, coming, claims, fundedProjects, cameFrom, becameOf, contributions, citations } = measure
  const ofPath = [...life, ...coming].flatMap((entry) => {
    if ('update' in entry) return entry.update.citations
    return 'decision' in entry ? entry.decision.citations : []
  })
  const others = [...claims, ...fundedProjects, ...cameFrom, ...becameOf, ...contributions]
  return [...current?.citations ?? [], ...ofPath, ...others.flatMap(cited => cited.citations), ...citations]
}

/** The texts of a measure's page, each with who translated it. */
export function textsOf({ life, coming, ...measure }: MeasureDetail): Translated[] {
  const ofPath = [...life, ...coming].flatMap((entry): Translated[] => {
    if ('update' in entry) return entry.update.text ? [entry.update] : []
    return 'decision' in entry && entry.decision.note ? [entry.decision] : []
  })
  return [
    { translationOrigin: measure.translationOrigin }, ...ofPath, ...measure.goals, ...measure.fundedProjects,
    ...[...measure.cameFrom, ...measure.becameOf].filter(({ reason }) => reason),
    ...measure.contributions.filter(contribution => contribution.function),
  ]
}
