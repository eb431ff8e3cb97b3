import type { PlanReportMeasuresQuery, PlanReportQuery, ReportMeasureFragment } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { reportGroups } from '~/utils/report-groups'
import { findReport } from './report'

type Update = ReportMeasureFragment['statusUpdates'][number]
type Decision = ReportMeasureFragment['decisions'][number]

const update = (documentId: string, stage: Update['stage'], date: string, countsFrom = date): Update => ({
  documentId, stage, date, countsFrom, createdAt: '2024-01-01T00:00:00.000Z', text: null, locale: 'de', citations: [],
})
const decision = (documentId: string, outcome: Decision['outcome'], date: string): Decision => ({
  documentId, outcome, date, countsFrom: date, createdAt: '2024-01-01T00:00:00.000Z', part: null,
  reachesMeasures: true, isUnanimous: null, votesFor: null, votesAgainst: null, votesAbstained: null, event: null,
  note: null, locale: 'de', body: null, citations: [],
})
const office = { slug: 'amt', name: 'Amt', nameLocale: 'de', kind: 'office' as const }
const field = (slug: string) => ({
  slug, title: slug, locale: 'de', strand: 'two' as const, order: 1, plan: { slug: 'wir', title: 'WIR', locale: 'de' },
})

function measure(slug: string, given: Partial<ReportMeasureFragment> = {}): ReportMeasureFragment {
  return {
    documentId: slug, slug, title: slug, locale: 'de', fieldOfAction: field('bildung'), plan: null, code: null,
    lead: null, proposedBy: null, calls: [], statusUpdates: [], decisions: [], fundedProjects: [], timelineEvents: [],
    becameOf: [], ...given,
  }
}

const nodes = [
  measure('fertig', { statusUpdates: [update('u1', 'completed', '2025-06-01')], lead: office }),
  measure('beschlossen', {
    fieldOfAction: field('arbeit'), calls: [{ deadline: '2026-04-30', round: 1 }],
    becameOf: [{ documentId: 'l1', kind: 'continued', date: '2022-12' }],
  }),
  measure('spaeter', { statusUpdates: [update('u2', 'proposed', '2024-03-01')], fieldOfAction: null }),
]
const report: PlanReportQuery = {
  plans: [
    {
      slug: 'wir', title: 'WIR 2.0', locale: 'de', languages: ['de'], valid: '2022-09/2027-09', silentAfterMonths: 12,
      decisions: [decision('p1', 'adopted', '2022-09-29')],
    },
  ],
  fieldsOfAction: [field('arbeit'), field('bildung'), field('leer')],
  timelineEvents: [
    { documentId: 'e1', slug: 'frist', title: 'Frist', locale: 'de', date: '2026-03-15' },
  ],
}

describe('the report on a plan', () => {
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => {
    cms = await openCms(({ operationName, variables }): PlanReportQuery | PlanReportMeasuresQuery =>
      operationName === 'PlanReport'
        ? variables.slug === 'wir' ? report : { ...report, plans: [] }
        : {
            measures_connection: {
              nodes: variables.page === 1 ? nodes.slice(0, 2) : nodes.slice(2), pageInfo: { pageCount: 2 },
            },
          })
  })
  afterAll(() => cms.close())
  const found = async (day = '2026-01-01') => {
    const answer = await findReport('wir', 'de', day)
    if (!answer) throw new Error('There is no report.')
    return answer
  }

  it('has every measure of all pages, as it stood on the day', async () => {
    const stages = async (day: string) => (await found(day)).rows.map(({ slug, stage, date }) => [slug, stage, date])
    expect(await stages('2026-01-01')).toEqual([
      ['fertig', 'completed', '2025-06-01'], ['beschlossen', 'adopted', '2022-09-29'],
      ['spaeter', 'proposed', '2024-03-01'],
    ])
    expect(await stages('2023-01-01')).toEqual([
      ['fertig', 'adopted', '2022-09-29'], ['beschlossen', 'adopted', '2022-09-29'], ['spaeter', 'unknown', null],
    ])
  })

  it('counts what is open and of what nothing was heard for as long as the plan says', async () => {
    expect(await found()).toMatchObject({ openCount: 2, silentCount: 2 })
    expect(await found('2026-06-01')).toMatchObject({ openCount: 2, silentCount: 3 })
    expect(await found('2022-12-31')).toMatchObject({ openCount: 3, silentCount: 0 })
  })

  it('takes what became of a measure for news of it', async () => {
    const adopted = async (day: string) => (await found(day)).rows[1]
    expect(await adopted('2023-12-30')).toMatchObject({ news: { date: '2022-12', fate: 'continued' }, isSilent: false })
    expect(await adopted('2022-12-30')).toMatchObject({ news: null, isSilent: false })
  })

  it('says what was decided until the day, and no more', async () => {
    const decisions = async (day: string) => (await found(day)).rows.map(row => row.decisions.map(({ id }) => id))
    expect(await decisions('2026-01-01')).toEqual([['p1'], ['p1'], []])
    expect(await decisions('2022-09-28')).toEqual([[], [], []])
  })

  it('names the next deadlines, those of calls and the end of the plan among them', async () => {
    expect((await found()).deadlines.map(({ date, kind }) => [date, kind])).toEqual([
      ['2026-03-15', 'deadline'], ['2026-04-30', 'call'], ['2027-09', 'end'],
    ])
    expect((await found('2026-03-15')).deadlines.map(({ kind }) => kind)).toEqual(['call', 'end'])
  })

  it('stands by field in the order of the plan, or by body, each measure once', async () => {
    const answer = await found()
    const groups = (by: 'field' | 'body') =>
      reportGroups(answer, by).map(({ title, rows }) => [title?.value ?? null, rows.map(({ slug }) => slug)])
    expect(groups('field')).toEqual([['arbeit', ['beschlossen']], ['bildung', ['fertig']], [null, ['spaeter']]])
    expect(groups('body')).toEqual([['Amt', ['fertig']], [null, ['beschlossen', 'spaeter']]])
  })

  it('is none for a plan that there is not', async () => {
    expect(await findReport('gibt-es-nicht', 'de', '2026-01-01')).toBeNull()
  })
})
