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
    outcome?: string
    reachesMeasures?: boolean
    names?: { kind: string, from: string | null }[]
  }
}

function read(file: string): Fact[] {
  return JSON.parse(readFileSync(path.join(root, 'cms/seed', file), 'utf8'))
}

const FACTS = read('measures.json')
const PLANS = read('plans.json').filter(({ type }) => type === 'plan')

interface Said {
  day: string
  stage: string
  isUpdate: boolean
}

/** What a decision says of the stage. */
const SAYS: Record<string, string | undefined> = {
  proposed: 'proposed', agreed: 'proposed', agreed_with_changes: 'proposed', postponed: 'postponed',
  rejected: 'struck', struck: 'struck', made_recommendation: 'recommendation', adopted: 'adopted',
  funded: 'in_progress',
}

export interface SeededMeasure {
  title: string
  slug: string
  /** Empty where no field is known. */
  field: string
  /** What says where it stands, from the first to the last: updates, and decisions before updates of a day. */
  said: Said[]
  /** Days of updates and decisions. */
  days: string[]
}

/** Those of the plan WIR2.0. */
export const MEASURES: SeededMeasure[] = FACTS.filter(
  ({ type, values: { plan } }) => type === 'measure' && plan === 'plan:wir-2-0',
).map(({ id, values }) => {
  const facts = FACTS.filter(({ values: { measure } }) => measure === id)
  return {
    title: values.title ?? '', slug: values.slug ?? '', field: slugIn(values.fieldOfAction),
    said: facts.flatMap(saidIn).sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day) || byKind(a, b))),
    days: facts.map(dayOf),
  }
})

function saidIn(fact: Fact): Said[] {
  const { stage, outcome } = fact.values
  if (fact.type === 'status-update' && stage) return [{ day: dayOf(fact), stage, isUpdate: true }]
  const says = fact.type === 'decision' ? SAYS[outcome ?? ''] : undefined
  return says ? [{ day: dayOf(fact), stage: says, isUpdate: false }] : []
}

function byKind(a: Said, b: Said): number {
  return Number(a.isUpdate) - Number(b.isUpdate)
}

/** Every day on which something of the facts counts, the first first. */
export const DAYS = [...new Set(FACTS.map(dayOf))].filter(Boolean).sort()

export function stageThen({ said }: SeededMeasure, day: string): string {
  return said.findLast(statement => statement.day <= day)?.stage ?? 'unknown'
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
  const planOf = (id = '') => FACTS.find(fact => fact.id === id)?.values.plan
  const ofPlan = ({ values: { plan, measure } }: Fact) => (plan ?? planOf(measure)) === 'plan:wir-2-0'
  const moved = MEASURES.flatMap(({ said }) =>
    said
      .filter(({ stage, isUpdate }, index) => isUpdate && stage !== (said[index - 1]?.stage ?? 'unknown'))
      .map(({ day }) => day),
  )
  const named = PLANS.filter(({ id }) => id === 'plan:wir-2-0').flatMap(({ values: { names = [] } }) =>
    names.filter(({ kind }) => kind !== 'spelling' && kind !== 'proposed').flatMap(({ from }) => (from ? (countsFrom(from) ?? []) : [])),
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
