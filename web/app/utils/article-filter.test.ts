import fc from 'fast-check'
import type { ArticleFinding } from '~~/server/cms/article'
import { describe, expect, it } from 'vitest'
import {
  type ArticleQuery, chosenArticleFilters, readArticleQuery, toArticleAddress, unknownArticleFilters, withoutFilters,
  withPeriodInOrder,
} from './article-filter'

const ANY: ArticleQuery = { kind: '', from: '', until: '', field: '', person: '', language: '', page: 1, isAll: false }
const option = (value: string) => ({ value, count: 1, title: null })
const finding: ArticleFinding = {
  total: 1, elsewhere: 0, articles: [],
  facets: {
    kind: [option('interview')], year: [option('2021')], field: [option('bildung')], person: [option('eins')],
    language: [option('de')],
  },
}

describe('a choice of articles', () => {
  it('is none where the address says nothing, from the first page', () => {
    expect(readArticleQuery({})).toEqual(ANY)
    expect(readArticleQuery({ kind: '', from: null, field: undefined, person: [], page: 'zwei' })).toEqual(ANY)
  })

  it('is what the address says, the first where it says two', () => {
    expect(
      readArticleQuery({
        kind: 'opinion', from: ' 2020 ', until: '2021', field: ['bildung', 'soziales'], person: 'eins', language: 'ar',
        page: '3', all: '1',
      }),
    ).toEqual({
      kind: 'opinion', from: '2020', until: '2021', field: 'bildung', person: 'eins', language: 'ar', page: 3,
      isAll: true,
    })
  })
})

describe('the period of a choice of articles', () => {
  it('is one year where the address says one', () => {
    expect(readArticleQuery({ year: '2021' })).toEqual({ ...ANY, from: '2021', until: '2021' })
    expect(readArticleQuery({ year: '2021', until: '2023' })).toEqual({ ...ANY, from: '2021', until: '2023' })
  })

  it('begins with its first year, however it was given', () => {
    expect(withPeriodInOrder({ ...ANY, from: '2022', until: '2019', page: 2 })).toEqual({
      ...ANY,
      from: '2019', until: '2022', page: 2,
    })
    for (const choice of [
      ANY, { ...ANY, from: '2022' }, { ...ANY, until: '2019' }, { ...ANY, from: '2019', until: '2022' },
      { ...ANY, from: '2019', until: '2019' },
    ])
      expect(withPeriodInOrder(choice)).toBe(choice)
  })
})

describe('the address of a choice of articles', () => {
  it('does not say what goes without saying', () => {
    expect(toArticleAddress(ANY)).toEqual({})
    expect(toArticleAddress({ ...ANY, kind: 'opinion', page: 2, isAll: true })).toEqual({
      kind: 'opinion', page: '2', all: '1',
    })
  })

  it('leads to the same choice, for any choice', () => {
    const word = fc.string({ maxLength: 100 }).map(text => text.trim())
    const choice = fc.record({
      kind: word, from: word, until: word, field: word, person: word, language: word,
      page: fc.integer({ min: 1, max: 100_000 }), isAll: fc.boolean(),
    })
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(readArticleQuery(toArticleAddress(chosen))).toEqual(chosen)
      }),
    )
  })
})

describe('what no article has', () => {
  it('is found among the filters that are set', () => {
    expect(
      unknownArticleFilters(
        { ...ANY, kind: 'poem', from: '1999', until: '2021', field: 'bildung', person: 'nie', language: 'xx' }, finding,
      ),
    ).toEqual(['kind', 'from', 'person', 'language'])
    expect(unknownArticleFilters(ANY, finding)).toEqual([])
  })

  it('is not a kind or language that there is, though no article has it now', () => {
    expect(unknownArticleFilters({ ...ANY, kind: 'video', language: 'ar' }, finding)).toEqual([])
  })
})

describe('a choice of articles with less in it', () => {
  const chosen = { ...ANY, kind: 'opinion', from: '2021', page: 4 }

  it('has lost the filters named, and begins at the first page', () => {
    expect(withoutFilters(chosen, ['kind'])).toEqual({ ...ANY, from: '2021' })
    expect(chosen.kind).toBe('opinion')
  })

  it('can be made of each filter that is set', () => {
    expect(chosenArticleFilters(chosen)).toEqual(['kind', 'from'])
  })
})
