import { type OrganisationLinkFragment, type OrganisationSummary, SOURCE_LANGUAGE } from 'shared-types'

export function toOrganisation({ slug, name, nameLocale, kind }: OrganisationLinkFragment): OrganisationSummary {
  return { slug, name: { value: name, locale: nameLocale ?? SOURCE_LANGUAGE }, kind }
}
