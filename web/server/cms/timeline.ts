import {
  compareHistoricalDates, type EventDetailFragment, type EventSummaryFragment, type NameInTime, type NameInTimeFragment,
  nameOn, parseHistoricalDate, TimelineDocument,
} from 'shared-types'
import { type ArticleName, toArticleNames } from './article-name'
import { ask } from './client'
import { type MentionedMeasure, toMentioned } from './measure-name'
import { type OrganisationSummary, toOrganisation } from './organisation'
import { type SourceCitation, type SourceClaim, toCitations, toClaims } from './source'
import { type RichText, type Text, toName, toTitle, toTranslated, type TranslatedNode } from './text'

/** Ereignis, as short lists show it. */
export type TimelineEventSummary = ReturnType<typeof toEventSummary>

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

/** All events of all plans, oldest first. */
export async function findTimeline(locale: string): Promise<TimelineEventDetail[]> {
  const first = await findPage(locale, 1)
  const pageNumbers = Array.from({ length: Math.max(0, first.pageCount - 1) }, (_, index) => index + 2)
  const rest = await Promise.all(pageNumbers.map(page => findPage(locale, page)))
  return inOrder([first, ...rest].flatMap(({ events }) => events))
}

/** Events in the order of time, as far as it is known; what has no date comes last. */
export function inOrder<Event extends TimelineEventSummary>(events: Event[]): Event[] {
  const dated = events.map(event => ({ event, date: parseHistoricalDate(event.date) }))
  return dated
    .sort((a, b) => (a.date && b.date ? compareHistoricalDates(a.date, b.date) : Number(!a.date) - Number(!b.date)))
    .map(({ event }) => event)
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

export function toEventDetail(event: EventDetailFragment & TranslatedNode): TimelineEventDetail {
  return {
    ...toEventSummary(event),
    text: { blocks: event.text, locale: event.locale },
    organisations: event.organisations.map(toOrganisation),
    measures: toMentioned(event),
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
  return { language: language ?? 'de', value: value ?? '', kind: kind ?? 'unknown', from, to }
}
