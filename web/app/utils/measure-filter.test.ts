import fc from 'fast-check'
import { MEASURE_FACETS, MEASURE_SORTS } from 'shared-types'
import type { MeasureFinding } from '~~/server/cms/finder'
import { describe, expect, it } from 'vitest'
import {
  chosenFilters, type MeasureQuery, readMeasureQuery, toAddressQuery, unknownFilters, without,
} from './measure-filter'

const ANY: MeasureQuery = {
  plan: '', field: '', stage: '', kind: '', body: '', year: '', q: '', sort: 'title', view: 'cards', page: 1,
  isAll: false,
}
const option = (value: string) => ({ value, count: 1, title: null })
const finding: MeasureFinding = {
  total: 1, elsewhere: 0, measures: [],
  facets: {
    plan: [option('wir')], field: [option('bildung-2022')], stage: [option('completed')], kind: [option('fundable')],
    body: [option('rat')], year: [option('2021')],
  },
}

describe('a choice of measures', () => {
  it('is none where the address says nothing: by title, as cards, from the first page', () => {
    expect(readMeasureQuery({})).toEqual(ANY)
    expect(readMeasureQuery({ plan: '', q: null, sort: undefined, view: [], page: '' })).toEqual(ANY)
  })

  it('is what the address says', () => {
    expect(
      readMeasureQuery({
        plan: 'wir', field: 'bildung-2022', stage: 'completed', kind: 'fundable', body: 'rat', year: '2021',
        q: ' Sprache ', sort: 'changed', view: 'table', page: '3', all: '1',
      }),
    ).toEqual({
      plan: 'wir', field: 'bildung-2022', stage: 'completed', kind: 'fundable', body: 'rat', year: '2021', q: 'Sprache',
      sort: 'changed', view: 'table', page: 3, isAll: true,
    })
  })

  it('goes by title and shows cards where the address asks for an order or view that there is not', () => {
    expect(readMeasureQuery({ sort: 'price', view: 'map', page: 'zwei' })).toEqual(ANY)
  })

  it('takes the first of two values for the same thing', () => {
    expect(readMeasureQuery({ plan: ['wir', 'lip'], sort: ['stage', 'title'] })).toMatchObject({
      plan: 'wir', sort: 'stage',
    })
  })
})

describe('the address of a choice of measures', () => {
  it('does not say what goes without saying', () => {
    expect(toAddressQuery(ANY)).toEqual({})
    expect(toAddressQuery({ ...ANY, stage: 'completed', sort: 'stage', view: 'table', page: 2, isAll: true })).toEqual({
      stage: 'completed', sort: 'stage', view: 'table', page: '2', all: '1',
    })
  })

  it('leads to the same choice, for any choice', () => {
    const word = fc.string({ maxLength: 100 }).map(text => text.trim())
    const choice = fc.record({
      plan: word, field: word, stage: word, kind: word, body: word, year: word, q: word,
      sort: fc.constantFrom(...MEASURE_SORTS), view: fc.constantFrom('cards' as const, 'table' as const),
      page: fc.integer({ min: 1, max: 100_000 }), isAll: fc.boolean(),
    })
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(readMeasureQuery(toAddressQuery(chosen))).toEqual(chosen)
      }),
    )
  })
})

describe('what no measure has', () => {
  it('is found among the filters that are set', () => {
    expect(unknownFilters({ ...ANY, plan: 'lip', field: 'weg', body: 'rat', year: '1999' }, finding)).toEqual([
      'plan', 'field', 'year',
    ])
    expect(unknownFilters(ANY, finding)).toEqual([])
  })

  it('is not a word of a closed list, though no measure has it now', () => {
    expect(unknownFilters({ ...ANY, stage: 'struck', kind: 'mandate' }, finding)).toEqual([])
    expect(unknownFilters({ ...ANY, stage: 'mandate', kind: 'struck' }, finding)).toEqual(['stage', 'kind'])
  })

  it('is not the words that are looked for', () => {
    expect(unknownFilters({ ...ANY, q: 'gibt es nicht' }, finding)).toEqual([])
  })
})

describe('a choice with less in it', () => {
  const chosen = { ...ANY, plan: 'wir', year: '2021', q: 'Sprache', view: 'table' as const, page: 4 }

  it('has lost the filters named, and begins at the first page', () => {
    expect(without(chosen, ['plan', 'q'])).toEqual({ ...chosen, plan: '', q: '', page: 1 })
    expect(chosen.plan).toBe('wir')
  })

  it('can be made of each filter that is set, the words last', () => {
    expect(chosenFilters(chosen)).toEqual(['plan', 'year', 'q'])
    expect(chosenFilters({ ...ANY, view: 'table', sort: 'stage', page: 2 })).toEqual([])
    expect(chosenFilters(without(chosen, MEASURE_FACETS))).toEqual(['q'])
  })
})
