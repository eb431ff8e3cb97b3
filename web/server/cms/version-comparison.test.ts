/** What a version says that another one does not. */
import type { RevisionQuery } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findComparison } from './version-comparison'

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const body = { slug: 'rat', name: 'Rat', nameLocale: 'de', kind: 'council' }
const measure = {
  documentId: 'm1', slug: 'nachtbus', locale: 'de', title: 'Nachtbus', summary: 'Ein Bus.', text: [paragraph('Er fährt.')],
  kind: 'fundable', certainty: 'documented', period: '2021/..', cost: null, lead: null,
  statusUpdates: [{ documentId: 'u1', stage: 'proposed', date: '2021', text: null, locale: 'de' }],
  decisions: [], calls: [],
}
const later = {
  ...measure,
  summary: 'Ein Zug.', kind: 'mandate', period: '2022/..', lead: body,
  statusUpdates: [...measure.statusUpdates, { documentId: 'u2', stage: 'adopted', date: '2022-09', text: null, locale: 'de' }],
  decisions: [{
    documentId: 'd1', outcome: 'agreed', date: '2022', body, votesFor: 3, votesAgainst: null, isUnanimous: false,
    note: null, part: null, locale: 'de', citations: [],
  }],
  calls: [{ deadline: '2023-01-01', round: 2 }],
}
const version = (number: number, snapshot: object | null, withdrawnFor: string | null = null) => ({
  number, newest: 4, publishedOn: '2024-01-01T00:00:00.000Z', locale: 'de', slug: 'nachtbus', isPublic: true, snapshot,
  withdrawnFor, versions: [],
}) satisfies RevisionQuery['revision']
const priced = { ...measure, locale: 'ar', cost: 'ألف يورو', citations: [], names: [] }
const paper = {
  documentId: 's1', kind: 'report', label: 'Report', language: 'en', publisher: null, date: null, url: null,
  archiveUrl: null, paperNumber: null,
}
const stated = {
  ...priced,
  cost: 'ألفا يورو', citations: [{ page: 'p. 7', quote: 'A bus.', source: paper }],
  names: [
    { language: 'tr', value: 'Gece otobüsü', kind: 'short', from: null, to: null },
    { language: null, value: 'Nachteule', kind: 'short', from: null, to: null },
  ],
}
const VERSIONS: Record<string, RevisionQuery['revision']> = {
  1: version(1, { measure }), 2: version(2, { measure: later }), 3: version(3, null, 'Nannte eine Privatperson.'),
  4: version(4, { measure: structuredClone(later) }), 5: version(5, { measure: priced }),
  6: version(6, { measure: stated }),
}

let cms: Awaited<ReturnType<typeof openCms>>
beforeAll(async () => {
  cms = await openCms(({ variables }) => ({ revision: VERSIONS[String(variables.number)] ?? null }))
})
afterAll(() => cms.close())

const compare = (number: number, other: string, locale = 'de') =>
  findComparison('Measure', { slug: 'nachtbus', locale, number }, other)

describe('two versions', () => {
  it('differ in facts, with words for what they say, and in words of their texts', async () => {
    expect(await compare(2, '1')).toMatchObject({
      problem: null, before: 1, now: 2,
      differences: [
        {
          key: 'version.field.lead', kind: 'text',
          paragraphs: [[
            { kind: 'kept', text: 'Ein ' }, { kind: 'gone', text: 'Bus' }, { kind: 'come', text: 'Zug' },
            { kind: 'kept', text: '.' },
          ]],
        },
        {
          key: 'measure.kind', gone: [[{ key: 'words.measureKind.fundable', numbers: {} }]],
          come: [[{ key: 'words.measureKind.mandate', numbers: {} }]],
        },
        { key: 'measure.period', gone: [[{ date: '2021/..' }]], come: [[{ date: '2022/..' }]] },
        { key: 'measure.lead', gone: [], come: [[{ value: 'Rat', locale: 'de' }]] },
        {
          key: 'measure.stage', gone: [],
          come: [[{ key: 'words.stage.adopted', numbers: {} }, { date: '2022-09' }]],
        },
        {
          key: 'report.decisions', gone: [],
          come: [[
            { value: 'Rat', locale: 'de' }, { key: 'words.outcome.agreed', numbers: {} }, { date: '2022' },
            { key: 'decision.for', numbers: { n: 3 } },
          ]],
        },
        {
          key: 'measure.call.title', gone: [],
          come: [[{ date: '2023-01-01' }, { key: 'measure.call.round', numbers: { round: 2 } }]],
        },
      ],
    })
  })

  it('say in which language a fact is: that of the version, of the entry, of its source, or an unknown one', async () => {
    expect(await compare(6, '5', 'ar')).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({
          key: 'measure.cost', gone: [[{ value: 'ألف يورو', locale: 'ar' }]],
          come: [[{ value: 'ألفا يورو', locale: 'ar' }]],
        }),
        expect.objectContaining({
          come: [
            [expect.anything(), { value: 'Gece otobüsü', locale: 'tr' }],
            [expect.anything(), { value: 'Nachteule', locale: 'und' }],
          ],
        }),
        expect.objectContaining({
          come: [[
            { value: 'Report', locale: 'en' }, { value: 'p. 7', locale: 'en' }, { value: 'A bus.', locale: 'en' },
          ]],
        }),
      ]),
    })
  })

  it('are compared from the older to the newer, whichever was asked for', async () => {
    expect(await compare(1, '2')).toEqual(await compare(2, '1'))
  })

  it('may say the same', async () => {
    expect(await compare(4, '2')).toEqual({ problem: null, before: 2, now: 4, differences: [] })
  })

  it.each([
    [2, 'drei', 'number'], [2, '0', 'number'], [2, '-1', 'number'], [2, '1.5', 'number'], [2, '2', 'same'],
    [2, '99', 'missing'], [2, '3', 'withdrawn'],
  ])('%s and %s are not compared: %s', async (number, other, problem) => {
    expect(await compare(number, other)).toEqual({ problem, value: other })
  })
})
