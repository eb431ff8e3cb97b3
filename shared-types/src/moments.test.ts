import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginningOf, dayOf, momentsAt } from './moments.js'

describe('the day of a moment', () => {
  it.each([
    ['2027-03-27T22:59:59.999Z', '2027-03-27', 'a second before midnight in winter'],
    ['2027-03-27T23:00:00.000Z', '2027-03-28', 'midnight in winter'],
    ['2027-03-27T23:20:00.000Z', '2027-03-28', 'twenty past midnight, of the day on which summer time begins'],
    ['2027-03-28T00:59:59.000Z', '2027-03-28', 'before the hour that there is not'],
    ['2027-03-28T01:00:00.000Z', '2027-03-28', 'after the hour that there is not'],
    ['2027-03-28T21:59:59.999Z', '2027-03-28', 'the end of a day of 23 hours'],
    ['2027-03-28T22:00:00.000Z', '2027-03-29', 'midnight in summer'],
    ['2027-10-30T22:00:00.000Z', '2027-10-31', 'the beginning of a day of 25 hours'],
    ['2027-10-31T00:30:00.000Z', '2027-10-31', 'the hour that there is twice, first'],
    ['2027-10-31T01:30:00.000Z', '2027-10-31', 'the hour that there is twice, again'],
    ['2027-10-31T22:59:59.999Z', '2027-10-31', 'the end of a day of 25 hours'],
    ['2027-10-31T23:00:00.000Z', '2027-11-01', 'midnight in winter again'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01', 'the first half hour of a year'],
    ['2027-06-30T23:30:00+02:00', '2027-06-30', 'a moment of another clock'],
    ['2024-02-29', '2024-02-29', 'a day by itself'],
  ])('%s is %s: %s', (moment, day) => {
    expect(dayOf(moment)).toBe(day)
  })

  it('begins at midnight in Hannover, in summer and winter', () => {
    expect(
      ['2027-01-15', '2027-03-28', '2027-03-29', '2027-07-01', '2027-10-31', '2027-11-01'].map(day =>
        beginningOf(day).toISOString(),
      ),
    ).toEqual([
      '2027-01-14T23:00:00.000Z', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z', '2027-06-30T22:00:00.000Z',
      '2027-10-30T22:00:00.000Z', '2027-10-31T23:00:00.000Z',
    ])
  })

  it('is the day that began before it, and no moment before is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1996-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (moment) => {
          const begins = beginningOf(dayOf(moment.toISOString()))
          expect(begins <= moment).toBe(true)
          expect(dayOf(new Date(begins.getTime() - 1).toISOString()) < dayOf(moment.toISOString())).toBe(true)
        },
      ),
    )
  })
})

describe('the moments of a time', () => {
  it.each([
    ['2027-01-15T09:00', ['2027-01-15T08:00:00.000Z'], 'winter'],
    ['2027-07-01T09:00', ['2027-07-01T07:00:00.000Z'], 'summer'],
    ['2027-03-28T01:59', ['2027-03-28T00:59:00.000Z'], 'before the hour that there is not'],
    ['2027-03-28T02:30', [], 'within it'],
    ['2027-03-28T03:00', ['2027-03-28T01:00:00.000Z'], 'after it'],
    ['2027-10-31T01:59', ['2027-10-30T23:59:00.000Z'], 'before the hour that there is twice'],
    ['2027-10-31T02:30', ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'], 'within it'],
    ['2027-10-31T03:00', ['2027-10-31T02:00:00.000Z'], 'after it'],
    ['2028-02-29T00:00', ['2028-02-28T23:00:00.000Z'], 'a day that few years have'],
  ])('%s are %j: %s', (time, moments) => {
    expect(momentsAt(time)?.map(moment => moment.toISOString())).toEqual(moments)
  })

  it.each(['', '2027-01-15', '2027-13-01T09:00', '2027-01-15T25:00', '2027-01-15 09:00', '2027-01-15T09:00Z', '9 Uhr'])(
    '%j is no time', (time) => {
      expect(momentsAt(time)).toBeNull()
    },
  )

  it.each(['2027-02-30T09:00', '2027-04-31T09:00'])('%s is on a day that there is not', (time) => {
    expect(momentsAt(time) ?? []).toEqual([])
  })
})
