import type { Text, Translated, TranslationOrigin, TranslationStateName } from 'shared-types'

/** What an answer of the cms may say of a translation. */
export interface TranslatedNode {
  translationOrigin?: TranslationOrigin | null
  translationState?: TranslationStateName
}

/** A text with the language it is in. A missing one is null. */
export function toText(value: string | null | undefined, locale: string | null | undefined): Text | null {
  return value ? { value, locale: locale ?? 'de' } : null
}

/** A text that must be there: an entry without title shows its slug rather than nothing. */
export function toTitle(holder: { title: string | null, locale: string | null, slug?: string | null }): Text {
  return { value: holder.title ?? holder.slug ?? '–', locale: holder.locale ?? 'de' }
}

export function toTranslated({ translationOrigin, translationState }: TranslatedNode): Translated {
  return { translationOrigin, isOutdated: translationState === 'outdated' || undefined }
}

/**
 * What a text says in a language; nothing where it is in another. For places that cannot say in which language a text
 * is.
 */
export function valueIn(locale: string, text: Text | null | undefined): string {
  return text?.locale === locale ? text.value : ''
}

/** A list without the holes GraphQL allows. */
export function whole<Value>(list: readonly (Value | null)[] | null | undefined): Value[] {
  return (list ?? []).filter(value => value !== null)
}
