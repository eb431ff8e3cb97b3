/** The measures of a plan counted: by field and stage, and what became of them. */
import type { Core } from '@strapi/strapi'
import { today } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import type { Register } from '../../register'
import { type Flow, fatesOf, flowsFrom, lineagesOf, measuresOf, type StageCount, stagesOf } from '../../register/plans'
import { dayFrom, pageOf, pagingFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import { type Entity, VIEW, type View } from '../loaders'
import { loadersOf, registerFor, type RequestContext } from '../resolvers'

const DEFINITIONS = `
  "Measures of a plan that were at one stage on a day, in one field."
  type StageCount {
    "The field of action; null where none is known."
    field: FieldOfAction
    "The stage."
    stage: Stage!
    "How many."
    count: Int!
  }
  "What became of a measure once another plan followed."
  enum Fate {
    "It goes on in a later plan, whole or in parts."
    continued
    "It became regular work."
    ongoing
    "It was fulfilled."
    completed
    "It was dropped."
    dropped
    "No source says what became of it."
    unknown
  }
  "How many measures had a fate."
  type FateCount {
    "The fate."
    fate: Fate!
    "How many."
    count: Int!
  }
  "Pairs of measures that lead from one field of action to another."
  type LineageFlow {
    "The field they come from; null where none is known."
    from: FieldOfAction
    "The field they lead to; null where none is known."
    to: FieldOfAction
    "How many pairs."
    count: Int!
  }
  "Links of measures from plan to plan, page by page."
  type LineagePage {
    "Links on all pages."
    total: Int!
    "Links of this page."
    nodes: [Lineage!]!
  }
  extend type Plan {
    "How many of its measures we know."
    measureCount: Int!
    "How many measures it had here that are no longer public; measureCount is without them."
    goneMeasureCount: Int!
    "Its measures by field and stage on a day, YYYY-MM-DD; today where none is given. The counts add up to measureCount."
    stageCounts(asOf: String): [StageCount!]!
    "What became of its measures. Each is counted once, so the counts add up to measureCount. Figures that were reported stand apart from it, in reportedFigures."
    fates: [FateCount!]!
    "How its measures lead on to fields of later plans."
    lineageFlows: [LineageFlow!]!
    "Links that begin or end in it. A page has 24, at most 100."
    lineages(page: Int, pageSize: Int): LineagePage!
  }
`

interface Paged {
  page?: number | null
  pageSize?: number | null
}

export function registerPlans(strapi: Core.Strapi): void {
  const withRegister
    = <Args>(answer: (register: Register, plan: Entity, args: Args, context: RequestContext) => unknown) =>
      async (plan: Entity, args: Args, context: RequestContext): Promise<unknown> => {
        spend(context, COSTS.count)
        return answer(await registerFor(strapi, context), plan, args, context)
      }
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Plan: {
          measureCount: withRegister((register, { documentId }) => measuresOf(register, documentId).length),
          goneMeasureCount: withRegister(({ goneMeasures }, { documentId }) =>
            [...goneMeasures.values()].filter(({ plan }) => plan === documentId).length,
          ),
          stageCounts: withRegister((register, { documentId, [VIEW]: view }, { asOf }: { asOf?: string | null }) =>
            stagesOf(register, documentId, dayFrom('asOf', asOf)).map((cell: StageCount) => ({
              ...cell,
              field: fieldResolver(strapi, view, cell.field),
            })),
          ),
          fates: withRegister((register, { documentId }) =>
            Object.entries(fatesOf(register, documentId, today())).map(([fate, count]) => ({ fate, count })),
          ),
          lineageFlows: withRegister((register, { documentId, [VIEW]: view }) =>
            flowsFrom(register, documentId).map(({ from, to, count }: Flow) => ({
              from: fieldResolver(strapi, view, from), to: fieldResolver(strapi, view, to), count,
            })),
          ),
          lineages: withRegister(async (register, { documentId, [VIEW]: view }, paged: Paged, context) => {
            const all = lineagesOf(register, documentId)
            const nodes = await Promise.all(
              pageOf(all, pagingFrom(paged)).map(({ id }) =>
                loadersOf(strapi, context).document(schemaOf(strapi, 'api::measure.lineage'), view, id),
              ),
            )
            return { total: all.length, nodes: nodes.filter(node => node !== null) }
          }),
        },
      },
    }))
}

function fieldResolver(strapi: Core.Strapi, view: View, documentId: string | null) {
  return (_args: unknown, context: RequestContext) =>
    documentId
      ? loadersOf(strapi, context).document(schemaOf(strapi, 'api::plan.field-of-action'), view, documentId)
      : null
}
