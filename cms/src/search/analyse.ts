/** What of a text is searched: its words, folded so that spellings meet, and cut to their stems; and its dates. */
import { datesAmong } from './dates'
import { folded, hamzaSpellings } from './folding'
import { stemOf } from './stems'

export interface Token {
  word: string
  stem: string
}

export interface Word {
  /** In one piece, in whatever spelling. */
  spellings: Token[]
  /** In its parts; none where it has no parts. */
  parts: Token[]
}

/**
 * A word as it stands in a text: letters, digits, marks and what nobody sees, and what holds the parts of a word
 * (Online-Umfrage, Expert*innen, a Persian word) or of a number (0094/2008, WIR2.0) together.
 */
export const WORD
  = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[-*:_](?=[\p{L}\p{N}])|[./](?=\p{N}))*/gu
const PART = /\p{L}+|\p{N}+/gu

/** What stands before or behind an apostrophe: Turkish endings, Italian articles, the English possessive. */
const BESIDE_APOSTROPHE: Record<string, RegExp> = {
  tr: /(?<=[\p{L}\p{N}])['’]\p{L}+/gu,
  it: /(?<![\p{L}\p{N}])\p{L}{1,6}['’](?=\p{L})/gu,
  en: /['’]s(?!\p{L})/gu,
}
/** „For the“ before an Arabic word that begins with lam itself is written with two: للاجئين is of لاجئين. */
const FOR_THE_LAM = /^[وف]?لل(?=.{2})/

/** A text of nothing but its words, as they stand there. */
export function writtenWords(text: string, language: string): string[] {
  const beside = BESIDE_APOSTROPHE[familyOf(language)]
  return (beside ? text.replace(beside, '') : text).match(WORD) ?? []
}

/** All that a text is found by. */
export function tokensOf(text: string, language: string): Token[] {
  const words = writtenWords(text, language)
  const dates = datesAmong(words, familyOf(language)).map(({ date }) => ({ word: date, stem: date }))
  return [...words.flatMap(word => tokensOfWord(analysed(word, language))), ...dates]
}

export function tokensOfWord({ spellings, parts }: Word): Token[] {
  return [...spellings, ...parts]
}

/** Leichte Sprache is German. */
export function familyOf(language: string): string {
  return language.split('-')[0] ?? language
}

/** Words are the same ones again and again. */
const known = new Map<string, Word>()
const MOST_KNOWN = 50_000

/** A word as it stands in a text. */
export function analysed(word: string, language: string): Word {
  const family = familyOf(language)
  const key = `${family} ${word}`
  const made = known.get(key) ?? toWord(word, family)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, made)
  return made
}

/** A word that is compared as it is. */
export function wordAsIs(word: string): Word {
  return { spellings: [{ word, stem: word }], parts: [] }
}

function toWord(written: string, family: string): Word {
  const word = folded(written, family)
  const parts = word.match(PART) ?? []
  const toToken = (one: string) => ({ word: one, stem: stemOf(one, family) })
  const spellings = new Set(
    [word, ...otherSpellings(written, word, family)].map(spelling => (spelling.match(PART) ?? []).join('')),
  )
  return { spellings: [...spellings].filter(Boolean).map(toToken), parts: parts.length > 1 ? parts.map(toToken) : [] }
}

function otherSpellings(written: string, word: string, family: string): string[] {
  if (family === 'de') return withoutGender(word)
  if (family === 'fa') return hamzaSpellings(written).map(spelling => folded(spelling, family))
  if (family !== 'ar') return []
  const spellings = [word, ...hamzaSpellings(written).map(spelling => folded(spelling, family))]
  return spellings.flatMap(spelling => [spelling, spelling.replace(FOR_THE_LAM, 'ل')])
}

/** Expert*innengruppe is looked for as Expertengruppe. */
function withoutGender(word: string): string[] {
  const plain = word.replace(/[*:_]innen/g, 'en')
  return plain === word ? [] : [plain]
}
