/** The index of one language: MiniSearch over stems, and the parts of compound words. */
import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { tokensOf } from './analyse'

/** What is searched of a document in one language. */
export interface SearchedText {
  /** Type and documentId. */
  id: string
  title: string
  /** Other names, spellings, numbers. */
  names: string
  text: string
}

const BOOST = { title: 4, names: 4, text: 1 }
/** More words say nothing more. */
const MOST_WORDS = 12
/** A shorter word is the beginning of too many. */
const SHORTEST_BEGINNING = 3
/** A shorter word is part of too many; Schule, Kita and Haus are long enough. */
const SHORTEST_PART = 4
/** A shorter word is another word when a letter is changed. */
const SHORTEST_TYPO = 5
const MOST_COMPOUNDS = 60

export class LanguageIndex {
  readonly #index: MiniSearch<SearchedText>
  readonly #words = new Set<string>()

  constructor(private readonly language: string, texts: SearchedText[]) {
    const stemsIn = (text: string) => tokensOf(text, language).map(({ stem }) => stem)
    this.#index = new MiniSearch<SearchedText>({ fields: Object.keys(BOOST), storeFields: [], tokenize: stemsIn, processTerm: term => term, autoVacuum: true })
    for (const text of texts) this.replace(text.id, text)
  }

  /** Takes a document in, anew, or out (null). */
  replace(id: string, text: SearchedText | null): void {
    if (this.#index.has(id)) this.#index.discard(id)
    if (!text) return
    this.#index.add(text)
    for (const value of [text.title, text.names, text.text]) for (const { stem } of tokensOf(value, this.language)) this.#words.add(stem)
  }

  /** Ids with their scores, the best first; all words must be found, else as many as possible. */
  find(query: string): { id: string, score: number }[] {
    const words = [...new Map(tokensOf(query, this.language).slice(0, MOST_WORDS).map(token => [token.stem, token])).values()]
    if (words.length === 0) return []
    const queries = words.map(({ word, stem }) => this.#anyOf(word, stem))
    const all = this.#search({ combineWith: 'AND', queries })
    return (all.length > 0 || queries.length === 1 ? all : this.#search({ combineWith: 'OR', queries })).map(({ id, score }) => ({ id: String(id), score }))
  }

  #search(query: Query): SearchResult[] {
    return this.#index.search(query, { boost: BOOST })
  }

  /** The word itself, words that begin with it, words of which it is a part, words that are nearly it. */
  #anyOf(word: string, stem: string): Query {
    const isNumber = /\d/.test(word)
    const compounds = isNumber || stem.length < SHORTEST_PART ? [] : [...this.#words].filter(known => known.length > stem.length && known.includes(stem)).slice(0, MOST_COMPOUNDS)
    const exact = (term: string) => ({ queries: [term], prefix: false, fuzzy: false, tokenize: (text: string) => [text] })
    return {
      combineWith: 'OR',
      queries: [
        { ...exact(stem), prefix: stem.length >= SHORTEST_BEGINNING, fuzzy: !isNumber && stem.length >= SHORTEST_TYPO ? 0.2 : false, weights: { prefix: 0.5, fuzzy: 0.3 } },
        ...word === stem ? [] : [{ ...exact(word), prefix: word.length >= SHORTEST_BEGINNING }],
        ...compounds.map(term => ({ ...exact(term), boostTerm: () => 0.4 })),
      ],
    }
  }
}
