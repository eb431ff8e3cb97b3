import { PlanBySlugDocument, type PlanBySlugQuery, PlanEventsDocument, SOURCE_LANGUAGE, today } from 'shared-types'
import { ask } from './client'
import { toContributionsBy } from './contribution'
import { type Deadline, deadlinesAfter } from './deadline'
import { toDecisions } from './decision'
import { toField } from './field'
import { toFundedProjects } from './funded-project'
import { toLife } from './life'
import { findMarks } from './measure-mark'
import { toOrganisation } from './organisation'
import { toOldPlan } from './old-plan'
import { toCitations, toClaims } from './source'
import { stageWordOf, type WithStageWords } from './stage-word'
import { richTextOf, textOf, toName, toText, toTitle, toTranslated } from './text'
import { type TimelineEventSummary, toEventSummary, toNameInTime } from './timeline'
import { wholeList } from './whole-list'

/** Plan, with everything known about it. */
export type PlanDetail = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** Berichtete Zahl. */
export type Figure = ReturnType<typeof toFigures>[number]

export type DatedName = PlanDetail['names'][number]

/** The plan of a key, its measures as they stood on a day (`YYYY-MM-DD`), or null. */
export async function findPlan(slug: string, locale: string, asOf: string) {
  const answer = await ask(PlanBySlugDocument, { slug, locale })
  const [plan] = answer.plans
  if (!plan) return null
  const [events, marks] = await Promise.all([findPlanEvents(slug, locale), findMarks(slug, locale, asOf)])
  const decisions = toDecisions(plan.decisions)
  return {
    slug,
    title: toTitle(plan),
    summary: textOf(plan, 'summary'),
    text: richTextOf(plan, 'text'),
    valid: plan.valid,
    languages: plan.languages,
    translationOrigin: plan.translationOrigin,
    names: plan.names.map(name => ({ ...toNameInTime(name), citations: toCitations(name.citations) })),
    predecessor: plan.predecessor && toName(plan.predecessor),
    successors: plan.successors.map(toName),
    oldPlan: toOldPlan(plan),
    decidedBy: plan.decidedBy && toOrganisation(plan.decidedBy),
    contributions: toContributionsBy(plan.contributions),
    fields: answer.fieldsOfAction.map(toField),
    phases: answer.phases.map(phase => ({
      ...toName(phase),
      ...toTranslated(phase),
      valid: phase.valid,
    })),
    stageWords: plan.stageWords.flatMap(({ stage, language, word: value, citations }) => {
      const word = toText(value, language)
      return stage && word ? [{ stage, word, citations: toCitations(citations) }] : []
    }),
    marks,
    decisions,
    life: toLife({ updates: [], decisions: [], planDecisions: decisions }),
    fundedProjects: toFundedProjects(plan.fundedProjects),
    figures: toFigures(answer.reportedFigures, plan),
    events,
    deadlines: deadlinesAfter(today(), { events: events.flatMap(asDeadline), calls: [], valid: plan.valid }),
    citations: toCitations(plan.citations),
    claims: toClaims(plan.claims),
  }
}

async function findPlanEvents(slug: string, locale: string) {
  const events = await wholeList(
    async page => (await ask(PlanEventsDocument, { slug, locale, page })).timelineEvents_connection,
  )
  return events.map(toEventSummary)
}

function asDeadline({ kind, date, title }: TimelineEventSummary): Deadline[] {
  return kind === 'deadline' ? [{ kind, date, title }] : []
}

/** What sources report in numbers; without its number it says nothing. */
export function toFigures(figures: PlanBySlugQuery['reportedFigures'], plan: WithStageWords) {
  return figures.flatMap(({ subject, unit, stage, count, qualifier, date, citations }) => count === null
    ? []
    : [{
        subject, unit: toText(unit, SOURCE_LANGUAGE), stage, stageWord: stageWordOf(plan, stage), count, qualifier,
        date, citations: toCitations(citations),
      }])
}
