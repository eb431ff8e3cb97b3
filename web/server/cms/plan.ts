import { PlanBySlugDocument, type PlanBySlugQuery, PlanEventsDocument, today } from 'shared-types'
import { ask, askChosen } from './client'
import { toContributionsBy } from './contribution'
import { toDecisions } from './decision'
import { toField } from './field'
import { toFundedProjects } from './funded-project'
import { toOrganisation } from './organisation'
import { toCitations, toClaims } from './source'
import { stageWordOf, type WithStageWords } from './stage-word'
import { toName, toText, toTitle, toTranslated } from './text'
import { inOrder, toEventSummary, toNameInTime } from './timeline'
import { wholeList } from './whole-list'

/** Plan, with everything known about it. */
export type PlanDetail = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** Berichtete Zahl. */
export type Figure = ReturnType<typeof toFigures>[number]

export type DatedName = PlanDetail['names'][number]

/** How many measures of a field (null: of none that is known) were at a stage. */
export type StageCount = PlanDetail['stageCounts'][number]

/** The plan of a key, its measures as they stood on a day (`YYYY-MM-DD`), or null. */
export async function findPlan(slug: string, locale: string, asOf: string) {
  const answer = await (asOf === today() ? ask : askChosen)(PlanBySlugDocument, { slug, locale, asOf })
  const [plan] = answer.plans
  if (!plan) return null
  return {
    slug,
    title: toTitle(plan),
    summary: toText(plan.summary, plan.locale),
    valid: plan.valid,
    languages: plan.languages,
    translationOrigin: plan.translationOrigin,
    names: plan.names.map(name => ({ ...toNameInTime(name), citations: toCitations(name.citations) })),
    predecessor: plan.predecessor && toName(plan.predecessor),
    successors: answer.successors.map(toName),
    decidedBy: plan.decidedBy && toOrganisation(plan.decidedBy),
    contributions: toContributionsBy(plan.contributions),
    fields: answer.fieldsOfAction.map(toField),
    phases: answer.phases.map(phase => ({
      ...toName(phase),
      ...toTranslated(phase),
      valid: phase.valid,
    })),
    stageWords: plan.stageWords.flatMap(({ stage, language, word, citations }) =>
      stage && word
        ? [{ stage, word: { value: word, locale: language ?? 'de' }, citations: toCitations(citations) }]
        : [],
    ),
    measureCount: plan.measureCount,
    stageCounts: plan.stageCounts.map(({ field, stage, count }) => ({ field: field?.slug ?? null, stage, count })),
    decisions: toDecisions(plan.decisions),
    fundedProjects: toFundedProjects(plan.fundedProjects),
    figures: toFigures(answer.reportedFigures, plan),
    events: await findPlanEvents(slug, locale),
    citations: toCitations(plan.citations),
    claims: toClaims(plan.claims),
  }
}

async function findPlanEvents(slug: string, locale: string) {
  const events = await wholeList(
    async page => (await ask(PlanEventsDocument, { slug, locale, page })).timelineEvents_connection,
  )
  return inOrder(events.map(toEventSummary))
}

/** What sources report in numbers; without its number it says nothing. */
export function toFigures(figures: PlanBySlugQuery['reportedFigures'], plan: WithStageWords) {
  return figures.flatMap(({ subject, stage, count, qualifier, date, citations }) => count === null
    ? []
    : [{
        subject, stage, stageWord: stageWordOf(plan, stage), count, qualifier, date,
        citations: toCitations(citations),
      }])
}
