/**
 * Events on the timeline. What the pages show: the answers of the cms in the field's words, without a null that means
 * nothing.
 */
import type { Certainty, EventKind } from '../generated/operations.js'
import type { ArticleName } from './article.js'
import type { MentionedMeasure } from './measure.js'
import type { OrganisationSummary } from './organisation.js'
import type { PhaseSummary, PlanSummary } from './plan.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { RichText, Text, Translated } from './text.js'

/** Ereignis, as short lists show it. */
export interface TimelineEventSummary extends Translated {
  id: string
  slug: string
  title: Text
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
  measures: MentionedMeasure[]
  /** Empty in a version: they go on being written. */
  articles: ArticleName[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
  citations: SourceCitation[]
  claims: SourceClaim[]
}
