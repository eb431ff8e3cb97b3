import type { ChangesQuery, CitationFragment, MeasureLinkFragment } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findChanges } from './change'
import { toDecisions } from './decision'
import { toField } from './field'
import { toLineage } from './lineage'
import { toMeasureSummary } from './measure'
import { toCitations } from './source'

type ChangeNode = ChangesQuery['changes']['nodes'][number]

const cited = (documentId: string): CitationFragment[] => [
  {
    page: null, quote: null,
    source: {
      documentId, kind: 'report', label: documentId, language: 'de', publisher: null, date: null, url: null,
      archiveUrl: null, paperNumber: null,
    },
  },
]
const plan = { slug: 'wir', title: 'WIR 2.0', locale: 'de' }
const mentoring: MeasureLinkFragment = {
  documentId: 'm1', slug: 'mentoring', title: 'Mentoring', locale: 'de', fieldOfAction: null, plan,
}
const decision = {
  documentId: 'd1', outcome: 'adopted' as const, date: '2022-06', countsFrom: '2022-06-30', note: null, locale: 'de',
  body: null, citations: cited('Beschluss'),
}
const lineage = {
  documentId: 'l1', kind: 'renamed' as const, date: '2021', certainty: 'reported' as const, reason: null, locale: 'de',
  from: [], to: [mentoring], goneMeasures: [], citations: cited('Bericht'),
}
const nothing: ChangeNode = {
  kind: 'stage', day: '2024-05-31', stageBefore: null, name: null, nameBefore: null, measure: null, plan: null,
  statusUpdate: null, decision: null, lineage: null,
}

const nodes: ChangeNode[] = [
  {
    ...nothing,
    stageBefore: 'adopted', measure: mentoring,
    statusUpdate: { stage: 'completed', date: '2024-05', citations: cited('Sachstand') },
  },
  { ...nothing, kind: 'decision', plan, decision },
  { ...nothing, kind: 'lineage', lineage },
  {
    ...nothing,
    kind: 'name', plan, day: '2021-01-31', name: { value: 'WIR', language: 'de', citations: cited('Umbenennung') },
    nameBefore: 'LIP',
  },
  { ...nothing, kind: 'lineage', lineage: { ...lineage, date: null } },
]
const work = { slug: 'arbeit-2022', title: 'Arbeit', locale: 'de', strand: 'two' as const, order: 2, plan }
const recorded: ChangesQuery = { changes: { total: 41, nodes }, plans: [plan], fieldsOfAction: [work] }

const unchanged = {
  measure: null, plan: null, stage: null, stageBefore: null, decision: null, lineage: null, name: null,
  nameBefore: null, citations: [],
}
const wir = { slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' } }

describe('what changed', () => {
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => { cms = await openCms(() => recorded) })
  afterAll(() => cms.close())
  const changes = async () => (await findChanges({ locale: 'de', since: '2020-01-01' })).changes

  it('is counted on all pages, with the plans and fields to choose from', async () => {
    expect(await findChanges({ locale: 'de', since: '2020-01-01' })).toMatchObject({
      total: 41, plans: [wir], fields: [toField(work)],
    })
  })

  it('may be the stage of a measure: from which to which, as exactly as it was reported', async () => {
    expect((await changes())[0]).toEqual({
      ...unchanged,
      kind: 'stage', date: '2024-05', measure: toMeasureSummary(mentoring), stage: 'completed', stageBefore: 'adopted',
      citations: toCitations(cited('Sachstand')),
    })
  })

  it('may be a decision, by its date and with its sources', async () => {
    expect((await changes())[1]).toEqual({
      ...unchanged,
      kind: 'decision', date: '2022-06', plan: wir, decision: toDecisions([decision])[0],
      citations: toCitations(cited('Beschluss')),
    })
  })

  it('may be a link from measures to measures, by its date and with its sources', async () => {
    expect((await changes())[2]).toEqual({
      ...unchanged,
      kind: 'lineage', date: '2021', lineage: toLineage(lineage), citations: toCitations(cited('Bericht')),
    })
  })

  it('may be the name of a plan, in its language', async () => {
    expect((await changes())[3]).toEqual({
      ...unchanged,
      kind: 'name', date: '2021-01-31', plan: wir, name: { value: 'WIR', locale: 'de' }, nameBefore: 'LIP',
      citations: [expect.objectContaining({ source: expect.objectContaining({ label: 'Umbenennung' }) })],
    })
  })

  it('is dated by the day from which it counts where no other date is known', async () => {
    expect((await changes())[4]?.date).toBe('2024-05-31')
  })
})
