import {
  type Certainty, MeasureBySlugDocument, type MeasureCardFragment, type MeasureDetailFragment, type MeasureKind,
  type MeasureLinkFragment, type NameInTime, today, type TranslationOrigin,
} from 'shared-types'
import { type ArticleName, toArticleNames } from './article-name'
import { ask } from './client'
import { type ContributionBy, toContributionsBy } from './contribution'
import { type FundedProjectEntry, toFundedProjects } from './funded-project'
import { type LineageEntry, toLineages } from './lineage'
import { type OrganisationSummary, toOrganisation } from './organisation'
import { type OldPlan, toOldPlan } from './old-plan'
import { type SourceCitation, type SourceClaim, toCitations, toClaims } from './source'
import { stageWordOf } from './stage-word'
import { type Standing, standingOn } from './standing'
import {
  type RichText, richTextOf, type Text, textOf, toName, toTitle, toTranslated, type Translated,
  type TranslatedNode,
} from './text'
import { type TimelineEventSummary, toNames } from './timeline'

/** Maßnahme, as links name it. */
export type MeasureSummary = ReturnType<typeof toMeasureSummary>

/** Maßnahme, as lists show it, with its stage on the day that was asked for. */
export type MeasureOverview = ReturnType<typeof toMeasureOverview>

/** Maßnahme, with everything known about it. */
export interface MeasureDetail extends MeasureSummary, Standing {
  code: string | null
  kind: MeasureKind
  certainty: Certainty
  summary: Text | null
  text: RichText
  languages: string[]
  translationOrigin: TranslationOrigin | null
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
  fundedProjects: FundedProjectEntry[]
  events: Pick<TimelineEventSummary, 'id' | 'slug' | 'title' | 'date'>[]
  /** Empty in a version: they go on being written. */
  articles: ArticleName[]
  /** Empty in a version. */
  contributions: ContributionBy[]
  /** Its plan, where that is over; null in a version. */
  oldPlan: OldPlan | null
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
    revisionNumber: measure.revisionNumber, publishedOn: measure.publishedAt, oldPlan: toOldPlan(measure.plan),
    articles: toArticleNames(measure.articles), contributions: toContributionsBy(measure.contributions),
  }
}

/** The measure as it stands on a day (`YYYY-MM-DD`). */
export function toMeasure(measure: MeasureDetailFragment, day: string): MeasureDetail {
  const standing = standingOn(day, measure, measure.plan)
  return {
    ...standing,
    ...toMeasureSummary(measure),
    code: measure.code,
    kind: measure.kind,
    certainty: measure.certainty,
    summary: textOf(measure, 'summary'),
    text: richTextOf(measure, 'text'),
    languages: measure.languages,
    translationOrigin: measure.translationOrigin,
    stageWord: stageWordOf(measure.plan, standing.current?.stage ?? 'unknown'),
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
    fundedProjects: toFundedProjects(measure.fundedProjects),
    events: measure.timelineEvents.map(event => ({
      id: event.documentId, ...toName(event), date: event.date,
    })),
    articles: [],
    contributions: [], oldPlan: null,
    cameFrom: toLineages(measure.cameFrom),
    becameOf: toLineages(measure.becameOf),
    revisionNumber: null,
    publishedOn: null,
    citations: toCitations(measure.citations),
    claims: toClaims(measure.claims),
  }
}

export function toMeasureOverview(measure: MeasureCardFragment) {
  return {
    ...toMeasureSummary(measure),
    summary: textOf(measure, 'summary'),
    kind: measure.kind,
    ...toTranslated(measure),
    stage: measure.stage.stage,
    stageDate: measure.stage.date,
  }
}

export function toMeasureSummary({
  documentId, slug, title, locale, fieldOfAction: field, plan,
}: MeasureLinkFragment) {
  return {
    id: documentId,
    slug,
    title: toTitle({ title, locale }),
    field: field && { ...toName(field), strand: field.strand },
    plan: plan && toName(plan),
  }
}
