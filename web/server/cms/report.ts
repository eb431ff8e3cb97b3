/** A plan for the committee: every measure as it stood on a day. */
import { PlanReportDocument, PlanReportMeasuresDocument, type ReportMeasureFragment, type Stage } from 'shared-types'
import { askChosen } from './client'
import { deadlinesAfter, toDeadline } from './deadline'
import { toField } from './field'
import { toMeasureSummary } from './measure'
import { toOrganisation } from './organisation'
import { standingOn } from './standing'
import { toName } from './text'
import { wholeList } from './whole-list'

/** Bericht. */
export type PlanReport = NonNullable<Awaited<ReturnType<typeof findReport>>>

/** A measure in the report. */
export type ReportRow = ReturnType<typeof toRow>

/** Nothing more is expected of a measure at one of these. */
const CLOSED: readonly Stage[] = ['completed', 'ongoing', 'struck', 'recommendation']

/** The report on the plan of a slug as of a day (`YYYY-MM-DD`), or null. */
export async function findReport(slug: string, locale: string, asOf: string) {
  const { plans, fieldsOfAction, timelineEvents } = await askChosen(PlanReportDocument, { slug, locale, asOf })
  const [plan] = plans
  if (!plan) return null
  const nodes = await wholeList(
    async page => (await askChosen(PlanReportMeasuresDocument, { slug, locale, page })).measures_connection,
  )
  const rows = nodes.map(node => toRow(node, plan, asOf))
  return {
    ...toName(plan),
    languages: plan.languages, asOf, silentAfterMonths: plan.silentAfterMonths,
    fields: fieldsOfAction.map(toField),
    rows,
    openCount: rows.filter(({ isOpen }) => isOpen).length,
    silentCount: rows.filter(({ isSilent }) => isSilent).length,
    deadlines: deadlinesAfter(asOf, { events: timelineEvents.map(toDeadline), calls: rows, valid: plan.valid }),
  }
}

type PlanFacts = Parameters<typeof standingOn>[2]

function toRow(node: ReportMeasureFragment, plan: PlanFacts, day: string) {
  const { current, news, isSilent, decisions } = standingOn(day, node, plan)
  const stage: Stage = current?.stage ?? 'unknown'
  return {
    ...toMeasureSummary(node),
    code: node.code,
    body: node.lead ? toOrganisation(node.lead) : node.proposedBy && toOrganisation(node.proposedBy),
    calls: node.calls.flatMap(({ deadline }) => deadline ?? []),
    stage, date: current?.date ?? null, citations: current?.citations ?? [],
    news, isSilent, isOpen: !CLOSED.includes(stage),
    decisions: decisions.filter(({ countsFrom }) => countsFrom !== '' && countsFrom <= day),
  }
}
