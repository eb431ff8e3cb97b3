import edtf from 'edtf'

export type Precision = 'year' | 'month' | 'day'

/** A date as exact as it is known (EDTF, ISO 8601-2 level 1). */
export interface HistoricalDate {
  /** The EDTF text itself, for instance `2020-01` or `2020-06/2020-08`. */
  edtf: string
  /** First and last day it can mean, `YYYY-MM-DD`; the last is null where the end is open. */
  startsOn: string
  endsOn: string | null
  /** The last day on which it can have begun: by it dates are put in order. */
  beganBy: string
  precision: Precision
  isInterval: boolean
  isUncertain: boolean
  isApproximate: boolean
}

const DATE = /^(\d{4})(-\d{2})?(-\d{2})?([?~%])?$/

/** What an editor may write, in German: the end of every sentence that refuses a date. */
export const DATE_EXAMPLES
  = '2008, 2020-01, 2021-02-25, 2020-01-17/2020-01-18, 2022-09/.. (Ende offen), 2012? (unsicher), 2022-09~ (ungefähr)'

/** Reads an EDTF text. Returns null for anything that is not a real date with the precision that is known. */
export function parseHistoricalDate(text: string): HistoricalDate | null {
  const [first = '', last, ...more] = text.split('/')
  const beginning = rangeOf(first)
  const end = last === undefined ? beginning : last === '..' ? { endsOn: null } : rangeOf(last)
  if (!beginning || !end || more.length > 0) return null
  if (end.endsOn !== null && end.endsOn < beginning.startsOn) return null
  return {
    edtf: text,
    startsOn: beginning.startsOn,
    endsOn: end.endsOn,
    beganBy: end.endsOn !== null && end.endsOn < beginning.endsOn ? end.endsOn : beginning.endsOn,
    precision: precisionOf(first),
    isInterval: last !== undefined,
    isUncertain: /[?%]/.test(text),
    isApproximate: /[~%]/.test(text),
  }
}

/**
 * First and last day a date can mean; intervals may begin and end in the same year (`2018/2018`), which `edtf` refuses.
 */
function rangeOf(date: string): { startsOn: string, endsOn: string } | null {
  if (!DATE.test(date)) return null
  try {
    const { min, max } = edtf(date)
    const range = { startsOn: isoDay(min), endsOn: isoDay(max) }
    return isRealDay(date, range.startsOn) ? range : null
  } catch {
    return null
  }
}

/** `edtf` rolls 29 February of a common year over into March: such a day is not real. */
function isRealDay(date: string, startsOn: string): boolean {
  return startsOn.startsWith(date.replace(/[?~%]$/, ''))
}

function precisionOf(date: string): Precision {
  const [, , month, day] = DATE.exec(date) ?? []
  return day ? 'day' : month ? 'month' : 'year'
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** Between which days something imprecisely dated must have happened, as far as an editor knows: for the order only. */
interface OrderBounds {
  notBefore: HistoricalDate | null
  notAfter: HistoricalDate | null
}

/**
 * A text by which dates are put in the order of time. An imprecise one comes after the precise ones it may follow
 * (`2021` after `2021-01` and `2021-12-31`); one with bounds stands in the middle of what they leave.
 */
export function eventOrder(date: HistoricalDate, { notBefore, notAfter }: OrderBounds): string {
  const first = latest(date.startsOn, notBefore?.startsOn)
  const last = earliest(date.beganBy, notAfter?.endsOn ?? notAfter?.beganBy)
  const isBounded = (notBefore ?? notAfter) !== null && first <= last
  const day = isBounded ? middleOf(first, last) : date.beganBy
  return `${day} ${99_999_999 - Number(date.startsOn.replaceAll('-', ''))} ${date.endsOn ?? '9999-12-31'}`
}

function latest(day: string, other: string | undefined): string {
  return other !== undefined && other > day ? other : day
}

function earliest(day: string, other: string | undefined): string {
  return other !== undefined && other < day ? other : day
}

function middleOf(first: string, last: string): string {
  return isoDay((utc(first).getTime() + utc(last).getTime()) / 2)
}

/** Whether a day (`YYYY-MM-DD`) lies within a date or interval. */
export function includesDay(date: HistoricalDate, day: string): boolean {
  return date.startsOn <= day && (date.endsOn === null || day <= date.endsOn)
}

/** The words around a date that `Intl` does not know, from the interface texts of a language. */
export interface DateWords {
  uncertain: (date: string) => string
  approximate: (date: string) => string
  since: (date: string) => string
}

/**
 * A date in words, in a language (BCP 47), always in the Gregorian calendar: "Januar 2020", "17.–18. Januar 2020",
 * "2012 (unsicher)".
 */
export function formatHistoricalDate(date: HistoricalDate, language: string, words: DateWords): string {
  const plain = date.endsOn === null
    ? words.since(formatDay(date.startsOn, date.precision, language))
    : date.isInterval
      ? formatter(language, endPrecision(date)).formatRange(utc(date.startsOn), utc(date.endsOn))
      : formatDay(date.startsOn, date.precision, language)
  if (date.isUncertain) return words.uncertain(plain)
  return date.isApproximate ? words.approximate(plain) : plain
}

function endPrecision({ edtf: text, precision }: HistoricalDate): Precision {
  const precisions: Precision[] = ['year', 'month', 'day']
  const end = precisionOf(text.split('/')[1] ?? '')
  return precisions.indexOf(end) < precisions.indexOf(precision) ? end : precision
}

/** A day (`YYYY-MM-DD`) in words, in a language (BCP 47), no more exact than asked for. */
export function formatDay(day: string, precision: Precision, language: string): string {
  return formatter(language, precision).format(utc(day))
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: string, precision: Precision): Intl.DateTimeFormat {
  const key = `${language} ${precision}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(formatTag(language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...(precision === 'day' && { day: 'numeric' }),
  })
  formatters.set(key, made)
  return made
}

/**
 * What `Intl` is asked for: Gregorian dates and European digits in every language, as the plans and their papers have
 * them; English alone would get the American order of month and day.
 */
export function formatTag(language: string): string {
  return `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`
}

/** Whether a text is a real day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const date = parseHistoricalDate(text)
  return date?.precision === 'day' && !date.isInterval && text.length === 'YYYY-MM-DD'.length
}
