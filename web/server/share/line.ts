/** Letters as they stand beside each other in a line: joined, in the order in which they are seen. */
import bidiFactory from 'bidi-js'
import { Buffer, Direction, type Font, shape } from 'harfbuzzjs'

/** How a text is written. */
export interface Script {
  faces: readonly Font[]
  /** BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
}

/** A text of which every letter has a face. */
export interface Written extends Script {
  text: string
  /** For each unit of the text: odd where one reads from the right. */
  levels: Uint8Array
}

/** Letters by their numbers in their faces, with their places in thousandths of the size; y goes up. */
export interface Line {
  width: number
  letters: { face: Font, glyph: number, x: number, y: number }[]
}

interface Run {
  from: number
  until: number
  level: number
  face: Font
}

const bidi = bidiFactory()
/** One for all: what is made in WebAssembly is given back late. */
const buffer = new Buffer()
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u
/** What belongs to the letter before it, or between two. */
const DEPENDENT = /^[\p{M}\p{P}\p{Z}]$/u

/** A text without what no face can draw, and with one space where there are several. */
export function toWritten(given: string, script: Script): Written {
  const letters = [...given.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()]
  const text = letters.filter(letter => UNSEEN.test(letter) || faceOf(letter, script.faces)).join('')
  return { ...script, text, levels: bidi.getEmbeddingLevels(text, script.direction).levels }
}

/** The part of a text from one place to another, and what is added at its end, such as a hyphen. */
export function shapeLine({ text, levels, faces, language }: Written, from: number, until: number, end = ''): Line {
  const line = text.slice(from, until) + end
  const levelAt = (index: number) => levels[Math.min(from + index, until - 1)] ?? 0
  const letters: Line['letters'] = []
  let width = 0
  for (const run of inOrderSeen(runsOf(line, levelAt, faces))) {
    for (const { glyph, xAdvance, xOffset, yOffset } of shapeRun(line, run, language)) {
      letters.push({ face: run.face, glyph, x: width + xOffset, y: yOffset })
      width += xAdvance
    }
  }
  return { width, letters }
}

/** What stands around a run counts too: Arabic letters join over its ends. */
function shapeRun(line: string, { from, until, level, face }: Run, language: string) {
  buffer.reset()
  buffer.addText(line, from, until - from)
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR)
  buffer.setLanguage(language)
  buffer.guessSegmentProperties()
  shape(face, buffer)
  const places = buffer.getGlyphPositions()
  return buffer.getGlyphInfos().flatMap(({ codepoint: glyph }, index) => {
    const place = places[index]
    return place ? [{ glyph, ...place }] : []
  })
}

/** Pieces of one direction and face. */
function runsOf(line: string, levelAt: (index: number) => number, faces: readonly Font[]): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const letter of line) {
    const [last, level, until] = [runs.at(-1), levelAt(from), from + letter.length]
    const isKept = last && (UNSEEN.test(letter) || (DEPENDENT.test(letter) && hasLetter(last.face, letter)))
    const face = isKept ? last.face : faceOf(letter, faces) ?? last?.face ?? faces[0]
    if (last && last.face === face && last.level === level) last.until = until
    else if (face) runs.push({ from, until, level, face })
    from = until
  }
  return runs
}

function faceOf(letter: string, faces: readonly Font[]): Font | undefined {
  return faces.find(face => hasLetter(face, letter))
}

function hasLetter(face: Font, letter: string): boolean {
  return face.nominalGlyph(letter.codePointAt(0) ?? 0) !== undefined
}

/** From the deepest level up, what stands on it or deeper is turned round (UAX 9, L2). */
function inOrderSeen(runs: Run[]): Run[] {
  const seen = [...runs]
  for (let level = Math.max(0, ...runs.map(run => run.level)); level > 0; level -= 1)
    for (let from = 0; from < seen.length; from += 1) {
      const turned = seen.slice(from).findIndex(run => run.level < level)
      const length = turned < 0 ? seen.length - from : turned
      if (length > 1) seen.splice(from, length, ...seen.slice(from, from + length).reverse())
      from += length
    }
  return seen
}
