import {
  type Figure, PlanBySlugDocument, type PlanBySlugQuery, type PlanDetail, PlanEventsDocument, type TimelineEventSummary,
  today,
} from 'shared-types'
import { ask, askChosen } from './client'
import { toContributionsBy } from './contribution'
import { toDecisions } from './decision'
import { toField } from './field'
import { toFundedProjects } from './funded-project'
import { toOrganisation } from './organisation'
import { toCitations, toClaims } from './source'
import { stageWordOf, type WithStageWords } from './stage-word'
import { toText, toTitle, toTranslated, whole } from './text'
import { inOrder, toEventSummary } from './timeline'

/** The plan of a key, its measures as they stood on a day (`YYYY-MM-DD`), or null. */
export async function findPlan(slug: string, locale: string, asOf: string): Promise<PlanDetail | null> {
  const answer = await (asOf === today() ? ask : askChosen)(PlanBySlugDocument, { slug, locale, asOf })
  const [plan] = whole(answer.plans)
  if (!plan) return null
  return {
    slug,
    title: toTitle(plan),
    summary: toText(plan.summary, plan.locale),
    valid: plan.valid,
    languages: plan.languages,
    translationOrigin: plan.translationOrigin,
    names: whole(plan.names).map(({ language, value, kind, from, to, citations }) => ({
      language: language ?? 'de', value: value ?? '', kind: kind ?? 'unknown', from, to,
      citations: toCitations(citations),
    })),
    predecessor: plan.predecessor && { slug: plan.predecessor.slug ?? '', title: toTitle(plan.predecessor) },
    successors: whole(answer.successors).map(successor => ({ slug: successor.slug ?? '', title: toTitle(successor) })),
    decidedBy: plan.decidedBy && toOrganisation(plan.decidedBy),
    contributions: toContributionsBy(plan.contributions),
    fields: whole(answer.fieldsOfAction).map(toField),
    phases: whole(answer.phases).map(phase => ({
      slug: phase.slug ?? '', title: toTitle(phase),
      ...toTranslated(phase),
      valid: phase.valid,
    })),
    stageWords: whole(plan.stageWords).flatMap(({ stage, language, word, citations }) =>
      stage && word
        ? [{ stage, word: { value: word, locale: language ?? 'de' }, citations: toCitations(citations) }]
        : [],
    ),
    measureCount: plan.measureCount,
    stageCounts: plan.stageCounts.map(({ field, stage, count }) => ({ field: field?.slug ?? null, stage, count })),
    decisions: toDecisions(plan.decisions),
    fundedProjects: toFundedProjects(plan.fundedProjects),
    figures: whole(answer.reportedFigures).map(figure => toFigure(figure, plan)),
    events: await findPlanEvents(slug, locale),
    citations: toCitations(plan.citations),
    claims: toClaims(plan.claims),
  }
}

async function findPlanEvents(slug: string, locale: string): Promise<TimelineEventSummary[]> {
  const events: TimelineEventSummary[] = []
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const { timelineEvents_connection: answer } = await ask(PlanEventsDocument, { slug, locale, page })
    events.push(...whole(answer?.nodes).map(toEventSummary))
    pageCount = answer?.pageInfo.pageCount ?? 0
  }
  return inOrder(events)
}

export function toFigure(
  { subject, stage, count, qualifier, date, citations }: NonNullable<PlanBySlugQuery['reportedFigures'][number]>,
  plan: WithStageWords,
): Figure {
  return {
    subject: subject ?? 'unknown', stage, stageWord: stageWordOf(plan, stage), count: count ?? 0,
    qualifier: qualifier ?? 'unknown', date, citations: toCitations(citations),
  }
}
