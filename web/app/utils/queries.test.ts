import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, filled, isAllIn, pageIn, textIn } from './queries'

const TODAY = '2026-11-23'
const asked = (value: unknown) => dayIn({ asof: value }, 'asof', TODAY)

describe('a text in an address', () => {
  it('is the first of its name, without spaces around it', () => {
    expect(textIn({ plan: ' wir ' }, 'plan')).toBe('wir')
    expect(textIn({ plan: ['wir', 'lip'] }, 'plan')).toBe('wir')
  })

  it.each([undefined, null, '', '   ', [], [null], 7, { plan: 'wir' }])('is empty where the address says %j', (value) => {
    expect(textIn({ plan: value }, 'plan')).toBe('')
  })

  it('is not longer than a reader would write', () => {
    expect(textIn({ q: 'ä'.repeat(500) }, 'q')).toBe('ä'.repeat(100))
  })

  it('is cut between characters: half an emoji could not be passed on', () => {
    expect(textIn({ q: `${'ä'.repeat(99)}🙂🙂` }, 'q')).toBe(`${'ä'.repeat(99)}🙂`)
  })
})

describe('a list in an address', () => {
  it.each([
    ['1', true], [['1', '0'], true], ['0', false], ['true', false], ['', false], [undefined, false],
  ])('with %j shows what is in other languages: %s', (all, expected) => {
    expect(isAllIn({ all })).toBe(expected)
  })
})

describe('a page in an address', () => {
  it.each([
    ['1', 1], ['7', 7], ['100000', 100_000], [undefined, 1], ['', 1], ['0', 1], ['-3', 1], ['1.5', 1], ['zwei', 1],
    ['Infinity', 1], ['NaN', 1],
  ])('%j is page %i', (page, number) => {
    expect(pageIn({ page })).toBe(number)
  })

  it('is the one that the server asks the cms for: further on there is none', () => {
    expect(pageIn({ page: '100001' })).toBe(1)
    expect(pageIn({ page: '9'.repeat(40) })).toBe(1)
  })
})

describe('a day in an address', () => {
  it('is today where none is asked for', () => {
    for (const nothing of [undefined, '', '  ', []])
      expect(asked(nothing)).toEqual({ day: TODAY, isChosen: false, problem: null, given: '' })
  })

  it.each([
    ['2021-02-25', '2021-02-25'], ['2020-02', '2020-02-29'], ['2021', '2021-12-31'], ['2012?', '2012-12-31'],
    [TODAY, TODAY],
  ])('%s means %s', (given, day) => {
    expect(asked(given)).toEqual({ day, isChosen: true, problem: null, given })
  })

  it.each([
    'gestern', '2021-02-30', '2020-01-17/2020-01-18', '2022-09/..', '٢٠٢٠', '2021-01-01\0', '\0', '<b>', '2021-1-1',
  ])('"%s" is no date: today is shown, and said', (given) => {
    expect(asked(given)).toEqual({ day: TODAY, isChosen: false, problem: 'noDate', given })
  })

  it.each(['2026-11-24', '2026-12', '2027', '9999-12-31'])('%s is in the future: today is shown, and said', (given) => {
    expect(asked(given)).toEqual({ day: TODAY, isChosen: false, problem: 'future', given })
  })

  it.each(['2026', '2026-11'])('%s is not over: that is today, and no mistake', (given) => {
    expect(asked(given)).toEqual({ day: TODAY, isChosen: false, problem: null, given })
  })

  it('is the first where the address has several', () => {
    expect(asked(['2021', '2022']).day).toBe('2021-12-31')
  })

  it('is never one in the future, whatever is written', () => {
    const number = fc.integer({ min: 1, max: 31 }).map(value => String(value).padStart(2, '0'))
    const date = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), number, number)
      .map(([year, month, day]) => `${year}-${month}-${day}`)
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(), date, date.map(text => text.slice(0, 7)), date.map(text => text.slice(0, 4)),
        ),
        (given) => {
          const { day, isChosen } = asked(given)
          expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(day <= TODAY).toBe(true)
          if (!isChosen) expect(day).toBe(TODAY)
        },
      ),
    )
  })
})

describe('the query of an address', () => {
  it('leaves out what is empty, and only that', () => {
    expect(filled({ plan: 'wir', q: '', year: '0' })).toEqual({ plan: 'wir', year: '0' })
    expect(filled({})).toEqual({})
  })
})
