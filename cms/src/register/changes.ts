/** What happened to measures and plans, by the first clock: when it happened, not when it was entered. */
import { type ChangeKind, countsFrom, inOrderOfTime, type Stage } from 'shared-types'
import type { Register, RegisteredMeasure } from './load'
import { placeOf } from './plans'

/** Something that happened, by documentIds. */
export interface Change {
  kind: ChangeKind
  /** The day from which it counts, `YYYY-MM-DD`. */
  day: string
  measure: string | null
  plan: string | null
  statusUpdate?: string
  /** The stage before; `unknown` where there was none. */
  stageBefore?: Stage
  decision?: string
  lineage?: string
  /** A name that began to be used, with the one before. */
  name?: { value: string, before: string | null }
}

export interface ChangeChoice {
  /** The first and the last day, `YYYY-MM-DD`. */
  since: string
  until: string
  /** Slugs, or empty. */
  plan: string
  field: string
  measure: string
  kind: string
}

/** Changes in the time asked for, the newest first. */
export function changesIn(register: Register, choice: ChangeChoice): Change[] {
  return allChanges(register).filter(change => isWithin(change, choice) && isAbout(register, change, choice))
}

function isWithin({ day, kind }: Change, choice: ChangeChoice): boolean {
  return choice.since <= day && day <= choice.until && (choice.kind === '' || kind === choice.kind)
}

function isAbout(register: Register, change: Change, { plan, field, measure }: ChangeChoice): boolean {
  if (plan !== '' && register.plans.get(change.plan ?? '')?.slug !== plan) return false
  if (field === '' && measure === '') return true
  const subjects = measuresIn(register, change)
  if (field !== '' && !subjects.some(subject => register.fields.get(subject.field ?? '')?.slug === field)) return false
  return measure === '' || subjects.some(({ slug }) => slug === measure)
}

function measuresIn(register: Register, { measure, lineage }: Change): RegisteredMeasure[] {
  const link = register.lineages.get(lineage ?? '')
  return [measure, ...link?.from ?? [], ...link?.to ?? []].flatMap(id => register.measures.get(id ?? '') ?? [])
}

const changes = new WeakMap<Register, Change[]>()

function allChanges(register: Register): Change[] {
  const known = changes.get(register)
  if (known) return known
  const measures = [...register.measures.values()]
  const all = [...measures.flatMap(stageChanges), ...decisions(register), ...lineages(register), ...names(register)]
    .filter(({ day }) => day !== '')
    .sort((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
  changes.set(register, all)
  return all
}

/** An update that repeats the stage is no change. */
function stageChanges({ id, plan, updates }: RegisteredMeasure): Change[] {
  let before: Stage = 'unknown'
  return inOrderOfTime(updates).flatMap((update) => {
    const change: Change = {
      kind: 'stage', day: update.countsFrom, measure: id, plan, statusUpdate: update.id, stageBefore: before,
    }
    const isChange = update.stage !== before
    before = update.stage
    return isChange ? [change] : []
  })
}

function decisions({ measures, planDecisions }: Register): Change[] {
  const onMeasures = [...measures.values()].flatMap(({ id, plan, decisions: made }) =>
    made.map(decision => ({ decision, measure: id, plan })),
  )
  const onPlans = planDecisions.map(decision => ({ decision, measure: null, plan: decision.plan }))
  return [...onMeasures, ...onPlans].map(({ decision, measure, plan }) => ({
    kind: 'decision', day: decision.countsFrom, measure, plan, decision: decision.id,
  }))
}

/** A lineage is a change of the plan it leads to, or of the one in which the measures ended. */
function lineages(register: Register): Change[] {
  return [...register.lineages.values()].map(({ id, countsFrom: day, from, to }) => ({
    kind: 'lineage', day, measure: null, plan: placeOf(register, to[0] ?? from[0] ?? '')?.plan ?? null, lineage: id,
  }))
}

/** Spellings are no names that anybody decided on. */
function names({ plans }: Register): Change[] {
  return [...plans.values()].flatMap(({ id, names: known }) =>
    known
      .filter(({ kind }) => kind !== 'spelling')
      .flatMap(({ value, kind, from }): Change[] => {
        const day = from ? countsFrom(from) : null
        const before
          = known.filter(other => other.kind === kind && other.from && from && other.from < from).at(-1)?.value ?? null
        return day ? [{ kind: 'name', day, measure: null, plan: id, name: { value, before } }] : []
      }),
  )
}
