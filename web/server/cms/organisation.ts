import { type OrganisationLinkFragment, type OrganisationSummary, SOURCE_LANGUAGE } from 'shared-types'

export function toOrganisation({ slug, name, nameLocale, kind }: OrganisationLinkFragment): OrganisationSummary {
  return {
    slug: slug ?? '', name: { value: name ?? slug ?? '–', locale: nameLocale ?? SOURCE_LANGUAGE },
    kind: kind ?? 'unknown',
  }
}
