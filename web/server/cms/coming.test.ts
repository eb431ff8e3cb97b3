import { describe, expect, it } from 'vitest'
import { comingAfter } from './coming'

const happens = (slug: string, date: string, kind: 'deadline' | 'meeting') => ({
  slug, title: slug, locale: 'de', date, kind,
})
const plan = { slug: 'wir', title: 'WIR2.0', locale: 'de', valid: '2022-09/2027-09' }
const measure = { slug: 'mentoring', title: 'Mentoring', locale: 'de', calls: [{ deadline: '2027-03' }, { deadline: '2020' }] }

describe('what comes next', () => {
  it('is the next deadline, the next date and the end of the plan, each with its address', () => {
    const events = [
      happens('spaet', '2028', 'deadline'), happens('sitzung', '2027-05-01', 'meeting'),
      happens('fest', '2027-06', 'meeting'),
    ]
    expect(comingAfter('2026-12-01', { events, measures: [measure], plan })).toEqual([
      {
        date: '2027-03', kind: 'call', title: { value: 'Mentoring', locale: 'de' },
        address: { type: 'Measure', slug: 'mentoring' },
      },
      {
        date: '2027-05-01', kind: 'event', title: { value: 'sitzung', locale: 'de' },
        address: { type: 'TimelineEvent', slug: 'sitzung' },
      },
      {
        date: '2027-09', kind: 'end', title: { value: 'WIR2.0', locale: 'de' }, address: { type: 'Plan', slug: 'wir' },
      },
    ])
  })

  it('is only what is known: nothing that is over, no end of a plan that has none', () => {
    expect(comingAfter('2026-12-01', {
      events: [happens('vorbei', '2026-11', 'meeting')], measures: [{ ...measure, calls: [] }],
      plan: { ...plan, valid: '2022-09/..' },
    })).toEqual([])
    expect(comingAfter('2026-12-01', { events: [], measures: [], plan: null })).toEqual([])
  })
})
