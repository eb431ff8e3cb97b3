import { type OrganisationLinkFragment, UNKNOWN_LANGUAGE } from 'shared-types'

export type OrganisationSummary = ReturnType<typeof toOrganisation>

export function toOrganisation({ slug, name, nameLocale, kind }: OrganisationLinkFragment) {
  return { slug, name: { value: name, locale: nameLocale ?? UNKNOWN_LANGUAGE }, kind }
}
