import type { PersonLinkFragment, PersonSummary } from 'shared-types'

/** Names are written in Latin letters; a language of another script may have its own. */
export const LANGUAGE_OF_NAMES = 'de'

export function toPerson({ slug, name, nameInScript, locale }: PersonLinkFragment): PersonSummary {
  const latin = name ?? slug ?? '–'
  return nameInScript
    ? { slug: slug ?? '', name: { value: nameInScript, locale: locale ?? LANGUAGE_OF_NAMES }, latinName: latin }
    : { slug: slug ?? '', name: { value: latin, locale: LANGUAGE_OF_NAMES }, latinName: null }
}
