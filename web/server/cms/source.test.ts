import type { CitationFragment, ClaimFragment } from 'shared-types'
import { describe, expect, it } from 'vitest'
import { toCitations, toClaims } from './source'

const paper: CitationFragment = {
  page: 'S. 3',
  quote: 'Der Rat beschließt.',
  source: {
    documentId: 'd1', kind: 'council_paper', label: '0094/2008', language: 'de', publisher: 'Landeshauptstadt Hannover',
    date: '2008-01',
    url: 'https://example.org/0094',
    archiveUrl: null, paperNumber: '0094/2008',
  },
}
const claim: ClaimFragment = {
  language: 'en', statement: 'There were 89 measures.', note: null, citations: [paper],
  translations: [{ language: 'ar', statement: 'كان عدد التدابير 89.', note: 'بحسب الصحافة' }],
}

describe('the citations of the cms', () => {
  it('say the place in the source and the source', () => {
    const { documentId, ...source } = paper.source ?? { documentId: '' }
    expect(toCitations([paper])).toEqual([
      { page: 'S. 3', quote: 'Der Rat beschließt.', source: { id: documentId, ...source } },
    ])
  })

  it('without a source are none', () => {
    expect(toCitations([{ page: 'S. 3', quote: null, source: null }])).toEqual([])
  })

  it('of a source that says nothing about itself are of an unknown kind, without a label', () => {
    const bare = {
      documentId: 'd2', kind: 'unknown' as const, label: null, language: 'de', publisher: null, date: null, url: null,
      archiveUrl: null, paperNumber: null,
    }
    expect(toCitations([{ page: null, quote: null, source: bare }])[0]?.source).toMatchObject({
      id: 'd2', kind: 'unknown', label: '',
    })
  })
})

describe('the claims of the cms', () => {
  it('stand in the language of their source and in others, each with its citations', () => {
    expect(toClaims([claim])).toEqual([
      {
        statement: { value: 'There were 89 measures.', locale: 'en' }, note: null, citations: toCitations([paper]),
        translations: [{ statement: { value: 'كان عدد التدابير 89.', locale: 'ar' }, note: 'بحسب الصحافة' }],
      },
    ])
  })

  it('are in an unknown language where one of before there had to be a language says none', () => {
    const bare = { language: null, statement: null, note: 'so die Presse', translations: [], citations: [] }
    expect(toClaims([bare])).toEqual([
      { statement: { value: '', locale: 'und' }, note: 'so die Presse', translations: [], citations: [] },
    ])
  })
})
