/** The feed of a measure: what was decided and reported, the newest first. */
import { countsFrom, formatHistoricalDate, type LocaleCode, localeOf, parseHistoricalDate } from 'shared-types'
import type { MeasureDetail } from './measure'
import { type FeedEntry, translationCategories, writeFeed } from './feed'
import { valueIn } from './text'
import { type FindText, textsIn } from './words'

interface Addresses {
  page: string
  feed: string
}

/**
 * As Atom. It changed when the newest of it happened; where nothing happened yet, when the measure was last published
 * here. Null for a measure that is not public.
 */
export async function toMeasureFeed(
  measure: MeasureDetail, locale: LocaleCode, { page, feed }: Addresses,
): Promise<string | null> {
  const { language } = localeOf(locale)
  const entries = happened(measure, await textsIn(locale), { locale, page })
  const updated = entries[0]?.updated ?? (measure.publishedOn && new Date(measure.publishedOn))
  if (!updated) return null
  return writeFeed(
    'atom',
    {
      title: measure.title.value, description: valueIn(locale, measure.summary), language, page, address: feed, updated,
    },
    entries,
  )
}

/**
 * A feed says one language for all it holds: texts that are not in it are left out. Bodies are called by the name that
 * they have.
 */
function happened(
  { updates, decisions }: MeasureDetail, t: FindText, { locale, page }: { locale: LocaleCode, page: string },
): FeedEntry[] {
  const entries = [
    ...updates.map(({ id, stage, date, text, ...of }) => ({ id, date, of, title: t(`words.stage.${stage}`), text })),
    ...decisions.map(({ id, outcome, date, body, note, ...of }) => ({
      id, date, of,
      title: [body?.name.value, outcome === 'unknown' ? t('word.unknown') : t(`words.outcome.${outcome}`)]
        .filter(Boolean)
        .join(': '),
      text: note,
    })),
  ]
    .map(entry => ({ ...entry, day: countsFrom(entry.date) ?? '' }))
    .filter(({ day }) => day !== '')
    .sort((a, b) => (a.day < b.day ? 1 : -1))
  return entries.map(({ id, day, date, title, text, of }) => ({
    id, page, title: `${title} (${inWords(date, localeOf(locale).language)})`, text: valueIn(locale, text),
    updated: new Date(day), categories: valueIn(locale, text) ? translationCategories(of, t) : [],
  }))
}

function inWords(date: string, language: string): string {
  const parsed = parseHistoricalDate(date)
  const same = (words: string) => words
  return parsed
    ? formatHistoricalDate(parsed, language, {
        uncertain: words => `${words}?`,
        approximate: words => `~ ${words}`,
        since: same,
      })
    : date
}
