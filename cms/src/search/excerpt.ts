/** Shows where a text says what was looked for. */
import { analysed, type Token, tokensOfWord, type Word, WORD } from './analyse'

/** A stretch of text, and whether it is what was looked for. */
export interface TextPart {
  text: string
  isHit: boolean
}

/** As much of a text as shows what it is about. */
const EXCERPT_CHARACTERS = 220
const BEFORE_CHARACTERS = 60
/** From so many letters on a word is found within a longer one. */
const SHORTEST_PART = 4

/** The whole text, and in it the words that are asked for. */
export function marked(text: string, asked: Word[], language: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isHit(word, asked, language)) continue
    if (index > end) parts.push({ text: text.slice(end, index), isHit: false })
    parts.push({ text: word, isHit: true })
    end = index + word.length
  }
  return end < text.length ? [...parts, { text: text.slice(end), isHit: false }] : parts
}

/** The stretch around the first word that was looked for, else the beginning. */
export function excerpt(text: string, asked: Word[], language: string): TextPart[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  const first = firstHit(plain, asked, language)
  const start = first <= BEFORE_CHARACTERS ? 0 : Math.min(first, plain.indexOf(' ', first - BEFORE_CHARACTERS) + 1)
  const stop
    = start + EXCERPT_CHARACTERS >= plain.length ? plain.length : plain.lastIndexOf(' ', start + EXCERPT_CHARACTERS)
  const cut = `${start > 0 ? '… ' : ''}${plain.slice(start, stop > start ? stop : start + EXCERPT_CHARACTERS)}${stop < plain.length ? ' …' : ''}`
  return marked(cut, asked, language)
}

/** Whether a text says anything of what is asked for. */
export function hasAny(text: string, asked: Word[], language: string): boolean {
  return [...text.matchAll(WORD)].some(([word]) => isHit(word, asked, language))
}

function firstHit(text: string, asked: Word[], language: string): number {
  for (const { 0: word, index } of text.matchAll(WORD)) if (isHit(word, asked, language)) return index
  return 0
}

function isHit(word: string, asked: Word[], language: string): boolean {
  const tokens = tokensOfWord(analysed(word, language))
  const isThere = ({ stem }: Token) =>
    tokens.some(token => token.stem === stem || (isTelling(stem) && token.stem.includes(stem)))
  return asked.some(
    ({ spellings, parts }) =>
      spellings.some(isThere)
      || parts.some(part => isTelling(part.stem) && isThere(part))
      || (parts.length > 0 && parts.every(isThere)),
  )
}

function isTelling(stem: string): boolean {
  return stem.length >= SHORTEST_PART && !/\d/.test(stem)
}
