import {
  type EventDetailFragment, type EventSummaryFragment, type NameInTime, type NameInTimeFragment, nameOn,
  parseHistoricalDate, TimelineDocument, UNKNOWN_LANGUAGE,
} from 'shared-types'
import { type ArticleName, toArticleNames } from './article-name'
import { ask } from './client'
import { type DecisionEntry, toDecision } from './decision'
import { type MentionedMeasure, toMentioned } from './measure-name'
import { type OrganisationSummary, toOrganisation } from './organisation'
import { type SourceCitation, type SourceClaim, toCitations, toClaims } from './source'
import {
  type Name, type RichText, richTextOf, type Sourced, type Text, toName, toTitle, toTranslated, type TranslatedNode,
} from './text'

/** Ereignis, as short lists show it. */
export type TimelineEventSummary = ReturnType<typeof toEventSummary>

/** Entscheidung, as the event at which it was taken shows it. */
export type DecisionAtEvent = DecisionEntry & { measure: Name | null }

/** Ereignis, with everything known about it. */
export interface TimelineEventDetail extends TimelineEventSummary {
  /** Strapi blocks. */
  text: RichText
  organisations: OrganisationSummary[]
  measures: MentionedMeasure[]
  /** What was decided at it. */
  decisions: DecisionAtEvent[]
  /** Empty in a version: they go on being written. */
  articles: ArticleName[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
  citations: SourceCitation[]
  claims: SourceClaim[]
}

/** All events of all plans, in the order of time. */
export async function findTimeline(locale: string): Promise<TimelineEventDetail[]> {
  const first = await findPage(locale, 1)
  const pageNumbers = Array.from({ length: Math.max(0, first.pageCount - 1) }, (_, index) => index + 2)
  const rest = await Promise.all(pageNumbers.map(page => findPage(locale, page)))
  return [first, ...rest].flatMap(({ events }) => events)
}

async function findPage(locale: string, page: number): Promise<{ events: TimelineEventDetail[], pageCount: number }> {
  const { timelineEvents_connection: answer } = await ask(TimelineDocument, { locale, page })
  return {
    events: (answer?.nodes ?? []).map(event => ({
      ...toEventDetail(event),
      revisionNumber: event.revisionNumber, articles: toArticleNames(event.articles),
    })),
    pageCount: answer?.pageInfo.pageCount ?? 0,
  }
}

export function toEventDetail(event: EventDetailFragment & TranslatedNode & Sourced<'text'>): TimelineEventDetail {
  return {
    ...toEventSummary(event),
    text: richTextOf(event, 'text'),
    organisations: event.organisations.map(toOrganisation),
    measures: toMentioned(event),
    decisions: event.decisions.map(decision => ({
      ...toDecision(decision), event: null, measure: decision.measure && toName(decision.measure),
    })),
    articles: [],
    revisionNumber: null,
    citations: toCitations(event.citations),
    claims: toClaims(event.claims),
  }
}

export function toEventSummary(event: EventSummaryFragment & TranslatedNode) {
  return {
    id: event.documentId,
    slug: event.slug,
    title: toTitle(event),
    ...toTranslated(event),
    date: event.date,
    kind: event.kind,
    certainty: event.certainty,
    onShortTimeline: event.onShortTimeline,
    plan: event.plan && toName(event.plan),
    planNameThen: nameThen(event),
    phase: event.phase && { ...toName(event.phase), order: event.phase.order ?? 0 },
  }
}

function nameThen({ date, plan }: EventSummaryFragment): Text | null {
  const day = parseHistoricalDate(date)?.startsOn
  const name = day && plan ? nameOn(toNames(plan.names), day) : null
  return name ? { value: name.value, locale: name.language } : null
}

export function toNames(names: readonly NameInTimeFragment[]): NameInTime[] {
  return names.map(toNameInTime)
}

export function toNameInTime({ language, value, kind, from, to }: NameInTimeFragment): NameInTime {
  return { language: language ?? UNKNOWN_LANGUAGE, value: value ?? '', kind: kind ?? 'unknown', from, to }
}
