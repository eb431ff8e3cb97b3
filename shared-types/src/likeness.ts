/** Whether words that were replaced still say what they said. */
import type { Token, TokenKind } from './tokens.js'
import { listed, spellingOf } from './spelling.js'

/** How much a change weighs. */
export type Likeness = 'same' | 'check' | 'changed'

/** What was replaced, with the words before and behind it. */
interface Replacement {
  before: readonly Token[]
  now: readonly Token[]
  /** Of the side that has the words that came or went. */
  left: readonly Token[]
  right: readonly Token[]
  language: string
  /** Whether a word that went stands elsewhere still: then it is no mistake. */
  isStillUsed: (key: string) => boolean
}

/** How what is said now is like what was said. */
export function likenessOf(replacement: Replacement): Likeness {
  const { before, now } = replacement
  if (isJoined(before, now)) return 'same'
  if (before.length === 0 || now.length === 0) {
    const doubled = doubledWords(replacement)
    if (doubled) return doubled
  }
  const [adornment, ...bare] = withoutAdornment(before, now)
  const likeness = pairwise(bare, replacement) ?? pairwise(bare.map(withoutArticles), replacement, 'check') ?? 'changed'
  return worst(adornment, likeness)
}

/** The weightier of several. */
export function worst(...all: Likeness[]): Likeness {
  return all.includes('changed') ? 'changed' : all.includes('check') ? 'check' : 'same'
}

const WORDS: TokenKind[] = ['word', 'name', 'article', 'negation']

/** „Stadtteil-Zentrum“ and „Stadtteilzentrum“. */
function isJoined(before: readonly Token[], now: readonly Token[]): boolean {
  const joined = (tokens: readonly Token[]) =>
    tokens.every(({ kind }) => WORDS.includes(kind)) && tokens.map(({ written }) => written.toLowerCase()).join('')
  const [old, fresh] = [joined(before), joined(now)]
  return old !== false && old !== '' && old === fresh
}

/** „in in“: nobody says a word twice, unless it is a number or a „not“. */
function doubledWords({ before, now, left, right }: Replacement): Likeness | null {
  const words = before.length > 0 ? before : now
  const keys = keysOf(words)
  const isTwice = [left.slice(-words.length), right.slice(0, words.length)].some(near => keysOf(near) === keys)
  if (!isTwice) return null
  return words.every(({ kind }) => kind === 'word' || kind === 'article') ? 'same' : 'check'
}

function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ')
}

/** A symbol that comes or goes says nothing, another one may; a question mark may. */
function withoutAdornment(before: readonly Token[], now: readonly Token[]): [Likeness, Token[], Token[]] {
  const of = (tokens: readonly Token[], kind: TokenKind) => keysOf(tokens.filter(token => token.kind === kind))
  const symbols = [of(before, 'symbol'), of(now, 'symbol')]
  const isOther = symbols[0] !== symbols[1] && symbols.every(Boolean)
  const isDoubtful = of(before, 'doubt') !== of(now, 'doubt')
  const isBare = ({ kind }: Token) => kind !== 'symbol' && kind !== 'doubt'
  return [isOther || isDoubtful ? 'check' : 'same', before.filter(isBare), now.filter(isBare)]
}

function withoutArticles(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind !== 'article')
}

/** Word by word; null where there are not as many. */
function pairwise(
  [before = [], now = []]: readonly (readonly Token[])[], replacement: Replacement, least: Likeness = 'same',
): Likeness | null {
  if (before.length !== now.length) return null
  let likeness = least
  for (const [index, token] of before.entries()) {
    const other = now[index]
    likeness = worst(likeness, other ? likenessOfPair(token, other, replacement) : 'changed')
    if (likeness === 'changed') return likeness
  }
  return likeness
}

function likenessOfPair(before: Token, now: Token, { language, isStillUsed }: Replacement): Likeness {
  if (before.key === now.key) return 'same'
  if (before.kind === 'form' || now.kind === 'form') return likenessOfForms(before, now)
  if (before.kind === 'article' && now.kind === 'article') return 'check'
  // „3.“ may be the third, or three at the end of a sentence.
  if (before.kind === 'number' && now.kind === 'number' && isOrdinal(before.key, now.key)) return 'check'
  const kinds: TokenKind[] = [before.kind, now.kind]
  if (kinds.some(kind => kind !== 'word')) return 'changed'
  if (isOpposite(before.key, now.key, language)) return 'changed'
  const likeness = likenessOfWords(before, now)
  return likeness === 'check' && isStillUsed(before.key) ? 'changed' : likeness
}

function isOrdinal(a: string, b: string): boolean {
  return a === `${b}.` || b === `${a}.`
}

/** „Schüler“ or „Lernende“ for „Schüler*innen“ may mean all of them; „Schülerinnen“ does not. */
function likenessOfForms(before: Token, now: Token): Likeness {
  if (before.kind === now.kind) return 'changed'
  const [form, word] = (before.kind === 'form' ? [before, now] : [now, before]).map(({ key }) => key)
  const feminine = (form ?? '').slice(0, -1)
  const stem = feminine.replace(/(?:innen|in|os|i|e|r|n|m|s)$/, '')
  if (!word || word === feminine) return 'changed'
  const isParticiple = /end(?:e|en|er|em)$/.test(word) && commonStart(stem, word) >= SHORT
  return word.startsWith(stem) || isParticiple ? 'check' : 'changed'
}

function commonStart(a: string, b: string): number {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at < 0 ? a.length : at
}

/** „möglich“ and „unmöglich“: a prefix makes the opposite, in Turkish a syllable within. */
function isOpposite(a: string, b: string, language: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const { negativePrefixes, negativeSuffixes = '' } = spellingOf(language)
  if (listed(negativePrefixes).some(prefix => long === prefix + short)) return true
  if (listed(negativeSuffixes).some(suffix => a.endsWith(suffix) !== b.endsWith(suffix))) return true
  if (language !== 'tr') return false
  return [...long.matchAll(/m[aeıiuü]/g)].some(({ index }) => long.slice(0, index) + long.slice(index + 2) === short)
}

/** From here on words are too long to become another by a doubled letter or two that trade places. */
const LONG = 9
const LONG_FOR_TRADE = 8
/** Shorter words become others by a letter. */
const SHORT = 4

/**
 * A machine knows a few mistakes for certain; a letter more, less or other may be a mistake or another word, and it
 * cannot know which.
 */
function likenessOfWords(before: Token, now: Token): Likeness {
  const [a, b] = [before.key, now.key]
  if (a.replaceAll('ß', 'ss') === b.replaceAll('ß', 'ss')) return isSharpCertain(before, now) ? 'same' : 'check'
  if (withoutUmlauts(a) === withoutUmlauts(b)) return 'same'
  const length = Math.max(a.length, b.length)
  if (length < SHORT) return 'changed'
  const squeezed = (word: string) => word.replace(/(\p{L})\1+/gu, '$1')
  if (squeezed(a) === squeezed(b)) return length >= LONG ? 'same' : 'check'
  const traded = tradedLetters(a, b)
  if (traded) return length >= LONG_FOR_TRADE && !['ei', 'ie'].includes(traded) ? 'same' : 'check'
  return isNear(a, b, length >= LONG_FOR_TRADE ? 2 : 1) ? 'check' : 'changed'
}

/** „muß“ was spelt so before 1996; „Maße“ and „Masse“ are two words. Capitals have no ß. */
function isSharpCertain(before: Token, now: Token): boolean {
  const isCapital = [before, now].some(({ written }) => written === written.toUpperCase())
  const isBetweenVowels = [before.key, now.key].some(key => /(?<!ei|ai|au|eu|äu|ie)ß[aeiouäöüy]/.test(key))
  return isCapital || !isBetweenVowels
}

/** „Foerderung“ is how „Förderung“ is written without umlauts. */
function withoutUmlauts(word: string): string {
  return word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
}

/** The two letters beside each other that traded places; null where it is another difference. */
function tradedLetters(a: string, b: string): string | null {
  const at = commonStart(a, b)
  const isTraded
    = a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  return isTraded ? a.slice(at, at + 2) : null
}

/** Whether so few letters are more, less or other. */
function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1]
    for (const [index, other] of [...b].entries())
      next.push(
        Math.min((row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + Number(letter !== other)),
      )
    row = next
  }
  return (row.at(-1) ?? 0) <= most
}
