import { type TranslationOrigin, type TranslationStateName, UNKNOWN_LANGUAGE } from 'shared-types'

/** A text and the language it is in, which may not be the one that was asked for. */
export interface Text {
  value: string
  /** Code of its language; `UNKNOWN_LANGUAGE` where nobody has said it. */
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
  /** Whether some of what it was made from is not translated. */
  isIncomplete?: boolean
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

/** A text with the language it is in, which may be unknown. A missing text is null. */
export function toText(value: string | null | undefined, locale: string | null | undefined): Text | null {
  return value ? { value, locale: locale ?? UNKNOWN_LANGUAGE } : null
}

export function toName(named: Named): Name {
  return { slug: named.slug, title: toTitle(named) }
}

export function toTitle({ title, locale }: { title: string, locale: string }): Text {
  return { value: title, locale }
}

export function toTranslated({ translationOrigin, translationState }: TranslatedNode): Translated {
  return {
    translationOrigin, isOutdated: translationState === 'outdated' || undefined,
    isIncomplete: translationState === 'incomplete' || undefined,
  }
}

/** Texts by their names, all of them in one language. */
type InLanguage<Name extends string> = Record<Name, unknown> & { locale: string }

/** What an answer says in a language, and what its source says; a version says what was published in its language. */
export type Sourced<Name extends string> = InLanguage<Name> & { inSourceLanguage?: InLanguage<Name> }

/** A text of an answer. What is not translated stands in its own language; what is nowhere is null. */
export function textOf<Name extends string>(node: Sourced<Name>, name: Name): Text | null {
  const { value, locale } = saidOf(node, name)
  return toText(typeof value === 'string' ? value : null, locale)
}

/** A text in blocks of an answer. What is not translated stands in its own language. */
export function richTextOf<Name extends string>(node: Sourced<Name>, name: Name): RichText {
  const { value, locale } = saidOf(node, name)
  return { blocks: value, locale }
}

function saidOf<Name extends string>(node: Sourced<Name>, name: Name): { value: unknown, locale: string } {
  const { inSourceLanguage: source } = node
  const isHere = !source || hasWords(node[name]) || !hasWords(source[name])
  return isHere ? { value: node[name], locale: node.locale } : { value: source[name], locale: source.locale }
}

/** Whether a text, or anything in a text in blocks or an article, has a word or a number. */
export function hasWords(value: unknown): boolean {
  if (typeof value === 'string') return /[\p{L}\p{N}]/u.test(value)
  if (Array.isArray(value)) return value.some(hasWords)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => !NO_TEXTS.includes(name) && hasWords(inner))
}

/** What blocks say of themselves. */
const NO_TEXTS = ['type', 'format', 'url', '__typename', 'language']

/**
 * What a text says in a language; nothing where it is in another. For places that cannot say in which language a text
 * is.
 */
export function valueIn(locale: string, text: Text | null | undefined): string {
  return text?.locale === locale ? text.value : ''
}
