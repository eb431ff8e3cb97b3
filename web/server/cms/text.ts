import type { Text, Translated, TranslationOrigin, TranslationStateName } from 'shared-types'

/** What an answer of the cms may say of a translation. */
export interface TranslatedNode {
  translationOrigin?: TranslationOrigin | null
  translationState?: TranslationStateName
}

/** What has a page of its own. */
export interface Named {
  slug: string
  title: string
  locale: string
}

/** A text with the language it is in. A missing one is null. */
export function toText(value: string | null | undefined, locale: string | null | undefined): Text | null {
  return value ? { value, locale: locale ?? 'de' } : null
}

/** What a link to something shows. */
export function toName(named: Named): { slug: string, title: Text } {
  return { slug: named.slug, title: toTitle(named) }
}

export function toTitle({ title, locale }: { title: string, locale: string }): Text {
  return { value: title, locale }
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
