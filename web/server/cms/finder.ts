import { MeasureFinderDocument, type MeasureFinderQueryVariables, today } from 'shared-types'
import { askFiltered } from './client'
import { toMeasureOverview } from './measure'
import { type Text, toText } from './text'

/** A choice of a filter. */
export interface FacetChoice {
  value: string
  count: number
  /** Null where the value is a word of a closed list or a year. */
  title: Text | null
}

/** Measures that were found. */
export type MeasureFinding = Awaited<ReturnType<typeof findMeasures>>

export async function findMeasures(variables: MeasureFinderQueryVariables) {
  const { plan, field, stage, kind, body, year, q, sort, asOf = today(), page = 1 } = variables
  const choice = { plan, field, stage, kind, body, year, q, sort, isThen: asOf !== today(), isFurther: page !== 1 }
  const asks = askFiltered(MeasureFinderDocument, variables, choice)
  const {
    measureFinder: { total, elsewhere, nodes, facets },
  } = await asks
  const choicesOf = (name: string): FacetChoice[] =>
    facets
      .filter(facet => facet.name === name)
      .flatMap(({ choices }) =>
        choices.map(({ value, count, title, locale }) => ({ value, count, title: toText(title, locale) })),
      )
  return {
    total,
    elsewhere,
    measures: nodes.map(toMeasureOverview),
    facets: {
      plan: choicesOf('plan'), field: choicesOf('field'), stage: choicesOf('stage'), kind: choicesOf('kind'),
      body: choicesOf('body'), year: choicesOf('year'),
    },
  }
}
