import type { PersonLinkFragment } from 'shared-types'
import type { Text } from './text'

/** Person, as links name her. */
export interface PersonSummary {
  slug: string
  /** In the script of the page's language where that is known, else in Latin letters. */
  name: Text
  /** The name in Latin letters, where it is shown in another script; else null. */
  latinName: string | null
}

/** Names are written in Latin letters; a language of another script may have its own. */
export const LANGUAGE_OF_NAMES = 'de'

export function toPerson({ slug, name, nameInScript, locale }: PersonLinkFragment): PersonSummary {
  return nameInScript
    ? { slug, name: { value: nameInScript, locale }, latinName: name }
    : { slug, name: { value: name, locale: LANGUAGE_OF_NAMES }, latinName: null }
}
