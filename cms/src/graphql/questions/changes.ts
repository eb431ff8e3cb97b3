/** What changed, over GraphQL: by the clock of what happened. */
import type { Core } from '@strapi/strapi'
import { type ChangeKind, today } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { type Change, changesIn } from '../../register/changes'
import { dayFrom, localeFrom, pageOf, pagingFrom } from '../arguments'
import { COSTS, spend } from '../limits/cost'
import { asComponent, type View } from '../loaders'
import { loadersOf, registerFor, type RequestContext, shownTo } from '../resolvers'
import { ARTICLE, DECISION, EVENT, FUNDED, LINEAGE, MEASURE, PLAN, TOMBSTONE, UPDATE } from '../../content-model/uids'
import { type StoredTombstone, toTombstone } from './tombstones'

const DEFINITIONS = `
  "What a change is about."
  enum ChangeKind {
    "A measure reached another stage."
    stage
    "A body decided."
    decision
    "Measures of one plan led on to another, or ended."
    lineage
    "A plan or a measure was given a name."
    name
    "An event in the life of a plan."
    event
    "An article appeared."
    article
    "A project was funded."
    project
    "Something was withdrawn from this website or deleted."
    gone
  }
  "Something that happened to a measure or plan. Corrected texts are no changes."
  type Change {
    "What it is about."
    kind: ChangeKind!
    "The day from which it counts, YYYY-MM-DD."
    day: String!
    "When it happened, as exactly as it is known, in EDTF."
    date: String!
    "The measure; null where it is about no one measure, or where that is no longer public."
    measure: Measure
    "The plan; null where it is about no one plan."
    plan: Plan
    "What is no longer public: for gone what went, for everything else the measure it is about; null where nothing is."
    tombstone: Tombstone
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
    "For an event."
    event: TimelineEvent
    "For an article."
    article: Article
    "For a project."
    project: FundedProject
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
            const view: View = { locale: localeFrom(args.locale), status: shownTo(context) }
            const { plan, field, measure, kind } = args
            const found = changesIn(await registerFor(strapi, context), {
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
    date: change.date,
    measure: document(MEASURE, change.measure),
    plan: document(PLAN, change.plan),
    tombstone: (_args: unknown, context: RequestContext) =>
      change.gone ? tombstoneOf(strapi, change.gone, { view, context }) : null,
    statusUpdate: document(UPDATE, change.statusUpdate),
    stageBefore: change.stageBefore ?? null,
    decision: document(DECISION, change.decision),
    lineage: document(LINEAGE, change.lineage),
    name: (_args: unknown, context: RequestContext) => nameOf(strapi, change, view, context),
    nameBefore: change.name?.before ?? null,
    event: document(EVENT, change.event),
    article: document(ARTICLE, change.article),
    project: document(FUNDED, change.project),
  }
}

async function tombstoneOf(
  strapi: Core.Strapi, documentId: string, { view, context }: { view: View, context: RequestContext },
) {
  const find = async (ids: readonly string[]): Promise<(StoredTombstone | undefined)[]> => {
    const stored: StoredTombstone[] = await strapi.db
      .query(TOMBSTONE)
      .findMany({ where: { document: { $in: [...ids] } } })
    const byId = new Map(stored.map(tombstone => [tombstone.document, tombstone]))
    return ids.map(id => byId.get(id))
  }
  const stored = await loadersOf(strapi, context).batch('tombstones', find, documentId)
  return stored ? toTombstone(stored, view.locale) : null
}

/** The component of the measure or plan in which the name stands, with its sources. */
async function nameOf(strapi: Core.Strapi, { name, measure, plan }: Change, view: View, context: RequestContext) {
  const documentId = measure ?? plan
  if (!name || !documentId) return null
  const schema = schemaOf(strapi, measure === null ? PLAN : MEASURE)
  const { names } = schema.attributes
  const document = await loadersOf(strapi, context).document(schema, view, documentId)
  const rows = document && names ? await loadersOf(strapi, context).attribute(schema, 'names', names, document) : []
  const row = rows.find(candidate => candidate.value === name.value)
  return row ? asComponent(row, view) : null
}
