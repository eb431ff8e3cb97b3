import type { MeasureMarksQuery, PlanBySlugQuery, PlanEventsQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findPlan } from './plan'

const lip = { slug: 'lip', title: 'Lokaler Integrationsplan', locale: 'de' }
const recorded: PlanBySlugQuery = {
  plans: [
    {
      slug: 'wir', title: 'WIR 2.0', locale: 'de', summary: null, text: null,
      inSourceLanguage: { locale: 'de', summary: null, text: null }, valid: '2021/..', languages: ['de'],
      translationOrigin: null,
      names: [{ language: null, value: 'WIR 2.0', kind: null, from: '2021', to: null, citations: [] }],
      predecessor: lip, decidedBy: { slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council' }, contributions: [],
      citations: [], claims: [],
      stageWords: [
        { stage: 'struck', language: null, word: 'gestrichen', citations: [] },
        { stage: null, language: null, word: null, citations: [] },
      ],
      decisions: [], fundedProjects: [], endsOn: null,
      successors: [{ slug: 'drei', title: 'Dritter Plan', locale: 'de', startsOn: '2100-01-01' }],
    },
  ],
  phases: [
    {
      slug: 'strategie', title: 'Strategie', locale: 'de', translationOrigin: null, translationState: 'source',
      valid: '2020',
    },
  ],
  fieldsOfAction: [],
  reportedFigures: [
    {
      subject: 'measures', unit: 'Einzelmaßnahmen', stage: null, count: 89, qualifier: 'exact', date: '2021-02',
      citations: [],
    },
    { subject: 'unknown', unit: null, stage: 'unknown', count: 3, qualifier: 'unknown', date: null, citations: [] },
    { subject: 'measures', unit: null, stage: null, count: null, qualifier: 'exact', date: '2021-03', citations: [] },
  ],
}
const bare: PlanBySlugQuery = {
  plans: [
    {
      slug: 'leer', title: 'Leer', locale: 'de', summary: null, text: null,
      inSourceLanguage: { locale: 'de', summary: null, text: null }, valid: '', languages: [],
      translationOrigin: null,
      names: [], predecessor: null, decidedBy: null, contributions: [], citations: [], claims: [],
      stageWords: [], decisions: [], fundedProjects: [], endsOn: null, successors: [],
    },
  ],
  phases: [], fieldsOfAction: [], reportedFigures: [],
}
const happened = (date: string): NonNullable<PlanEventsQuery['timelineEvents_connection']>['nodes'][number] => ({
  documentId: date, slug: date, title: date, locale: 'de', translationOrigin: null, translationState: 'source', date,
  kind: 'meeting', certainty: 'documented', onShortTimeline: false, plan: null, phase: null,
})
const pages: Record<string, string[]> = { 1: ['2021', '2021-02'], 2: ['2008'] }
const eventsOf = (page: unknown): PlanEventsQuery => ({
  timelineEvents_connection: { nodes: (pages[String(page)] ?? []).map(happened), pageInfo: { pageCount: 2 } },
})

/** As many measures as fit on two pages. */
const MEASURE_COUNT = 101
const marksOn = (page: unknown): MeasureMarksQuery => ({
  measureFinder: {
    total: MEASURE_COUNT,
    nodes: Array.from({ length: page === 1 ? 100 : 1 }, (_, index) => ({
      slug: `${page}-${index}`, title: 'Mentoring', locale: 'de', fieldOfAction: page === 1 ? { slug: 'bildung' } : null,
      stage: { stage: page === 1 ? 'proposed' : 'unknown' },
    })),
  },
})

describe('the page of a plan', () => {
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => {
    cms = await openCms(({ operationName, variables }) => {
      if (operationName === 'PlanEvents')
        return variables.slug === 'wir' ? eventsOf(variables.page) : { timelineEvents_connection: null }
      if (operationName === 'MeasureMarks')
        return variables.plan === 'wir' ? marksOn(variables.page) : { measureFinder: { total: 0, nodes: [] } }
      return { wir: recorded, leer: bare }[String(variables.slug)] ?? { ...bare, plans: [] }
    })
  })
  afterAll(() => cms.close())

  it('has its names, what went before, what came after and who decided it', async () => {
    expect(await findPlan('wir', 'de', '2026-01-01')).toMatchObject({
      slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' }, summary: null, valid: '2021/..',
      names: [{ language: 'und', value: 'WIR 2.0', kind: 'unknown', from: '2021', to: null, citations: [] }],
      predecessor: { slug: 'lip', title: { value: 'Lokaler Integrationsplan' } },
      successors: [{ slug: 'drei', title: { value: 'Dritter Plan' } }], decidedBy: { slug: 'rat', kind: 'council' },
      phases: [{ slug: 'strategie', title: { value: 'Strategie' }, valid: '2020' }],
    })
  })

  it('has figures, none without its number: a total has no stage, one without an update has the stage unknown', async () => {
    expect((await findPlan('wir', 'de', '2026-01-01'))?.figures).toEqual([
      {
        subject: 'measures', unit: { value: 'Einzelmaßnahmen', locale: 'de' }, stage: null, stageWord: null, count: 89,
        qualifier: 'exact', date: '2021-02', citations: [],
      },
      {
        subject: 'unknown', unit: null, stage: 'unknown', stageWord: null, count: 3, qualifier: 'unknown', date: null,
        citations: [],
      },
    ])
  })

  it('has a mark for each of its measures, of all pages of the cms', async () => {
    const marks = (await findPlan('wir', 'de', '2026-01-01'))?.marks ?? []
    expect(marks).toHaveLength(MEASURE_COUNT)
    expect([marks.at(0), marks.at(-1)]).toEqual([
      { slug: '1-0', title: { value: 'Mentoring', locale: 'de' }, field: 'bildung', stage: 'proposed' },
      { slug: '2-0', title: { value: 'Mentoring', locale: 'de' }, field: null, stage: 'unknown' },
    ])
  })

  it('has the events of all pages of the cms, in its order', async () => {
    expect((await findPlan('wir', 'de', '2026-01-01'))?.events.map(({ date }) => date)).toEqual([
      '2021', '2021-02', '2008',
    ])
  })

  it('has empty lists where it has nothing else', async () => {
    expect(await findPlan('leer', 'de', '2026-01-01')).toEqual({
      slug: 'leer', title: { value: 'Leer', locale: 'de' }, summary: null, text: { blocks: null, locale: 'de' }, valid: '',
      languages: [], life: [], deadlines: [],
      translationOrigin: null, names: [], predecessor: null, successors: [],
      oldPlan: null, decidedBy: null, contributions: [],
      fields: [], phases: [], stageWords: [], marks: [], decisions: [], fundedProjects: [],
      figures: [], events: [], citations: [], claims: [],
    })
  })

  it('is none for a key that no plan has', async () => {
    expect(await findPlan('gibt-es-nicht', 'de', '2026-01-01')).toBeNull()
  })
})
