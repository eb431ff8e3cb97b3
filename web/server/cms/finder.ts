import { type FacetChoice, MeasureFinderDocument, type MeasureFinderQueryVariables, type MeasureFinding } from 'shared-types'
import { askChosen } from './client'
import { toMeasureOverview } from './measure'
import { toText } from './text'

export async function findMeasures(variables: MeasureFinderQueryVariables): Promise<MeasureFinding> {
  const { measureFinder: { total, elsewhere, nodes, facets } } = await askChosen(MeasureFinderDocument, variables)
  const choicesOf = (name: string): FacetChoice[] => facets.filter(facet => facet.name === name)
    .flatMap(({ choices }) => choices.map(({ value, count, title, locale }) => ({ value, count, title: toText(title, locale) })))
  return {
    total,
    elsewhere,
    measures: nodes.map(toMeasureOverview),
    facets: { plan: choicesOf('plan'), field: choicesOf('field'), stage: choicesOf('stage'), kind: choicesOf('kind'), body: choicesOf('body'), year: choicesOf('year') },
  }
}
