/**
 * Dates as people write them, in a question or in a text: 25.02.2021, 25 Şubat 2021, юни 2008. Each is told as one word
 * of its own, `@2021-02-25` or `@2008-06`.
 */
import { LOCALES, parseHistoricalDate } from 'shared-types'
import { folded, withLatinDigits } from './folding'
import { stemOf } from './stems'

/** Words of a text that say a date: from the one to before the other. */
interface DateAmong {
  from: number
  to: number
  date: string
}

/** Months are called otherwise, too: in the Levant, in Iran, by Kurds, Austrians and those who are short of time. */
const OTHERWISE: Record<string, string> = {
  de: 'jänner feber . . . . . . . . . .|jan feb mrz apr . jun jul aug sept okt nov dez',
  en: 'jan feb mar apr . jun jul aug sept oct nov dec',
  ar: 'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  fa: '. . . اپریل می جون جولای آگوست . . . .',
  kmr: 'çile reşemî avdar avrêl . pûşper . gelawêj rezber çiriya_pêşîn çiriya_paşîn kanûna_pêşîn',
}
/** What stands between day, month and year, and says nothing. */
const BETWEEN = new Set(['de', 'del', 'г', 'год', 'года', 'ê', 'an', 'of', 'yili', 'sala', 'عام', 'سنه', 'سال'])
const YEAR = /^((?:19|20)\d\d)\p{L}{0,3}$/u
const DAY = /^(0?[1-9]|[12]\d|3[01])\p{L}{0,3}$/u
/** 25.02.2021, 25/02/2021, 2021-02-25; 06.2008, 2008-06. */
const DAY_FIRST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?$/
const MONTH_AND_YEAR = /^(\d{1,2})\.(\d{4})$/

/** So many words are between a month and the number beside it, at most. */
const FARTHEST = 3

/** The dates that these words say, in their order. */
export function datesAmong(words: readonly string[], family: string): DateAmong[] {
  const found: DateAmong[] = []
  const numbers = words.map(isNumber)
  if (!numbers.includes(true)) return found
  for (let at = 0; at < words.length; at += 1) {
    if (!numbers.slice(Math.max(0, at - FARTHEST), at + FARTHEST + 1).includes(true)) continue
    const dated = inNumbers(words, at) ?? inWords(words, at, family)
    if (!dated) continue
    const previous = found.at(-1)
    if (previous && previous.to > dated.from) continue
    found.push(dated)
    at = dated.to - 1
  }
  return found
}

/** The words by which a dated document is found: its day, its month, its year. */
export function wordsOfDate(edtf: unknown): string[] {
  const date = typeof edtf === 'string' ? parseHistoricalDate(edtf) : null
  if (!date) return []
  const ends = date.edtf.split('/').map(end => end.replace(/[?~%]/g, ''))
  const told = [...ends, ...date.isInterval && date.endsOn !== null ? monthsBetween(date.startsOn, date.endsOn) : []]
  return [...new Set(told.flatMap(partsOf))]
}

/** The month of a day; null for what is no day. */
export function monthOfDay(word: string): string | null {
  return /^@\d{4}-\d\d-\d\d$/.test(word) ? word.slice(0, -3) : null
}

/** A longer time says nothing about a month. */
const MOST_MONTHS = 12

function monthsBetween(startsOn: string, endsOn: string): string[] {
  const monthAt = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const [first, last] = [monthAt(startsOn), monthAt(endsOn)]
  if (last - first >= MOST_MONTHS) return []
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index
    return toMonth(Math.floor(month / 12), 1 + month % 12)
  })
}

function partsOf(date: string): string[] {
  if (!/^\d{4}/.test(date)) return []
  const [year = '', month, day] = date.split('-')
  return [year, ...month ? [`@${year}-${month}`] : [], ...day ? [`@${date}`] : []]
}

function isNumber(word: string): boolean {
  return /^\p{Nd}/u.test(word)
}

function inNumbers(words: readonly string[], at: number): DateAmong | null {
  const word = withLatinDigits(words[at] ?? '')
  const [, day, month, year] = DAY_FIRST.exec(word) ?? []
  if (day && month && year)
    return among(at, at + 1, Number(month) > 12 ? dayOf(year, day, month) : dayOf(year, month, day))
  const [, yearFirst, monthThen, dayThen] = YEAR_FIRST.exec(word) ?? []
  if (yearFirst && monthThen)
    return among(at, at + 1, dayThen ? dayOf(yearFirst, monthThen, dayThen) : monthOf(yearFirst, monthThen))
  const [, monthFirst, yearThen] = MONTH_AND_YEAR.exec(word) ?? []
  return monthFirst && yearThen ? among(at, at + 1, monthOf(yearThen, monthFirst)) : null
}

/** „25 de febrero de 2021“, „October 6, 2007“, „2021 Şubat“. */
function inWords(words: readonly string[], at: number, family: string): DateAmong | null {
  const two = monthNamed(`${words[at]}_${words[at + 1]}`, family)
  const month = two ?? monthNamed(words[at], family)
  if (!month) return null
  const [before, after] = [step(words, at, -1), step(words, two ? at + 1 : at, 1)]
  const [day, year] = [numberAt(words, before, DAY), numberAt(words, after, YEAR)]
  if (year) return day ? among(before, after + 1, dayOf(year, month, day)) : among(at, after + 1, monthOf(year, month))
  const [dayThen, yearThen] = [numberAt(words, after, DAY), numberAt(words, step(words, after, 1), YEAR)]
  if (dayThen && yearThen) return among(at, step(words, after, 1) + 1, dayOf(yearThen, month, dayThen))
  const yearBefore = numberAt(words, before, YEAR)
  return yearBefore ? among(before, at + 1, monthOf(yearBefore, month)) : null
}

function numberAt(words: readonly string[], at: number, pattern: RegExp): string | undefined {
  return pattern.exec(withLatinDigits(words[at] ?? ''))?.[1]
}

/** The place of the next word that says something. */
function step(words: readonly string[], at: number, by: 1 | -1): number {
  return BETWEEN.has(folded(words[at + by] ?? '', 'en')) ? at + 2 * by : at + by
}

function among(from: number, to: number, date: string | null): DateAmong | null {
  return date ? { from, to, date: `@${date}` } : null
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = `${monthOf(year, month)}-${day.padStart(2, '0')}`
  return parseHistoricalDate(date) ? date : null
}

function monthOf(year: string, month: string): string | null {
  return YEAR.test(year) && Number(month) >= 1 && Number(month) <= 12 ? toMonth(Number(year), Number(month)) : null
}

function toMonth(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** The number of a month that a word names in the language, in German or in English. */
function monthNamed(word: string | undefined, family: string): string | undefined {
  if (word === undefined || !/^\p{L}/u.test(word)) return undefined
  for (const language of new Set([family, 'de', 'en'])) {
    const plain = folded(word, language)
    const months = monthsOf(language)
    const found = months.get(plain) ?? months.get(stemOf(plain, language))
    if (found) return found
  }
  return undefined
}

const monthNames = new Map<string, Map<string, string>>()

/** Names of the months of a language, and their stems. */
function monthsOf(family: string): Map<string, string> {
  const known = monthNames.get(family)
  if (known) return known
  const named = namesOfMonths(family).flatMap(names => names.map((name, index) => ({ name, month: String(index + 1) })))
  const made = new Map<string, string>()
  for (const { name, month } of named.filter(({ name }) => name !== '.'))
    for (const form of formsOf(name, family)) made.set(form, month)
  monthNames.set(family, made)
  return made
}

function formsOf(name: string, family: string): string[] {
  const plain = folded(name, family)
  return [plain, stemOf(plain, family)]
}

function namesOfMonths(family: string): string[][] {
  const isKnown = LOCALES.some(({ code }) => code === family)
  const tag = `${family === 'kmr' ? 'ku' : isKnown ? family : 'en'}-u-ca-gregory-nu-latn`
  const alone = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' })
  const withDay = new Intl.DateTimeFormat(tag, { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2021, month, 3)))
  const nameIn = (formatter: Intl.DateTimeFormat) =>
    days.map(day => formatter.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '')
  const others = OTHERWISE[family]?.split('|').map(names => names.split(' ')) ?? []
  return [nameIn(alone), nameIn(withDay), ...others]
}
