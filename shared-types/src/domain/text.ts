/**
 * Texts, and the language they are in. What the pages show: the answers of the cms in the field's words, without a null
 * that means nothing.
 */
import type { TranslationOrigin, TranslationStateName } from '../generated/operations.js'

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

/** What a document is called in one of its languages. */
export interface DocumentTitle extends Text {
  /** ISO 8601: when its text was published as it is now. */
  publishedAt: string
}

/** A document in its languages, and how the language of the page stands to the text it was made from. */
export interface DocumentLanguages {
  /** Its title in each language in which it exists, the source language first. */
  titles: DocumentTitle[]
  state: TranslationStateName
  origin: TranslationOrigin | null
  /** Code of the language the translation was made from; null for the source and for what is missing. */
  translatedFrom: string | null
  /** ISO 8601: the day whose source text it matches; null as above. */
  confirmedOn: string | null
  changes: TextChange[]
}

/** A paragraph of the source that does not say what it said when the translation was last compared. */
export interface TextChange {
  /**
   * Where it stood, and so stands in the translation; where it is new, where it stands. Attribute, then numbers from 0.
   */
  place: string
  /** As it is now; null where it is gone. */
  now: Text | null
  /** As it was; null where it is new. */
  before: Text | null
}
