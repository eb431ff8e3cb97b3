/**
 * Sources, and what they say. What the pages show: the answers of the cms in the field's words, without a null that
 * means nothing.
 */
import type { SourceKind } from '../generated/operations.js'
import type { Text } from './text.js'

/** Quelle. */
export interface Source {
  id: string
  kind: SourceKind
  /** Paper number, title, or host. */
  label: string
  /** Code of its language, and of the pages and quotes from it. */
  language: string
  publisher: string | null
  /** EDTF. */
  date: string | null
  url: string | null
  archiveUrl: string | null
  paperNumber: string | null
}

/** Beleg: a source and the place in it. */
export interface SourceCitation {
  source: Source
  page: string | null
  quote: string | null
}

/** Aussage einer Quelle, of which another says something else. */
export interface SourceClaim {
  statement: Text
  note: string | null
  citations: SourceCitation[]
}
