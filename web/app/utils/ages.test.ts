import { describe, expect, it } from 'vitest'
import { formatAge } from './ages'

const age = (date: string, locale = 'de', today = '2026-11-30') => formatAge(date, today, locale)

describe('how long ago a date was', () => {
  it('is said in whole years', () => {
    expect([age('2022-09-30'), age('2025-11-30'), age('2008-06-12')]).toEqual([
      'vor 4 Jahren', 'vor 1 Jahr', 'vor 18 Jahren',
    ])
  })

  it('is said in months before the first year is over', () => {
    expect([age('2025-12-01'), age('2026-10-30'), age('2026-08-31')]).toEqual([
      'vor 11 Monaten', 'vor 1 Monat', 'vor 2 Monaten',
    ])
  })

  it('is counted in the months and years that are known, and not from a day that nobody knows', () => {
    expect([age('2022'), age('2010?'), age('2012~/2013'), age('2025'), age('2026')]).toEqual([
      'vor 4 Jahren', 'vor 16 Jahren', 'vor 14 Jahren', 'letztes Jahr', 'dieses Jahr',
    ])
    expect([age('2022-11'), age('2025-12'), age('2026-10'), age('2026-11')]).toEqual([
      'vor 4 Jahren', 'vor 11 Monaten', 'letzten Monat', 'diesen Monat',
    ])
    expect([age('2022', 'ar'), age('2022-09', 'fa', '2026-09-01')]).toEqual(['قبل 4 سنوات', '4 سال پیش'])
  })

  it('is nothing for what is no date', () => {
    expect(age('')).toBeNull()
  })

  it('is this month where no month is over', () => {
    expect(age('2026-11-01')).toBe('diesen Monat')
  })

  it.each([
    ['en', '4 years ago'], ['de-simple', 'vor 4 Jahren'], ['ar', 'قبل 4 سنوات'], ['fa', '4 سال پیش'],
    ['tr', '4 yıl önce'], ['ru', '4 года назад'], ['kmr', 'berî 4 salan'],
  ])('is said in %s, in European digits', (locale, words) => {
    expect(age('2022-09-30', locale)).toBe(words)
  })
})
