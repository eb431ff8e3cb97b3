/**
 * Plans, and what is reported of them. What the pages show: the answers of the cms in the field's words, without a null
 * that means nothing.
 */
import type { FigureSubject, Qualifier, Stage } from '../generated/operations.js'
import type { NameInTime } from '../names.js'
import type { ContributionBy } from './contributor.js'
import type { FieldSummary } from './field.js'
import type { DecisionEntry, FundedProjectEntry } from './measure.js'
import type { OrganisationSummary } from './organisation.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { Text, Translated } from './text.js'
import type { TimelineEventSummary } from './timeline.js'

export interface PlanSummary {
  slug: string
  title: Text
}

export interface PhaseSummary {
  slug: string
  title: Text
  order: number
}

export interface DatedName extends NameInTime {
  citations: SourceCitation[]
}

/** Berichtete Zahl. */
export interface Figure {
  subject: FigureSubject
  stage: Stage | null
  /** What the plan itself calls the stage. */
  stageWord: Text | null
  count: number
  qualifier: Qualifier
  date: string | null
  citations: SourceCitation[]
}

export interface PlanOverview extends PlanSummary, Translated {
  summary: Text | null
  /** EDTF interval. */
  valid: string | null
  names: NameInTime[]
}

/** Wort des Plans für einen Stand. */
export interface StageWord {
  stage: Stage
  word: Text
  citations: SourceCitation[]
}

/** How many measures of a field (null: of none that is known) were at a stage. */
export interface StageCount {
  field: string | null
  stage: Stage
  count: number
}

/** Plan, with everything known about it. */
export interface PlanDetail extends Omit<PlanOverview, 'names'> {
  names: DatedName[]
  languages: string[]
  predecessor: PlanSummary | null
  successors: PlanSummary[]
  decidedBy: OrganisationSummary | null
  contributions: ContributionBy[]
  fields: FieldSummary[]
  phases: (Translated & { slug: string, title: Text, valid: string | null })[]
  stageWords: StageWord[]
  measureCount: number
  stageCounts: StageCount[]
  decisions: DecisionEntry[]
  fundedProjects: FundedProjectEntry[]
  figures: Figure[]
  events: TimelineEventSummary[]
  citations: SourceCitation[]
  claims: SourceClaim[]
}
