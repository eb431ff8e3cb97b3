/**
 * People, organisations and what they do. What the pages show: the answers of the cms in the field's words, without a
 * null that means nothing.
 */
import type {
  Certainty, ContributionRole, OrganisationKind, Outcome, TranslationOrigin,
} from '../generated/operations.js'
import type { ArticleName, ArticleSummary } from './article.js'
import type { FieldSummary } from './field.js'
import type { Picture } from './image.js'
import type { MeasureName, MentionedMeasure } from './measure.js'
import type { OrganisationSummary } from './organisation.js'
import type { PlanSummary } from './plan.js'
import type { SourceCitation, SourceClaim } from './source.js'
import type { Text, Translated } from './text.js'

/** Person, as links name her. */
export interface PersonSummary {
  slug: string
  /** In the script of the page's language where that is known, else in Latin letters. */
  name: Text
  /** The name in Latin letters, where it is shown in another script; else null. */
  latinName: string | null
}

/** What a contribution is for. */
export type ContributionObject
  = | { kind: 'plan', plan: PlanSummary }
    | { kind: 'body', body: OrganisationSummary }
    | { kind: 'measure', measure: MeasureName }
    | { kind: 'article', article: ArticleName }
    | { kind: 'website' }

/** Mitwirkung. */
export interface ContributionEntry extends Translated {
  id: string
  role: ContributionRole
  /** In the words of the source. */
  function: Text | null
  /** EDTF. */
  period: string | null
  certainty: Certainty
  citations: SourceCitation[]
}

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

/** Everyone who contributes, and every organisation. */
export interface ContributorOverview {
  contributions: Contribution[]
  organisations: (OrganisationSummary & { period: string | null })[]
}

/** Person, with everything she did. */
export interface PersonDetail extends PersonSummary {
  id: string
  about: Text | null
  languages: string[]
  translationOrigin: TranslationOrigin | null
  website: string | null
  isExample: boolean
  portrait: Picture | null
  citations: SourceCitation[]
  contributions: ContributionTo[]
  /** In which the person speaks or which are about her, without those to which she contributed. */
  articles: ArticleSummary[]
  /** Which show the person or were made by her, without the portrait. */
  pictures: Picture[]
}

/** Organisation oder Gremium, with everything it did. */
export interface OrganisationDetail extends OrganisationSummary {
  id: string
  kind: OrganisationKind
  about: Text | null
  composition: Text | null
  /** EDTF. */
  period: string | null
  website: string | null
  certainty: Certainty
  languages: string[]
  translationOrigin: TranslationOrigin | null
  logo: Picture | null
  field: FieldSummary | null
  parent: OrganisationSummary | null
  parts: OrganisationSummary[]
  contributions: ContributionTo[]
  contributors: ContributionBy[]
  decisions: {
    id: string
    date: string
    outcome: Outcome
    measure: MentionedMeasure | null
    plan: PlanSummary | null
  }[]
  leads: MeasureName[]
  partnerIn: MeasureName[]
  proposed: MeasureName[]
  fundedProjects: { id: string, title: Text, date: string | null }[]
  events: { id: string, slug: string, title: Text, date: string }[]
  citations: SourceCitation[]
  claims: SourceClaim[]
}
