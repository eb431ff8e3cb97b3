/**
 * Writes dates, times and numbers in one way, whatever their notation in a language: „15. März 2024“ and „15.03.2024“
 * become the same sign, and so do „18.30 Uhr“ and „18:30“, „5.000“ and „5 000“, „80 Prozent“ and „80 %“.
 */
import { listed, type Spelling, spellingOf } from './spelling.js'

/** Around what was written in one way. */
const [OPEN, CLOSE] = ['\ue004', '\ue005']

/** A number, date or time in one notation, as it stands in what `inOneNotation` returns. */
export const NOTED = `${OPEN}(?<noted>[^${CLOSE}]*)${CLOSE}`
/** The sign between two numbers that says from here to there. */
const UNTIL = '–'

/** The text with one notation for what is a date, a time or a number. */
export function inOneNotation(text: string, language: string): string {
  const rules = rulesOf(language)
  return rules.reduce(
    (written, [pattern, write]) =>
      written.replace(pattern, (whole: string, ...rest: unknown[]) => write(whole, groupsOf(rest))),
    text,
  )
}

type Groups = Record<string, string | undefined>
type Rule = [pattern: RegExp, write: (whole: string, groups: Groups) => string]

/** What was found by name in a pattern: `replace` hands it over last. */
function groupsOf(rest: unknown[]): Groups {
  const last = rest.at(-1)
  return typeof last === 'object' && last !== null ? { ...last } : {}
}

const KEPT_RULES = new Map<string, Rule[]>()

function rulesOf(language: string): Rule[] {
  const rules = KEPT_RULES.get(language) ?? makeRules(language)
  KEPT_RULES.set(language, rules)
  return rules
}

/** In this order: what is a part of a date is no number of its own. */
function makeRules(language: string): Rule[] {
  const spelling = spellingOf(language)
  return [
    ...sameWords(spelling), ...dates(language, spelling), ...times(language, spelling), ...telephones(),
    ...ordinals(spelling), ...numbers(language), ...scaled(spelling), ...signsBehind(), ...units(language),
    ...weekdays(language), ...ranges(spelling),
  ]
}

function noted(kind: string, ...parts: (string | number)[]): string {
  return OPEN + [kind, ...parts].filter(part => part !== '').join('_') + CLOSE
}

function escaped(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s?'))
    .join('|')
}

/** Other words and abbreviations that say the same; single words without a full stop are left to the tokens. */
function sameWords({ same }: Spelling): Rule[] {
  const whole = Object.entries(same).flatMap(([word, others]): Rule[] => {
    const written = others.filter(other => /[^\p{L}]/u.test(other) || word.includes(' '))
    return written.length === 0
      ? []
      : [[new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped(written)})(?![\\p{L}\\p{N}])`, 'giu'), () => ` ${word} `]]
  })
  return [...whole, [/(?<=\p{L})n't(?!\p{L})/giu, () => ' not']]
}

/** The language as `Intl` knows it, with the calendar and the digits of the portal. */
function tagOf(language: string): string {
  return `${language === 'kmr' ? 'ku' : (language.split('-')[0] ?? '')}-u-ca-gregory-nu-latn`
}

/** The names of the months, each with its number. */
function monthsOf(language: string, spelling: Spelling): Map<string, number> {
  const months = new Map<string, number>()
  const tag = tagOf(language)
  const own = listed(spelling.months ?? '').map(names => names.split('|'))
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(Date.UTC(2024, month, 15))
    const formats: Intl.DateTimeFormatOptions[] = [{ month: 'long' }, { month: 'long', day: 'numeric' }, { month: 'short' }]
    const names = formats.map(
      format =>
        new Intl.DateTimeFormat(tag, { ...format, timeZone: 'UTC' })
          .formatToParts(day)
          .find(({ type }) => type === 'month')?.value ?? '',
    )
    for (const name of [...names, ...(own[month] ?? [])]) {
      const known = name.toLocaleLowerCase(language).replace(/\.$/, '')
      if (/\p{L}{2}/u.test(known)) months.set(known, month + 1)
    }
  }
  return months
}

const YEAR = '(?<year>\\d{4})'
const DAY = '(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er|º|°|o|ê|-?[гт][оиі])?'

function dates(language: string, spelling: Spelling): Rule[] {
  const months = monthsOf(language, spelling)
  const inYear = spelling.yearWords ? `(?:\\s*(?:${escaped(listed(spelling.yearWords))})(?!\\p{L}))?` : ''
  const month = `(?<month>${escaped([...months.keys()])})(?![\\p{L}])\\.?`
  const named = (...parts: string[]): Rule => [
    new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('')}(?![\\d])`, 'giu'),
    (whole, { day, month: name = '', year }) => date(whole, year, months.get(name.toLocaleLowerCase(language)), day),
  ]
  const isMonthFirst = (a: number, b: number) => language === 'en' && a <= 12 && b > 12
  return [
    [
      /(?<![\d.])(?<year>\d{4})(?<sign>[-/.])(?<number>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/g,
      (whole, { year, number, day }) => date(whole, year, number, day),
    ],
    [
      /(?<![\d.])(?<a>\d{1,2})(?<sign>[./-])\s?(?<b>\d{1,2})\k<sign>\s?(?<year>\d{4}|\d{2})(?!\d)/g,
      (whole, { a, b, year }) =>
        isMonthFirst(Number(a), Number(b)) ? date(whole, year, a, b) : date(whole, year, b, a),
    ],
    [
      /(?<![\d.])(?<day>\d{1,2})\.\s?(?<number>\d{1,2})\.(?!\s?\d)/g,
      (whole, { day, number }) => date(whole, undefined, number, day),
    ],
    [
      /(?<![\d/])(?<number>\d{1,2})\/(?<year>\d{4})(?!\d)/g,
      (whole, { number, year }) => date(whole, year, number),
    ],
    named(DAY, '\\s+(?:de\\s+|of\\s+)?', month, '(?:,?\\s+(?:de\\s+|del\\s+)?', YEAR, inYear, ')?'),
    named(month, '\\s+', DAY, ',?\\s+', YEAR),
    named(month, '\\s+(?:de\\s+)?', YEAR, inYear),
    ...(language === 'en' ? [named(month, '\\s+', DAY)] : []),
  ]
}

/** A date of which some is known; what is none stays as it is. */
function date(whole: string, year?: string, month?: string | number, day?: string): string {
  const [months, days] = [Number(month ?? 1), Number(day ?? 1)]
  if (!(months >= 1 && months <= 12 && days >= 1 && days <= 31)) return whole
  return noted('d', year?.padStart(4, '20') ?? '', months, day ? days : '')
}

/** Before a time of day, in languages that divide money by a full stop. */
const AT = '(?<=(?<!\\p{L})(?:at|from|until|till|ساعت|الساعة)\\s)'

function times(language: string, { oClock }: Spelling): Rule[] {
  const words = escaped(listed(oClock)) || '(?!)'
  const behind = `(?:\\s*(?<word>${words})(?![\\p{L}]))`
  // In English a full stop divides money as well.
  const isStop = !isDotDecimal(language)
  const hour = '(?<![\\d.:,])(?<hour>[01]?\\d|2[0-4])'
  const minute = '(?<minute>[0-5]\\d)(?![.:,]?\\d)'
  const write: Rule[1] = (_whole, { hour: hours, minute: minutes, word = '' }) => {
    const isAfternoon = /^p/i.test(word) && Number(hours) < 12
    return noted('t', Number(hours) + (isAfternoon ? 12 : 0), minutes ?? '00')
  }
  return [
    [
      new RegExp(`${hour}(?<dash>\\s*(?:-|bis|to)\\s*)(?<end>[01]?\\d|2[0-4])${behind}`, 'giu'),
      (_whole, { hour: from = '', dash = '', end = '', word = '' }) => `${from} ${word}${dash}${end} ${word}`,
    ],
    [new RegExp(`${hour}:${minute}${behind}?`, 'giu'), write],
    [new RegExp(`${hour}[.h]${minute}${behind}`, 'giu'), write],
    [
      new RegExp(`${isStop ? '' : AT}${hour}[.]${minute}(?!\\s*(?:€|euro|eur|%|\\$|£))`, 'giu'), write,
    ],
    [new RegExp(`${hour}${behind}`, 'giu'), write],
  ]
}

/** A number that begins with a nought or a plus and has seven digits; a paper number has a stroke in its middle. */
function telephones(): Rule[] {
  return [
    [
      /(?<![\p{L}\d\ue004-])\(?(?:\+|0)(?!\d{3}\/(?:19|20)\d{2}(?!\d))\d?[\d\s/()-]*\d/gu,
      (whole) => {
        const digits = whole.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
        return digits.length < 7 ? whole : noted('p', digits.replace(/^(?:\+|00)49/, '0'))
      },
    ],
  ]
}

/** „2nd“ is „second“: the words for both are known to the tokens. */
function ordinals({ ordinalEndings = '' }: Spelling): Rule[] {
  const endings = escaped(listed(ordinalEndings)) || '(?!)'
  return [
    [
      new RegExp(`(?<![\\p{L}\\d.,/:])(?<number>\\d{1,3})(?:${endings})(?![\\p{L}\\d])`, 'giu'),
      (_whole, { number: value = '' }) => noted('', `${value}.`),
    ],
  ]
}

function isDotDecimal(language: string): boolean {
  return separatorOf(language) === '.'
}

/** What divides the whole from the rest of a number in a language. */
export function separatorOf(language: string): string {
  return new Intl.NumberFormat(tagOf(language)).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
}

function numbers(language: string): Rule[] {
  const [rest, group] = isDotDecimal(language) ? ['\\.', ','] : [',', '\\.']
  return [
    [
      new RegExp(`(?<![\\d.,/:\\ue004])(?<first>[1-9]\\d{0,2})(?<sign>[ '\\u00a0\\u202f${group}])\\d{3}(?:\\k<sign>\\d{3})*(?!\\d)(?<rest>${rest}\\d+)?`, 'gu'),
      whole => number(whole, rest),
    ],
    [new RegExp(`(?<![\\d.,/:\\ue004-])\\d+${rest}\\d+(?![\\d/:]|${rest}\\d)`, 'gu'), whole => number(whole, rest)],
    [/(?<![\d.,/:])\d+\.\d{2}(?=\s*(?:€|euro|eur|\$|£))/giu, whole => number(whole, '\\.')],
  ]
}

/** Without signs between its thousands, and without noughts at its end that say nothing. */
function number(whole: string, separator: string): string {
  const [digits = '', rest = ''] = whole.split(new RegExp(separator))
  const known = rest.length > 1 ? rest.replace(/0+$/, '') : rest
  return noted('', digits.replace(/\D/g, '') + (known && `.${known}`))
}

/** „5 Mio.“ is 5,000,000. */
function scaled({ scales }: Spelling): Rule[] {
  return listed(scales).map((words, index): Rule => [
    new RegExp(`(?<![\\d.,/:_])${OPEN}?(?<digits>\\d+(?:\\.\\d+)?)${CLOSE}?\\s?(?:${escaped(words.split('|')).replaceAll('\\.', '\\.?')})(?!\\p{L})`, 'giu'),
    (_whole, { digits = '' }) => noted('', String(Math.round(Number(digits) * 1000 ** (index + 1)))),
  ])
}

const NUMBER = `(?:${OPEN}[^${CLOSE}]*${CLOSE}|\\d+)`

/** A unit stands behind its number, also where a language writes it before. */
function signsBehind(): Rule[] {
  return [
    [
      new RegExp(`(?<!(?:[\\d${CLOSE}])\\s?)(?<unit>[%€$£]|yüzde(?=\\s))\\s?(?<number>${NUMBER})`, 'gu'),
      (_whole, { unit = '', number: value = '' }) => `${value} ${unit === 'yüzde' ? '%' : unit}`,
    ],
  ]
}

const UNITS = ['kilometer', 'meter', 'centimeter', 'hectare', 'kilogram', 'gram', 'liter', 'mile']

/** „20 km“ is „20 Kilometer“. In short a unit stands behind a number only. */
function units(language: string): Rule[] {
  const tags = [tagOf(language), ...language === 'en' ? ['en-GB'] : []]
  const named = (unit: string, unitDisplay: 'long' | 'short') =>
    tags.flatMap(tag => [1, 2, 5, 1.5].flatMap(value =>
      new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay })
        .formatToParts(value)
        .flatMap(part => part.type === 'unit' && /\p{L}/u.test(part.value) ? [part.value.normalize('NFKC')] : []),
    ))
  return UNITS.flatMap((unit): Rule[] => {
    const sign = () => ` ${noted('u', unit)}`
    return [
      [new RegExp(`(?<!\\p{L})(?:${escaped(named(unit, 'long'))})(?![\\p{L}\\p{N}])`, 'giu'), sign],
      [new RegExp(`(?<=[\\d${CLOSE}])\\s?(?:${escaped(named(unit, 'short'))})(?![\\p{L}\\p{N}${OPEN}])`, 'gu'), sign],
    ]
  })
}

/** „Montag“ and, before another or a date, „Mo.“ */
function weekdays(language: string): Rule[] {
  const named = (weekday: 'long' | 'short') =>
    new Map(
      Array.from({ length: 7 }, (_, day): [string, number] => [
        new Intl.DateTimeFormat(tagOf(language), { weekday, timeZone: 'UTC' })
          .format(new Date(Date.UTC(2024, 0, 1 + day)))
          .toLocaleLowerCase(language)
          .replace(/\.$/, ''),
        day,
      ]),
    )
  const [long, short] = [named('long'), named('short')]
  const shorts = escaped([...short.keys()])
  const sign = (name = '') => noted('w', short.get(name.toLocaleLowerCase(language)) ?? '')
  return [
    [
      new RegExp(`(?<!\\p{L})(?:${escaped([...long.keys()])})(?!\\p{L})`, 'giu'),
      whole => noted('w', long.get(whole.toLocaleLowerCase(language)) ?? ''),
    ],
    [
      new RegExp(`(?<!\\p{L})(?<a>${shorts})\\.?\\s*-\\s*(?<b>${shorts})(?!\\p{L})`, 'giu'),
      (_whole, { a, b }) => sign(a) + noted('', UNTIL) + sign(b),
    ],
    [
      new RegExp(`(?<!\\p{L})(?<name>${shorts})\\.?,?(?=\\s+${OPEN}d)`, 'giu'),
      (_whole, { name }) => sign(name),
    ],
  ]
}

/** „10–12“, „10 bis 12“ and „von 10 bis 12“; „2024/25“ and „2024/2025“. */
function ranges({ from, until }: Spelling): Rule[] {
  const words = escaped(listed(until))
  const before = escaped(listed(from)) || '(?!)'
  const between = `\\.?(?:\\s*-\\s*${words && `|\\s+(?:${words})\\s+`})`
  return [
    [
      /(?<![\d/])(?<year>\d{4})\/(?<next>\d{2}|\d{4})(?!\d)/g,
      (whole, { year = '', next = '' }) =>
        String(Number(year) + 1).endsWith(next) ? noted('y', year, String(Number(year) + 1)) : whole,
    ],
    [new RegExp(`(?<=[\\d${CLOSE}])${between}(?=[\\d${OPEN}])`, 'giu'), () => noted('', UNTIL)],
    [new RegExp(`(?<!\\p{L})(?:${before})\\s+(?=${NUMBER}${OPEN}${UNTIL})`, 'giu'), () => ''],
  ]
}
