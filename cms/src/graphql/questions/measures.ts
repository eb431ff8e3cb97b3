/** What a measure, a field or a plan knows of those that relate to it. */
import type { Core } from '@strapi/strapi'
import { type DatedFact, type Outcome, type Stage, statementOn, statementsOf } from 'shared-types'
import { schemaOf } from '../../content-model/schema'
import { dayFrom } from '../arguments'
import { EVENT_ORDER, type Inverse, inverseResolver } from '../inverse'
import { type Entity, VIEW } from '../loaders'
import { loadersOf, type RequestContext } from '../resolvers'
import { wordOf } from '../../register/tables'
import { DECISION, EVENT, FUNDED, LINEAGE, MEASURE, PLAN, UPDATE } from '../../content-model/uids'

const DEFINITIONS = `
  "Where a measure stands on a day: derived from its status updates, its own decisions, and decisions on its plan that reach it; never typed in."
  type MeasureStage {
    "The stage on the common scale; unknown where nothing counts yet."
    stage: Stage!
    "EDTF date of what says so: the stage is known as of then. Null where nothing counts yet."
    date: String
    "The status update that says so, with its source; null where a decision does."
    statusUpdate: StatusUpdate
    "The decision that says so, with its source; null where a status update does."
    decision: Decision
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
  extend type TimelineEvent {
    "What was decided at it."
    decisions: [Decision!]!
  }
  extend type Plan {
    "What was decided on it or on a part of it, in the order of time."
    decisions: [Decision!]!
    "Projects that were funded under it."
    fundedProjects: [FundedProject!]!
    "Plans that follow it, in the order of time; none where none is known."
    successors: [Plan!]!
  }
`

const IN_TIME = ['countsFrom', 'createdAt']

const OF_MEASURE = {
  statusUpdates: { uid: UPDATE, attribute: 'measure', orderBy: IN_TIME },
  decisions: { uid: DECISION, attribute: 'measure', orderBy: IN_TIME },
  fundedProjects: { uid: FUNDED, attribute: 'measure', orderBy: ['startsOn', 'title'] },
  timelineEvents: { uid: EVENT, attribute: 'measures', orderBy: EVENT_ORDER },
  cameFrom: { uid: LINEAGE, attribute: 'to', orderBy: ['countsFrom', 'id'] },
  becameOf: { uid: LINEAGE, attribute: 'from', orderBy: ['countsFrom', 'id'] },
} satisfies Record<string, Inverse>

const OF_PLAN = {
  decisions: { uid: DECISION, attribute: 'plan', orderBy: IN_TIME },
  fundedProjects: { uid: FUNDED, attribute: 'plan', orderBy: ['startsOn', 'title'] },
  successors: { uid: PLAN, attribute: 'predecessor', orderBy: ['startsOn', 'slug'] },
} satisfies Record<string, Inverse>

const OF_EVENT = {
  decisions: { uid: DECISION, attribute: 'event', orderBy: IN_TIME },
} satisfies Record<string, Inverse>

export function registerMeasures(strapi: Core.Strapi): void {
  const resolvers = (inverses: Record<string, Inverse>) =>
    Object.fromEntries(Object.entries(inverses).map(([name, inverse]) => [name, inverseResolver(strapi, inverse)]))
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        Measure: { ...resolvers(OF_MEASURE), stage: stageResolver(strapi) },
        Plan: resolvers(OF_PLAN),
        TimelineEvent: resolvers(OF_EVENT),
      },
    }))
}

/** Everything that says where a measure stands, batched for all measures of an answer. */
function stageResolver(strapi: Core.Strapi) {
  const find = {
    updates: inverseResolver(strapi, OF_MEASURE.statusUpdates),
    decisions: inverseResolver(strapi, OF_MEASURE.decisions),
    planDecisions: inverseResolver(strapi, OF_PLAN.decisions),
  }
  const measures = schemaOf(strapi, MEASURE)
  const plan = measures.attributes.plan
  return async (measure: Entity, { asOf }: { asOf?: string | null }, context: RequestContext) => {
    const loaders = loadersOf(strapi, context)
    const [ofPlan] = plan ? await loaders.attribute(measures, 'plan', plan, measure) : []
    const planEntity = ofPlan && await loaders.document(schemaOf(strapi, PLAN), measure[VIEW], ofPlan.documentId)
    const decisions = await find.decisions(measure, {}, context)
    const planDecisions = planEntity ? await find.planDecisions(planEntity, {}, context) : []
    const statements = statementsOf({
      updates: (await find.updates(measure, {}, context)).map(toUpdate),
      decisions: decisions.map(toDecision),
      planDecisions: planDecisions.map(toDecision),
    })
    const holds = statementOn(statements, dayFrom('asOf', asOf))
    const entity = holds?.update?.entity ?? holds?.decision?.entity
    return {
      stage: holds?.stage ?? 'unknown', statusUpdate: holds?.update?.entity ?? null,
      decision: holds?.decision?.entity ?? null, date: entity?.date ?? null,
    }
  }
}

function toUpdate(entity: Entity) {
  return { entity, stage: wordOf<Stage>(entity.stage), ...timesOf(entity) }
}

function toDecision(entity: Entity) {
  return {
    entity, outcome: wordOf<Outcome>(entity.outcome), reachesMeasures: entity.reachesMeasures === true,
    ...timesOf(entity),
  }
}

function timesOf({ countsFrom, createdAt }: Entity): DatedFact {
  return {
    countsFrom: typeof countsFrom === 'string' ? countsFrom : '',
    madeOn: createdAt instanceof Date ? createdAt.toISOString() : String(createdAt),
  }
}
