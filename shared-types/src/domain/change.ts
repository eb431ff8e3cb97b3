/**
 * What happened, what was published, and what is gone. What the pages show: the answers of the cms in the field's
 * words, without a null that means nothing.
 */
import type { ChangeKind, Stage } from '../generated/operations.js'
import type { FieldSummary } from './field.js'
import type { LineageEntry } from './lineage.js'
import type { DecisionEntry, MeasureSummary } from './measure.js'
import type { PlanSummary } from './plan.js'
import type { SourceCitation } from './source.js'
import type { VersionedType } from '../types.js'
import type { Text } from './text.js'

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
  type: VersionedType
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
  type: VersionedType
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
