/** Dates as people write them in German, read as EDTF: „12.3.2024“, „März 2024“, „Herbst 2019“, „seit 2020“. */
import { type DateWords, formatHistoricalDate, parseHistoricalDate } from './dates.js'

const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']
/** As some write them. */
const MONTHS_OTHERWISE: Record<string, string> = { mrz: 'mär', mae: 'mär', jän: 'jan' }
/** First and last month. A winter has two years: which ones, must be said. */
const SEASONS: Record<string, [string, string]> = {
  frühling: ['03', '05'], frühjahr: ['03', '05'], sommer: ['06', '08'], herbst: ['09', '11'],
}

/** The EDTF of a date that somebody has written; null where it is none. */
export function readWrittenDate(text: string): string | null {
  const written = text.trim().replace(/\s+/g, ' ')
  const read = parseHistoricalDate(written) ? written : inWords(written.toLowerCase())
  return read !== null && parseHistoricalDate(read) ? read : null
}

/** A stored date (EDTF) in German words, where these are read back as the same date; else as it is stored. */
export function writeDate(edtf: string, words: DateWords): string {
  const date = parseHistoricalDate(edtf)
  const written = date ? formatHistoricalDate(date, 'de', words) : edtf
  return readWrittenDate(written) === edtf ? written : edtf
}

function inWords(text: string): string | null {
  const [, since] = /^(?:seit|ab) (.+)$/.exec(text) ?? []
  if (since) return ended(point(since), '/..')
  const [, about] = /^(?:etwa|ungefähr|circa|ca\.?|um) (.+)$/.exec(text) ?? []
  if (about) return ended(point(about), '~')
  const [, unsure] = /^(.+?) ?(?:\?|\(unsicher\))$/.exec(text) ?? []
  if (unsure) return ended(point(unsure), '?')
  return point(text) ?? season(text) ?? interval(text.replace(/^von /, ''))
}

function ended(date: string | null, end: string): string | null {
  return date === null ? null : date + end
}

/** A day, a month or a year. */
function point(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? []
  if (day && month && year) return `${year}-${two(month)}-${two(day)}`
  const [, monthAlone, yearAfter] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? []
  if (monthAlone && yearAfter) return `${yearAfter}-${two(monthAlone)}`
  const [, dayBefore, word, yearThen] = /^(?:(\d{1,2})\. ?)?(\p{L}+)\.? (\d{4})$/u.exec(text) ?? []
  const named = monthNamed(word)
  if (named && yearThen) return dayBefore ? `${yearThen}-${named}-${two(dayBefore)}` : `${yearThen}-${named}`
  return /^\d{4}$/.test(text) ? text : null
}

function season(text: string): string | null {
  const [, word = '', year, next] = /^(\p{L}+) (\d{4})(?:\/(\d{4}|\d{2}))?$/u.exec(text) ?? []
  if (word === 'winter' && year && next && Number(next) % 100 === (Number(year) + 1) % 100)
    return `${year}-12/${Number(year) + 1}-02`
  const [first, last] = SEASONS[word] ?? []
  return first && last && year && !next ? `${year}-${first}/${year}-${last}` : null
}

/** „17.–18. Januar 2020“: what the first leaves out, the second says. */
function interval(text: string): string | null {
  const [, from = '', to = ''] = /^(.+?)(?: ?– ?| - | bis )(.+)$/.exec(text) ?? /^(\d{4})-(\d{4})$/.exec(text) ?? []
  const end = point(to)
  const rest = to.replace(/^\d{1,2}\. ?/, '')
  const begin = point(from) ?? point(`${from} ${rest}`) ?? point(`${from} ${to.slice(-4)}`) ?? point(from + rest)
  return begin && end ? `${begin}/${end}` : null
}

/** By its first three letters, as long as they begin a month. */
function monthNamed(word: string | undefined): string | null {
  const short = word?.slice(0, 3) ?? ''
  const month = MONTHS.indexOf(MONTHS_OTHERWISE[short] ?? short)
  return month === -1 || !MONTH_WORD.test(word ?? '') ? null : two(String(month + 1))
}

const MONTH_WORD
  = /^(jan(uar)?|jän(ner)?|feb(r|ruar)?|mär(z)?|mrz|maerz|apr(il)?|mai|jun[i]?|jul[i]?|aug(ust)?|sept?(ember)?|okt(ober)?|nov(ember)?|dez(ember)?)$/

function two(number: string): string {
  return number.padStart(2, '0')
}
