import {
  ContributorsDocument, OrganisationBySlugDocument, type OrganisationBySlugQuery, OrganisationsDocument,
  PersonBySlugDocument, type PersonBySlugQuery,
} from 'shared-types'
import { toArticleSummary } from './article'
import { ask } from './client'
import { toContributions, toContributionsBy, toContributionsTo } from './contribution'
import { toField } from './field'
import { type Picture, toPicture } from './image'
import { toMentioned } from './measure-name'
import { toOrganisation } from './organisation'
import { toPerson } from './person'
import { toCitations, toClaims } from './source'
import { textOf, toName, toTitle } from './text'
import { wholeList } from './whole-list'

/** Person, with everything she did. */
export type PersonDetail = NonNullable<Awaited<ReturnType<typeof findPerson>>>

/** Organisation oder Gremium, with everything it did. */
export type OrganisationDetail = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>

/** Everyone who contributes, in the order of time, and every organisation, in the order of names. */
export async function findContributors(locale: string) {
  const [contributions, organisations] = await Promise.all([
    wholeList(async page => (await ask(ContributorsDocument, { locale, page })).contributions_connection),
    wholeList(async page => (await ask(OrganisationsDocument, { locale, page })).organisations_connection),
  ])
  return {
    contributions: toContributions(contributions),
    organisations: organisations.map(organisation => ({
      ...toOrganisation(organisation),
      period: organisation.period,
    })),
  }
}

/** The person of a slug, or null. */
export async function findPerson(slug: string, locale: string) {
  const { people } = await ask(PersonBySlugDocument, { slug, locale })
  const [person] = people
  if (!person) return null
  const contributions = toContributionsTo(person.contributions)
  const languages = [locale, ...person.languages]
  const madeArticles = new Set(
    contributions.flatMap(({ object }) => (object.kind === 'article' ? [object.article.id] : [])),
  )
  return {
    ...toPerson(person),
    id: person.documentId,
    about: textOf(person, 'about'),
    languages: person.languages,
    translationOrigin: person.translationOrigin,
    website: person.website,
    isExample: person.isExample,
    portrait: person.portrait && toPicture(person.portrait, languages),
    citations: toCitations(person.citations),
    contributions,
    articles: person.articles.map(toArticleSummary).filter(({ id }) => !madeArticles.has(id)),
    pictures: toPictures(person, languages),
  }
}

/** Each once, and only those of which it is said what they show. */
function toPictures(
  { portrait, picturesOf, picturesMade }: PersonBySlugQuery['people'][number], languages: string[],
): Picture[] {
  const pictures = new Map(
    [...picturesOf, ...picturesMade].map(picture => [picture.documentId, toPicture(picture, languages)]),
  )
  return [...pictures.values()].filter(({ id, url, alt }) => id !== portrait?.documentId && url && alt)
}

/** The organisation of a slug, or null. */
export async function findOrganisation(slug: string, locale: string) {
  const { organisations } = await ask(OrganisationBySlugDocument, { slug, locale })
  const [organisation] = organisations
  if (!organisation) return null
  return {
    ...toOrganisation(organisation),
    id: organisation.documentId,
    about: textOf(organisation, 'about'),
    composition: textOf(organisation, 'composition'),
    period: organisation.period,
    website: organisation.website,
    certainty: organisation.certainty,
    languages: organisation.languages,
    translationOrigin: organisation.translationOrigin,
    logo: organisation.logo && toPicture(organisation.logo, [locale, ...organisation.languages]),
    field: organisation.fieldOfAction && toField(organisation.fieldOfAction),
    parent: organisation.parent && toOrganisation(organisation.parent),
    parts: organisation.parts.map(toOrganisation),
    contributions: toContributionsTo(organisation.contributions),
    contributors: toContributionsBy(organisation.contributors),
    decisions: organisation.decisions.map(toDecision),
    leads: organisation.leads.map(toName),
    partnerIn: organisation.partnerIn.map(toName),
    proposed: organisation.proposed.map(toName),
    fundedProjects: organisation.fundedProjects.map(project => ({
      id: project.documentId, title: toTitle(project), date: project.date,
    })),
    events: organisation.timelineEvents.map(event => ({
      id: event.documentId, ...toName(event), date: event.date,
    })),
    citations: toCitations(organisation.citations),
    claims: toClaims(organisation.claims),
  }
}

type DecisionNode = OrganisationBySlugQuery['organisations'][number]['decisions'][number]

function toDecision({
  documentId, date, outcome, measure, goneMeasures, plan,
}: DecisionNode) {
  return {
    id: documentId, date, outcome,
    measure: toMentioned({ measures: measure ? [measure] : [], goneMeasures })[0] ?? null, plan: plan && toName(plan),
  }
}
