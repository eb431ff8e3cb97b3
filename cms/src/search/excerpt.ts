/** Shows where a text says what was looked for. */
import { askedWords, type Token, tokensOf, type Word } from './analyse'

/** A stretch of text, and whether it is what was looked for. */
export interface TextPart {
  text: string
  isHit: boolean
}

/** As it stands in a text: with its marks, and with what holds its parts together. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200c\u200d\u00ad]|[-*:_](?=[\p{L}\p{N}])|[./](?=\p{N}))*/gu
/** As much of a text as shows what it is about. */
const EXCERPT_CHARACTERS = 220
const BEFORE_CHARACTERS = 60
/** From so many letters on a word is found within a longer one. */
const SHORTEST_PART = 4

/** The whole text. */
export function marked(text: string, query: string, language: string): TextPart[] {
  const asked = askedWords(query, language)
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
export function excerpt(text: string, query: string, language: string): TextPart[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  const asked = askedWords(query, language)
  const first = [...plain.matchAll(WORD)].find(({ 0: word }) => isHit(word, asked, language))?.index ?? 0
  const start = first <= BEFORE_CHARACTERS ? 0 : Math.min(first, plain.indexOf(' ', first - BEFORE_CHARACTERS) + 1)
  const stop = start + EXCERPT_CHARACTERS >= plain.length ? plain.length : plain.lastIndexOf(' ', start + EXCERPT_CHARACTERS)
  const cut = `${start > 0 ? '… ' : ''}${plain.slice(start, stop > start ? stop : start + EXCERPT_CHARACTERS)}${stop < plain.length ? ' …' : ''}`
  return marked(cut, query, language)
}

function isHit(word: string, asked: Word[], language: string): boolean {
  const tokens = tokensOf(word, language)
  const isThere = ({ stem }: Token) => tokens.some(token => token.stem === stem || (isTelling(stem) && token.stem.includes(stem)))
  return asked.some(({ spellings, parts }) => spellings.some(isThere) || parts.some(part => isTelling(part.stem) && isThere(part)) || (parts.length > 0 && parts.every(isThere)))
}

function isTelling(stem: string): boolean {
  return stem.length >= SHORTEST_PART && !/\d/.test(stem)
}
