/** What of a text is searched: its words, folded so that spellings meet, and cut to their stems. */
import { stemOf } from './stems'

/** Letters that are one to whoever searches. */
const SAME: Record<string, string> = {
  ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd',
  ى: 'ي', ی: 'ي', ئ: 'ي', ک: 'ك', ة: 'ه', ۀ: 'ه', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ё: 'е',
}
const GERMAN: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }
const DIGITS = /[٠-٩۰-۹]/g
/** Marks that nobody types: soft hyphens, directions, the bar that lengthens Arabic words. What joins parts of a Persian word stays. */
const UNSEEN = /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeffـ]/g

/** What belongs to a word only as its language writes it: Turkish endings, Italian articles and English possessives behind or before an apostrophe, MigrantInnen. */
const OWN: Record<string, (text: string) => string> = {
  de: text => text.replace(/(?<=\p{Ll})I(?=nn)/gu, '*i'),
  tr: text => text.replace(/(?<=[\p{L}\p{N}])['’]\p{L}+/gu, ''),
  it: text => text.replace(/(?<![\p{L}\p{N}])\p{L}{1,6}['’](?=\p{L})/gu, ''),
  en: text => text.replace(/['’]s(?!\p{L})/gu, ''),
}

/** A text in the letters in which it is compared. */
function folded(text: string, language: string): string {
  const family = familyOf(language)
  const plain = text.normalize('NFKC').replace(UNSEEN, '')
  const small = (OWN[family]?.(plain) ?? plain).toLocaleLowerCase(family === 'tr' ? 'tr' : 'en')
  const own = family === 'de' ? small.replace(/[äöü]/g, letter => GERMAN[letter] ?? letter) : small
  return own.replace(/\p{L}/gu, letter => SAME[letter] ?? letter).replace(/\p{Script=Latin}/gu, letter => letter.normalize('NFKD')).replace(/\p{M}/gu, '')
    .replace(DIGITS, digit => String((digit.codePointAt(0) ?? 0) & 15))
}

/** Leichte Sprache is German. */
function familyOf(language: string): string {
  return language.split('-')[0] ?? language
}

/** Letters and digits, and what holds the parts of a word (Online-Umfrage, Expert*innen, a Persian word) or of a number (0094/2008, WIR2.0) together. */
const WORD = /[\p{L}\p{N}]+(?:(?:[-*:_\u200c]|[./](?=\p{N}))[\p{L}\p{N}]+)*/gu
const PART = /\p{L}+|\p{N}+/gu

/** Words that say nothing of what somebody looks for. */
const EMPTY: Record<string, string> = {
  de: 'der die das den dem des ein eine einen einer eines und oder in im an am auf aus bei mit nach von vom zu zum zur fuer ueber',
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

function wordsOf(text: string, language: string): Word[] {
  return (folded(text, language).match(WORD) ?? []).map((word) => {
    const parts = word.match(PART) ?? []
    const toToken = (one: string) => ({ word: one, stem: stemOf(one, familyOf(language)) })
    const spellings = [word, ...withoutGender(word)].map(spelling => toToken((spelling.match(PART) ?? []).join('')))
    return { spellings, parts: parts.length > 1 ? parts.map(toToken) : [] }
  })
}

/** The words of a question; those that say nothing only where there are no others. */
export function askedWords(query: string, language: string): Word[] {
  const words = wordsOf(query, language)
  const empty = EMPTY[familyOf(language)]?.split(' ') ?? []
  const telling = words.filter(({ spellings }) => !spellings.some(({ word }) => empty.includes(word)))
  return telling.length > 0 ? telling : words
}

/** Expert*innengruppe is looked for as Expertengruppe. */
function withoutGender(word: string): string[] {
  const plain = word.replace(/[*:_]innen/g, 'en')
  return plain === word ? [] : [plain]
}

export function tokensOf(text: string, language: string): Token[] {
  return wordsOf(text, language).flatMap(({ spellings, parts }) => [...spellings, ...parts])
}
