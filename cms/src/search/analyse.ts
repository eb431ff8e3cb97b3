/** What of a text is searched: its words, folded so that spellings meet, and cut to their stems. */
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

/** Words that say nothing of what somebody looks for. */
const EMPTY: Record<string, string> = {
  de: 'der die das den dem des ein eine einen einer eines und oder in im an am auf aus bei mit nach von vom zu zum '
    + 'zur fuer ueber',
  en: 'the a an and or of in on at for to with by from about',
  tr: 've ile bir bu icin veya ya da de',
  ar: 'في من على عن الي او و',
  fa: 'و در از به با براي يا كه را',
  kmr: 'u di de ji bo li ya ye yen an',
  ru: 'и в во на с со о об для из по к от',
  es: 'el la los las un una de del y o en con para por a al',
  it: 'il lo la i gli le un una di del della dei e o in con per a al',
  bg: 'и в във на с със за от по до',
}

/** The words of a question; those that say nothing only where there are no others. */
export function askedWords(query: string, language: string): Word[] {
  const words = wordsOf(query, language)
  const empty = EMPTY[familyOf(language)]?.split(' ') ?? []
  const telling = words.filter(({ spellings }) => !spellings.some(({ word }) => empty.includes(word)))
  return telling.length > 0 ? telling : words
}

export function tokensOf(text: string, language: string): Token[] {
  return wordsOf(text, language).flatMap(tokensOfWord)
}

export function tokensOfWord({ spellings, parts }: Word): Token[] {
  return [...spellings, ...parts]
}

function wordsOf(text: string, language: string): Word[] {
  const beside = BESIDE_APOSTROPHE[familyOf(language)]
  return ((beside ? text.replace(beside, '') : text).match(WORD) ?? []).map(word => analysed(word, language))
}

/** Leichte Sprache is German. */
function familyOf(language: string): string {
  return language.split('-')[0] ?? language
}

/** Words are the same ones again and again. */
const known = new Map<string, Word>()
const MOST_KNOWN = 50_000

/** A word as it stands in a text. */
export function analysed(word: string, language: string): Word {
  const family = familyOf(language)
  const key = `${family} ${word}`
  const made = known.get(key) ?? toWord(folded(word, family), family)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, made)
  return made
}

function toWord(word: string, family: string): Word {
  const parts = word.match(PART) ?? []
  const toToken = (one: string) => ({ word: one, stem: stemOf(one, family) })
  const spellings = [word, ...withoutGender(word)].map(spelling => toToken((spelling.match(PART) ?? []).join('')))
  return { spellings, parts: parts.length > 1 ? parts.map(toToken) : [] }
}

/** Expert*innengruppe is looked for as Expertengruppe. */
function withoutGender(word: string): string[] {
  const plain = word.replace(/[*:_]innen/g, 'en')
  return plain === word ? [] : [plain]
}

/** Letters that are one to whoever searches; others differ by marks only. */
const SAME: Record<string, string> = {
  ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', ٱ: 'ا',
}
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')
/** All but the breve of й, which is a letter of its own. */
const MARKS = /(?<!и)\p{M}|(?<=и)(?!\u0306)\p{M}/gu
/** Soft hyphens, directions, the bar that lengthens Arabic words. What joins the parts of a Persian word stays. */
const UNSEEN = /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeffـ]/g
const DIGITS = /[٠-٩۰-۹]/g

/** A word in the letters in which it is compared. */
function folded(word: string, family: string): string {
  const plain = word.normalize('NFKC').replace(UNSEEN, '')
  const own
    = family === 'de'
      ? plain
          .replace(/(?<=\p{Ll})I(?=nn)/gu, '*i')
          .toLowerCase()
          .replace(/[äöü]/g, letter => GERMAN[letter] ?? letter)
      : plain.toLocaleLowerCase(family === 'tr' ? 'tr' : 'en')
  return own
    .replace(SAME_LETTERS, letter => SAME[letter] ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(DIGITS, digit => String((digit.codePointAt(0) ?? 0) & 15))
}
