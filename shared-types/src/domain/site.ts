/**
 * The website itself. What the pages show: the answers of the cms in the field's words, without a null that means
 * nothing.
 */
import type { ArticleName } from './article.js'
import type { FieldSummary } from './field.js'
import type { PlanOverview } from './plan.js'
import type { Text, Translated } from './text.js'
import type { TimelineEventSummary } from './timeline.js'

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

export interface HomeOverview extends Translated {
  title: string
  lead: Text | null
  plans: PlanOverview[]
  fields: FieldSummary[]
  shortTimeline: TimelineEventSummary[]
  /** The newest that exist in the language of the page. */
  articles: ArticleName[]
  /** How many articles exist only in others. */
  articlesElsewhere: number
}
