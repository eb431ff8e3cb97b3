import { localeOf, type OrganisationLinkFragment, type OrganisationSummary, SOURCE_LANGUAGE } from 'shared-types'

export function toOrganisation({ slug, name, locale, kind }: OrganisationLinkFragment): OrganisationSummary {
  const called = name ?? slug ?? '–'
  return { slug: slug ?? '', name: { value: called, locale: languageOfName(called, locale ?? SOURCE_LANGUAGE) }, kind: kind ?? 'other' }
}

/** A name that was taken over in Latin letters into a text in others is the city's own. */
function languageOfName(name: string, locale: string): string {
  return new RegExp(`\\p{Script=${localeOf(locale).script}}`, 'u').test(name) ? locale : SOURCE_LANGUAGE
}
