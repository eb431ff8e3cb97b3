import type { FundedProjectEntry, FundedProjectEntryFragment } from 'shared-types'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { toText, toTitle, toTranslated, type TranslatedNode, whole } from './text'

export function toFundedProjects(
  projects: readonly ((FundedProjectEntryFragment & TranslatedNode) | null)[] | null | undefined,
): FundedProjectEntry[] {
  return whole(projects).map(project => ({
    id: project.documentId,
    title: toTitle(project),
    description: toText(project.description, project.locale),
    ...toTranslated(project),
    organisation: project.organisation && toOrganisation(project.organisation),
    date: project.date,
    amount: project.amount,
    certainty: project.certainty ?? 'unknown',
    citations: toCitations(project.citations),
  }))
}
