import {
  type Certainty, MeasureBySlugDocument, type MeasureCardFragment, type MeasureDetailFragment, type MeasureKind,
  type MeasureLinkFragment, type NameInTime, type StatusUpdateEntryFragment, today, type TranslationOrigin, updateOn,
} from 'shared-types'
import { type ArticleName, toArticleNames } from './article-name'
import { ask } from './client'
import { type ContributionBy, toContributionsBy } from './contribution'
import { type DecisionEntry, toDecisions } from './decision'
import { type FundedProjectEntry, toFundedProjects } from './funded-project'
import { type LineageEntry, toLineages } from './lineage'
import { type OrganisationSummary, toOrganisation } from './organisation'
import { type SourceCitation, type SourceClaim, toCitations, toClaims } from './source'
import { stageWordOf } from './stage-word'
import {
  type RichText, type Text, toName, toText, toTitle, toTranslated, type Translated, type TranslatedNode,
} from './text'
import { type TimelineEventSummary, toNames } from './timeline'

/** Maßnahme, as links name it. */
export type MeasureSummary = ReturnType<typeof toMeasureSummary>

/** Maßnahme, as lists show it, with its stage on the day that was asked for. */
export type MeasureOverview = ReturnType<typeof toMeasureOverview>

/** Sachstand. */
export type StatusUpdateEntry = ReturnType<typeof toStatusUpdate>

/** Maßnahme, with everything known about it. */
export interface MeasureDetail extends MeasureSummary {
  code: string | null
  kind: MeasureKind
  certainty: Certainty
  summary: Text | null
  text: RichText
  languages: string[]
  translationOrigin: TranslationOrigin | null
  /** The status update that holds today; null: the stage is unknown. */
  current: StatusUpdateEntry | null
  /** The plan's own word for the stage. */
  stageWord: Text | null
  goals: (Translated & { title: Text })[]
  lead: OrganisationSummary | null
  partners: OrganisationSummary[]
  proposedBy: OrganisationSummary | null
  /** EDTF. */
  period: string | null
  cost: Text | null
  indicator: Text | null
  calls: { deadline: string, round: number | null }[]
  names: NameInTime[]
  updates: StatusUpdateEntry[]
  decisions: DecisionEntry[]
  /** What was decided on its plan as a whole. */
  planDecisions: DecisionEntry[]
  fundedProjects: FundedProjectEntry[]
  events: Pick<TimelineEventSummary, 'id' | 'slug' | 'title' | 'date'>[]
  /** Empty in a version: they go on being written. */
  articles: ArticleName[]
  /** Empty in a version. */
  contributions: ContributionBy[]
  cameFrom: LineageEntry[]
  becameOf: LineageEntry[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
  /** When it was last published here, ISO 8601; null in a version. */
  publishedOn: string | null
  citations: SourceCitation[]
  claims: SourceClaim[]
}

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
}: StatusUpdateEntryFragment & TranslatedNode) {
  return {
    id: documentId, stage, date, countsFrom: countsFrom ?? '9999-12-31',
    madeOn: createdAt, text: toText(text, locale),
    ...toTranslated(node),
    citations: toCitations(citations),
  }
}

export function toMeasureOverview(measure: MeasureCardFragment) {
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
}: MeasureLinkFragment) {
  return {
    id: documentId,
    slug,
    title: toTitle({ title, locale }),
    field: field && { ...toName(field), strand: field.strand ?? 'one' },
    plan: plan && toName(plan),
  }
}
