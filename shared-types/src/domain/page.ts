/**
 * Pages of the website itself, and its glossary. What the pages show: the answers of the cms in the field's words,
 * without a null that means nothing.
 */
import type { TranslationOrigin } from '../generated/operations.js'
import type { SourceCitation } from './source.js'
import type { RichText, Text, Translated } from './text.js'

/** Seite, as menus name it. */
export interface PageLink {
  slug: string
  title: Text
}

/** Seite. */
export interface PageDetail extends PageLink {
  id: string
  lead: Text | null
  text: RichText
  /** EDTF; null where none is known. */
  date: string | null
  languages: string[]
  translationOrigin: TranslationOrigin | null
  originalUrl: string | null
  citations: SourceCitation[]
  /** Number of the version to cite; null in a version itself. */
  revisionNumber: number | null
}

/** Begriff. */
export interface GlossaryEntry extends Translated {
  id: string
  slug: string
  title: Text
  explanation: Text | null
  /** Other forms in the language that is shown. */
  forms: Text[]
  doNotTranslate: boolean
  /** EDTF. */
  period: string | null
  languages: string[]
  citations: SourceCitation[]
}
