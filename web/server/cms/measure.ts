import {
  type DecisionEntry, MeasureBySlugDocument, type MeasureCardFragment, type MeasureDetail, type MeasureDetailFragment,
  type MeasureLinkFragment, type MeasureOverview, type MeasureSummary, type StatusUpdateEntry,
  type StatusUpdateEntryFragment, type Text, today, updateOn,
} from 'shared-types'
import { toArticleNames } from './article-name'
import { ask } from './client'
import { toContributionsBy } from './contribution'
import { toDecisions } from './decision'
import { toFundedProjects } from './funded-project'
import { toLineages } from './lineage'
import { toOrganisation } from './organisation'
import { toCitations, toClaims } from './source'
import { stageWordOf } from './stage-word'
import { toName, toText, toTitle, toTranslated, type TranslatedNode } from './text'
import { toNames } from './timeline'

/** The measure of a slug, or null. */
export async function findMeasure(slug: string, locale: string): Promise<MeasureDetail | null> {
  const { measures } = await ask(MeasureBySlugDocument, { slug, locale })
  const [measure] = measures
  if (!measure) return null
  return {
    ...toMeasure(measure, today()),
    revisionNumber: measure.revisionNumber, publishedOn: measure.publishedAt,
    articles: toArticleNames(measure.articles), contributions: toContributionsBy(measure.contributions),
  }
}

/** The measure as it stands on a day (`YYYY-MM-DD`). */
export function toMeasure(measure: MeasureDetailFragment, day: string): MeasureDetail {
  const updates = measure.statusUpdates.map(toStatusUpdate)
  const current = updateOn(updates, day)
  return {
    ...toMeasureSummary(measure),
    code: measure.code,
    kind: measure.kind,
    certainty: measure.certainty,
    summary: textOf(measure, 'summary'),
    text: measure.text
      ? { blocks: measure.text, locale: measure.locale }
      : { blocks: measure.inSourceLanguage.text, locale: measure.inSourceLanguage.locale },
    languages: measure.languages,
    translationOrigin: measure.translationOrigin,
    current,
    stageWord: stageWordOf(measure.plan, current?.stage ?? 'unknown'),
    goals: measure.goals.map((goal: TranslatedNode & Parameters<typeof toTitle>[0]) => ({
      title: toTitle(goal),
      ...toTranslated(goal),
    })),
    lead: measure.lead && toOrganisation(measure.lead),
    partners: measure.partners.map(toOrganisation),
    proposedBy: measure.proposedBy && toOrganisation(measure.proposedBy),
    period: measure.period,
    cost: textOf(measure, 'cost'),
    indicator: textOf(measure, 'indicator'),
    calls: measure.calls.flatMap(({ deadline, round }) => deadline ? [{ deadline, round }] : []),
    names: toNames(measure.names),
    updates,
    decisions: toDecisions(measure.decisions),
    planDecisions: planDecisions(measure),
    fundedProjects: toFundedProjects(measure.fundedProjects),
    events: measure.timelineEvents.map(event => ({
      id: event.documentId, ...toName(event), date: event.date,
    })),
    articles: [],
    contributions: [],
    cameFrom: toLineages(measure.cameFrom),
    becameOf: toLineages(measure.becameOf),
    revisionNumber: null,
    publishedOn: null,
    citations: toCitations(measure.citations),
    claims: toClaims(measure.claims),
  }
}

/** What was not translated was published all the same: it stands in its own language. */
function textOf(measure: MeasureDetailFragment, name: 'summary' | 'cost' | 'indicator'): Text | null {
  const source = measure.inSourceLanguage
  return toText(measure[name], measure.locale) ?? toText(source[name], source.locale)
}

const ENDS = ['struck', 'made_recommendation']

/**
 * What was decided on the plan as a whole, as long as the measure was on its way: what it lost before is not its own.
 */
function planDecisions({ decisions, plan }: MeasureDetailFragment): DecisionEntry[] {
  const [end] = decisions
    .filter(({ outcome }) => ENDS.includes(outcome))
    .flatMap(decision => decision.countsFrom ?? [])
    .sort()
  return toDecisions((plan?.decisions ?? []).filter(decision => !end || (decision.countsFrom ?? '') < end))
}

function toStatusUpdate({
  documentId, stage, date, countsFrom, createdAt, text, locale, citations,
  ...node
}: StatusUpdateEntryFragment & TranslatedNode): StatusUpdateEntry {
  return {
    id: documentId, stage, date, countsFrom: countsFrom ?? '9999-12-31',
    madeOn: createdAt, text: toText(text, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}

export function toMeasureOverview(measure: MeasureCardFragment): MeasureOverview {
  return {
    ...toMeasureSummary(measure),
    summary: toText(measure.summary, measure.locale),
    kind: measure.kind,
    ...toTranslated(measure),
    stage: measure.stage.stage,
    stageSince: measure.stage.statusUpdate?.date ?? null,
  }
}

export function toMeasureSummary({
  documentId, slug, title, locale, fieldOfAction: field, plan,
}: MeasureLinkFragment): MeasureSummary {
  return {
    id: documentId,
    slug,
    title: toTitle({ title, locale }),
    field: field && { ...toName(field), strand: field.strand ?? 'one' },
    plan: plan && toName(plan),
  }
}
