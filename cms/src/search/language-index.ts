/**
 * The index of one language: MiniSearch over words and their stems, and a list of them all, in which parts of compounds
 * are looked for.
 */
import MiniSearch, { type Query } from 'minisearch'
import { askedWords, tokensOf, type Word } from './analyse'

/** What is searched of a document in one language. */
export interface SearchedText {
  /** Type and documentId. */
  id: string
  title: string
  /** Other names, spellings, numbers. */
  names: string
  text: string
}

export interface FoundText {
  id: string
  score: number
}

export interface Found {
  hasAllWords: boolean
  /** The best first. */
  hits: FoundText[]
}

const BOOST = { title: 4, names: 4, text: 1 }
/** What a match is worth beside the word itself. */
const WEIGHTS = { prefix: 0.5, part: 0.4, fuzzy: 0.3 }
/** More words say nothing more. */
const MOST_WORDS = 12
/** A shorter word alone says nothing. */
const SHORTEST_TELLING = 3
/** A shorter word is the beginning of too many. */
const SHORTEST_BEGINNING = 3
/** A shorter word is part of too many; Schule, Kita and Haus are long enough. */
const SHORTEST_PART = 4
/** A shorter word is another word when a letter is changed. */
const SHORTEST_TYPO = 5
/** In a longer one two letters may be wrong. */
const LONG_WORD = 7
const MOST_COMPOUNDS = 60
/** All at once: in steps, MiniSearch stumbles over what is taken in between them. */
const AUTO_VACUUM = { batchSize: Infinity }

export class LanguageIndex {
  readonly #index: MiniSearch<SearchedText>
  readonly #terms = new Set<string>()
  /** All terms as one text, in which parts of words are found fast. */
  #allTerms = ''
  #termsInAll = 0

  constructor(private readonly language: string) {
    this.#index = new MiniSearch<SearchedText>({
      fields: Object.keys(BOOST), storeFields: [], tokenize: (text, field) => this.#termsOf(text, field),
      processTerm: term => term, autoVacuum: AUTO_VACUUM,
    })
  }

  /** Takes a document in, anew, or out (null). */
  replace(id: string, text: SearchedText | null): void {
    if (this.#index.has(id)) this.#index.discard(id)
    if (text) this.#index.add(text)
  }

  /** Stems; of titles and names whole words too, for there typing errors are compared with them. */
  #termsOf(text: string, field?: string): string[] {
    const terms = tokensOf(text, this.language).flatMap(({ word, stem }) =>
      word === stem || field === 'text' ? [stem] : [word, stem],
    )
    for (const term of terms) this.#terms.add(term)
    return terms
  }

  /**
   * What has all words of the question; where nothing has them all, what has as many as possible of those that are not
   * too short to say something.
   */
  find(query: string): Found {
    const words = askedWords(query, this.language).slice(0, MOST_WORDS)
    const all = this.#search('AND', words)
    const telling = words.filter(({ spellings }) => spellings.some(({ word }) => word.length >= SHORTEST_TELLING))
    return { hasAllWords: all.length > 0, hits: all.length > 0 || words.length < 2 ? all : this.#search('OR', telling) }
  }

  #search(combineWith: 'AND' | 'OR', words: Word[]): FoundText[] {
    if (words.length === 0) return []
    return this.#index
      .search({ combineWith, queries: words.map(word => this.#oneOf(word)) }, { boost: BOOST })
      .map(({ id, score }) => ({ id: String(id), score }))
  }

  /** The word in one piece, or all its parts. */
  #oneOf({ spellings, parts }: Word): Query {
    const inOnePiece = spellings.map(({ word, stem }) => this.#anyOf(word, stem))
    return {
      combineWith: 'OR',
      queries:
        parts.length === 0
          ? inOnePiece
          : [...inOnePiece, { combineWith: 'AND', queries: parts.map(({ word, stem }) => this.#anyOf(word, stem)) }],
    }
  }

  /**
   * The word itself, words that begin with it, words of which it is a part; where there are none, words that are nearly
   * it.
   */
  #anyOf(word: string, stem: string): Query {
    const isNumber = /\d/.test(word)
    const exact = (term: string) => ({
      queries: [term], prefix: false, fuzzy: false, tokenize: (text: string) => [text],
    })
    const longer = isNumber || stem.length < SHORTEST_PART ? [] : this.#termsWith(stem)
    const isKnown = isNumber || longer.length > 0 || this.#terms.has(word) || this.#terms.has(stem)
    const forms = [...new Set([word, stem])].map(form => ({
      ...exact(form),
      prefix: form.length >= SHORTEST_BEGINNING, fuzzy: isKnown ? false : lettersWrong(form), weights: WEIGHTS,
    }))
    return {
      combineWith: 'OR',
      queries: [...forms, ...longer.map(term => ({ ...exact(term), boostTerm: () => WEIGHTS.part }))],
    }
  }

  /** Words of which a stem is a part, but not the beginning: those are found as such. */
  #termsWith(stem: string): string[] {
    if (this.#termsInAll !== this.#terms.size) {
      this.#allTerms = [...this.#terms, ''].join('\n')
      this.#termsInAll = this.#terms.size
    }
    const found: string[] = []
    for (let at = this.#allTerms.indexOf(stem); at >= 0 && found.length < MOST_COMPOUNDS;) {
      const [start, end] = [this.#allTerms.lastIndexOf('\n', at) + 1, this.#allTerms.indexOf('\n', at)]
      if (at > start) found.push(this.#allTerms.slice(start, end))
      at = this.#allTerms.indexOf(stem, end)
    }
    return found
  }
}

/** So many letters may be wrong, too many or missing. */
function lettersWrong({ length }: string): number | false {
  return length >= LONG_WORD ? 2 : length >= SHORTEST_TYPO ? 1 : false
}
