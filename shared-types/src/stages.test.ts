import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTCOMES, STAGES } from './closed-lists.js'
import {
  countsFrom, type DatedDecision, type DatedStage, decisionsThatReach, isSilentSince, STAGE_OF_OUTCOME, statementOn,
  statementsOf,
} from './stages.js'

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

interface Decision extends DatedDecision {
  day: string
  minute: number
}

const when = fc.record({ date: anyDate, minute: fc.nat(10_000) })
const timesOf = ({ date, minute }: { date: KnownDate, minute: number }) => ({
  countsFrom: countsFrom(date.text) ?? '', madeOn: new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString(),
  day: date.last, minute,
})
const update = fc
  .tuple(when, fc.constantFrom(...STAGES))
  .map(([time, stage]): Update => ({ ...timesOf(time), stage }))
const decision = fc
  .tuple(when, fc.constantFrom(...OUTCOMES), fc.boolean())
  .map(([time, outcome, reachesMeasures]): Decision => ({ ...timesOf(time), outcome, reachesMeasures }))
const some = <Item extends { minute: number }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { maxLength: 8, selector: ({ minute }) => minute })
const known = fc.record({ updates: some(update), decisions: some(decision), planDecisions: some(decision) })
const anyDay = fc
  .date({ min: new Date('2009-12-01'), max: new Date('2013-02-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

type Known = Parameters<typeof statementsOf<Update, Decision>>[0]

/** The table of the issue, written down a second time. */
const SAYS: Record<string, string | undefined> = {
  proposed: 'proposed', agreed: 'proposed', agreed_with_changes: 'proposed', postponed: 'postponed',
  rejected: 'struck', struck: 'struck', made_recommendation: 'recommendation', adopted: 'adopted',
  funded: 'in_progress',
}

/** Lives through every day and notes what was said on it: decisions first, in the order in which they were entered. */
function replayed({ updates, decisions }: Pick<Known, 'updates' | 'decisions'>, until: string): string | null {
  let now: string | null = null
  for (
    const time = new Date('2009-12-01T00:00:00Z');
    time.toISOString().slice(0, 10) <= until;
    time.setUTCDate(time.getUTCDate() + 1)
  ) {
    const day = time.toISOString().slice(0, 10)
    const today = <Item extends { day: string, minute: number }>(items: readonly Item[]) =>
      items.filter(item => item.day === day).sort((a, b) => a.minute - b.minute)
    for (const { outcome } of today(decisions)) now = SAYS[outcome] ?? now
    for (const { stage } of today(updates)) now = stage
  }
  return now
}

const stageOn = (facts: Known, day: string) => statementOn(statementsOf(facts), day)?.stage ?? null

function said(stage: DatedStage['stage'], date: string, madeOn = '2024-01-01T00:00:00.000Z'): DatedStage {
  return { stage, countsFrom: countsFrom(date) ?? '', madeOn }
}

function decided(outcome: DatedDecision['outcome'], date: string, reachesMeasures = false): DatedDecision {
  return { outcome, countsFrom: countsFrom(date) ?? '', madeOn: '2024-01-01T00:00:00.000Z', reachesMeasures }
}

const facts = (
  updates: DatedStage[], decisions: DatedDecision[] = [], planDecisions: DatedDecision[] = [],
) => ({ updates, decisions, planDecisions })
const stage = (from: ReturnType<typeof facts>, day: string) => statementOn(statementsOf(from), day)?.stage ?? null

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
  it('is that of a naive replay of every day, for any updates and decisions', () => {
    fc.assert(fc.property(known, anyDay, (all, day) => {
      const own = { ...all, planDecisions: [] }
      expect(stageOn(own, day)).toBe(replayed(own, day))
    }))
  })

  it('is that of a replay with the decisions on the plan that reach the measure', () => {
    fc.assert(fc.property(known, anyDay, (all, day) => {
      const reaching = decisionsThatReach(all)
      expect(stageOn(all, day)).toBe(replayed({ ...all, decisions: [...all.decisions, ...reaching] }, day))
    }))
  })

  it('is the same in whatever order they are given', () => {
    fc.assert(
      fc.property(known, anyDay, (all, day) => {
        const turned = {
          updates: all.updates.toReversed(), decisions: all.decisions.toReversed(),
          planDecisions: all.planDecisions.toReversed(),
        }
        expect(stageOn(turned, day)).toBe(stageOn(all, day))
      }),
    )
  })

  it('is known from the day of the first update on and not before', () => {
    const adopted = facts([said('adopted', '2021-02-25')])
    expect(['2021-02-24', '2021-02-25'].map(day => stage(adopted, day))).toEqual([null, 'adopted'])
    expect(stage(facts([]), '2999-12-31')).toBeNull()
  })

  it('is what was entered later where two updates count from the same day', () => {
    const first = said('completed', '2021', '2024-03-01T09:00:00.000Z')
    const second = said('postponed', '2021-12-31', '2024-03-01T09:00:00.001Z')
    expect(stage(facts([first, second]), '2021-12-31')).toBe('postponed')
    expect(stage(facts([second, first]), '2021-12-31')).toBe('postponed')
  })

  it('is not that of an update about an earlier time, though it was entered later', () => {
    const completed = said('completed', '2021-06', '2024-01-01T00:00:00.000Z')
    const addedLater = said('adopted', '2020-06', '2025-01-01T00:00:00.000Z')
    expect(stage(facts([completed, addedLater]), '2024-01-01')).toBe('completed')
  })

  it.each(OUTCOMES.map(outcome => [outcome, SAYS[outcome] ?? null] as const))(
    'is after a decision "%s": %s', (outcome, expected) => {
      expect(STAGE_OF_OUTCOME[outcome]).toBe(expected)
      expect(stage(facts([], [decided(outcome, '2021-02-25')]), '2021-02-25')).toBe(expected)
    },
  )

  it('is that of an update where a decision of the same day says something else', () => {
    const update = said('in_progress', '2021-02-25', '2023-01-01T00:00:00.000Z')
    expect(stage(facts([update], [decided('adopted', '2021-02-25')]), '2021-02-25')).toBe('in_progress')
  })

  it('stays where it was when a decision says only who pays or carries it out', () => {
    const later = [decided('called', '2023-03'), decided('moved_to_budget', '2023-04')]
    expect(stage(facts([said('adopted', '2022-09')], later), '2024-01-01')).toBe('adopted')
  })
})

describe('a decision on a whole plan', () => {
  const council = decided('adopted', '2022-09', true)

  it('moves a measure only where it says that it reaches the measures', () => {
    expect(stage(facts([], [], [council]), '2022-12-31')).toBe('adopted')
    expect(stage(facts([], [], [decided('adopted', '2022-09')]), '2022-12-31')).toBeNull()
  })

  it.each([
    ['was proposed before', facts([said('proposed', '2021-11')], [], [council]), 'adopted'],
    ['was first proposed later', facts([said('proposed', '2023-05')], [], [council]), 'proposed'],
    ['was first adopted later', facts([], [decided('adopted', '2023-05')], [council]), 'adopted'],
    ['was struck before', facts([], [decided('struck', '2021-11-22')], [council]), 'struck'],
    ['became a recommendation before', facts([said('recommendation', '2021-11')], [], [council]), 'recommendation'],
    ['was struck and taken up again', facts([said('struck', '2021'), said('proposed', '2022-05')], [], [council]),
      'adopted'],
    ['was reported on later', facts([said('in_progress', '2024-05')], [], [council]), 'in_progress'],
  ])('and a measure that %s', (_, known, now) => {
    expect(stage(known, '2025-01-01')).toBe(now)
  })

  it('does not reach what did not exist, nor what was dropped', () => {
    expect(decisionsThatReach(facts([said('proposed', '2023-05')], [], [council]))).toEqual([])
    expect(decisionsThatReach(facts([], [decided('rejected', '2022-01')], [council]))).toEqual([])
    expect(decisionsThatReach(facts([said('in_progress', '2024')], [], [council]))).toEqual([council])
  })
})

describe('news that are old', () => {
  it.each([
    ['2023-09-15', '2024-09-14', 12, false],
    ['2023-09-15', '2024-09-15', 12, true],
    ['2024-02-29', '2025-02-28', 12, false],
    ['2024-02-29', '2025-03-01', 12, true],
    ['2023-12-31', '2024-03-31', 3, true],
    ['2023-12-01', '2024-01-01', 1, true],
    ['2023-09-15', '2024-09-15', null, true],
  ])('of %s are on %s, after %s months: %s', (news, day, months, isSilent) => {
    expect(isSilentSince(news, day, months)).toBe(isSilent)
  })
})
