import {
  type FacetChoice, MeasureFinderDocument, type MeasureFinderQueryVariables, type MeasureFinding, today,
} from 'shared-types'
import { askFiltered } from './client'
import { toMeasureOverview } from './measure'
import { toText } from './text'

export async function findMeasures(variables: MeasureFinderQueryVariables): Promise<MeasureFinding> {
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
