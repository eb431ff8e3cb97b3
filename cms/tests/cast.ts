/** Makes what tests about measures need: plans, bodies, measures and what is said of them, each complete enough to be published. */
import { createRequire } from 'node:module'
import { ask, type Cms, type Row, type Values } from './strapi'

const require = createRequire(import.meta.url)

/** Making many entries is a work of its own: like the seed it writes no revision of each step. */
export const { withoutRevisions }: { withoutRevisions: <Result>(work: () => Promise<Result>) => Promise<Result> } = require('../dist/src/rules/revision')

export const PLAN = 'api::plan.plan'
export const FIELD = 'api::plan.field-of-action'
export const PHASE = 'api::plan.phase'
export const ORGANISATION = 'api::contributor.organisation'
export const EVENT = 'api::timeline.timeline-event'
export const MEASURE = 'api::measure.measure'
export const UPDATE = 'api::measure.status-update'
export const DECISION = 'api::measure.decision'
export const LINEAGE = 'api::measure.lineage'
export const PROJECT = 'api::measure.funded-project'

export interface Cast {
  /** What every entry cites. */
  citations: Values[]
  plan: (values?: Values) => Promise<Row>
  measure: (plan: Row, values?: Values, status?: 'draft' | 'published') => Promise<Row>
  update: (measure: Row, values?: Values, status?: 'draft' | 'published') => Promise<Row>
  decision: (values?: Values, status?: 'draft' | 'published') => Promise<Row>
  lineage: (from: Row[], to: Row[], values?: Values) => Promise<Row>
  project: (plan: Row, values?: Values) => Promise<Row>
}

export async function castOf(cms: Cms): Promise<Cast> {
  const source = await cms.documents('api::source.source').create({ data: { kind: 'report', title: 'Bericht über die Umsetzung' } })
  const citations = [{ source: source.documentId }]
  const make = (uid: string, values: Values, status = 'published') => cms.documents(uid).create({ data: { citations, ...values }, status })
  return {
    citations,
    plan: values => make(PLAN, { title: 'Ein Plan', valid: '2008/..', ...values }),
    measure: (plan, values, status) => make(MEASURE, { title: 'Eine Maßnahme', kind: 'fundable', plan: plan.documentId, ...values }, status),
    update: (measure, values, status) => make(UPDATE, { date: '2021-11-01', stage: 'adopted', measure: measure.documentId, ...values }, status),
    decision: (values, status) => make(DECISION, { date: '2021-11-01', outcome: 'agreed', ...values }, status),
    lineage: (from, to, values) => make(LINEAGE, { kind: 'continued', from: idsOf(from), to: idsOf(to), ...values }),
    project: (plan, values) => make(PROJECT, { title: 'Ein Projekt', plan: plan.documentId, ...values }),
  }
}

function idsOf(rows: Row[]): string[] {
  return rows.map(({ documentId }) => documentId)
}

/** What the public contract answers to a query without variables; fails where it answers with an error. */
export async function read<Data>(cms: Cms, query: string): Promise<Data> {
  const { data, errors } = await ask<Data>(cms, query)
  if (data === null || errors.length > 0) throw new Error(`${query} was answered with ${JSON.stringify(errors)}.`)
  return data
}

/** The only one there is; fails where there is none or another. */
export function only<Entry>(entries: readonly Entry[]): Entry {
  const [entry, ...others] = entries
  if (entry === undefined || others.length > 0) throw new Error(`There are ${entries.length} instead of one.`)
  return entry
}
