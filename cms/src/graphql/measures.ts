/** What a measure, a field or a plan knows of those that relate to it. */
import type { Core } from '@strapi/strapi'
import { type DatedStage, updateOn } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { documentIdsOf } from '../rules/relations'
import { IN_SOURCE_LANGUAGE } from '../rules/rows'
import type { LostLink } from '../rules/tombstone'
import { dayFrom } from './arguments'
import { type Inverse, inverseResolver } from './inverse'
import { type Entity, VIEW } from './loaders'
import { loadersOf, type RequestContext } from './resolvers'
import { type StoredTombstone, toTombstone } from './tombstones'

const UPDATE = 'api::measure.status-update'

const DEFINITIONS = `
  "Where a measure stands on a day: derived from its status updates, never typed in."
  type MeasureStage {
    "The stage on the common scale; unknown where no status update counts yet."
    stage: Stage!
    "The status update that says so, with its source; null where there is none."
    statusUpdate: StatusUpdate
  }
  extend type Measure {
    "Where it stands on a day, YYYY-MM-DD; today where none is given."
    stage(asOf: String): MeasureStage!
    "Its published status updates, from the first that counts to the last."
    statusUpdates: [StatusUpdate!]!
    "What was decided on it, in the order of time."
    decisions: [Decision!]!
    "Funded projects that carry it out."
    fundedProjects: [FundedProject!]!
    "Events it has to do with."
    timelineEvents: [TimelineEvent!]!
    "Links to the measures of earlier plans from which it came."
    cameFrom: [Lineage!]!
    "Links to what became of it in later plans."
    becameOf: [Lineage!]!
  }
  extend type Lineage {
    "Measures that it linked and that are no longer public."
    goneMeasures: [GoneMeasure!]!
  }
  "A measure that was public and is gone, and its side of a lineage."
  type GoneMeasure {
    "from or to."
    side: String!
    "What is known of it still."
    tombstone: Tombstone!
  }
  extend type Plan {
    "What was decided on it as a whole, in the order of time."
    decisions: [Decision!]!
    "Projects that were funded under it."
    fundedProjects: [FundedProject!]!
  }
`

const IN_TIME = ['countsFrom', 'createdAt']

const OF_MEASURE: Record<string, Inverse> = {
  statusUpdates: { uid: UPDATE, attribute: 'measure', orderBy: IN_TIME },
  decisions: { uid: 'api::measure.decision', attribute: 'measure', orderBy: IN_TIME },
  fundedProjects: { uid: 'api::measure.funded-project', attribute: 'measure', orderBy: ['startsOn', 'title'] },
  timelineEvents: { uid: 'api::timeline.timeline-event', attribute: 'measures', orderBy: ['startsOn'] },
  cameFrom: { uid: 'api::measure.lineage', attribute: 'to', orderBy: ['countsFrom', 'id'] },
  becameOf: { uid: 'api::measure.lineage', attribute: 'from', orderBy: ['countsFrom', 'id'] },
}

const OF_PLAN: Record<string, Inverse> = {
  decisions: { uid: 'api::measure.decision', attribute: 'plan', orderBy: IN_TIME },
  fundedProjects: { uid: 'api::measure.funded-project', attribute: 'plan', orderBy: ['startsOn', 'title'] },
}

export function registerMeasures(strapi: Core.Strapi): void {
  const resolvers = (inverses: Record<string, Inverse>) => Object.fromEntries(Object.entries(inverses).map(([name, inverse]) => [name, inverseResolver(strapi, inverse)]))
  strapi.plugin('graphql').service('extension').use(() => ({
    typeDefs: DEFINITIONS,
    resolvers: {
      Measure: { ...resolvers(OF_MEASURE), stage: stageResolver(strapi) },
      Plan: resolvers(OF_PLAN),
      Lineage: { goneMeasures: (entity: Entity, _args: unknown, context: RequestContext) => goneMeasures(strapi, entity, context) },
    },
  }))
}

type StatusUpdate = Entity & DatedStage & { createdAt: unknown }

function stageResolver(strapi: Core.Strapi) {
  const statusUpdates = inverseResolver(strapi, { uid: UPDATE, attribute: 'measure', orderBy: IN_TIME })
  return async (measure: Entity, { asOf }: { asOf?: string | null }, context: RequestContext) => {
    const updates = (await statusUpdates(measure, {}, context)).filter(isStatusUpdate).map(update => ({ update, stage: update.stage, countsFrom: update.countsFrom, madeOn: madeOn(update) }))
    const holds = updateOn(updates, dayFrom('asOf', asOf))
    return { stage: holds?.stage ?? 'unknown', statusUpdate: holds?.update ?? null }
  }
}

function isStatusUpdate(entity: Entity): entity is StatusUpdate {
  return typeof entity.countsFrom === 'string' && typeof entity.stage === 'string'
}

function madeOn({ createdAt }: StatusUpdate): string {
  return createdAt instanceof Date ? createdAt.toISOString() : String(createdAt)
}

async function goneMeasures(strapi: Core.Strapi, lineage: Entity, context: RequestContext) {
  const found = await loadersOf(strapi, context).batch('gone measures', (ids: readonly string[]) => findGone(strapi, ids), lineage.documentId)
  return found.map(({ side, tombstone }) => ({ side, tombstone: toTombstone(tombstone, lineage[VIEW].locale) }))
}

async function findGone(strapi: Core.Strapi, lineageIds: readonly string[]): Promise<{ side: string, tombstone: StoredTombstone }[][]> {
  const tombstones: (StoredTombstone & { links: LostLink[] })[] = await strapi.db.query('api::ledger.tombstone').findMany({ where: { type: schemaOf(strapi, 'api::measure.measure').uid } })
  const lineages: { documentId: string, from: { documentId: string }[], to: { documentId: string }[] }[] = await strapi.db.query('api::measure.lineage').findMany({
    select: ['documentId'], where: { documentId: { $in: [...lineageIds] }, ...IN_SOURCE_LANGUAGE }, populate: { from: { select: ['documentId'] }, to: { select: ['documentId'] } },
  })
  const byId = new Map(lineages.map(lineage => [lineage.documentId, lineage]))
  const isLinked = (id: string, side: 'from' | 'to', { document, links, wasDeleted }: StoredTombstone & { links: LostLink[] }) =>
    wasDeleted ? links.some(link => link.lineage === id && link.side === side) : documentIdsOf(byId.get(id)?.[side]).includes(document)
  return lineageIds.map(id => tombstones.flatMap(tombstone => (['from', 'to'] as const).filter(side => isLinked(id, side, tombstone)).map(side => ({ side, tombstone }))))
}
