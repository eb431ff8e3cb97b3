import type { TranslationOrigin, TranslationStateName } from 'shared-types'

/** A text and the language it is in, which may not be the one that was asked for. */
export interface Text {
  value: string
  /** Code of its language. */
  locale: string
}

/** Text in Strapi's blocks: JSON, never HTML. */
export interface RichText {
  blocks: unknown
  locale: string
}

/** How a text in a list stands to the one it was made from. A version, which stays as it is, does not say. */
export interface Translated {
  /** Who made the translation; null for a source text, and where nobody has said. */
  translationOrigin?: TranslationOrigin | null
  /** Whether the text it was made from says something else by now. */
  isOutdated?: boolean
}

/** What a link to something shows. */
export interface Name {
  slug: string
  title: Text
}

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

export function toName(named: Named): Name {
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
