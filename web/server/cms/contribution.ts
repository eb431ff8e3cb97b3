import type { ContributionByFragment, ContributionObjectFragment, ContributorsQuery } from 'shared-types'
import { type ArticleName, toArticleName } from './article-name'
import { type OrganisationSummary, toOrganisation } from './organisation'
import { type PersonSummary, toPerson } from './person'
import { toCitations } from './source'
import { type Name, toName, toText, toTranslated, type TranslatedNode } from './text'

/** What a contribution is for. */
export type ContributionObject
  = | { kind: 'plan', plan: Name }
    | { kind: 'body', body: OrganisationSummary }
    | { kind: 'measure', measure: Name }
    | { kind: 'article', article: ArticleName }
    | { kind: 'website' }

/** Mitwirkung. */
export type ContributionEntry = ReturnType<typeof toEntry>

/** Mitwirkung, said of the one who contributes. */
export interface ContributionTo extends ContributionEntry {
  /** What it is for. */
  object: ContributionObject
}

/** Who contributes: a person or an organisation. */
export type Contributor
  = { kind: 'person', person: PersonSummary } | { kind: 'organisation', organisation: OrganisationSummary }

/** Mitwirkung, said of what somebody contributes to. */
export interface ContributionBy extends ContributionEntry {
  contributor: Contributor
}

/** Mitwirkung, with both its ends. */
export interface Contribution extends ContributionTo, ContributionBy {
  isExample: boolean
}

/** What somebody does, in the order of the cms. What is done for something that is not public is not said. */
export function toContributionsTo(contributions: readonly ContributionObjectFragment[]): ContributionTo[] {
  return contributions.flatMap((contribution) => {
    const object = objectOf(contribution)
    return object ? [{ ...toEntry(contribution), object }] : []
  })
}

/** Who does something, in the order of the cms. Who is not public is not named. */
export function toContributionsBy(contributions: readonly ContributionByFragment[]): ContributionBy[] {
  return contributions.flatMap((contribution) => {
    const contributor = contributorOf(contribution)
    return contributor ? [{ ...toEntry(contribution), contributor }] : []
  })
}

type ContributionNode = NonNullable<ContributorsQuery['contributions_connection']>['nodes'][number]

/** Contributions with both their ends. */
export function toContributions(contributions: readonly ContributionNode[]): Contribution[] {
  return contributions.flatMap((contribution) => {
    const object = objectOf(contribution)
    const contributor = contributorOf(contribution)
    return object && contributor
      ? [{ ...toEntry(contribution), object, contributor, isExample: contribution.person?.isExample === true }]
      : []
  })
}

function toEntry({
  documentId, role, function: said, locale, period, certainty, citations,
  ...node
}: Omit<ContributionByFragment, 'person' | 'organisation'> & TranslatedNode) {
  return {
    id: documentId, role, function: toText(said, locale),
    ...toTranslated(node),
    period, certainty, citations: toCitations(citations),
  }
}

function objectOf({
  plan, body, measure, article, isForWebsite,
}: ContributionObjectFragment): ContributionObject | null {
  if (plan) return { kind: 'plan', plan: toName(plan) }
  if (body) return { kind: 'body', body: toOrganisation(body) }
  if (measure) return { kind: 'measure', measure: toName(measure) }
  if (article) return { kind: 'article', article: toArticleName(article) }
  return isForWebsite ? { kind: 'website' } : null
}

function contributorOf({
  person, organisation,
}: Pick<ContributionByFragment, 'person' | 'organisation'>): Contributor | null {
  if (person) return { kind: 'person', person: toPerson(person) }
  return organisation && { kind: 'organisation', organisation: toOrganisation(organisation) }
}
