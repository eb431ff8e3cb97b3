import type { FieldBySlugQuery, FieldLinkFragment } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findField, toField } from './field'

const work: FieldLinkFragment = {
  slug: 'arbeit', title: 'Arbeit und Beschäftigung', locale: 'de', strand: 'two', order: 2,
  plan: { slug: 'wir', title: 'WIR 2.0', locale: 'de' },
}
const economy: FieldLinkFragment = {
  ...work,
  slug: 'wirtschaft', title: 'Wirtschaft', plan: { slug: 'lip', title: 'LIP', locale: 'de' },
}

const recorded: FieldBySlugQuery = {
  fieldsOfAction: [
    {
      ...work,
      plan: {
        slug: 'wir', title: 'WIR 2.0', locale: 'de', valid: '2021/2026', endsOn: '2100-12-31', successors: [],
      },
      summary: 'Wer arbeitet, gehört dazu.', text: null,
      inSourceLanguage: { locale: 'de', summary: null, text: null }, languages: ['de', 'en'], translationOrigin: 'machine',
      names: [{ language: 'de', value: 'Beschäftigung', kind: 'working', from: '2019', to: null }],
      predecessors: [economy],
      articles: [
        { documentId: 'a1', slug: 'sachstand', kind: 'unknown', title: 'Sachstand', locale: 'de', date: '', isExample: true },
      ],
      citations: [], claims: [],
    },
  ],
  successors: [],
  goals: [
    {
      title: 'Zugang zum Arbeitsmarkt', locale: 'de', translationOrigin: null, translationState: 'source',
      citations: [],
    },
  ],
  organisations: [
    {
      slug: 'runde', name: 'Expert*innenrunde', nameLocale: 'de', kind: 'round_table', locale: 'de', about: null,
      composition: 'Zwölf Menschen', inSourceLanguage: { locale: 'de', about: null, composition: null },
      translationOrigin: 'machine', translationState: 'outdated',
    },
  ],
  measureFinder: { total: 0, nodes: [] },
}
const nothing: FieldBySlugQuery = {
  fieldsOfAction: [], successors: [], goals: [], organisations: [], measureFinder: { total: 0, nodes: [] },
}

describe('a field of action', () => {
  it('in a list has its strand and its plan, and no summary where none is asked for', () => {
    expect(toField(work)).toEqual({
      slug: 'arbeit', title: { value: 'Arbeit und Beschäftigung', locale: 'de' }, strand: 'two',
      plan: { slug: 'wir', title: { value: 'WIR 2.0', locale: 'de' } }, summary: null,
    })
  })

  it('without plan and strand stands alone, on no strand of another field', () => {
    expect(toField({ ...work, strand: null, order: null, plan: null })).toEqual({
      ...toField(work),
      strand: null, plan: null,
    })
  })
})

describe('the page of a field of action', () => {
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => { cms = await openCms(({ variables }) => variables.slug === 'arbeit' ? recorded : nothing) })
  afterAll(() => cms.close())

  it('has what went before, its goals, its articles and its bodies', async () => {
    expect(await findField('arbeit', 'de')).toEqual({
      ...toField(work),
      summary: { value: 'Wer arbeitet, gehört dazu.', locale: 'de' }, text: { blocks: null, locale: 'de' },
      translationOrigin: 'machine', languages: ['de', 'en'],
      names: [{ language: 'de', value: 'Beschäftigung', kind: 'working', from: '2019', to: null }],
      oldPlan: null, predecessors: [toField(economy)], successors: [], measures: [], measureCount: 0,
      goals: [{ title: { value: 'Zugang zum Arbeitsmarkt', locale: 'de' }, translationOrigin: null, citations: [] }],
      articles: [
        {
          id: 'a1', slug: 'sachstand', kind: 'unknown', title: { value: 'Sachstand', locale: 'de' }, date: '',
          isExample: true,
        },
      ],
      bodies: [
        {
          slug: 'runde', name: { value: 'Expert*innenrunde', locale: 'de' }, kind: 'round_table', about: null,
          composition: { value: 'Zwölf Menschen', locale: 'de' }, translationOrigin: 'machine', isOutdated: true,
        },
      ],
      citations: [], claims: [],
    })
  })

  it('is none for a slug that no field has', async () => {
    expect(await findField('gibt-es-nicht', 'de')).toBeNull()
  })
})
