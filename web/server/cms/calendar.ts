/**
 * Events and deadlines for calendars (iCalendar). A calendar knows days only: what is not known to the day is left out,
 * and stands on the timeline.
 */
import {
  CalendarDocument, CalendarMeasuresDocument, CalendarPlansDocument, type LocaleCode, localeOf, parseHistoricalDate,
} from 'shared-types'
import ical from 'ical-generator'
import type { ChangeFeedFilter } from '../../config/feeds'
import { pagePath } from '../utils/paths'
import { ask } from './client'
import { translationCategories } from './feed'
import { type Named, toTranslated, type TranslatedNode } from './text'
import { wholeList } from './whole-list'
import { type FindText, textsIn } from './words'

interface CalendarEntry {
  id: string
  title: string
  /** First and last day, `YYYY-MM-DD`. */
  startsOn: string
  endsOn: string
  /** The address of its page, without the website's own. */
  page: string
  categories: string[]
  /** When it was published, ISO 8601. */
  writtenOn: string
}

type Calendar = NonNullable<Awaited<ReturnType<typeof findCalendar>>>

/** Null for a plan or a field that there is not. */
export async function findCalendar(choice: ChangeFeedFilter, locale: LocaleCode) {
  const { plans, fieldsOfAction } = await ask(CalendarPlansDocument, { locale })
  const plan = plans.find(({ slug }) => slug === choice.plan)
  const field = fieldsOfAction.find(({ slug }) => slug === choice.field)
  if ((choice.plan !== '' && !plan) || (choice.field !== '' && !field)) return null
  const t = await textsIn(locale)
  const events = await wholeList(
    async page => (await ask(CalendarDocument, { locale, page })).timelineEvents_connection,
  )
  const measures = await wholeList(
    async page => (await ask(CalendarMeasuresDocument, { locale, page })).measures_connection,
  )
  const isChosen = (of: string | undefined, fields: (string | undefined)[]) =>
    (choice.plan === '' || of === choice.plan) && (choice.field === '' || fields.includes(choice.field))
  const entry = entries(t, locale)
  return {
    name: [t('calendar.title'), ...[plan, field].flatMap(chosen => chosen?.title ?? [])].join(': '),
    entries: [
      ...events
        .filter(event => isChosen(event.plan?.slug, event.measures.map(({ fieldOfAction }) => fieldOfAction?.slug)))
        .flatMap(({ kind, slug, publishedAt, ...event }) => entry(event, {
          id: event.documentId, date: event.date, writtenOn: publishedAt, page: `${pagePath('timeline', locale)}#${slug}`,
          title: t('feed.entry', {
            kind: kind === 'unknown' ? t('word.unknown') : t(`words.kind.${kind}`), title: event.title,
          }),
        })),
      ...measures
        .filter(({ plan: of, fieldOfAction }) => isChosen(of?.slug, [fieldOfAction?.slug]))
        .flatMap(({ calls, slug, publishedAt, ...measure }) => calls.flatMap(({ deadline }) => entry(measure, {
          id: `${measure.documentId}-${deadline}`, date: deadline, writtenOn: publishedAt,
          page: pagePath('measures-slug', locale, slug), title: t('report.call', { title: measure.title }),
        }))),
      ...plans
        .filter(({ slug }) => choice.field === '' && isChosen(slug, []))
        .flatMap(({ valid, slug, updatedAt, ...ended }) => entry(ended, {
          id: `${ended.documentId}-end`, date: valid.split('/')[1], writtenOn: updatedAt,
          page: pagePath('plans-slug', locale, slug),
          title: t('feed.entry', { kind: t('report.end'), title: ended.title }),
        })),
    ],
  }
}

interface Given extends Pick<CalendarEntry, 'id' | 'title' | 'page'> {
  date: string | null | undefined
  writtenOn: string | null
}

/** One entry for what is known to the day, none for anything else. */
function entries(t: FindText, locale: LocaleCode) {
  return (
    node: Omit<Named, 'slug'> & TranslatedNode,
    { date, writtenOn, ...given }: Given,
  ): CalendarEntry[] => {
    const days = daysOf(date ?? '')
    if (!days) return []
    const isTranslated = node.locale === locale
    const categories = isTranslated ? translationCategories(toTranslated(node), t).map(({ name }) => name) : []
    return [{ ...given, ...days, categories, writtenOn: writtenOn ?? days.startsOn }]
  }
}

/** The first and the last day of something, where both are known for sure. */
export function daysOf(date: string): { startsOn: string, endsOn: string } | null {
  const parsed = parseHistoricalDate(date)
  const isKnown = parsed && date.split('/').every(part => /^\d{4}-\d{2}-\d{2}$/.test(part))
  return isKnown && parsed.endsOn !== null ? { startsOn: parsed.startsOn, endsOn: parsed.endsOn } : null
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** As iCalendar: whole days, of which the end is the day after the last. */
export function writeCalendar(
  { name, entries: all }: Calendar, { locale, siteUrl }: { locale: LocaleCode, siteUrl: string },
): string {
  const { language } = localeOf(locale)
  const calendar = ical({
    name, prodId: { company: 'LIP-Lab', product: 'Welt-in-Hannover.de', language: language.toUpperCase() },
  })
  for (const { id, title, startsOn, endsOn, page, categories, writtenOn } of all)
    calendar.createEvent({
      id: `${id}@lip-lab`, summary: title, allDay: true, start: new Date(startsOn),
      end: new Date(Date.parse(endsOn) + DAY_MILLISECONDS), stamp: new Date(writtenOn), url: siteUrl + page,
      categories: categories.map(category => ({ name: category })),
    })
  return calendar.toString()
}
