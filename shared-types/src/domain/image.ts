/**
 * Pictures and files. What the pages show: the answers of the cms in the field's words, without a null that means
 * nothing.
 */
import type { Text } from './text.js'

/** Bild, as one language shows it. */
export interface Picture {
  id: string
  /** Address on the website's own host; null where the file is missing. */
  url: string | null
  /** Pixels; null where they are not known. */
  width: number | null
  height: number | null
  /** Smaller forms, AVIF before WebP, the smallest first. */
  variants: { url: string, mime: string, width: number }[]
  /** Null for a picture that says nothing that the text does not. */
  alt: Text | null
  caption: Text | null
  author: string
  /** SPDX identifier or name. */
  licence: string
  sourceUrl: string | null
  /** Where the important part is, from the left and upper edge, 0 to 100. */
  focus: { x: number, y: number }
  isExample: boolean
}

/** Datei. */
export interface StoredFile {
  url: string
  mime: string
  bytes: number
}
