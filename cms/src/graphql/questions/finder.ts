/** Finding measures over GraphQL. */
import type { Core } from '@strapi/strapi'
import {
  type ContentType, MEASURE_FACETS, MEASURE_KINDS, STAGES, type MeasureFacetName, type MeasureSort, TYPES,
} from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { findMeasures, type MeasureChoice } from '../../register/finder'
import { dayFrom, localeFrom, pageOf, pagingFrom, refuseUnknown, yearFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import type { View } from '../loaders'
import { loadersOf, registerFor, type RequestContext, shownTo } from '../resolvers'

const DEFINITIONS = `
  "What the measures are counted by."
  enum MeasureFacetName { ${MEASURE_FACETS.map(facet => `"By ${facet}." ${facet}`).join(' ')} }
  "The order of measures."
  enum MeasureSort {
    "By title, in the alphabet of the asked language."
    title
    "By the last thing that happened to them, the newest first."
    changed
    "By their stage."
    stage
  }
  "One choice of a filter."
  type FacetChoice {
    "What the filter would be set to: a slug, a word of the closed list, a year."
    value: String!
    "Entries that would be found if only this filter changed."
    count: Int!
    "Title of the plan, field, body or person; null where the value is no document."
    title: String
    "Code of the language of the title."
    locale: String
  }
  "A filter with all its choices."
  type MeasureFacet {
    "Which filter."
    name: MeasureFacetName!
    "Its choices, in an order for readers."
    choices: [FacetChoice!]!
  }
  "Measures that were found."
  type MeasureFinding {
    "Measures that fit, on all pages."
    total: Int!
    "How many that fit do not exist in the asked language: with isTranslated they are not among the others."
    elsewhere: Int!
    "Measures of this page."
    nodes: [Measure!]!
    "Every filter with the number of measures behind each choice."
    facets: [MeasureFacet!]!
  }
  extend type Query {
    "Finds published measures. Filters that nothing fits find nothing; an empty or missing one asks for nothing. An unknown stage or kind is refused."
    measureFinder(
      "Slug of a plan." plan: String
      "Slug of a field of action." field: String
      "A stage, on the day asOf: one of ${STAGES.join(', ')}." stage: String
      "A kind of measure: one of ${MEASURE_KINDS.join(', ')}." kind: String
      "Slug of a body or organisation that proposes, leads, takes part or decides." body: String
      "A year, YYYY, in which something was decided or reported." year: String
      "Words that its title, sentence, number or names contain, in any language." q: String
      "The day on which stages are looked at, YYYY-MM-DD; today where none is given." asOf: String
      sort: MeasureSort
      "Only measures that exist in the asked language; else all, those in their own." isTranslated: Boolean
      "Number of the page, from 1." page: Int
      "Measures on a page: 24, at most 100." pageSize: Int
      locale: I18NLocaleCode
    ): MeasureFinding!
  }
`

type Arguments = Partial<Record<keyof MeasureChoice, string | null>> & {
  asOf?: string | null
  sort?: MeasureSort | null
  isTranslated?: boolean | null
  page?: number | null
  pageSize?: number | null
  locale?: string
}

const FACET_TYPES: Partial<Record<MeasureFacetName, ContentType>> = {
  plan: 'Plan', field: 'FieldOfAction', body: 'Organisation',
}

export function registerFinder(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          measureFinder: (_parent: unknown, args: Arguments, context: RequestContext) => find(strapi, args, context),
        },
      },
      resolversConfig: { 'Query.measureFinder': { auth: false } },
    }))
}

async function find(strapi: Core.Strapi, args: Arguments, context: RequestContext) {
  spend(context, COSTS.finder)
  const locale = localeFrom(args.locale)
  const view: View = { locale, status: shownTo(context) }
  const register = await registerFor(strapi, context)
  const { plan, field, stage, kind, body, year, q } = args
  refuseUnknown({ stage: [stage, STAGES], kind: [kind, MEASURE_KINDS] })
  yearFrom('year', year)
  const choice: MeasureChoice = {
    plan: plan ?? '', field: field ?? '', stage: stage ?? '', kind: kind ?? '', body: body ?? '', year: year ?? '',
    q: q ?? '',
  }
  const { ids, elsewhere, facets } = findMeasures(register, choice, {
    day: dayFrom('asOf', args.asOf), locale, sort: args.sort ?? 'title', isTranslated: args.isTranslated === true,
  })
  const measures = schemaOf(strapi, TYPES.Measure.uid)
  const nodes = await Promise.all(
    pageOf(ids, pagingFrom(args)).map(id => loadersOf(strapi, context).document(measures, view, id)),
  )
  const bySlug = new Map(
    [...register.plans.values(), ...register.fields.values(), ...register.bodies.values()].map(holder => [
      holder.slug, holder.id,
    ]),
  )
  return {
    total: ids.length,
    elsewhere,
    nodes: nodes.filter(node => node !== null),
    facets: MEASURE_FACETS.map(name => ({
      name,
      choices: facets[name].map(({ value, count }) => ({
        value, count,
        ...facetTitles(strapi, FACET_TYPES[name], view, bySlug.get(value)),
      })),
    })),
  }
}

/** Titles are read only where they are asked for. */
export function facetTitles(
  strapi: Core.Strapi, type: ContentType | undefined, view: View, documentId: string | undefined,
) {
  if (!type || !documentId) return {}
  const schema = schemaOf(strapi, TYPES[type].uid)
  const titleOf = schema.pluginOptions?.lip?.titleOf ?? 'title'
  const read = (_args: unknown, context: RequestContext) =>
    loadersOf(strapi, context).document(schema, view, documentId)
  return {
    title: async (args: unknown, context: RequestContext) => (await read(args, context))?.[titleOf] ?? null,
    locale: async (args: unknown, context: RequestContext) => (await read(args, context))?.locale ?? null,
  }
}
