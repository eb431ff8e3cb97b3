/** Which words of a text came and which went. */
import { diffArrays } from 'diff'

/** Words that follow each other and are there in both texts, or in one of them. */
export interface MarkedWords {
  kind: 'kept' | 'gone' | 'come'
  text: string
}

/** A text that was written anew would be compared for long: then none of it counts as kept. */
const MOST_EDITS = 2000
const BREAK = '\n'

/** The paragraphs in which words came or went, and how many: one for another counts once. */
export function markedWords(
  before: readonly string[], now: readonly string[], language: string,
): { paragraphs: MarkedWords[][], words: number } {
  const [old, fresh] = [piecesOf(before, language), piecesOf(now, language)]
  const found = diffArrays(old, fresh, { maxEditLength: MOST_EDITS })
    ?? [{ value: old, removed: true, added: false }, { value: fresh, removed: false, added: true }]
  const paragraphs: MarkedWords[][] = [[]]
  let words = 0
  let gone = 0
  for (const { value, removed, added } of found) {
    const count = value.filter(isWord).length
    // What came in the place of what went is no second change.
    words += added ? Math.max(0, count - gone) : removed ? count : 0
    gone = removed ? count : 0
    const kind = removed ? 'gone' : added ? 'come' : 'kept'
    for (const [index, text] of value.join('').split(BREAK).entries()) {
      if (index > 0) paragraphs.push([])
      if (text) paragraphs.at(-1)?.push({ kind, text })
    }
  }
  return { paragraphs: paragraphs.filter(parts => parts.some(({ kind }) => kind !== 'kept')), words }
}

function piecesOf(paragraphs: readonly string[], language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return paragraphs.flatMap((paragraph, index) => [
    ...index > 0 ? [BREAK] : [],
    ...Array.from(segmenter.segment(paragraph.replaceAll(BREAK, ' ')), ({ segment }) => segment),
  ])
}

function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece)
}
