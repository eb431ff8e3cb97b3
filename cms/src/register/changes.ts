/** What happened to measures and plans, by the first clock: when it happened, not when it was entered. */
import { type ChangeKind, countsFrom, type Stage } from 'shared-types'
import { MEASURE, PLAN } from '../content-model/uids'
import type { GoneMeasure, Register, RegisteredArticle, RegisteredHappening, RegisteredMeasure } from './load'
import { placeOf } from './plans'

/** Something that happened, by documentIds. */
export interface Change {
  kind: ChangeKind
  /** The day from which it counts, `YYYY-MM-DD`. */
  day: string
  /** When it happened, as exactly as it is known, in EDTF. */
  date: string
  /** Null for what is about no one measure, or no one plan. */
  measure: string | null
  plan: string | null
  statusUpdate?: string
  /** The stage before; `unknown` where there was none. */
  stageBefore?: Stage
  decision?: string
  lineage?: string
  /** A name that began to be used, with the one before. */
  name?: { value: string, before: string | null }
  event?: string
  article?: string
  project?: string
  /** What is no longer public: what went, or the measure it is about. */
  gone?: string
  about: Subjects
}

/** What a change is found by, by documentIds. */
interface Subjects {
  plans: string[]
  fields: string[]
  measures: string[]
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

function isAbout(register: Register, { about }: Change, { plan, field, measure }: ChangeChoice): boolean {
  const slugOf = (documents: ReadonlyMap<string, { slug: string }>, id: string) =>
    (documents.get(id) ?? register.gone.get(id))?.slug
  return (
    (plan === '' || about.plans.some(id => slugOf(register.plans, id) === plan))
    && (field === '' || about.fields.some(id => slugOf(register.fields, id) === field))
    && (measure === '' || about.measures.some(id => slugOf(register.measures, id) === measure))
  )
}

const changes = new WeakMap<Register, Change[]>()

function allChanges(register: Register): Change[] {
  const known = changes.get(register)
  if (known) return known
  const measures = [...register.measures.values(), ...register.goneMeasures.values()]
  const all = [
    ...measures.flatMap(measure => [...stageChanges(register, measure), ...decisionsOn(register, measure)]),
    ...planDecisions(register), ...lineages(register), ...names(register), ...happenings(register),
    ...articles(register), ...departures(register),
  ]
    .filter(({ day }) => day !== '')
    .sort((a, b) => a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
  changes.set(register, all)
  return all
}

type ToldMeasure = Pick<RegisteredMeasure, 'id' | 'plan' | 'field' | 'statements' | 'decisions'> | GoneMeasure

/** An update that repeats the stage is no change; that a decision made one is said with the decision. */
function stageChanges(register: Register, measure: ToldMeasure): Change[] {
  let before: Stage = 'unknown'
  return measure.statements.flatMap(({ stage, countsFrom: day, update }): Change[] => {
    const stageBefore = before
    before = stage
    return update && stage !== stageBefore
      ? [
          {
            ...onMeasure(register, measure), kind: 'stage', day, date: update.date, statusUpdate: update.id, stageBefore,
          },
        ]
      : []
  })
}

function decisionsOn(register: Register, measure: ToldMeasure): Change[] {
  return measure.decisions.map(({ id, countsFrom: day, date }) => ({
    ...onMeasure(register, measure), kind: 'decision', day, date, decision: id,
  }))
}

/** What is said of one measure, of one that is gone too. */
function onMeasure(register: Register, { id, plan }: ToldMeasure) {
  return {
    measure: id, plan, about: subjectsOf(register, { plan, fields: [], measures: [id] }),
    ...register.goneMeasures.has(id) && { gone: id },
  }
}

function planDecisions(register: Register): Change[] {
  return register.planDecisions.map(({ id, countsFrom: day, date, plan }) => ({
    kind: 'decision', day, date, measure: null, plan, decision: id,
    about: subjectsOf(register, { plan, fields: [], measures: [] }),
  }))
}

/** A lineage is a change of the plan it leads to, or of the one in which the measures ended. */
function lineages(register: Register): Change[] {
  return [...register.lineages.values()].map(({ id, countsFrom: day, date, from, to }) => {
    const plan = placeOf(register, to[0] ?? from[0] ?? '')?.plan ?? null
    const about = subjectsOf(register, { plan, fields: [], measures: [...from, ...to] })
    return { kind: 'lineage', day, date, measure: null, plan, lineage: id, about }
  })
}

/** Spellings are no names that anybody decided on, and what was only proposed never became one. */
function names(register: Register): Change[] {
  const { plans, measures } = register
  const named = [
    ...[...plans.values()].map(({ id, names: known }) => ({ known, measure: null, plan: id })),
    ...[...measures.values()].map(({ id, names: known, plan }) => ({ known, measure: id, plan })),
  ]
  return named.flatMap(({ known, measure, plan }) =>
    known
      .filter(({ kind }) => kind !== 'spelling' && kind !== 'proposed')
      .flatMap(({ value, kind, from }): Change[] => {
        const day = from ? countsFrom(from) : null
        const before
          = known.filter(other => other.kind === kind && other.from && from && other.from < from).at(-1)?.value ?? null
        const about = subjectsOf(register, { plan, fields: [], measures: measure === null ? [] : [measure] })
        return from && day ? [{ kind: 'name', day, date: from, measure, plan, name: { value, before }, about }] : []
      }),
  )
}

/** Events, in the order of the timeline, and projects that were funded. */
function happenings(register: Register): Change[] {
  const events = [...register.events.values()].sort((a, b) => a.place < b.place ? 1 : a.place > b.place ? -1 : 0)
  return [
    ...events.map(event => ({
      ...happened(register, event), kind: 'event' as const, event: event.id,
    })),
    ...[...register.projects.values()].map(project => ({
      ...happened(register, project), kind: 'project' as const, project: project.id,
    })),
  ]
}

function happened(register: Register, { date, place, plan, field, measures }: RegisteredHappening) {
  const about = subjectsOf(register, { plan, fields: field === null ? [] : [field], measures })
  return { day: place.slice(0, 'YYYY-MM-DD'.length), date, measure: null, plan, about }
}

function articles(register: Register): Change[] {
  return [...register.articles.values()].map((article) => {
    const about = subjectsOf(register, { plan: null, fields: article.fields, measures: article.measures })
    const [plan = null, ...others] = about.plans
    return {
      kind: 'article', day: appearedBy(article), date: article.date, measure: null, plan: others.length > 0 ? null : plan,
      about, article: article.id,
    }
  })
}

/** What can be read here has appeared: an imprecise date counts from its last possible day, or from that day. */
function appearedBy({ date, startsOn, madeOn }: RegisteredArticle): string {
  const last = countsFrom(date) ?? ''
  return startsOn <= madeOn && madeOn < last ? madeOn : last
}

/** That something was withdrawn or deleted here: it happened on the day on which it went. */
function departures(register: Register): Change[] {
  return [...register.gone.values()].map(({ id, type, goneOn, plan: stood }) => {
    const plan = type === PLAN ? id : stood
    const measures = type === MEASURE ? [id] : []
    return {
      kind: 'gone', day: goneOn, date: goneOn, measure: measures[0] ?? null, plan, gone: id,
      about: subjectsOf(register, { plan, fields: [], measures }),
    }
  })
}

/** With the fields and plans of its measures, and the plans of its fields. */
function subjectsOf(
  register: Register, { plan, fields, measures }: { plan: string | null, fields: string[], measures: string[] },
): Subjects {
  const places = measures.map(id => placeOf(register, id))
  const allFields = unique([...fields, ...places.map(place => place?.field)])
  const ofFields = fields.map(id => register.fields.get(id)?.plan)
  return {
    plans: plan === null ? unique([...places.map(place => place?.plan), ...ofFields]) : [plan], fields: allFields,
    measures,
  }
}

function unique(ids: (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter(id => id !== null && id !== undefined))]
}
