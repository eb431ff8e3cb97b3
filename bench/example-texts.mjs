/**
 * Documents that never were, in the words of the seed and in words put together of their halves: the same in every run.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../tools/environment.mjs'

const TRANSLATED = 5000
const ONLY_GERMAN = 500
const TITLE_WORDS = 6
const TEXT_WORDS = 150
const ROWS_AT_ONCE = 500
/** Of a hundred words so many stand nowhere else in this language: names, compounds, rare words. */
const RARE_OF_HUNDRED = 6

export class ExampleTexts {
  #words = new Map()

  constructor(languages) {
    this.languages = languages
    for (const language of languages) this.#words.set(language, wordsOf(language))
  }

  get count() {
    return { translated: TRANSLATED, onlyGerman: ONLY_GERMAN }
  }

  /** Rows as the database would answer them: of one language and from an id on, or the places of all. */
  rows({ select, where: { id, locale } }) {
    if (select)
      return this.languages.flatMap(language => numbers(1, lastOf(language)).map(number => placeOf(number, language)))
    if (!this.languages.includes(locale)) return []
    const first = (id?.$gt ?? 0) + 1
    return numbers(first, Math.min(lastOf(locale), first + ROWS_AT_ONCE - 1)).map(number => this.row(number, locale))
  }

  row(number, language) {
    const random = randomOf(number * 31 + this.languages.indexOf(language))
    const text = count => Array.from({ length: count }, () => this.word(language, random)).join(' ')
    return {
      ...placeOf(number, language),
      id: number, slug: `beispiel-${number}`, title: `${number} ${text(TITLE_WORDS)}`, forms: text(2),
      explanation: text(TEXT_WORDS),
    }
  }

  /** Common words are common: the square of a random number prefers the first. */
  word(language, random) {
    const words = this.#words.get(language)
    const any = () => words[Math.floor(random() ** 2 * words.length)]
    if (random() * 100 >= RARE_OF_HUNDRED) return any()
    const [before, behind] = [any(), any()]
    return before.slice(0, Math.ceil(before.length / 2)) + behind.slice(Math.floor(behind.length / 2))
  }
}

function placeOf(number, language) {
  return { documentId: `beispiel${number}`, locale: language, sourceLanguage: 'de' }
}

function lastOf(language) {
  return TRANSLATED + (language === 'de' ? ONLY_GERMAN : 0)
}

/** The words of the seed in a language, those that are used most first. */
function wordsOf(language) {
  const folder = path.join(root, 'cms/seed')
  const entries = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .flatMap(file => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  const beside = path.join(folder, 'translations', `${language}.json`)
  const texts
    = language === 'de'
      ? entries.map(({ values }) => values)
      : language === 'en' || language === 'ar'
        ? entries.map(({ translations }) => translations?.[language])
        : JSON.parse(readFileSync(beside, 'utf8'))
  const counts = new Map()
  for (const word of JSON.stringify(texts).match(/[\p{L}\p{M}\u200c]{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a))
}

/** The same numbers for the same seed. */
export function randomOf(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function numbers(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
