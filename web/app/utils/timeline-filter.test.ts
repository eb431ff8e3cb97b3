import type { TimelineEventDetail } from '~~/server/cms/timeline'
import { describe, expect, it } from 'vitest'
import { groupByPhase, matching, optionsOf, readChoice, valueOf } from './timeline-filter'

const text = (value: string) => ({ value, locale: 'de' })
const LIP = { slug: 'lip', title: text('Lokaler Integrationsplan') }
const WIR = { slug: 'wir', title: text('WIR 2.0') }
const before = { slug: 'vorgeschichte', title: text('Vorgeschichte'), order: 1 }
const after = { slug: 'umsetzung', title: text('Umsetzung'), order: 2 }

function happened(date: string, given: Partial<TimelineEventDetail> = {}): TimelineEventDetail {
  return {
    id: date, slug: date, title: text(date), date, kind: 'meeting', certainty: 'documented', onShortTimeline: false,
    translationOrigin: null, plan: null, planNameThen: null, phase: null, text: { blocks: [], locale: 'de' },
    organisations: [], measures: [], decisions: [], articles: [], revisionNumber: null, citations: [], claims: [],
    ...given,
  }
}

const ANY = { phase: '', kind: '', plan: '' }
const events = [
  happened('2008-06', { plan: LIP, phase: before, kind: 'council_decision' }),
  happened('2008-11', { plan: LIP, phase: before }),
  happened('2020-01', { plan: WIR, phase: after }),
  happened('2021-02', { plan: WIR, phase: after, kind: 'council_decision' }),
  happened('2021-03'),
]

describe('a choice on the timeline', () => {
  it('is none where the address says nothing', () => {
    expect(readChoice({}, events)).toEqual({ choice: ANY, unknown: [] })
    expect(readChoice({ phase: '', kind: null, plan: undefined, page: '2' }, events)).toEqual({
      choice: ANY, unknown: [],
    })
  })

  it('is what the address says, as far as an event has it', () => {
    expect(readChoice({ phase: 'vorgeschichte', kind: 'meeting', plan: 'lip' }, events)).toEqual({
      choice: { phase: 'vorgeschichte', kind: 'meeting', plan: 'lip' }, unknown: [],
    })
  })

  it('leaves out a value that no event has, and says so in at most 60 characters', () => {
    expect(readChoice({ kind: 'survey', plan: 'wir', phase: 'x'.repeat(99) }, events)).toEqual({
      choice: { phase: '', kind: '', plan: 'wir' }, unknown: ['x'.repeat(60), 'survey'],
    })
  })

  it('takes the first of two values for the same thing', () => {
    expect(readChoice({ plan: ['wir', 'lip'] }, events).choice.plan).toBe('wir')
  })
})

describe('the events of a choice', () => {
  it('are all of them where nothing is chosen', () => {
    expect(matching(events, ANY)).toEqual(events)
  })

  it('have everything that is chosen', () => {
    expect(matching(events, { ...ANY, plan: 'wir', kind: 'council_decision' }).map(({ date }) => date)).toEqual([
      '2021-02',
    ])
    expect(matching(events, { ...ANY, plan: 'wir', phase: 'vorgeschichte' })).toEqual([])
  })

  it('do not contain one without a plan when a plan is chosen', () => {
    expect(matching(events, { ...ANY, plan: 'lip' }).map(({ date }) => date)).toEqual(['2008-06', '2008-11'])
    expect(valueOf(happened('2021'), 'plan')).toBeNull()
  })
})

describe('what a filter offers', () => {
  it('stands in the order in which it first happened, with the number of events behind it', () => {
    expect(optionsOf(events, 'kind', ANY)).toEqual([
      { value: 'council_decision', text: null, count: 2 }, { value: 'meeting', text: null, count: 3 },
    ])
    expect(optionsOf(events, 'plan', ANY)).toEqual([
      { value: 'lip', text: LIP.title, count: 2 }, { value: 'wir', text: WIR.title, count: 2 },
    ])
  })

  it('counts what the other filters leave, and keeps what they leave nothing of', () => {
    expect(
      optionsOf(events, 'plan', { phase: 'vorgeschichte', kind: 'meeting', plan: 'wir' }).map(({ value, count }) => [
        value, count,
      ]),
    ).toEqual([
      ['lip', 1], ['wir', 0],
    ])
  })

  it('promises as many events as will be shown', () => {
    const choice = { ...ANY, kind: 'council_decision' }
    for (const { value, count } of optionsOf(events, 'phase', choice))
      expect(matching(events, { ...choice, phase: value })).toHaveLength(count)
  })
})

describe('the events by phase and year', () => {
  it('stand in the order of the phases, within them in the order of time', () => {
    const phases = groupByPhase([events[2], events[0], events[3], events[1]].filter(event => event !== undefined))
    expect(
      phases.map(({ slug, title, years }) => [
        slug, title?.value,
        years.map(({ year, events: ofYear }) => [year, ofYear.map(({ date }) => date)]),
      ]),
    ).toEqual([
      ['vorgeschichte', 'Vorgeschichte', [['2008', ['2008-06', '2008-11']]]],
      ['umsetzung', 'Umsetzung', [['2020', ['2020-01']], ['2021', ['2021-02']]]],
    ])
  })

  it('show an event without a phase too', () => {
    expect(groupByPhase([happened('2021-03')])).toMatchObject([{ slug: '', title: null, years: [{ year: '2021' }] }])
  })

  it('are none where there are no events', () => {
    expect(groupByPhase([])).toEqual([])
  })
})
