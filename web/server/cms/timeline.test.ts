import type { EventDetailFragment, EventSummaryFragment, TimelineQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findTimeline, toEventDetail, toEventSummary, toNames } from './timeline'

const named = (value: string, from: string, to: string | null) => ({
  language: 'de', value, kind: 'short' as const, from, to,
})
const plan = {
  slug: 'lip', title: 'Lokaler Integrationsplan', locale: 'de',
  names: [named('LIP', '2008', '2020-12'), named('WIR 2.0', '2021-01', null)],
}

const decided: EventSummaryFragment = {
  documentId: 'e1', slug: 'beschluss', title: 'Der Rat beschließt den Plan', locale: 'de', translationOrigin: null,
  date: '2008-06-12', kind: 'council_decision', certainty: 'reported', onShortTimeline: true, plan,
  phase: { slug: 'vorgeschichte', title: 'Vorgeschichte', locale: 'de', order: 1 },
}
const bare: EventSummaryFragment = {
  documentId: 'e2', slug: 'sitzung', title: 'Sitzung', locale: 'de', translationOrigin: null, date: '', kind: 'unknown',
  certainty: 'unknown', onShortTimeline: false, plan: null, phase: null,
}
const on = (date: string): EventSummaryFragment => ({ ...decided, documentId: date, date })

describe('an event of the cms', () => {
  it('is told with its plan, its phase and the name of the plan on its day', () => {
    expect(toEventSummary(decided)).toEqual({
      id: 'e1', slug: 'beschluss', title: { value: 'Der Rat beschließt den Plan', locale: 'de' },
      translationOrigin: null, date: '2008-06-12', kind: 'council_decision', certainty: 'reported',
      onShortTimeline: true, plan: { slug: 'lip', title: { value: 'Lokaler Integrationsplan', locale: 'de' } },
      planNameThen: { value: 'LIP', locale: 'de' },
      phase: { slug: 'vorgeschichte', title: { value: 'Vorgeschichte', locale: 'de' }, order: 1 },
    })
  })

  it('of which nothing is known is of an unknown kind, and no milestone', () => {
    expect(toEventSummary(bare)).toEqual({
      id: 'e2', slug: 'sitzung', title: { value: 'Sitzung', locale: 'de' }, translationOrigin: null, date: '', kind: 'unknown',
      certainty: 'unknown', onShortTimeline: false, plan: null, planNameThen: null, phase: null,
    })
  })

  it.each([
    ['2020-12-31', 'LIP'], ['2021-01-01', 'WIR 2.0'], ['2021', 'WIR 2.0'], ['2007', null], ['', null],
    ['damals', null],
  ])('on %s has a plan called %s', (date, name) => {
    expect(toEventSummary(on(date)).planNameThen?.value ?? null).toBe(name)
  })

  it('without a plan has no name of a plan', () => {
    expect(toEventSummary({ ...decided, plan: null }).planNameThen).toBeNull()
    expect(toEventSummary({ ...decided, plan: { ...plan, names: [] } }).planNameThen).toBeNull()
  })
})

describe('the names of a plan', () => {
  it('are in an unknown language and of an unknown kind where nothing is said', () => {
    expect(toNames([{ language: null, value: 'LIP', kind: null, from: null, to: null }])).toEqual([
      { language: 'und', value: 'LIP', kind: 'unknown', from: null, to: null },
    ])
  })
})

describe('an event that is translated in part', () => {
  it('has its text in the language of its source, and says that it is incomplete', () => {
    const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Beschlossen.' }] }]
    const event: EventDetailFragment = {
      ...decided,
      locale: 'en', text: null, languages: ['de', 'en'], organisations: [], measures: [], goneMeasures: [],
      decisions: [], citations: [], claims: [],
    }
    expect(
      toEventDetail({ ...event, translationState: 'incomplete', inSourceLanguage: { locale: 'de', text } }),
    ).toMatchObject({ title: { locale: 'en' }, text: { blocks: text, locale: 'de' }, isIncomplete: true })
    expect(toEventDetail(event).text).toEqual({ blocks: null, locale: 'en' })
  })
})

describe('the timeline', () => {
  const node = (date: string) => ({
    ...on(date),
    translationState: 'source' as const, revisionNumber: 3, inSourceLanguage: { locale: 'de', text: null },
    articles: [
      {
        documentId: 'a1', slug: 'gespraech', kind: 'interview' as const, title: 'Gespräch', locale: 'de', date: '2021',
        isExample: false,
      },
    ],
    languages: ['de'], measures: [{ slug: 'mentoring', title: 'Mentoring', locale: 'de' }],
    decisions: [],
    goneMeasures: [{ slug: 'weg', title: 'Weg', locale: 'de' }],
    text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Beschlossen.' }] }],
    organisations: [{ slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council' as const }], citations: [],
    claims: [],
  })
  const page = (nodes: ReturnType<typeof node>[], pageCount: number): TimelineQuery => ({
    timelineEvents_connection: { nodes, pageInfo: { pageCount } },
  })
  let cms: Awaited<ReturnType<typeof openCms>>

  beforeAll(async () => {
    cms = await openCms(({ variables }) => {
      if (variables.locale === 'en') return { timelineEvents_connection: null }
      return variables.page === 1 ? page([node('2021-02'), node('2008')], 2) : page([node('2012?')], 2)
    })
  })
  afterAll(() => cms.close())

  it('is all pages of the cms in their order, with everything known about each event', async () => {
    const events = await findTimeline('de')
    expect(events.map(({ date }) => date)).toEqual(['2021-02', '2008', '2012?'])
    expect(events[1]).toMatchObject({
      text: { locale: 'de', blocks: [{ type: 'paragraph' }] }, organisations: [{ slug: 'rat', kind: 'council' }],
      measures: [
        { slug: 'mentoring', title: { value: 'Mentoring', locale: 'de' }, isGone: false },
        { slug: 'weg', title: { value: 'Weg', locale: 'de' }, isGone: true },
      ],
      revisionNumber: 3, articles: [{ slug: 'gespraech', kind: 'interview' }], citations: [], claims: [],
    })
  })

  it('is empty where the cms has no events', async () => {
    expect(await findTimeline('en')).toEqual([])
  })
})
