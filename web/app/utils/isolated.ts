/**
 * Keeps names and numbers in Latin letters together within texts from the right (WIR2.0, 0094/2008,
 * Welt-in-Hannover.de), and says of names within other letters that they are German.
 */
import { localeOf, SOURCE_LANGUAGE } from 'shared-types'
import type { TextPart } from '~~/server/cms/search'
import { h, type VNode } from 'vue'

const WORD
  = '[+]?[\\p{Script=Latin}\\p{N}](?:[\\p{Script=Latin}\\p{M}\\p{N}.,:/@+*_’\'–-]*[\\p{Script=Latin}\\p{M}\\p{N}])?'
/** A title is one piece, with the marks between its words. */
const LATIN = new RegExp(`(${WORD}(?:[.,:;!?]? (?:[–—-] )?${WORD})*)`, 'u')

/** The text as it is drawn in a language: in parts where that is not written in Latin letters. */
export function isolated(given: string, locale: string): (string | VNode)[] {
  return piecesOf(closed(given), locale).map(({ text, isLatin }) => isLatin ? h('bdi', languageOf(text), text) : text)
}

/** The same where there is no markup: names stand between marks of their own. */
export function isolatedText(given: string, locale: string): string {
  const pieces = piecesOf(closed(given), locale)
  return pieces.map(({ text, isLatin }) => isLatin ? `\u2068${text}\u2069` : text).join('')
}

/** The same of a text in which words are marked: a name of which one word is marked stays one piece. */
export function isolatedMarked(given: readonly TextPart[], locale: string): (string | VNode)[] {
  const whole = given.map(({ text }) => text).join('')
  const parts = [...given, { text: closed(whole).slice(whole.length), isHit: false }]
  let start = 0
  return piecesOf(closed(whole), locale).flatMap(({ text, isLatin }) => {
    const words = markedWithin(parts, start, start + text.length)
    start += text.length
    return isLatin ? [h('bdi', languageOf(text), words)] : words
  })
}

/** Names in Latin letters within other letters are those of the city: German, and read out so. */
function languageOf(piece: string): { lang?: string } {
  return NAME.test(piece) ? { lang: SOURCE_LANGUAGE } : {}
}

const NAME = /\p{Script=Latin}{2}/u

function piecesOf(text: string, locale: string): { text: string, isLatin: boolean }[] {
  const { script, direction } = localeOf(locale)
  if (script === 'Latin') return [{ text, isLatin: false }]
  return text
    .split(LATIN)
    // Numbers alone stand in their order where one reads from the left.
    .map((part, index) => ({ text: part, isLatin: index % 2 === 1 && (direction === 'rtl' || NAME.test(part)) }))
    .filter(piece => piece.text !== '')
}

/** What stands from one letter to another, with its marks. */
function markedWithin(parts: readonly TextPart[], from: number, to: number): (string | VNode)[] {
  let start = 0
  return parts.flatMap(({ text, isHit }) => {
    const words = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    if (words === '') return []
    return [isHit ? h('mark', words) : words]
  })
}

/** A direction that a text begins and does not end would turn what stands beside it. */
function closed(text: string): string {
  const count = (marks: RegExp) => text.match(marks)?.length ?? 0
  const embeddings = count(/[\u202A\u202B\u202D\u202E]/g) - count(/\u202C/g)
  const isolates = count(/[\u2066-\u2068]/g) - count(/\u2069/g)
  return text + '\u202C'.repeat(Math.max(0, embeddings)) + '\u2069'.repeat(Math.max(0, isolates))
}
