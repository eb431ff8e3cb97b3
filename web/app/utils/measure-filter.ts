/** Choosing measures: the state of the form is the query of the address. */
import {
  MEASURE_FACETS, MEASURE_KINDS, MEASURE_SORTS, type MeasureFacetName, type MeasureSort, STAGES,
} from 'shared-types'
import type { MeasureFinding } from '~~/server/cms/finder'

export interface MeasureQuery extends Record<MeasureFacetName, string> {
  q: string
  sort: MeasureSort
  view: 'cards' | 'table'
  page: number
  /** With what is not there in the language of the page. */
  isAll: boolean
}

export function readMeasureQuery(query: Query): MeasureQuery {
  const sort = textIn(query, 'sort')
  return {
    plan: textIn(query, 'plan'),
    field: textIn(query, 'field'),
    stage: textIn(query, 'stage'),
    kind: textIn(query, 'kind'),
    body: textIn(query, 'body'),
    year: textIn(query, 'year'),
    q: textIn(query, 'q'),
    sort: MEASURE_SORTS.find(candidate => candidate === sort) ?? 'title',
    view: textIn(query, 'view') === 'table' ? 'table' : 'cards',
    page: pageIn(query),
    isAll: isAllIn(query),
  }
}

/** The query of an address that shows the same, without what goes without saying. */
export function toAddressQuery({ sort, view, page, isAll, ...texts }: MeasureQuery): Record<string, string> {
  return filled({
    ...texts,
    sort: sort === 'title' ? '' : sort, view: view === 'cards' ? '' : view, page: page === 1 ? '' : String(page),
    all: isAll ? '1' : '',
  })
}

/** Filters that are set to something that no measure has. */
export function unknownFilters(choice: MeasureQuery, { facets }: MeasureFinding): MeasureFacetName[] {
  const isWord = {
    stage: STAGES.some(stage => stage === choice.stage), kind: MEASURE_KINDS.some(kind => kind === choice.kind),
  }
  return MEASURE_FACETS.filter(
    name =>
      choice[name] !== ''
      && !facets[name].some(({ value }) => value === choice[name])
      && !(name === 'stage' && isWord.stage)
      && !(name === 'kind' && isWord.kind),
  )
}

/** The choice without some of its filters. */
export function without(choice: MeasureQuery, names: readonly (MeasureFacetName | 'q')[]): MeasureQuery {
  return { ...choice, ...Object.fromEntries(names.map(name => [name, ''])), page: 1 }
}

/** Filters that are set, the words among them. */
export function chosenFilters(choice: MeasureQuery): (MeasureFacetName | 'q')[] {
  return [...MEASURE_FACETS, 'q' as const].filter(name => choice[name] !== '')
}
