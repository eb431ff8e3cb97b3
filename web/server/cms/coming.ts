/** What comes next: the next deadline, the next date, the end of the plan; of each only what is known. */
import { type AddressedType, type HomeNewsQuery, parseHistoricalDate } from 'shared-types'
import { type Deadline, deadlinesAfter, toDeadline } from './deadline'
import { type Named, type Text, toTitle } from './text'

export interface Coming {
  /** EDTF. */
  date: string
  kind: Deadline['kind'] | 'event'
  /** Of the event, of the measure that is called, or of the plan that ends. */
  title: Text
  address: { type: AddressedType, slug: string }
}

interface Known {
  events: HomeNewsQuery['timelineEvents']
  measures: HomeNewsQuery['measures']
  plan: (Named & { valid: string }) | null
}

/** After a day (`YYYY-MM-DD`), the next thing first. */
export function comingAfter(day: string, { events, measures, plan }: Known): Coming[] {
  const deadlines = events.filter(({ kind }) => kind === 'deadline').flatMap(event => after(day, 'TimelineEvent', event, {
    events: [toDeadline(event)],
  }))
  const calls = measures.flatMap(measure => after(day, 'Measure', measure, {
    calls: [{ title: toTitle(measure), calls: measure.calls.flatMap(({ deadline }) => deadline ?? []) }],
  }))
  const dates = events.filter(({ kind }) => kind !== 'deadline').flatMap(event =>
    after(day, 'TimelineEvent', event, { events: [toDeadline(event)] }).map(date => ({ ...date, kind: 'event' as const })))
  const end = plan ? after(day, 'Plan', plan, { valid: plan.valid }) : []
  return [first([...deadlines, ...calls]), first(dates), first(end)].flat()
}

function after(
  day: string, type: AddressedType, named: Named, known: Partial<Parameters<typeof deadlinesAfter>[1]>,
): Coming[] {
  return deadlinesAfter(day, { events: [], calls: [], valid: '', ...known }).map(({ date, kind }) => ({
    date, kind, title: toTitle(named), address: { type, slug: named.slug },
  }))
}

/** The earliest, or none. */
function first(coming: Coming[]): Coming[] {
  const by = ({ date }: Coming) => parseHistoricalDate(date)?.beganBy ?? ''
  return coming.toSorted((a, b) => (by(a) < by(b) ? -1 : 1)).slice(0, 1)
}
