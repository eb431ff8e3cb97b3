/** What the pages show: the answers of the cms in the field's words, without a null that means nothing. */
import type { Certainty } from './kinds.js'
import type { EventKind, FigureSubject, OrganisationKind, Qualifier, SourceKind, Stage, Strand, TranslationOrigin } from './generated/operations.js'
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

/** Plan, with everything known about it. */
export interface PlanDetail extends Omit<PlanOverview, 'names'> {
  names: DatedName[]
  languages: string[]
  predecessor: PlanSummary | null
  successors: PlanSummary[]
  decidedBy: OrganisationSummary | null
  fields: FieldSummary[]
  phases: { slug: string, title: Text, valid: string | null }[]
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
  bodies: (OrganisationSummary & { about: Text | null, composition: Text | null })[]
  citations: SourceCitation[]
  claims: SourceClaim[]
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
