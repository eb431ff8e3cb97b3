/** The feed of a measure: what was decided and reported, the newest first. */
import { Feed } from 'feed'
import { countsFrom, formatHistoricalDate, type LocaleCode, localeOf, type MeasureDetail, parseHistoricalDate } from 'shared-types'
import ar from '../../../shared-types/words/ar.json'
import de from '../../../shared-types/words/de.json'
import en from '../../../shared-types/words/en.json'

const WORDS: Record<LocaleCode, { stage: Record<string, string>, outcome: Record<string, string> }> = { ar, de, en }

interface Addresses {
  page: string
  feed: string
}

export function toAtom(measure: MeasureDetail, locale: LocaleCode, { page, feed }: Addresses): string {
  const entries = [
    ...measure.updates.map(({ id, stage, date, text }) => ({ id, date, title: WORDS[locale].stage[stage] ?? stage, text: text?.value ?? '' })),
    ...measure.decisions.map(({ id, outcome, date, body, note }) => ({ id, date, title: [body?.name.value, WORDS[locale].outcome[outcome] ?? outcome].filter(Boolean).join(': '), text: note?.value ?? '' })),
  ].map(entry => ({ ...entry, day: countsFrom(entry.date) ?? '' })).filter(({ day }) => day !== '').sort((a, b) => a.day < b.day ? 1 : -1)
  const { language } = localeOf(locale)
  const made = new Feed({
    id: page, link: page, feedLinks: { atom: feed }, title: measure.title.value, description: measure.summary?.value, language,
    copyright: 'CC BY 4.0, LIP-Lab, Welt-in-Hannover.de', updated: new Date(entries[0]?.day ?? 0), generator: 'LIP-Lab', author: { name: 'LIP-Lab, Welt-in-Hannover.de' },
  })
  for (const { id, day, date, title, text } of entries)
    made.addItem({ id: `urn:lip-lab:${id}`, link: page, title: asHtml(`${title} (${inWords(date, language)})`), description: asHtml(text), date: new Date(day) })
  return withoutForbidden(made.atom1())
}

/** XML 1.0 has no place for most control characters, and a single one makes the whole feed unreadable. */
function withoutForbidden(xml: string): string {
  return xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
}

function inWords(date: string, language: string): string {
  const parsed = parseHistoricalDate(date)
  const same = (words: string) => words
  return parsed ? formatHistoricalDate(parsed, language, { uncertain: words => `${words}?`, approximate: words => `~ ${words}`, since: same }) : date
}

/** The library marks every text as HTML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
