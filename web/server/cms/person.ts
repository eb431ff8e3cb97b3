import type { PersonLinkFragment, PersonSummary } from 'shared-types'

/** Names are written in Latin letters; a language of another script may have its own. */
export const LANGUAGE_OF_NAMES = 'de'

export function toPerson({ slug, name, nameInScript, locale }: PersonLinkFragment): PersonSummary {
  return nameInScript
    ? { slug, name: { value: nameInScript, locale }, latinName: name }
    : { slug, name: { value: name, locale: LANGUAGE_OF_NAMES }, latinName: null }
}
