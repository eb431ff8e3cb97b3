/**
 * Fields of action. What the pages show: the answers of the cms in the field's words, without a null that means
 * nothing.
 */
import type { Strand } from '../generated/operations.js'
import type { NameInTime } from '../names.js'
import type { ArticleName } from './article.js'
import type { MeasureOverview } from './measure.js'
import type { OrganisationSummary } from './organisation.js'
import type { PlanSummary } from './plan.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { Text, Translated } from './text.js'

export interface FieldSummary extends Translated {
  slug: string
  title: Text
  strand: Strand
  plan: PlanSummary | null
  summary: Text | null
}

export interface Goal extends Translated {
  title: Text
  citations: SourceCitation[]
}

/** Handlungsfeld, with everything known about it. */
export interface FieldDetail extends FieldSummary {
  languages: string[]
  /** What else it is or was called. */
  names: NameInTime[]
  predecessors: FieldSummary[]
  successors: FieldSummary[]
  goals: Goal[]
  /** The first hundred. */
  measures: MeasureOverview[]
  /** How many there are. */
  measureCount: number
  articles: ArticleName[]
  bodies: (OrganisationSummary & Translated & { about: Text | null, composition: Text | null })[]
  citations: SourceCitation[]
  claims: SourceClaim[]
}
