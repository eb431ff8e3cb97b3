import { FieldBySlugDocument, type FieldLinkFragment, today } from 'shared-types'
import { toArticleNames } from './article-name'
import { ask } from './client'
import { toMeasureOverview } from './measure'
import { toOrganisation } from './organisation'
import { toOldPlan } from './old-plan'
import { toCitations, toClaims } from './source'
import { richTextOf, textOf, toName, toTitle, toTranslated, type TranslatedNode } from './text'
import { toNames } from './timeline'

export type FieldSummary = ReturnType<typeof toField>

/** Handlungsfeld, with everything known about it. */
export type FieldDetail = NonNullable<Awaited<ReturnType<typeof findField>>>

/** The field of a slug, or null. */
export async function findField(slug: string, locale: string) {
  const answer = await ask(FieldBySlugDocument, { slug, locale, asOf: today() })
  const [field] = answer.fieldsOfAction
  if (!field) return null
  return {
    ...toField(field),
    text: richTextOf(field, 'text'),
    languages: field.languages,
    oldPlan: toOldPlan(field.plan),
    names: toNames(field.names),
    predecessors: field.predecessors.map(toField),
    successors: answer.successors.map(toField),
    goals: answer.goals.map(goal => ({
      title: toTitle(goal),
      ...toTranslated(goal),
      citations: toCitations(goal.citations),
    })),
    measures: answer.measureFinder.nodes.map(toMeasureOverview),
    measureCount: answer.measureFinder.total,
    articles: toArticleNames(field.articles),
    bodies: answer.organisations.map(body => ({
      ...toOrganisation(body),
      about: textOf(body, 'about'),
      composition: textOf(body, 'composition'),
      ...toTranslated(body),
    })),
    citations: toCitations(field.citations),
    claims: toClaims(field.claims),
  }
}

interface Summarised {
  summary: string | null
  inSourceLanguage: { locale: string, summary: string | null }
}

type FieldNode = FieldLinkFragment & TranslatedNode & (Summarised | { inSourceLanguage?: undefined })

export function toField(field: FieldNode) {
  return {
    slug: field.slug,
    title: toTitle(field),
    strand: field.strand,
    plan: field.plan && toName(field.plan),
    summary: field.inSourceLanguage ? textOf(field, 'summary') : null,
    ...toTranslated(field),
  }
}
