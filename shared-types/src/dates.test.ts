import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DATE_EXAMPLES, type DateWords, eventOrder, formatDay, formatHistoricalDate, type HistoricalDate, includesDay,
  parseHistoricalDate,
} from './dates.js'

const german: DateWords = {
  uncertain: date => `${date} (unsicher)`,
  approximate: date => `etwa ${date}`,
  since: date => `seit ${date}`,
}

function read(text: string): HistoricalDate {
  const date = parseHistoricalDate(text)
  if (!date) throw new Error(`"${text}" is no date.`)
  return date
}

const inWords = (text: string, language = 'de') => formatHistoricalDate(read(text), language, german)
interface Bounded { date: string, notBefore?: string, notAfter?: string }
const bound = (text: string | undefined) => (text === undefined ? null : read(text))
const orderOf = ({ date, notBefore, notAfter }: Bounded) =>
  eventOrder(read(date), { notBefore: bound(notBefore), notAfter: bound(notAfter) })
const inOrder = (...texts: string[]) =>
  texts.toSorted((a, b) => (orderOf({ date: a }) < orderOf({ date: b }) ? -1 : 1))

const realDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const knownDate = fc
  .tuple(realDay, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~', '%'))
  .map(([day, length, mark]) => day.slice(0, length) + mark)
const knownInterval = fc
  .tuple(knownDate, fc.option(knownDate, { nil: '..' }))
  .map(([from, to]) => `${from}/${to}`)
  .filter(text => parseHistoricalDate(text) !== null)
const anyDate = fc.oneof(knownDate, knownInterval)

describe('reading a date', () => {
  it.each([
    ['2008', 'year', '2008-01-01', '2008-12-31'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['2021-02-25', 'day', '2021-02-25', '2021-02-25'],
    ['2020-02-29', 'day', '2020-02-29', '2020-02-29'],
    ['2020-01-17/2020-01-18', 'day', '2020-01-17', '2020-01-18'],
    ['2008/2012-06', 'year', '2008-01-01', '2012-06-30'],
    ['2018/2018', 'year', '2018-01-01', '2018-12-31'],
    ['2020-06-15/2020', 'day', '2020-06-15', '2020-12-31'],
    ['2022-09/..', 'month', '2022-09-01', null],
  ])('%s is known to the %s and lasts from %s to %s', (text, precision, startsOn, endsOn) => {
    expect(parseHistoricalDate(text)).toMatchObject({
      edtf: text, precision, startsOn, endsOn, isUncertain: false, isApproximate: false,
    })
  })

  it('an interval says that it is one, a month does not', () => {
    expect([read('2020-01/2020-02').isInterval, read('2022-09/..').isInterval, read('2020-01').isInterval]).toEqual([
      true, true, false,
    ])
  })

  it.each([
    ['2012?', true, false], ['2022-09~', false, true], ['2012%', true, true], ['2008/2012?', true, false],
  ])('%s: uncertain %s, approximate %s', (text, isUncertain, isApproximate) => {
    expect(read(text)).toMatchObject({ isUncertain, isApproximate })
  })

  it.each([
    '', ' ', 'gestern', 'Januar 2020', '2020-13', '2020-00', '2020-13-01', '2021-02-30', '2019-02-29', '2020-02-45',
    '2020-04-31', '20', '2020-1', '2020-01-1', '17.01.2020', '2020/01/17', '2022/2020', '2020-06-15/2020-05',
    '2020-01-18/2020-01-17', '2020-01/2020-13', '2008/2009/2010', '../2020', '/2020', '2020/', '..', '2020??',
    '2020/..?', '٢٠٢٠', '２０２０', '2020-01 ', ' 2020', '2020\n', '2020-01-17T00:00', '-2020', '2020X', '202X',
  ])('"%s" is no date', (text) => {
    expect(parseHistoricalDate(text)).toBeNull()
  })

  it('every example an editor is shown is a date', () => {
    const examples = DATE_EXAMPLES.replace(/ \([^)]*\)/g, '').split(', ')
    expect(examples).toHaveLength(7)
    expect(examples.filter(example => !parseHistoricalDate(example))).toEqual([])
  })

  it('every real day with any precision and mark is a date that contains the day', () => {
    fc.assert(
      fc.property(realDay, fc.constantFrom(4, 7, 10), fc.constantFrom('', '?', '~', '%'), (day, length, mark) =>
        includesDay(read(day.slice(0, length) + mark), day),
      ),
    )
  })

  it('a day that the calendar does not have is no date, whatever its numbers', () => {
    const number = fc.integer({ min: 0, max: 99 }).map(value => String(value).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), number, number, (year, month, day) => {
        const text = `${year}-${month}-${day}`
        const length
          = Number(month) >= 1 && Number(month) <= 12 ? new Date(Date.UTC(year, Number(month), 0)).getUTCDate() : 0
        expect(parseHistoricalDate(text) !== null).toBe(Number(day) >= 1 && Number(day) <= length)
      }),
    )
  })

  it('no text at all makes reading fail with an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.?~%-]{0,25}$/)), (text) => {
        parseHistoricalDate(text)
      }),
    )
  })

  it('a date begins by the day it ends at the latest, and never before its first day', () => {
    fc.assert(fc.property(anyDate, (text) => {
      const { startsOn, beganBy, endsOn } = read(text)
      expect(startsOn <= beganBy).toBe(true)
      if (endsOn !== null) expect(beganBy <= endsOn).toBe(true)
    }))
  })
})

describe('the order of dates', () => {
  it('an imprecise date comes after the precise ones it may follow', () => {
    expect(inOrder('2021', '2021-12', '2021-12-01', '2021-12-31', '2021-01', '2021-01-31', '2022')).toEqual([
      '2021-01-31', '2021-01', '2021-12-01', '2021-12-31', '2021-12', '2021', '2022',
    ])
  })

  it('of two that begin alike the one that ends first comes first, an open end last', () => {
    expect(inOrder('2020-01-17/..', '2020-01-17/2020-03-01', '2020-01-17/2020-01-18', '2020-01-17')).toEqual([
      '2020-01-17', '2020-01-17/2020-01-18', '2020-01-17/2020-03-01', '2020-01-17/..',
    ])
  })

  it('what ended in June comes before what happened in August, though its beginning is only known to the year', () => {
    expect(inOrder('2020-08', '2020/2020-06')).toEqual(['2020/2020-06', '2020-08'])
  })

  it.each<[string, Bounded, Bounded]>([
    ['the draft before the day it was made public', { date: '2007', notBefore: '2007-02', notAfter: '2007-09-19' },
      { date: '2007-09-20' }],
    ['the draft after the month in which its timetable was agreed', { date: '2007-02' },
      { date: '2007', notBefore: '2007-02', notAfter: '2007-09-19' }],
    ['a month before a day of it', { date: '2022-09', notBefore: '2022-09-01', notAfter: '2022-09-30' },
      { date: '2022-09-26' }],
    ['the committee before the council', { date: '2022', notBefore: '2022-07-11', notAfter: '2022-09-29' },
      { date: '2022-09', notBefore: '2022-09-01', notAfter: '2022-09-30' }],
    ['the paper before the decision on it', { date: '2021', notAfter: '2021-02-24' }, { date: '2021-02-25' }],
    ['what came after a day', { date: '2021-05-17' }, { date: '2021', notBefore: '2021-05-18' }],
    ['the beginning before the first meeting', { date: '2020-01', notAfter: '2020-01-17' },
      { date: '2020-01-17/2020-01-18' }],
  ])('follows the bounds that an editor knows: %s', (_, first, second) => {
    expect(orderOf(first) < orderOf(second)).toBe(true)
  })

  it('bounds that cannot be are passed over', () => {
    expect(orderOf({ date: '2021-05', notBefore: '2022' })).toBe(orderOf({ date: '2021-05' }))
  })

  it('is a text that sorts as the days do', () => {
    fc.assert(fc.property(anyDate, anyDate, (a, b) => {
      if (read(a).beganBy < read(b).beganBy) expect(orderOf({ date: a }) < orderOf({ date: b })).toBe(true)
    }))
  })
})

describe('a day within a date', () => {
  it('the first and the last day belong to it, the days around do not', () => {
    const month = read('2020-02')
    expect(['2020-01-31', '2020-02-01', '2020-02-29', '2020-03-01'].map(day => includesDay(month, day))).toEqual([
      false, true, true, false,
    ])
  })

  it('an open end goes on for ever', () => {
    expect(includesDay(read('2022-09/..'), '2999-01-01')).toBe(true)
    expect(includesDay(read('2022-09/..'), '2022-08-31')).toBe(false)
  })
})

describe('a date in words', () => {
  it.each([
    ['2008', '2008'],
    ['2020-01', 'Januar 2020'],
    ['2021-02-25', '25. Februar 2021'],
    ['2020-01-17/2020-01-18', '17.–18. Januar 2020'],
    ['2020-01-30/2020-02-02', '30. Januar – 2. Februar 2020'],
    ['2020-06/2020-08', 'Juni–August 2020'],
    ['2008/2012', '2008–2012'],
    ['2008-06-12/2012', '2008–2012'],
    ['2008/2012-06', '2008–2012'],
    ['2018/2018', '2018'],
    ['2020-01-17/2020-01-17', '17. Januar 2020'],
    ['2022-09/..', 'seit September 2022'],
    ['2012?', '2012 (unsicher)'],
    ['2022-09~', 'etwa September 2022'],
    ['2012%', '2012 (unsicher)'],
  ])('%s is "%s" in German', (text, words) => {
    // Spaces around a dash are thin in some versions of the Unicode tables.
    expect(inWords(text).replace(/\s/gu, ' ')).toBe(words)
  })

  it('English puts the day before the month', () => {
    expect(inWords('2021-02-25', 'en')).toBe('25 February 2021')
    expect(inWords('2020-01-17/2020-01-18', 'en')).toMatch(/^17\s–\s18 January 2020$/u)
  })

  it('Arabic counts the years as Hannover does', () => {
    expect(inWords('2020-01', 'ar')).toMatch(/^يناير (2020|٢٠٢٠)$/)
    expect(inWords('2008', 'ar')).toMatch(/^(2008|٢٠٠٨)$/)
  })

  it.each(['fa', 'ar'])('%s counts the years as Hannover does, in the digits of the plans', (language) => {
    expect(inWords('2020-01', language)).toContain('2020')
    expect(inWords('2020-01-17/2020-01-18', language)).toMatch(/17.+18.+2020/)
    expect(inWords('2020-01', language)).not.toMatch(/[٠-٩۰-۹]/)
  })

  it('a day is said no more exactly than asked for', () => {
    expect((['year', 'month', 'day'] as const).map(precision => formatDay('2026-11-23', precision, 'de'))).toEqual([
      '2026', 'November 2026', '23. November 2026',
    ])
  })

  it('every date has words with its year, in every language', () => {
    fc.assert(fc.property(knownDate, (text) => {
      for (const language of ['de', 'en']) expect(inWords(text, language)).toContain(text.slice(0, 4))
    }))
  })
})
