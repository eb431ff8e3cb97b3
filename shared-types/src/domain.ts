/** What the pages show: the answers of the cms in the field's words, without a null that means nothing. */
import type { Station } from './decision-path.js'
import type { FateBalance } from './fates.js'
import type { Certainty, ChangeKind, EventKind, FigureSubject, LineageKind, MeasureFacetName, MeasureKind, OrganisationKind, Outcome, Qualifier, SourceKind, Stage, Strand, TranslationOrigin } from './generated/operations.js'
import type { NameInTime } from './names.js'

/** A text and the language it is in, which may not be the one that was asked for. */
export interface Text {
  value: string
  /** Code of its language. */
  locale: string
}

/** Quelle. */
export interface Source {
  id: string
  kind: SourceKind
  /** Paper number, title, or host. */
  label: string
  /** Code of its language, and of the pages and quotes from it. */
  language: string
  publisher: string | null
  /** EDTF. */
  date: string | null
  url: string | null
  archiveUrl: string | null
  paperNumber: string | null
}

/** Beleg: a source and the place in it. */
export interface SourceCitation {
  source: Source
  page: string | null
  quote: string | null
}

/** Aussage einer Quelle, of which another says something else. */
export interface SourceClaim {
  statement: Text
  note: string | null
  citations: SourceCitation[]
}

export interface PlanSummary {
  slug: string
  title: Text
}

export interface FieldSummary {
  slug: string
  title: Text
  strand: Strand
  plan: PlanSummary | null
  summary: Text | null
  translationOrigin: TranslationOrigin | null
}

export interface OrganisationSummary {
  slug: string
  name: Text
  kind: OrganisationKind
}

export interface PhaseSummary {
  slug: string
  title: Text
  order: number
}

/** Ereignis, as short lists show it. */
export interface TimelineEventSummary {
  id: string
  slug: string
  title: Text
  translationOrigin: TranslationOrigin | null
  /** EDTF. */
  date: string
  kind: EventKind
  certainty: Certainty
  onShortTimeline: boolean
  plan: PlanSummary | null
  /** The plan's name on the day of the event; null where none is known for that day. */
  planNameThen: Text | null
  phase: PhaseSummary | null
}

/** Ereignis, with everything known about it. */
export interface TimelineEventDetail extends TimelineEventSummary {
  /** Strapi blocks. */
  text: RichText
  organisations: OrganisationSummary[]
  measures: MeasureName[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
  citations: SourceCitation[]
  claims: SourceClaim[]
}

/** Text in Strapi's blocks: JSON, never HTML. */
export interface RichText {
  blocks: unknown
  locale: string
}

export interface DatedName extends NameInTime {
  citations: SourceCitation[]
}

/** Berichtete Zahl. */
export interface Figure {
  subject: FigureSubject
  stage: Stage | null
  count: number
  qualifier: Qualifier
  date: string | null
  citations: SourceCitation[]
}

export interface PlanOverview extends PlanSummary {
  summary: Text | null
  /** EDTF interval. */
  valid: string | null
  translationOrigin: TranslationOrigin | null
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
  fields: FieldSummary[]
  phases: { slug: string, title: Text, valid: string | null }[]
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

export interface Goal {
  title: Text
  citations: SourceCitation[]
}

/** Handlungsfeld, with everything known about it. */
export interface FieldDetail extends FieldSummary {
  languages: string[]
  predecessors: FieldSummary[]
  successors: FieldSummary[]
  goals: Goal[]
  measures: MeasureOverview[]
  bodies: (OrganisationSummary & { about: Text | null, composition: Text | null })[]
  citations: SourceCitation[]
  claims: SourceClaim[]
}

/** A measure by its name. */
export interface MeasureName {
  slug: string
  title: Text
}

/** Maßnahme, as links name it. */
export interface MeasureSummary extends MeasureName {
  id: string
  field: Pick<FieldSummary, 'slug' | 'title' | 'strand'> | null
  plan: PlanSummary | null
}

/** Maßnahme, as lists show it, with its stage on the day that was asked for. */
export interface MeasureOverview extends MeasureSummary {
  summary: Text | null
  kind: MeasureKind
  translationOrigin: TranslationOrigin | null
  stage: Stage
  /** EDTF date of the stage; null where no status update counts yet. */
  stageSince: string | null
}

/** Sachstand. */
export interface StatusUpdateEntry {
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
export interface DecisionEntry {
  id: string
  outcome: Outcome
  /** EDTF. */
  date: string
  body: OrganisationSummary | null
  station: Station
  note: Text | null
  citations: SourceCitation[]
}

/** Herkunft: what became of measures, or from which they came. */
export interface LineageEntry {
  id: string
  kind: LineageKind
  /** EDTF. */
  date: string | null
  certainty: Certainty
  reason: Text | null
  from: LinkedMeasure[]
  to: LinkedMeasure[]
  citations: SourceCitation[]
}

/** A measure on a side of a lineage; one that is gone has no plan. */
export interface LinkedMeasure extends MeasureName {
  plan: PlanSummary | null
  isGone: boolean
}

/** Gefördertes Projekt. */
export interface FundedProjectEntry {
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
  goals: Text[]
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
  cameFrom: LineageEntry[]
  becameOf: LineageEntry[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
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
  measures: MeasureOverview[]
  facets: Record<MeasureFacetName, FacetChoice[]>
}

/** What became of the measures of a plan. */
export interface PlanLineage extends PlanSummary {
  languages: string[]
  translationOrigin: TranslationOrigin | null
  measureCount: number
  fates: FateBalance
  fields: FieldSummary[]
  laterFields: (FieldSummary & { predecessors: string[] })[]
  flows: { from: string | null, to: string | null, count: number }[]
  successors: PlanSummary[]
  links: LineageEntry[]
  /** Links on all pages. */
  linkCount: number
  figures: Figure[]
}

/** Etwas, das sich geändert hat. */
export interface Change {
  kind: ChangeKind
  /** EDTF, or the day from which it counts. */
  date: string
  measure: MeasureSummary | null
  plan: PlanSummary | null
  stage: Stage | null
  stageBefore: Stage | null
  decision: DecisionEntry | null
  lineage: LineageEntry | null
  name: Text | null
  nameBefore: string | null
  citations: SourceCitation[]
}

/** Something that was published here. */
export interface Publication {
  id: string
  /** Name of its GraphQL type. */
  type: string
  slug: string
  title: Text
  number: number
  /** ISO 8601. */
  publishedOn: string
}

export interface PublicationPage {
  total: number
  publications: Publication[]
}

export interface ChangePage {
  total: number
  changes: Change[]
  plans: PlanSummary[]
  fields: FieldSummary[]
}

/** Something that was public at an address and is gone. */
export interface Gone {
  title: Text
  /** ISO 8601. */
  goneOn: string
  wasDeleted: boolean
}

/** Fassung: a document as it was published. */
export interface Revision<Document> {
  number: number
  newest: number
  /** ISO 8601. */
  publishedOn: string
  locale: string
  /** Slug of the document now. */
  slug: string
  isPublic: boolean
  /** Null where it was withdrawn. */
  document: Document | null
  withdrawnFor: string | null
}

/** What the operator has entered about the website; null where nothing is entered yet. */
export interface SiteDetail {
  title: string
  licence: string
  operator: string | null
  operatorAddress: string | null
  operatorEmail: string | null
  operatorPhone: string | null
  responsible: string | null
  dataProtectionContact: string | null
  enforcementBody: string | null
  /** Where the source code of this website lies. */
  sourceCode: string | null
}

export interface HomeOverview {
  title: string
  lead: Text | null
  translationOrigin: TranslationOrigin | null
  plans: PlanOverview[]
  fields: FieldSummary[]
  shortTimeline: TimelineEventSummary[]
}
