import type { CalendarMeasuresQuery, CalendarPlansQuery, CalendarQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { daysOf, findCalendar, writeCalendar } from './calendar'

const pageInfo = { pageCount: 1 }
const event = (slug: string, date: string, more: object = {}) => ({
  documentId: `e-${slug}`, slug, title: slug, locale: 'de', translationOrigin: null, translationState: 'current' as const, date, kind: 'meeting' as const,
  publishedAt: '2024-01-01T10:00:00.000Z', plan: { slug: 'wir' }, measures: [], ...more,
})
const events: CalendarQuery = {
  timelineEvents_connection: {
    nodes: [
      event('auftakt', '2020-01-17/2020-01-18'), event('jahr', '2021'), event('monat', '2021-02'),
      event('zweifel', '2021-02-25?'), event('offen', '2021-02-25/..'),
      event('frist', '2027-03-15', { kind: 'deadline', title: 'Größe; a, b', measures: [{ fieldOfAction: { slug: 'arbeit' } }] }),
      event('frueher', '2008-06-12', {
        plan: { slug: 'lip' }, translationOrigin: 'machine', translationState: 'outdated',
      }),
    ],
    pageInfo,
  },
}
const measures: CalendarMeasuresQuery = {
  measures_connection: {
    nodes: [
      {
        documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'de', translationOrigin: null, translationState: 'current' as const,
        publishedAt: '2024-01-01T10:00:00.000Z', plan: { slug: 'wir' }, fieldOfAction: { slug: 'arbeit' },
        calls: [{ deadline: '2023-09-15' }, { deadline: '2024' }, { deadline: null }],
      },
    ],
    pageInfo,
  },
}
const named = { locale: 'de', translationOrigin: null, translationState: 'current' as const, updatedAt: '2024-01-01T10:00:00.000Z' }
const plans: CalendarPlansQuery = {
  plans: [
    { ...named, documentId: 'p1', slug: 'lip', title: 'LIP', valid: '2008/2021' },
    { ...named, documentId: 'p2', slug: 'wir', title: 'WIR', valid: '2022-09-01/2027-12-31' },
  ],
  fieldsOfAction: [{ slug: 'arbeit', title: 'Arbeit', locale: 'de', plan: { slug: 'wir' } }],
}

describe('the calendar', () => {
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => { cms = await openCms(() => ({ ...events, ...measures, ...plans })) })
  afterAll(() => cms.close())
  const titles = async (plan = '', field = '') =>
    (await findCalendar({ plan, field }, 'de'))?.entries.map(({ title, startsOn }) => [startsOn, title])

  it.each([
    ['2021-02-25', { startsOn: '2021-02-25', endsOn: '2021-02-25' }],
    ['2020-01-17/2020-01-18', { startsOn: '2020-01-17', endsOn: '2020-01-18' }],
    ['2021-02', null], ['2021', null], ['2021-02-25?', null], ['2021-02-25~', null], ['2021-02-25/..', null],
    ['2020-01-17/2020-02', null], ['', null], ['gestern', null],
  ])('knows the days of "%s" only where nothing is guessed', (date, days) => {
    expect(daysOf(date)).toEqual(days)
  })

  it('holds the events, the ends of calls and of plans that are known to the day', async () => {
    expect(await titles()).toEqual([
      ['2020-01-17', 'Sitzung: auftakt'], ['2027-03-15', 'Frist: Größe; a, b'], ['2008-06-12', 'Sitzung: frueher'],
      ['2023-09-15', 'Anträge bis dahin: Mentoring'], ['2027-12-31', 'Ende des Plans: WIR'],
    ])
  })

  it('may be of one plan, or of one field', async () => {
    expect(await titles('lip')).toEqual([['2008-06-12', 'Sitzung: frueher']])
    expect(await titles('', 'arbeit')).toEqual([
      ['2027-03-15', 'Frist: Größe; a, b'], ['2023-09-15', 'Anträge bis dahin: Mentoring'],
    ])
    expect([await titles('gibt-es-nicht'), await titles('', 'gibt-es-nicht')]).toEqual([undefined, undefined])
  })

  it('speaks the language that is asked for', async () => {
    expect((await findCalendar({ plan: '', field: '' }, 'en'))?.entries.map(({ title, page }) => [title, page])[1]).toEqual(
      ['Deadline: Größe; a, b', '/en/timeline#frist'],
    )
  })

  it('says of a translation what pages say of it', async () => {
    expect((await findCalendar({ plan: 'lip', field: '' }, 'de'))?.entries[0]?.categories).toEqual([
      'maschinell übersetzt', 'Das Original hat sich seitdem geändert.',
    ])
  })

  it('is written as whole days, the end of which is the day after the last', async () => {
    const calendar = await findCalendar({ plan: '', field: 'arbeit' }, 'de')
    const text = calendar && writeCalendar(calendar, { locale: 'de', siteUrl: 'https://example.org' })
    expect(text).toContain([
      'UID:e-frist@lip-lab', 'SEQUENCE:0', 'DTSTAMP:20240101T100000Z', 'DTSTART;VALUE=DATE:20270315',
      'DTEND;VALUE=DATE:20270316',
    ].join('\r\n'))
    expect(text).toContain('SUMMARY:Frist: Größe\\; a\\, b\r\n')
    expect(text).toContain('URL;VALUE=URI:https://example.org/zeitleiste#frist\r\n')
    expect(text).toContain('X-WR-CALNAME:Termine und Fristen: Arbeit\r\n')
  })
})
