import {
  type CitationFragment, type DecisionEntryFragment, type MeasureBySlugQuery, type MeasureCardFragment,
  type MeasureDetailFragment, type StatusUpdateEntryFragment, today,
} from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findMeasure, toMeasure, toMeasureOverview, toMeasureSummary } from './measure'
import { toCitations } from './source'

const paper: CitationFragment = {
  page: 'S. 12', quote: null,
  source: {
    documentId: 's1', kind: 'council_paper', label: '1520/2021', language: 'de', publisher: null, date: '2021-06',
    url: null, archiveUrl: null, paperNumber: '1520/2021',
  },
}
const council = { slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council' as const }
const steering = { slug: 'lenkung', name: 'Lenkungsgruppe', nameLocale: 'de', kind: 'steering_group' as const }
const experts = { slug: 'runde', name: 'Expert*innenrunde', nameLocale: 'de', kind: 'expert_group' as const }
const office = { slug: 'amt', name: 'Amt für Integration', nameLocale: 'de', kind: 'office' as const }

function said(documentId: string, given: Partial<StatusUpdateEntryFragment>): StatusUpdateEntryFragment {
  return {
    documentId, stage: 'adopted', date: '2021', countsFrom: '2021-12-31', createdAt: '2024-01-01T00:00:00.000Z',
    text: null, locale: 'de', citations: [],
    ...given,
  }
}

function decided(documentId: string, given: Partial<DecisionEntryFragment>): DecisionEntryFragment {
  return {
    documentId, outcome: 'agreed', date: '2021', countsFrom: '2021-12-31', createdAt: '2024-01-01T00:00:00.000Z',
    part: null, reachesMeasures: false, isUnanimous: null, votesFor: null, votesAgainst: null, votesAbstained: null,
    event: null, note: null, locale: 'de', body: null, citations: [],
    ...given,
  }
}

const adopted = said('u1', { text: 'Im Plan.', citations: [paper] })
const begun = said('u2', { stage: 'in_progress', date: '2022-09', countsFrom: '2022-09-30' })
const done = said('u3', { stage: 'completed', date: '2024-05-01', countsFrom: '2024-05-01' })
const planAdopted = decided('p1', { outcome: 'adopted', date: '2022-06-30', countsFrom: '2022-06-30', body: council })

const nothing: MeasureDetailFragment['inSourceLanguage'] = {
  locale: 'de', summary: null, text: null, cost: null, indicator: null,
}

const recorded: MeasureDetailFragment = {
  documentId: 'm1', slug: 'mentoring', title: 'Mentoring für Geflüchtete', locale: 'de', code: '4.2',
  kind: 'administrative', certainty: 'reported', summary: 'Paten helfen.', text: [{ type: 'paragraph' }],
  period: '2021/..', cost: '10.000 Euro', indicator: null, languages: ['de', 'en'], inSourceLanguage: nothing,
  translationOrigin: 'machine',
  fieldOfAction: { slug: 'arbeit-2022', title: 'Arbeit', locale: 'de', strand: 'two' },
  plan: {
    slug: 'wir', title: 'WIR 2.0', locale: 'de', startsOn: '2021-01-01', silentAfterMonths: 12,
    decisions: [planAdopted],
    stageWords: [
      { stage: 'in_progress', language: null, word: 'in Umsetzung' },
      { stage: 'completed', language: 'de', word: 'erledigt' }, { stage: 'unknown', language: 'de', word: 'offen' },
      { stage: 'adopted', language: 'de', word: null },
    ],
  },
  goals: [{ title: 'Zugang zum Arbeitsmarkt', locale: 'de' }], lead: office, partners: [council],
  proposedBy: experts, calls: [{ deadline: '2023-03-31', round: 1 }, { deadline: null, round: 2 }],
  names: [{ language: 'de', value: 'Patenschaften', kind: 'working', from: '2020', to: null }],
  statusUpdates: [adopted, begun, done],
  decisions: [
    decided('d1', { outcome: 'proposed', body: experts }), decided('d2', { body: steering, note: 'Mit Auflage.' }),
    decided('d3', { body: council }), decided('d4', { outcome: 'called' }), decided('d5', {}),
  ],
  fundedProjects: [
    {
      documentId: 'f1', title: 'Sprachcafé', description: null, locale: 'de',
      date: '2023', amount: 5000,
      certainty: 'unknown', organisation: null, citations: [],
    },
  ],
  timelineEvents: [{ documentId: 'e1', slug: 'auftakt', title: 'Auftakt', locale: 'de', date: '' }], cameFrom: [],
  becameOf: [], claims: [], citations: [paper],
}
const bare: MeasureDetailFragment = {
  ...recorded,
  code: null, kind: 'unknown', certainty: 'unknown', summary: null, text: null,
  period: null, cost: null, languages: [], translationOrigin: null, fieldOfAction: null, plan: null, goals: [],
  lead: null, partners: [], proposedBy: null, calls: [], names: [], statusUpdates: [], decisions: [],
  fundedProjects: [], timelineEvents: [], citations: [],
}

describe('a measure of the cms', () => {
  it('that is translated in part shows the rest in its source language', () => {
    const words = [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz.' }] }]
    const source = {
      locale: 'de', summary: 'Kurz.', text: words, cost: '10 Euro', indicator: '17 Prozent',
    }
    expect(
      toMeasure(
        { ...bare, title: 'Mentoring', locale: 'en', summary: 'In short.', inSourceLanguage: source }, '2023-01-01',
      ),
    ).toMatchObject({
      summary: { value: 'In short.', locale: 'en' }, text: { blocks: words, locale: 'de' },
      cost: { value: '10 Euro', locale: 'de' }, indicator: { value: '17 Prozent', locale: 'de' },
    })
  })

  it('is what the editors wrote, each text in its language', () => {
    expect(toMeasure(recorded, '2023-01-01')).toMatchObject({
      id: 'm1', slug: 'mentoring', title: { value: 'Mentoring für Geflüchtete', locale: 'de' }, code: '4.2',
      kind: 'administrative', certainty: 'reported', summary: { value: 'Paten helfen.', locale: 'de' },
      text: { blocks: [{ type: 'paragraph' }], locale: 'de' },
      field: { slug: 'arbeit-2022', title: { value: 'Arbeit', locale: 'de' }, strand: 'two' },
      plan: { slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' } }, languages: ['de', 'en'],
      translationOrigin: 'machine', period: '2021/..', cost: { value: '10.000 Euro', locale: 'de' }, indicator: null,
      goals: [{ title: { value: 'Zugang zum Arbeitsmarkt', locale: 'de' } }], lead: { slug: 'amt', kind: 'office' },
      partners: [{ slug: 'rat' }], proposedBy: { slug: 'runde' },
      names: [{ language: 'de', value: 'Patenschaften', kind: 'working', from: '2020', to: null }],
      fundedProjects: [{ id: 'f1', title: { value: 'Sprachcafé' }, amount: 5000, certainty: 'unknown' }],
      revisionNumber: null,
    })
  })

  it('cites what there is a source for', () => {
    expect(toMeasure(recorded, '2023-01-01').citations).toEqual(toCitations([paper]))
  })

  it('has no call without a deadline, and its events', () => {
    expect(toMeasure(recorded, '2023-01-01').calls).toEqual([{ deadline: '2023-03-31', round: 1 }])
    expect(toMeasure(recorded, '2023-01-01').events).toEqual([
      { id: 'e1', slug: 'auftakt', title: { value: 'Auftakt', locale: 'de' }, date: '' },
    ])
  })

  it('of which nothing is known stays unknown', () => {
    expect(toMeasure(bare, '2026-01-01')).toEqual({
      id: 'm1', slug: 'mentoring', title: { value: 'Mentoring für Geflüchtete', locale: 'de' }, field: null, plan: null, code: null, kind: 'unknown',
      certainty: 'unknown', summary: null, text: { blocks: null, locale: 'de' }, languages: [], translationOrigin: null,
      current: null, stageWord: null, goals: [], lead: null, partners: [], proposedBy: null, period: null, cost: null,
      indicator: null, calls: [], names: [], updates: [], decisions: [], life: [], coming: [], news: null,
      isSilent: false, fundedProjects: [], events: [], articles: [], contributions: [], cameFrom: [], becameOf: [],
      oldPlan: null, revisionNumber: null, publishedOn: null, citations: [], claims: [],
    })
  })
})

describe('the stage of a measure', () => {
  const currentOn = (day: string, statusUpdates = recorded.statusUpdates) =>
    toMeasure({ ...recorded, decisions: [], statusUpdates }, day).current?.id ?? null

  it.each([
    ['2021-12-30', null], ['2021-12-31', 'u1'], ['2022-09-29', 'u1'], ['2022-09-30', 'u2'], ['2024-04-30', 'u2'],
    ['2024-05-01', 'u3'], ['2099-01-01', 'u3'],
  ])('on %s is that of the update %s', (day, update) => {
    expect(currentOn(day)).toBe(update)
  })

  it('is the same in whatever order the cms gives the updates', () => {
    for (const updates of [[done, begun, adopted], [begun, done, adopted], [adopted, done, begun]]) {
      expect(['2021-12-31', '2022-09-30', '2026-01-01'].map(day => currentOn(day, updates))).toEqual(['u1', 'u2', 'u3'])
    }
  })

  it('of two updates that count from the same day is that of the later-made', () => {
    const corrected = said('u4', { stage: 'postponed', date: '2021-12-31', createdAt: '2024-02-01T00:00:00.000Z' })
    expect(currentOn('2022-01-01', [corrected, adopted])).toBe('u4')
    expect(currentOn('2022-01-01', [adopted, corrected])).toBe('u4')
  })

  it('is not that of an update of which no day is known', () => {
    expect(currentOn('2026-01-01', [said('u5', { date: '', countsFrom: null })])).toBeNull()
  })

  it('says its date and its source', () => {
    expect(toMeasure(recorded, '2022-01-01').current).toEqual({
      id: 'u1', stage: 'adopted', date: '2021', citations: toCitations([paper]),
    })
  })

  it.each([
    ['2021-01-01', 'offen'], ['2022-01-01', undefined], ['2023-01-01', 'in Umsetzung'], ['2025-01-01', 'erledigt'],
  ])('on %s is in the plan\'s own words: %s', (day, word) => {
    expect(toMeasure(recorded, day).stageWord?.value).toBe(word)
  })
})

describe('the decisions on a measure', () => {
  const reaching = { ...planAdopted, reachesMeasures: true }
  const idsOf = (decisions: DecisionEntryFragment[], planDecisions = [reaching]) =>
    toMeasure(
      {
        ...recorded,
        decisions, statusUpdates: [], plan: recorded.plan && { ...recorded.plan, decisions: planDecisions },
      },
      '2026-01-01',
    ).decisions.map(({ id }) => id)

  it('on its plan that reach it are its own as well', () => {
    expect(idsOf([])).toEqual(['p1'])
    expect(idsOf([decided('d1', { outcome: 'postponed', countsFrom: '2021-01-01' })])).toEqual(['d1', 'p1'])
    expect(idsOf([], [decided('p2', { outcome: 'adopted', part: 'Strategiepapier' })])).toEqual([])
  })

  it.each(['struck', 'made_recommendation', 'rejected'] as const)(
    'on its plan are left out from the day on which it was %s',
    (outcome) => {
      expect(idsOf([decided('d1', { outcome, countsFrom: '2022-06-29' })])).toEqual(['d1'])
      expect(idsOf([decided('d1', { outcome, countsFrom: '2022-06-30' })])).toEqual(['d1'])
      expect(idsOf([decided('d1', { outcome, countsFrom: '2022-07-01' })])).toEqual(['d1', 'p1'])
    },
  )

  it('on its plan stay where no day is known on which it was struck', () => {
    expect(idsOf([decided('d1', { outcome: 'struck', date: '', countsFrom: null })])).toEqual(['d1', 'p1'])
  })

  it('say where it stands where no update does', () => {
    const plan = recorded.plan && { ...recorded.plan, decisions: [reaching] }
    const measure = toMeasure({ ...recorded, plan, statusUpdates: [] }, '2026-01-01')
    expect(measure.current).toMatchObject({ id: 'p1', stage: 'adopted', date: '2022-06-30' })
  })
})

describe('the life of a measure', () => {
  const on = (day: string, given: Partial<MeasureDetailFragment> = {}) => toMeasure({ ...recorded, ...given }, day)

  it('is told in the order of time, decisions before updates of the same day', () => {
    expect(on('2026-01-01').life.map(({ id }) => id)).toEqual([
      'd1', 'd2', 'd3', 'd4', 'd5', 'u1', 'u2', 'u3',
    ])
  })

  it('holds what has happened; the rest is coming', () => {
    const measure = on('2022-07-01')
    expect(measure.life.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'u1'])
    expect(measure.coming.map(({ id }) => id)).toEqual(['u2', 'u3'])
  })

  it('ends with the last news, an event or a funded project too, where that says more than the stage', () => {
    const called = decided('d9', { outcome: 'called', date: '2025-03-15', countsFrom: '2025-03-15' })
    const met = { documentId: 'e9', slug: 'treffen', title: 'Treffen', locale: 'de', date: '2025-06' }
    expect(on('2026-01-01').news).toBeNull()
    expect(on('2026-01-01', { decisions: [called] }).news).toMatchObject({ id: 'd9' })
    expect(on('2026-01-01', { decisions: [called], timelineEvents: [met] }).news).toMatchObject({
      id: 'e9', title: { value: 'Treffen', locale: 'de' },
    })
    expect(on('2025-06-29', { decisions: [called], timelineEvents: [met] }).news).toMatchObject({ id: 'd9' })
  })

  it('says that nothing was found since, once that is as long ago as the plan says', () => {
    expect([on('2025-04-30').isSilent, on('2025-05-01').isSilent, on('2020-01-01').isSilent]).toEqual([
      false, true, false,
    ])
    const patient = { plan: recorded.plan && { ...recorded.plan, silentAfterMonths: 36 } }
    expect(on('2025-05-01', patient).isSilent).toBe(false)
  })

  it('goes on with what became of it: nobody says that nothing was found since', () => {
    const fate = (date: string | null): MeasureDetailFragment['becameOf'][number] => ({
      documentId: 'l9', kind: 'institutionalised', date, certainty: 'uncertain', reason: null, locale: 'de', from: [],
      to: [], toOrganisations: [], goneMeasures: [], citations: [],
    })
    const kept = { becameOf: [fate('2025-06')] }
    expect(on('2026-01-01', kept)).toMatchObject({
      news: { id: 'l9', date: '2025-06', fate: 'institutionalised' }, isSilent: false,
    })
    expect(on('2025-06-29', kept)).toMatchObject({ news: null, isSilent: true })
    expect(on('2026-07-01', kept).isSilent).toBe(true)
    expect(on('2026-01-01', { becameOf: [fate(null)] })).toMatchObject({ news: null, isSilent: false })
  })
})

describe('a measure in a list', () => {
  const card: MeasureCardFragment = {
    documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'de',
    fieldOfAction: { slug: 'arbeit', title: 'Arbeit', locale: 'de', strand: null }, plan: null, summary: 'Kurz.',
    inSourceLanguage: { locale: 'de', summary: null },
    kind: 'fundable', translationOrigin: 'human', translationState: 'current',
    stage: { stage: 'in_progress', date: '2022-09' },
  }

  it('has the stage of the day that was asked for, and as of when', () => {
    expect(toMeasureOverview(card)).toEqual({
      ...toMeasureSummary(card),
      summary: { value: 'Kurz.', locale: 'de' }, kind: 'fundable', translationOrigin: 'human', stage: 'in_progress',
      stageDate: '2022-09',
    })
  })

  it('of which nothing counts has the stage unknown, as of no day', () => {
    expect(
      toMeasureOverview({ ...card, kind: 'unknown', summary: null, stage: { stage: 'unknown', date: null } }),
    ).toMatchObject({ kind: 'unknown', summary: null, stage: 'unknown', stageDate: null })
  })

  it('has its field, on no strand of another where it has none', () => {
    expect(toMeasureSummary(card)).toEqual({
      id: 'm1', slug: 'mentoring', title: { value: 'Mentoring', locale: 'de' },
      field: { slug: 'arbeit', title: { value: 'Arbeit', locale: 'de' }, strand: null }, plan: null,
    })
  })
})

describe('the page of a measure', () => {
  const interview = {
    documentId: 'a1', slug: 'gespraech', kind: 'interview' as const, title: 'Gespräch', locale: 'de', date: '2021',
    isExample: false,
  }
  const chair = {
    documentId: 'c1', role: 'chair' as const, function: null, locale: 'de', translationOrigin: null,
    translationState: 'source' as const, period: null, certainty: 'unknown' as const,
    person: { slug: 'beispielperson', name: 'Beispielperson', nameInScript: null, locale: 'de' }, organisation: null,
    citations: [],
  }
  const goal = {
    title: 'Ein Ziel', locale: 'de', translationOrigin: 'machine' as const, translationState: 'outdated' as const,
  }
  const listed = { goals: [goal], statusUpdates: [], decisions: [], fundedProjects: [], cameFrom: [], becameOf: [] }
  const answers: Record<string, MeasureBySlugQuery> = {
    mentoring: {
      measures: [
        {
          ...recorded,
          ...listed,
          revisionNumber: 3, publishedAt: '2024-05-03T10:00:00Z', articles: [interview],
          contributions: [chair, { ...chair, person: null }],
          plan: recorded.plan && { ...recorded.plan, valid: '2008/2021', endsOn: '2021-12-31', successors: [] },
        },
      ],
    },
  }
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => { cms = await openCms(({ variables }) => answers[String(variables.slug)] ?? { measures: [] }) })
  afterAll(() => cms.close())

  it('shows it as it stands today, with the number of the version to cite, the articles about it and who '
    + 'contributes', async () => {
    expect(await findMeasure('mentoring', 'de')).toEqual({
      ...toMeasure({ ...recorded, ...listed }, today()),
      goals: [{ title: { value: 'Ein Ziel', locale: 'de' }, translationOrigin: 'machine', isOutdated: true }],
      revisionNumber: 3, publishedOn: '2024-05-03T10:00:00Z',
      articles: [
        {
          id: 'a1', slug: 'gespraech', kind: 'interview', title: { value: 'Gespräch', locale: 'de' }, date: '2021',
          isExample: false,
        },
      ],
      contributions: [expect.objectContaining({ id: 'c1', role: 'chair' })],
      oldPlan: { plan: { slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' } }, valid: '2008/2021', successors: [] },
    })
  })

  it('is none for a slug that no measure has', async () => {
    expect(await findMeasure('gibt-es-nicht', 'de')).toBeNull()
  })
})
