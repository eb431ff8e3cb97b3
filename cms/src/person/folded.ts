/** A text as names are looked for in it: one form of each letter, without marks and without what nobody sees. */
import { undisguised } from './disguises'

export interface Folded {
  text: string
  /** For every place of the folded text, and for its end, where that stands in the original. */
  at: (place: number) => number
}

/** As a text is compared: lower case, no accents, no vowel signs, ligatures in their letters. */
export function fold(text: string): string {
  return undisguised(text).replace(HIDING, plainOf).replace(/[^\0-\x7f]/gu, foldCharacter).toLowerCase()
}

/** The same, and where each letter stood. */
export function foldWithPlaces(original: string): Folded {
  let text = ''
  const places: number[] = []
  let place = 0
  for (const [piece] of undisguised(original).matchAll(PIECES)) {
    const folded = piece.length === 1 && piece < '\x80' ? piece.toLowerCase() : fold(plainOf(piece))
    text += folded
    for (let index = 0; index < folded.length; index += 1) places.push(place)
    place += piece.length
  }
  return { text, at: index => places[index] ?? original.length }
}

/**
 * What letters are written with in addresses and in HTML, and how a word is divided at the end of a line.
 */
const HIDING = /(?:%[\da-f]{2})+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|(?<=\p{Ll})-\r?\n(?=\p{Ll})/giu
/** The same, and every other character by itself. */
const PIECES = new RegExp(`${HIDING.source}|[^]`, 'giu')

function plainOf(piece: string): string {
  if (/^-\r?\n/.test(piece)) return ''
  if (piece.length > 1 && piece.startsWith('&')) return namedCharacter(piece)
  if (!piece.startsWith('%')) return piece
  try {
    return decodeURIComponent(piece).replaceAll(/\s/gu, '+')
  } catch {
    return piece
  }
}

const UNSEEN_NAMES = /^(?:shy|zwnj|zwj|lrm|rlm)$/
const BLANK_NAMES = /^(?:nbsp|ensp|emsp|thinsp)$/
/** `&ouml;`, `&eacute;`: the letter, whose marks go anyway. */
const MARKED_NAMES = /^([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|caron|slash)$/i

/** What HTML calls by a name or a number; what it does not know stays. */
function namedCharacter(piece: string): string {
  const name = piece.slice(1, -1)
  if (name.startsWith('#')) {
    const number = Number(name.replace(/^#x/i, '0x').replace('#', ''))
    return number <= 0x10_FF_FF ? String.fromCodePoint(number) : piece
  }
  if (UNSEEN_NAMES.test(name)) return ''
  if (BLANK_NAMES.test(name)) return ' '
  if (name === 'szlig') return 'ss'
  return MARKED_NAMES.exec(name)?.[1] ?? piece
}

/** Seen by nobody: soft hyphens, zero widths, marks for the direction, variants; and what Arabic may leave out. */
const UNSEEN = /[\p{Cf}\p{M}\u034f\u115f\u1160\u3164\uffa0\u0640]/gu

/** One letter in several scripts' spellings, where Unicode does not say that they are the same. */
const SAME: Record<string, string> = {
  'ß': 'ss', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', 'ħ': 'h',
  'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ٱ': 'ا', 'ڕ': 'ر', 'ڵ': 'ل',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '’': '\'', '‘': '\'', 'ʼ': '\'',
}

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const kept = known.get(character)
  if (kept !== undefined) return kept
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNSEEN, '')
  const folded = [...plain].map(letter => SAME[letter] ?? letter).join('')
  known.set(character, folded)
  return folded
}
