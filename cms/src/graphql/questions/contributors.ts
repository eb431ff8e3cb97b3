/** What people and organisations do, and who takes part in what. */
import type { Core } from '@strapi/strapi'
import { EVENT_ORDER, type Inverse, inverseResolver } from '../inverse'
import { CONTRIBUTION, EVENT, IMAGE, MEASURE } from '../../content-model/uids'

const DEFINITIONS = `
  extend type Person {
    "What the person does or did, in the order of time."
    contributions: [Contribution!]!
    "Pictures that show the person."
    picturesOf: [Image!]!
    "Pictures that the person made."
    picturesMade: [Image!]!
  }
  extend type Organisation {
    "What it does or did for a plan, a body, a measure, an article or the website, in the order of time."
    contributions: [Contribution!]!
    "Who takes part or took part in it."
    contributors: [Contribution!]!
    "Organisations that are part of it."
    parts: [Organisation!]!
    "What it decided, in the order of time."
    decisions: [Decision!]!
    "Measures it leads."
    leads: [Measure!]!
    "Measures in which it is a partner."
    partnerIn: [Measure!]!
    "Measures it proposed."
    proposed: [Measure!]!
    "Projects for which it was funded."
    fundedProjects: [FundedProject!]!
    "Events in which it was involved."
    timelineEvents: [TimelineEvent!]!
  }
  extend type Plan {
    "Who contributes to it or did."
    contributions: [Contribution!]!
  }
  extend type Measure {
    "Who contributes to it or did."
    contributions: [Contribution!]!
  }
`

const IN_TIME = ['startsOn', 'id']

const INVERSES: Record<string, Record<string, Inverse>> = {
  Person: {
    contributions: { uid: CONTRIBUTION, attribute: 'person', orderBy: IN_TIME },
    picturesOf: { uid: IMAGE, attribute: 'people', orderBy: ['createdAt'] },
    picturesMade: { uid: IMAGE, attribute: 'maker', orderBy: ['createdAt'] },
  },
  Organisation: {
    contributions: { uid: CONTRIBUTION, attribute: 'organisation', orderBy: IN_TIME },
    contributors: { uid: CONTRIBUTION, attribute: 'body', orderBy: IN_TIME },
    parts: { uid: 'api::contributor.organisation', attribute: 'parent', orderBy: ['name'] },
    decisions: { uid: 'api::measure.decision', attribute: 'body', orderBy: ['countsFrom', 'createdAt'] },
    leads: { uid: MEASURE, attribute: 'lead', orderBy: ['title'] },
    partnerIn: { uid: MEASURE, attribute: 'partners', orderBy: ['title'] },
    proposed: { uid: MEASURE, attribute: 'proposedBy', orderBy: ['title'] },
    fundedProjects: { uid: 'api::measure.funded-project', attribute: 'organisation', orderBy: ['startsOn', 'title'] },
    timelineEvents: { uid: EVENT, attribute: 'organisations', orderBy: EVENT_ORDER },
  },
  Plan: { contributions: { uid: CONTRIBUTION, attribute: 'plan', orderBy: IN_TIME } },
  Measure: { contributions: { uid: CONTRIBUTION, attribute: 'measure', orderBy: IN_TIME } },
}

export function registerContributors(strapi: Core.Strapi): void {
  const resolversOf = (inverses: Record<string, Inverse>) =>
    Object.fromEntries(Object.entries(inverses).map(([name, inverse]) => [name, inverseResolver(strapi, inverse)]))
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: Object.fromEntries(Object.entries(INVERSES).map(([type, inverses]) => [type, resolversOf(inverses)])),
    }))
}
