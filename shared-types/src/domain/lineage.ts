/**
 * What became of measures from plan to plan. What the pages show: the answers of the cms in the field's words, without
 * a null that means nothing.
 */
import type { FateBalance } from '../fates.js'
import type { Certainty, LineageKind, TranslationOrigin } from '../generated/operations.js'
import type { FieldSummary } from './field.js'
import type { MentionedMeasure } from './measure.js'
import type { Figure, PlanSummary } from './plan.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { Text, Translated } from './text.js'

/** Herkunft: what became of measures, or from which they came. */
export interface LineageEntry extends Translated {
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
export interface LinkedMeasure extends MentionedMeasure {
  plan: PlanSummary | null
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
  /** What is said of the plan, by whom. */
  claims: SourceClaim[]
}
