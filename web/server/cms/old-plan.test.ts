import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toOldPlan } from './old-plan'

const PLAN = {
  slug: 'lip', title: 'Plan', locale: 'de', valid: '2008/..', endsOn: null, successors: [],
} satisfies Parameters<typeof toOldPlan>[0]
const next = (startsOn: string | null) => ({ slug: 'wir', title: 'Der nächste', locale: 'de', startsOn })

describe('a plan is over', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-06-15T10:00:00Z') }))
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['when its last day has gone by', { endsOn: '2026-06-14' }, true],
    ['not on its last day', { endsOn: '2026-06-15' }, false],
    ['not where its end is open', {}, false],
    ['when what follows it has begun', { successors: [next('2026-06-15')] }, true],
    ['not while what follows it is to come', { successors: [next('2026-06-16')] }, false],
    ['not by a successor of which nobody says when it begins', { successors: [next(null)] }, false],
  ])('%s', (_, given, isOver) => expect(toOldPlan({ ...PLAN, ...given }) !== null).toBe(isOver))

  it('and says from when to when it was in force, and what is in force now', () => {
    const successors = [next('2021-01-01'), { ...next('2027-01-01'), slug: 'spaeter' }]
    expect(toOldPlan({ ...PLAN, valid: '2008/2021', endsOn: '2021-12-31', successors })).toEqual({
      plan: { slug: 'lip', title: { value: 'Plan', locale: 'de' } }, valid: '2008/2021',
      successors: [{ slug: 'wir', title: { value: 'Der nächste', locale: 'de' } }],
    })
  })

  it('not where there is none', () => expect(toOldPlan(null)).toBe(null))
})
