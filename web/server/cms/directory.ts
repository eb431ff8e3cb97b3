/** What there is, each in a line: plans, their fields of action, people, organisations. */
import {
  FieldDirectoryDocument, OrganisationDirectoryDocument,
  PersonDirectoryDocument, PlanDirectoryDocument, type PlanDirectoryQuery,
} from 'shared-types'
import { ask } from './client'
import { toField } from './field'
import { toOrganisation } from './organisation'
import { toPerson } from './person'
import { toName, toText, toTranslated } from './text'
import { wholeList } from './whole-list'

/** All plans, the newest first, each with its fields in their order. */
export async function findPlanLines(locale: string) {
  const [plans, fields] = await Promise.all([
    wholeList(async page => (await ask(PlanDirectoryDocument, { locale, page })).plans_connection),
    wholeList(async page => (await ask(FieldDirectoryDocument, { locale, page })).fieldsOfAction_connection),
  ])
  return plans.toReversed().map(plan => ({
    ...toName(plan),
    ...toTranslated(plan),
    valid: plan.valid,
    summary: toText(plan.summary, plan.locale),
    measureCount: plan.measureCount,
    fields: fields
      .filter(field => field.plan?.slug === plan.slug)
      .map(field => ({ ...toField(field), measureCount: countIn(plan, field.slug) })),
  }))
}

type PlanNode = NonNullable<PlanDirectoryQuery['plans_connection']>['nodes'][number]

function countIn({ stageCounts }: PlanNode, slug: string): number {
  return stageCounts.filter(({ field }) => field?.slug === slug).reduce((sum, { count }) => sum + count, 0)
}

/** All people who are named here, in the order of their names. */
export async function findPersonLines(locale: string) {
  const people = await wholeList(async page => (await ask(PersonDirectoryDocument, { locale, page })).people_connection)
  return people.map(person => ({
    ...toPerson(person),
    ...toTranslated(person),
    about: toText(person.about, person.locale),
    isExample: person.isExample,
  }))
}

/** All organisations and bodies, in the order of their names. */
export async function findOrganisationLines(locale: string) {
  const organisations = await wholeList(
    async page => (await ask(OrganisationDirectoryDocument, { locale, page })).organisations_connection,
  )
  return organisations.map(organisation => ({
    ...toOrganisation(organisation),
    ...toTranslated(organisation),
    about: toText(organisation.about, organisation.locale),
    period: organisation.period,
  }))
}
