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
import { toText, toTitle, toTranslated, type TranslatedNode, whole } from './text'
import { toNames } from './timeline'

/** The measure of a slug, or null. */
export async function findMeasure(slug: string, locale: string): Promise<MeasureDetail | null> {
  const { measures } = await ask(MeasureBySlugDocument, { slug, locale })
  const [measure] = whole(measures)
  if (!measure) return null
  return {
    ...toMeasure(measure, today()),
    revisionNumber: measure.revisionNumber, publishedOn: measure.publishedAt,
    articles: toArticleNames(measure.articles), contributions: toContributionsBy(measure.contributions),
  }
}

/** The measure as it stands on a day (`YYYY-MM-DD`). */
export function toMeasure(measure: MeasureDetailFragment, day: string): MeasureDetail {
  const updates = whole(measure.statusUpdates).map(toStatusUpdate)
  const current = updateOn(updates, day)
  return {
    ...toMeasureSummary(measure),
    code: measure.code,
    kind: measure.kind ?? 'unknown',
    certainty: measure.certainty ?? 'unknown',
    summary: textOf(measure, 'summary'),
    text: measure.text
      ? { blocks: measure.text, locale: measure.locale ?? 'de' }
      : { blocks: measure.inSourceLanguage.text, locale: measure.inSourceLanguage.locale ?? 'de' },
    languages: whole(measure.languages),
    translationOrigin: measure.translationOrigin,
    current,
    stageWord: stageWordOf(measure.plan, current?.stage ?? 'unknown'),
    goals: whole(measure.goals).map((goal: TranslatedNode & Parameters<typeof toTitle>[0]) => ({
      title: toTitle(goal),
      ...toTranslated(goal),
    })),
    lead: measure.lead && toOrganisation(measure.lead),
    partners: whole(measure.partners).map(toOrganisation),
    proposedBy: measure.proposedBy && toOrganisation(measure.proposedBy),
    period: measure.period,
    cost: textOf(measure, 'cost'),
    indicator: textOf(measure, 'indicator'),
    calls: whole(measure.calls).flatMap(({ deadline, round }) => deadline ? [{ deadline, round }] : []),
    names: toNames(measure.names),
    updates,
    decisions: toDecisions(measure.decisions),
    planDecisions: planDecisions(measure),
    fundedProjects: toFundedProjects(measure.fundedProjects),
    events: whole(measure.timelineEvents).map(event => ({
      id: event.documentId, slug: event.slug ?? event.documentId, title: toTitle(event), date: event.date ?? '',
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
  const [end] = whole(decisions)
    .filter(({ outcome }) => outcome !== null && ENDS.includes(outcome))
    .flatMap(decision => decision.countsFrom ?? [])
    .sort()
  return toDecisions(whole(plan?.decisions).filter(decision => !end || (decision.countsFrom ?? '') < end))
}

function toStatusUpdate({
  documentId, stage, date, countsFrom, createdAt, text, locale, citations,
  ...node
}: StatusUpdateEntryFragment & TranslatedNode): StatusUpdateEntry {
  return {
    id: documentId, stage: stage ?? 'unknown', date: date ?? '', countsFrom: countsFrom ?? '9999-12-31',
    madeOn: createdAt ?? '', text: toText(text, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}

export function toMeasureOverview(measure: MeasureCardFragment): MeasureOverview {
  return {
    ...toMeasureSummary(measure),
    summary: toText(measure.summary, measure.locale),
    kind: measure.kind ?? 'unknown',
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
    slug: slug ?? documentId,
    title: toTitle({ title, locale, slug }),
    field: field && { slug: field.slug ?? '', title: toTitle(field), strand: field.strand ?? 'one' },
    plan: plan && { slug: plan.slug ?? '', title: toTitle(plan) },
  }
}
