/**
 * Measures, and what was decided and reported on them. What the pages show: the answers of the cms in the field's
 * words, without a null that means nothing.
 */
import type { Station } from '../decision-path.js'
import type {
  Certainty, MeasureFacetName, MeasureKind, Outcome, Stage, TranslationOrigin,
} from '../generated/operations.js'
import type { NameInTime } from '../names.js'
import type { ArticleName } from './article.js'
import type { ContributionBy } from './contributor.js'
import type { FieldSummary } from './field.js'
import type { LineageEntry } from './lineage.js'
import type { OrganisationSummary } from './organisation.js'
import type { PlanSummary } from './plan.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { RichText, Text, Translated } from './text.js'
import type { TimelineEventSummary } from './timeline.js'

/** A measure by its name. */
export interface MeasureName {
  slug: string
  title: Text
}

/** A measure as others name it; one that is gone is said to be. */
export interface MentionedMeasure extends MeasureName {
  isGone: boolean
}

/** Maßnahme, as links name it. */
export interface MeasureSummary extends MeasureName {
  id: string
  field: Pick<FieldSummary, 'slug' | 'title' | 'strand'> | null
  plan: PlanSummary | null
}

/** Maßnahme, as lists show it, with its stage on the day that was asked for. */
export interface MeasureOverview extends MeasureSummary, Translated {
  summary: Text | null
  kind: MeasureKind
  stage: Stage
  /** EDTF date of the stage; null where no status update counts yet. */
  stageSince: string | null
}

/** Sachstand. */
export interface StatusUpdateEntry extends Translated {
  id: string
  stage: Stage
  /** EDTF. */
  date: string
  /** `YYYY-MM-DD`. */
  countsFrom: string
  /** ISO 8601. */
  madeOn: string
  text: Text | null
  citations: SourceCitation[]
}

/** Entscheidung. */
export interface DecisionEntry extends Translated {
  id: string
  outcome: Outcome
  /** EDTF. */
  date: string
  body: OrganisationSummary | null
  station: Station
  note: Text | null
  citations: SourceCitation[]
}

/** Gefördertes Projekt. */
export interface FundedProjectEntry extends Translated {
  id: string
  title: Text
  description: Text | null
  organisation: OrganisationSummary | null
  /** EDTF. */
  date: string | null
  /** In whole euros; null where it was not published. */
  amount: number | null
  certainty: Certainty
  citations: SourceCitation[]
}

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

/** A choice of a filter. */
export interface FacetChoice {
  value: string
  count: number
  /** Null where the value is a word of a closed list or a year. */
  title: Text | null
}

/** Measures that were found. */
export interface MeasureFinding {
  total: number
  /** How many that fit do not exist in the page's language. */
  elsewhere: number
  measures: MeasureOverview[]
  facets: Record<MeasureFacetName, FacetChoice[]>
}
