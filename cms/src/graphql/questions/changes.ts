/** What changed, over GraphQL: by the clock of what happened. */
import type { Core } from '@strapi/strapi'
import { type ChangeKind, today } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { readRegister } from '../../register'
import { type Change, changesIn } from '../../register/changes'
import { dayFrom, localeFrom, pageOf, pagingFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import { asComponent, type View } from '../loaders'
import { loadersOf, type RequestContext } from '../resolvers'

const DEFINITIONS = `
  "What a change is about."
  enum ChangeKind {
    "A measure reached another stage."
    stage
    "A body decided."
    decision
    "Measures of one plan led on to another, or ended."
    lineage
    "A plan was given a name."
    name
  }
  "Something that happened to a measure or plan. Corrected texts are no changes."
  type Change {
    "What it is about."
    kind: ChangeKind!
    "The day from which it counts, YYYY-MM-DD."
    day: String!
    "The measure; null where it is about a plan or a lineage."
    measure: Measure
    "The plan."
    plan: Plan
    "For a stage: the status update."
    statusUpdate: StatusUpdate
    "For a stage: the one before."
    stageBefore: Stage
    "For a decision."
    decision: Decision
    "For a lineage."
    lineage: Lineage
    "For a name: the name that began to be used, with its sources."
    name: NameInTime
    "For a name: the one it followed; null where there was none."
    nameBefore: String
  }
  "Changes, the newest first, page by page."
  type ChangePage {
    "Changes on all pages."
    total: Int!
    "Changes of this page."
    nodes: [Change!]!
  }
  extend type Query {
    "What happened to measures and plans in a time, by when it happened and not by when it was entered."
    changes(
      "The first day, YYYY-MM-DD." since: String!
      "The last day, YYYY-MM-DD; today where none is given." until: String
      "Slug of a plan." plan: String
      "Slug of a field of action." field: String
      "Slug of a measure." measure: String
      kind: ChangeKind
      "Number of the page, from 1." page: Int
      "Changes on a page: 24, at most 100." pageSize: Int
      locale: I18NLocaleCode
    ): ChangePage!
  }
`

interface Arguments {
  since: string
  until?: string | null
  plan?: string | null
  field?: string | null
  measure?: string | null
  kind?: ChangeKind | null
  page?: number | null
  pageSize?: number | null
  locale?: string
}

export function registerChanges(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Query: {
          changes: async (_parent: unknown, args: Arguments, context: RequestContext) => {
            spend(context, COSTS.wide)
            const view: View = { locale: localeFrom(args.locale), status: 'published' }
            const { plan, field, measure, kind } = args
            const found = changesIn(await readRegister(strapi), {
              since: dayFrom('since', args.since), until: dayFrom('until', args.until, today()), plan: plan ?? '',
              field: field ?? '', measure: measure ?? '', kind: kind ?? '',
            })
            return {
              total: found.length,
              nodes: pageOf(found, pagingFrom(args)).map(change => withDocuments(strapi, change, view)),
            }
          },
        },
      },
      resolversConfig: { 'Query.changes': { auth: false } },
    }))
}

function withDocuments(strapi: Core.Strapi, change: Change, view: View) {
  const document = (uid: string, documentId: string | null | undefined) => (_args: unknown, context: RequestContext) =>
    documentId ? loadersOf(strapi, context).document(schemaOf(strapi, uid), view, documentId) : null
  return {
    kind: change.kind,
    day: change.day,
    measure: document('api::measure.measure', change.measure),
    plan: document('api::plan.plan', change.plan),
    statusUpdate: document('api::measure.status-update', change.statusUpdate),
    stageBefore: change.stageBefore ?? null,
    decision: document('api::measure.decision', change.decision),
    lineage: document('api::measure.lineage', change.lineage),
    name: (_args: unknown, context: RequestContext) =>
      change.name && change.plan ? nameOf(strapi, change.plan, change.name.value, view, context) : null,
    nameBefore: change.name?.before ?? null,
  }
}

async function nameOf(strapi: Core.Strapi, planId: string, value: string, view: View, context: RequestContext) {
  const plans = schemaOf(strapi, 'api::plan.plan')
  const { names } = plans.attributes
  const plan = await loadersOf(strapi, context).document(plans, view, planId)
  const rows = plan && names ? await loadersOf(strapi, context).attribute(plans, 'names', names, plan) : []
  const row = rows.find(candidate => candidate.value === value)
  return row ? asComponent(row, view) : null
}
