import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STAGES } from './closed-lists.js'
import { countsFrom, type DatedStage, inOrderOfTime, updateOn } from './stages.js'

/** An EDTF text, with what its numbers alone say: the last day on which it can have begun. */
interface KnownDate {
  text: string
  first: string
  last: string
}

const two = (number: number) => String(number).padStart(2, '0')
const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const knownDate = fc
  .record({
    year: fc.integer({ min: 2010, max: 2012 }), month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }), parts: fc.constantFrom(1, 2, 3), mark: fc.constantFrom('', '', '?', '~', '%'),
  })
  .map(({ year, month, day, parts, mark }): KnownDate => {
    const ofMonth = `${year}-${two(month)}`
    const ofDay = `${ofMonth}-${two(Math.min(day, lengthOf(year, month)))}`
    if (parts === 1) return { text: `${year}${mark}`, first: `${year}-01-01`, last: `${year}-12-31` }
    if (parts === 2)
      return { text: ofMonth + mark, first: `${ofMonth}-01`, last: `${ofMonth}-${lengthOf(year, month)}` }
    return { text: ofDay + mark, first: ofDay, last: ofDay }
  })

/** What began by the end of its first part, or by its end where that comes earlier. */
const knownInterval = fc
  .tuple(knownDate, fc.option(knownDate))
  .filter(([from, to]) => to === null || to.last >= from.first)
  .map(([from, to]): KnownDate => ({
    text: `${from.text}/${to?.text ?? '..'}`, first: from.first, last: to && to.last < from.last ? to.last : from.last,
  }))

const anyDate = fc.oneof(knownDate, knownDate, knownInterval)

interface Update extends DatedStage {
  /** What the replay goes by, not what the code under test computes. */
  day: string
  minute: number
}

const update = fc
  .record({ stage: fc.constantFrom(...STAGES), date: anyDate, minute: fc.nat(10_000) })
  .map(({ stage, date, minute }): Update => ({
    stage, countsFrom: countsFrom(date.text) ?? '', madeOn: new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString(),
    day: date.last, minute,
  }))
const updates = fc.uniqueArray(update, { maxLength: 12, selector: ({ minute }) => minute })
const anyDay = fc
  .date({ min: new Date('2009-12-01'), max: new Date('2013-02-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** Lives through every day and notes what was said on it, in the order in which it was entered. */
function replayed(known: readonly Update[], until: string): Update | null {
  let now: Update | null = null
  for (
    const time = new Date('2009-12-01T00:00:00Z');
    time.toISOString().slice(0, 10) <= until;
    time.setUTCDate(time.getUTCDate() + 1)
  ) {
    const day = time.toISOString().slice(0, 10)
    for (const said of known.filter(candidate => candidate.day === day).sort((a, b) => a.minute - b.minute)) now = said
  }
  return now
}

function said(stage: Update['stage'], date: string, madeOn = '2024-01-01T00:00:00.000Z'): DatedStage {
  return { stage, countsFrom: countsFrom(date) ?? '', madeOn }
}

describe('the day from which a date counts', () => {
  it.each([
    ['2021', '2021-12-31'],
    ['2021-02', '2021-02-28'],
    ['2020-02', '2020-02-29'],
    ['2021-02-25', '2021-02-25'],
    ['2020-06/2020-08', '2020-06-30'],
    ['2020/2020-06', '2020-06-30'],
    ['2022-09/..', '2022-09-30'],
    ['2012?', '2012-12-31'],
  ])('%s counts from %s', (date, day) => {
    expect(countsFrom(date)).toBe(day)
  })

  it('is none for what is no date', () => {
    expect(['', 'gestern', '2021-02-30'].map(countsFrom)).toEqual([null, null, null])
  })

  it('is the last day on which it can have begun, whatever is known of it', () => {
    fc.assert(fc.property(anyDate, ({ text, last }) => countsFrom(text) === last))
  })
})

describe('the stage on a day', () => {
  it('is that of a naive replay of every day, for any updates', () => {
    fc.assert(fc.property(updates, anyDay, (known, day) => {
      expect(updateOn(known, day)).toBe(replayed(known, day))
    }))
  })

  it('is the same in whatever order the updates are given', () => {
    fc.assert(
      fc.property(
        updates.chain(known => fc.tuple(fc.constant(known), fc.shuffledSubarray(known, { minLength: known.length }))),
        anyDay,
        ([known, shuffled], day) => {
          expect(updateOn(shuffled, day)).toBe(updateOn(known, day))
        },
      ),
    )
  })

  it('is known from the day of the first update on and not before', () => {
    const adopted = said('adopted', '2021-02-25')
    expect(updateOn([adopted], '2021-02-24')).toBeNull()
    expect(updateOn([adopted], '2021-02-25')).toBe(adopted)
    expect(updateOn([], '2999-12-31')).toBeNull()
  })

  it('dated by a year only counts from 31 December', () => {
    const [adopted, completed] = [said('adopted', '2020-01'), said('completed', '2021')]
    expect(
      ['2021-01-01', '2021-12-30', '2021-12-31', '2022-01-01'].map(day => updateOn([completed, adopted], day)?.stage),
    ).toEqual(['adopted', 'adopted', 'completed', 'completed'])
  })

  it('is what was entered later where two updates count from the same day', () => {
    const first = said('completed', '2021', '2024-03-01T09:00:00.000Z')
    const second = said('postponed', '2021-12-31', '2024-03-01T09:00:00.001Z')
    expect(updateOn([first, second], '2021-12-31')).toBe(second)
    expect(updateOn([second, first], '2021-12-31')).toBe(second)
  })

  it('is not that of an update about an earlier time, though it was entered later', () => {
    const completed = said('completed', '2021-06', '2024-01-01T00:00:00.000Z')
    const addedLater = said('adopted', '2020-06', '2025-01-01T00:00:00.000Z')
    expect(updateOn([completed, addedLater], '2024-01-01')).toBe(completed)
  })
})

describe('updates in the order of time', () => {
  it('never go back, and of one day the later-made comes last', () => {
    fc.assert(fc.property(updates, (known) => {
      const inOrder = inOrderOfTime(known)
      expect(inOrder).toHaveLength(known.length)
      inOrder.slice(1).forEach((next, index) => {
        const before = inOrder[index]
        expect(before && (before.day < next.day || (before.day === next.day && before.minute < next.minute))).toBe(true)
      })
    }))
  })

  it('leave the given list as it was', () => {
    const known = [said('completed', '2021'), said('adopted', '2020')]
    inOrderOfTime(known)
    expect(known.map(({ stage }) => stage)).toEqual(['completed', 'adopted'])
  })
})
