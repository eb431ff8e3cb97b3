/** Everyone who contributes, put in order for the page that lists them. */
import {
  CONTRIBUTION_ROLES, type ContributionRole, localeOf, ORGANISATION_KINDS, type OrganisationKind, parseHistoricalDate,
} from 'shared-types'
import type { Contribution, Contributor } from '~~/server/cms/contribution'
import type { OrganisationSummary } from '~~/server/cms/organisation'
import type { Name } from '~~/server/cms/text'

/** Kinds of bodies of the process, in the order in which they are listed. */
const BODY_KINDS: readonly OrganisationKind[] = [
  'expert_group', 'steering_group', 'committee', 'council', 'advisory_board', 'board_of_trustees', 'round_table',
  'fund',
]

export interface Group<Subject> {
  subject: Subject
  contributions: Contribution[]
}

/** Who contributes to the website itself, role by role. */
export function websiteRoles(contributions: Contribution[]): Group<ContributionRole>[] {
  return byRole(contributions.filter(({ object }) => object.kind === 'website'))
}

/** Bodies of the process with those who take part in them, chairs and speakers before members. */
export function bodiesWithPeople(contributions: Contribution[], locale: string): Group<OrganisationSummary>[] {
  return organisationsWith(contributions, locale)
    .filter(({ subject }) => BODY_KINDS.includes(subject.kind))
    .sort((a, b) => BODY_KINDS.indexOf(a.subject.kind) - BODY_KINDS.indexOf(b.subject.kind))
}

/** All other organisations with those who take part in them. */
export function othersWithPeople(contributions: Contribution[], locale: string): Group<OrganisationSummary>[] {
  return organisationsWith(contributions, locale).filter(({ subject }) => !BODY_KINDS.includes(subject.kind))
}

/** Plans with those who contribute to them. */
export function plansWithPeople(contributions: Contribution[]): Group<Name>[] {
  return bySlug(contributions, ({ object }) => object.kind === 'plan' ? object.plan : null)
}

/** Measures with those who contribute to them. */
export function measuresWithPeople(contributions: Contribution[]): Group<Name>[] {
  return bySlug(contributions, ({ object }) => object.kind === 'measure' ? object.measure : null)
}

/** Who writes, translates or photographs articles, role by role: a group holds the contributions of one. */
export function articleMakers(
  contributions: Contribution[],
): { role: ContributionRole, makers: Group<Contributor>[] }[] {
  return byRole(contributions.filter(({ object }) => object.kind === 'article')).map(
    ({ subject: role, contributions: ofRole }) => ({
      role,
      makers: grouped(
        ofRole, ({ contributor }) => contributor,
        contributor =>
          contributor.kind === 'person'
            ? `person ${contributor.person.slug}`
            : `organisation ${contributor.organisation.slug}`,
      ),
    }),
  )
}

/** Organisations, kind by kind. */
export function organisationKinds<Organisation extends OrganisationSummary>(
  organisations: Organisation[],
): { kind: OrganisationKind, organisations: Organisation[] }[] {
  return [...ORGANISATION_KINDS, 'unknown' as const]
    .map(kind => ({ kind, organisations: organisations.filter(organisation => organisation.kind === kind) }))
    .filter(group => group.organisations.length > 0)
}

/** In the alphabet of the page's language. */
function organisationsWith(contributions: Contribution[], locale: string): Group<OrganisationSummary>[] {
  return bySlug(contributions, ({ object }) => object.kind === 'body' ? object.body : null)
    .sort((a, b) => a.subject.name.value.localeCompare(b.subject.name.value, localeOf(locale).language))
}

/** Within a role the newest period stands first. */
function byRole(contributions: Contribution[]): Group<ContributionRole>[] {
  return [...CONTRIBUTION_ROLES, 'unknown' as const]
    .map(role => ({
      subject: role, contributions: contributions.filter(contribution => contribution.role === role).sort(newestFirst),
    }))
    .filter(group => group.contributions.length > 0)
}

/**
 * What has not ended comes before what has, what began later before what began earlier, and what has no period last.
 */
function newestFirst(a: Contribution, b: Contribution): number {
  const [periodA, periodB] = [a, b].map(({ period }) => period ? parseHistoricalDate(period) : null)
  if (!periodA || !periodB) return Number(!periodA) - Number(!periodB)
  return descending(periodA.endsOn ?? OPEN, periodB.endsOn ?? OPEN) || descending(periodA.startsOn, periodB.startsOn)
}

/** Later than any day. */
const OPEN = '9999-12-31'

function descending(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1
}

function bySlug<Subject extends { slug: string }>(
  contributions: Contribution[], subjectOf: (contribution: Contribution) => Subject | null,
): Group<Subject>[] {
  return grouped(
    byRole(contributions).flatMap(({ contributions: ofRole }) => ofRole), subjectOf, ({ slug }) => slug,
  )
}

function grouped<Subject>(
  contributions: Contribution[], subjectOf: (contribution: Contribution) => Subject | null,
  keyOf: (subject: Subject) => string,
): Group<Subject>[] {
  const groups = new Map<string, Group<Subject>>()
  for (const contribution of contributions) {
    const subject = subjectOf(contribution)
    if (subject === null) continue
    const group = groups.get(keyOf(subject)) ?? { subject, contributions: [] }
    group.contributions.push(contribution)
    groups.set(keyOf(subject), group)
  }
  return [...groups.values()]
}
