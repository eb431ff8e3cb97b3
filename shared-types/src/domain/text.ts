/** Texts, and the language they are in. What the pages show: the answers of the cms in the field's words, without a null that means nothing. */

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
