import type { FundedProjectEntryFragment } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { type Sourced, textOf, toTitle, toTranslated, type TranslatedNode } from './text'

/** Gefördertes Projekt. */
export type FundedProjectEntry = ReturnType<typeof toFundedProjects>[number]

type ProjectNode = FundedProjectEntryFragment & TranslatedNode & Sourced<'description'>

export function toFundedProjects(projects: readonly ProjectNode[]) {
  return projects.map(project => ({
    id: project.documentId,
    title: toTitle(project),
    description: textOf(project, 'description'),
    ...toTranslated(project),
    organisation: project.organisation && toOrganisation(project.organisation),
    date: project.date,
    amount: project.amount,
    certainty: project.certainty,
    citations: toCitations(project.citations),
  }))
}
