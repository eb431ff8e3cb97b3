import type { ChangesQuery, CitationFragment, MeasureLinkFragment } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findChanges } from './change'
import { findFeedChanges, toChangeFeed } from './change-feed'
import { plainSentence } from './change-words'
import { toField } from './field'
import { toCitations } from './source'
import { textsIn } from './words'

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
  documentId: 'd1', outcome: 'adopted' as const, date: '2022-06', countsFrom: '2022-06-30',
  createdAt: '2024-01-01T00:00:00.000Z', part: null,
  reachesMeasures: false, isUnanimous: null, votesFor: null, votesAgainst: null, votesAbstained: null, event: null,
  note: null, locale: 'de', body: null, citations: cited('Beschluss'),
}
const lineage = {
  documentId: 'l1', kind: 'renamed' as const, date: '2021', certainty: 'reported' as const, reason: null, locale: 'de',
  from: [], to: [mentoring], toOrganisations: [], goneMeasures: [], citations: cited('Bericht'),
}
const nothing: ChangeNode = {
  kind: 'stage', day: '2024-05-31', date: '2024-05-31', stageBefore: null, name: null, measure: null, plan: null,
  tombstone: null, statusUpdate: null, decision: null, lineage: null, event: null, article: null, project: null,
}
const tombstone = {
  documentId: 'g1', type: 'Measure', slug: 'nachtbus', title: 'Nachtbus', locale: 'de', wasDeleted: true,
}

const nodes: ChangeNode[] = [
  {
    ...nothing,
    stageBefore: 'adopted', measure: mentoring, date: '2024-05',
    statusUpdate: { documentId: 'u1', stage: 'completed', citations: cited('Sachstand') },
  },
  { ...nothing, kind: 'decision', day: '2022-06-30', date: '2022-06', plan, decision },
  { ...nothing, kind: 'lineage', day: '2021-12-31', date: '2021', lineage },
  {
    ...nothing,
    kind: 'name', plan, day: '2021-01-31', date: '2021-01',
    name: { value: 'WIR', language: 'de', citations: cited('Umbenennung') },
  },
  { ...nothing, kind: 'decision', plan, tombstone, decision: { ...decision, part: 'Teil', isUnanimous: true } },
  { ...nothing, kind: 'gone', tombstone },
  { ...nothing, kind: 'gone', tombstone: { ...tombstone, type: 'Article', wasDeleted: false } },
]
const work = { slug: 'arbeit-2022', title: 'Arbeit', locale: 'de', strand: 'two' as const, order: 2, plan }
const recorded: ChangesQuery = {
  changes: { total: 41, nodes }, measures: [mentoring], tombstone: null, plans: [plan], fieldsOfAction: [work],
}
const wir = { slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' } }

describe('what changed', () => {
  let answer = recorded
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => { cms = await openCms(() => answer) })
  afterAll(() => cms.close())
  const found = () => findChanges({ locale: 'de', since: '2020-01-01' })

  it('is counted on all pages, with the plans and fields to choose from, and the measure that was chosen', async () => {
    expect(await found()).toMatchObject({
      total: 41, plans: [wir], fields: [toField(work)],
      measure: { slug: 'mentoring', title: { value: 'Mentoring', locale: 'de' }, isGone: false },
    })
  })

  it('is said in a sentence each', async () => {
    const t = await textsIn('de')
    expect((await found()).changes.map(({ sentence }) => plainSentence(sentence, t, 'de'))).toEqual([
      'Mentoring: von „beschlossen“ zu „abgeschlossen“.', 'WIR 2.0: beschlossen.', 'Mentoring: umbenannt.',
      'WIR 2.0 erhält den Namen WIR.', 'Nachtbus (Teil) (nicht mehr veröffentlicht): beschlossen (einstimmig).',
      'Maßnahme Nachtbus wurde hier gelöscht.', 'Beitrag Nachtbus wurde von dieser Website genommen.',
    ])
  })

  it('has its date as exactly as it is known, and its sources', async () => {
    const { changes } = await found()
    expect(changes.slice(0, 4).map(({ day, date, citations }) => [day, date, citations])).toEqual([
      ['2024-05-31', '2024-05', toCitations(cited('Sachstand'))],
      ['2022-06-30', '2022-06', toCitations(cited('Beschluss'))],
      ['2021-12-31', '2021', toCitations(cited('Bericht'))],
      ['2021-01-31', '2021-01', toCitations(cited('Umbenennung'))],
    ])
  })

  it('has an id of its own each', async () => {
    expect((await found()).changes.slice(0, 5).map(({ id }) => id)).toEqual([
      'stage u1', 'decision d1', 'lineage l1', 'name wir WIR', 'decision d1',
    ])
  })

  describe('as a feed', () => {
    const feedOf = async (format: 'atom' | 'json', filter = { plan: '', field: '' }) => {
      const found = await findFeedChanges(filter, 'de')
      return found && toChangeFeed(format, found, { locale: 'de', siteUrl: 'https://example.org' })
    }

    it('says the sentences of the page, newest first, of the plan that was chosen', async () => {
      const feed = JSON.parse((await feedOf('json', { plan: 'wir', field: '' })) ?? '{}')
      expect(feed.title).toBe('LIP-Lab: Was sich geändert hat: WIR 2.0')
      expect(feed.home_page_url).toBe('https://example.org/aenderungen?plan=wir')
      expect(feed.items.slice(0, 2).map(({ title }: { title: string }) => title)).toEqual([
        'Mentoring: von „beschlossen“ zu „abgeschlossen“.', 'WIR 2.0: beschlossen.',
      ])
    })

    it('is Atom too', async () => {
      expect(await feedOf('atom')).toContain('<id>urn:lip-lab:change:stage%20u1</id>')
    })

    it.each([{ plan: 'gibt-es-nicht', field: '' }, { plan: '', field: 'gibt-es-nicht' }])('is none of %o', async (filter) => {
      expect(await feedOf('atom', filter)).toBeNull()
    })
  })

  it('of a measure that is gone names it', async () => {
    answer = { ...recorded, measures: [], tombstone }
    expect((await findChanges({ locale: 'de', since: '2019-01-01', measure: 'nachtbus' })).measure).toEqual({
      slug: 'nachtbus', title: { value: 'Nachtbus', locale: 'de' }, isGone: true,
    })
  })
})
