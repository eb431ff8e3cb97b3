/** Counting the measures of a plan: by field and stage on a day, and what became of them. */
import { balanceOf, type Fate, type FateBalance, fateOf, type Stage } from 'shared-types'
import { stageOn } from './finder'
import type { Register, RegisteredLineage, RegisteredMeasure } from './load'

export interface StageCount {
  /** documentId of the field; null where none is known. */
  field: string | null
  stage: Stage
  count: number
}

/** How many measures of a plan were at which stage on a day, by field. Every measure is counted once. */
export function stagesOf(register: Register, planId: string, day: string): StageCount[] {
  const cells = Map.groupBy(measuresOf(register, planId), measure => `${measure.field ?? ''} ${stageOn(measure, day)}`)
  return [...cells.values()].flatMap(([measure, ...others]) =>
    measure ? [{ field: measure.field, stage: stageOn(measure, day), count: 1 + others.length }] : [],
  )
}

/** What became of the measures of a plan; every measure has one fate. */
export function fatesOf(register: Register, planId: string, day: string): FateBalance {
  const next = leadingOn(register)
  return balanceOf(measuresOf(register, planId).map(measure => fateIn(next, measure, day)))
}

function leadingOn(register: Register): Map<string, RegisteredLineage[]> {
  const pairs = [...register.lineages.values()].flatMap(lineage => lineage.from.map(id => [id, lineage] as const))
  return new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, found]) => [id, found.map(([, lineage]) => lineage)]))
}

function fateIn(next: Map<string, RegisteredLineage[]>, measure: RegisteredMeasure, day: string): Fate {
  return fateOf({ links: (next.get(measure.id) ?? []).map(({ kind }) => kind), stage: stageOn(measure, day) })
}

export interface Flow {
  /** documentIds of fields; null where a measure has none. */
  from: string | null
  to: string | null
  count: number
}

/** How many pairs of measures lead from which field of the plan to which field of a later one. */
export function flowsFrom(register: Register, planId: string): Flow[] {
  const fieldOf = (id: string) => placeOf(register, id)?.field ?? null
  const pairs = lineagesOf(register, planId).flatMap(({ from, to }) =>
    from
      .filter(id => placeOf(register, id)?.plan === planId)
      .flatMap(before => to.map(after => ({ from: fieldOf(before), to: fieldOf(after) }))),
  )
  return [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`).values()].flatMap(([pair, ...others]) =>
    pair ? [{ ...pair, count: 1 + others.length }] : [],
  )
}

/** Lineages that begin or end in a plan, the earliest first. */
export function lineagesOf(register: Register, planId: string): RegisteredLineage[] {
  const isOfPlan = (id: string) => placeOf(register, id)?.plan === planId
  return [...register.lineages.values()]
    .filter(({ from, to }) => from.some(isOfPlan) || to.some(isOfPlan))
    .sort((a, b) => compare(a.countsFrom, b.countsFrom) || compare(a.id, b.id))
}

/** Plan and field of a measure, or of one that is gone. */
export function placeOf(
  register: Register, measureId: string,
): { plan: string | null, field: string | null } | undefined {
  return register.measures.get(measureId) ?? register.goneMeasures.get(measureId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

export function measuresOf(register: Register, planId: string): RegisteredMeasure[] {
  const known = byPlan.get(register) ?? Map.groupBy(register.measures.values(), ({ plan }) => plan)
  byPlan.set(register, known)
  return known.get(planId) ?? []
}

const byPlan = new WeakMap<Register, Map<string | null, RegisteredMeasure[]>>()
