/** What a measure, a field or a plan knows of those that relate to it. */
import type { Core } from '@strapi/strapi'
import { type DatedStage, updateOn } from 'shared-types'
import { dayFrom } from '../arguments'
import { type Inverse, inverseResolver } from '../inverse'
import type { Entity } from '../loaders'
import type { RequestContext } from '../resolvers'
import { UPDATE } from '../../content-model/uids'

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
  const resolvers = (inverses: Record<string, Inverse>) =>
    Object.fromEntries(Object.entries(inverses).map(([name, inverse]) => [name, inverseResolver(strapi, inverse)]))
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Measure: { ...resolvers(OF_MEASURE), stage: stageResolver(strapi) }, Plan: resolvers(OF_PLAN),
      },
    }))
}

type StatusUpdate = Entity & DatedStage & { createdAt: unknown }

function stageResolver(strapi: Core.Strapi) {
  const statusUpdates = inverseResolver(strapi, { uid: UPDATE, attribute: 'measure', orderBy: IN_TIME })
  return async (measure: Entity, { asOf }: { asOf?: string | null }, context: RequestContext) => {
    const updates = (await statusUpdates(measure, {}, context))
      .filter(isStatusUpdate)
      .map(update => ({ update, stage: update.stage, countsFrom: update.countsFrom, madeOn: madeOn(update) }))
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
