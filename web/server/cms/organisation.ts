import type { OrganisationLinkFragment, OrganisationSummary } from 'shared-types'

export function toOrganisation({ slug, name, locale, kind }: OrganisationLinkFragment): OrganisationSummary {
  return { slug: slug ?? '', name: { value: name ?? slug ?? '–', locale: locale ?? 'de' }, kind: kind ?? 'other' }
}
