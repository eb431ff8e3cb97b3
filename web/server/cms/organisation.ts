import { type OrganisationLinkFragment, SOURCE_LANGUAGE } from 'shared-types'

export type OrganisationSummary = ReturnType<typeof toOrganisation>

export function toOrganisation({ slug, name, nameLocale, kind }: OrganisationLinkFragment) {
  return { slug, name: { value: name, locale: nameLocale ?? SOURCE_LANGUAGE }, kind }
}
