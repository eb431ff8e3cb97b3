/** The seeded facts about measures, replayed naively: what pages must say is worked out here a second time. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { countsFrom } from 'shared-types'
import { root } from './product'

interface Fact {
  id: string
  type: string
  values: {
    title?: string
    slug?: string
    plan?: string
    measure?: string
    fieldOfAction?: string
    date?: string
    stage?: string
    names?: { kind: string, from: string | null }[]
  }
}

function read(file: string): Fact[] {
  return JSON.parse(readFileSync(path.join(root, 'cms/seed', file), 'utf8'))
}

const FACTS = read('measures.json')
const PLANS = read('plans.json').filter(({ type }) => type === 'plan')

export interface SeededMeasure {
  title: string
  slug: string
  /** Empty where no field is known. */
  field: string
  /** From the first to the last. */
  updates: { day: string, stage: string }[]
  /** Days of updates and decisions. */
  days: string[]
}

/** All of them belong to the plan WIR2.0. */
export const MEASURES: SeededMeasure[] = FACTS.filter(({ type }) => type === 'measure').map(({ id, values }) => {
  const said = FACTS.filter(({ values: { measure } }) => measure === id)
  return {
    title: values.title ?? '',
    slug: values.slug ?? '',
    field: slugIn(values.fieldOfAction),
    updates: said
      .filter(({ type }) => type === 'status-update')
      .map(fact => ({ day: dayOf(fact), stage: fact.values.stage ?? '' }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    days: said.map(dayOf),
  }
})

/** Every day on which something of the facts counts, the first first. */
export const DAYS = [...new Set(FACTS.map(dayOf))].filter(Boolean).sort()

export function stageThen({ updates }: SeededMeasure, day: string): string {
  let stage = 'unknown'
  for (const update of updates) if (update.day <= day) stage = update.stage
  return stage
}

/** How many measures of which field were at which stage on a day: `field stage` → number. */
export function stagesThen(day: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const measure of MEASURES) {
    const cell = `${measure.field} ${stageThen(measure, day)}`
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

/** Days of what changed for WIR2.0 from a day on, by kind, the last first. */
export function changesSince(since: string): Record<'stage' | 'decision' | 'name', string[]> {
  const ofPlan = ({ values: { plan, measure } }: Fact) => plan === 'plan:wir-2-0' || measure !== undefined
  const moved = MEASURES.flatMap(({ updates }) =>
    updates.filter(({ stage }, index) => stage !== (updates[index - 1]?.stage ?? 'unknown')).map(({ day }) => day),
  )
  const named = PLANS.filter(({ id }) => id === 'plan:wir-2-0').flatMap(({ values: { names = [] } }) =>
    names.filter(({ kind }) => kind !== 'spelling').flatMap(({ from }) => (from ? (countsFrom(from) ?? []) : [])),
  )
  const last = (days: string[]) =>
    days
      .filter(day => day >= since)
      .sort()
      .reverse()
  return {
    stage: last(moved), decision: last(FACTS.filter(fact => fact.type === 'decision' && ofPlan(fact)).map(dayOf)),
    name: last(named),
  }
}

function dayOf({ type, values: { date } }: Fact): string {
  return date && type !== 'funded-project' ? countsFrom(date) ?? '' : ''
}

function slugIn(id = ''): string {
  return id.replace(/^field:/, '')
}
