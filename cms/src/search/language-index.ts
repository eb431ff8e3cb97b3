/**
 * The index of one language: MiniSearch over words and their stems, and a list of them all, in which parts of compounds
 * are looked for.
 */
import { hash } from 'node:crypto'
import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { familyOf, type Token, tokensOf, type Word } from './analyse'
import { monthOfDay } from './dates'
import { askedWords } from './question'
import { soundsAsked, soundsOf } from './sounds'
import { stemOf } from './stems'
import { joined, type WordList } from './word-list'

/** What is searched of a document in one language. */
export interface SearchedText {
  /** Type and documentId. */
  id: string
  title: string
  /** Other names, spellings, numbers. */
  names: string
  /** The words of its date. */
  dates: string
  /** What belongs to it and has no page of its own: goals, funded projects. */
  parts: string
  text: string
}

/** What is asked. */
interface Question {
  query: string
  /** Code of the language in which it is asked; that of the index where none is given. */
  askedIn?: string
  /** Words that mean the same in the language of the index. */
  list?: WordList
}

export interface FoundText {
  id: string
  score: number
  /** How much of the question it has, from 0 to 1 (all of it); what is rare in the index counts more. */
  share: number
}

/** What a document has or has not: what is asked for, or what stands for it; each of one word or several. */
type Wanted = Word[][]

const BOOST = { title: 4, names: 4, dates: 4, parts: 2, text: 1 }
/** What a match is worth beside the word itself. */
const WEIGHTS = { prefix: 0.5, part: 0.4, fuzzy: 0.3, sound: 0.4 }
/** What has less of a question than this part of what the best has is no answer where something has all of it. */
const LEAST_PART_OF_ALL = 0.4
/** The same where nothing has all of it. */
const LEAST_PART_OF_SOME = 0.3
/** A shorter word alone says nothing. */
const SHORTEST_TELLING = 3
/** A shorter word is the beginning of too many. */
const SHORTEST_BEGINNING = 3
/** A shorter word is part of too many; Schule, Kita and Haus are long enough. */
const SHORTEST_PART = 4
/** A shorter word is no half of a compound. */
const SHORTEST_HALF = 3
/** A shorter word is another word when a letter is changed. */
const SHORTEST_TYPO = 5
/** In a longer one two letters may be wrong. */
const LONG_WORD = 7
/** What half a word is worth. */
const HALF = 0.5
/** So many consonants, behind their mark, are of one name. */
const LONG_BONES = 6
/** Of so many words one is made, where the index has it so. */
const MOST_JOINED = 3
const MOST_COMPOUNDS = 60
/** The Arabic article, and the word for „for“ with it: nearly as many words begin so as there are. */
const ARTICLE_ALONE = /^[وفبك]?(ال|لل).?$/
/** All at once: in steps, MiniSearch stumbles over what is taken in between them. */
const AUTO_VACUUM = { batchSize: Infinity }

export class LanguageIndex {
  readonly #index: MiniSearch<SearchedText>
  readonly #terms = new Set<string>()
  /** By id, what tells a text from every other: it is long to take in, and most are read again as they were. */
  readonly #digests = new Map<string, string>()
  /** All terms as one text, in which parts of words are found fast. */
  #allTerms = ''
  #termsInAll = -1

  constructor(private readonly language: string) {
    this.#index = new MiniSearch<SearchedText>({
      fields: Object.keys(BOOST), storeFields: [], tokenize: (text, field) => this.#termsOf(text, field),
      processTerm: term => term, autoVacuum: AUTO_VACUUM,
    })
  }

  /** The ids of all that it has. */
  get ids(): string[] {
    return [...this.#digests.keys()]
  }

  /** Takes a document in, anew, or out (null). */
  replace(id: string, text: SearchedText | null): void {
    const digest = text ? hash('sha1', JSON.stringify(text)) : undefined
    if (this.#digests.get(id) === digest) return
    if (this.#index.has(id)) this.#index.discard(id)
    this.#digests.delete(id)
    if (!text || !digest) return
    this.#index.add(text)
    this.#digests.set(id, digest)
  }

  /**
   * Stems; of titles and names whole words too, for there typing errors are compared with them, and how they sound.
   */
  #termsOf(text: string, field?: string): string[] {
    const terms = field === 'dates' ? text.split(' ').filter(Boolean) : this.#termsOfWords(text, field !== 'text')
    for (const term of terms) this.#terms.add(term)
    return terms
  }

  #termsOfWords(text: string, isName: boolean): string[] {
    return tokensOf(text, this.language).flatMap(({ word, stem }) => [
      ...word === stem || !isName ? [stem] : [word, stem],
      ...isName ? soundsOf(word) : [],
    ])
  }

  /**
   * What has all that is asked for, and what has nearly as much; where nothing has all of it, what has most. Words that
   * are too short to say something do not count.
   */
  find({ query, askedIn = this.language, list }: Question): FoundText[] {
    const wanted = this.#wantedBy(askedWords(query, this.language, askedIn), list)
    const found = wanted.map(alternatives => this.#found(alternatives, list))
    const weights = wanted.map((alternatives, index) =>
      isTelling(alternatives) || wanted.length === 1 ? this.#rarity(found[index]?.hits.length ?? 0) : 0,
    )
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const merged = new Map<string, { score: number, weight: number, count: number }>()
    for (const [index, { hits, part }] of found.entries()) {
      for (const { id, score } of hits) {
        const sum = merged.get(id) ?? { score: 0, weight: 0, count: 0 }
        merged.set(id, {
          score: sum.score + score * part, weight: sum.weight + (weights[index] ?? 0) * part,
          count: sum.count + Number(part === 1),
        })
      }
    }
    return best([...merged].map(([id, { score, weight, count }]) => ({
      id, score, share: count === wanted.length ? 1 : total > 0 ? weight / total * MOST_OF_SOME : 0,
    })))
  }

  /** What has a word or what stands for it; where nothing has, what has the half of it that is known. */
  #found(alternatives: Wanted, list: WordList | undefined): { hits: SearchResult[], part: number } {
    const hits = this.#index.search(this.#oneOf(alternatives), { boost: BOOST })
    const half = hits.length > 0 ? null : this.#knownHalf(alternatives, list)
    return half ? { hits: this.#index.search(this.#oneOf(half), { boost: BOOST }), part: HALF } : { hits, part: 1 }
  }

  /** Of a German compound, „Obdachlosenheim“, the longest beginning that the index or the list knows. */
  #knownHalf(alternatives: Wanted, list: WordList | undefined): Wanted | null {
    const [phrase = [], ...more] = alternatives
    const [word, ...others] = phrase.map(({ spellings }) => spellings[0]?.word)
    if (!word || others.length > 0 || more.length > 0) return null
    if (familyOf(this.language) !== 'de' || !/^\p{L}+$/u.test(word)) return null
    for (let length = word.length - SHORTEST_HALF; length >= SHORTEST_PART; length -= 1) {
      const half = this.#analysed(word.slice(0, length))
      const listed = list?.at([half], 0)
      if (listed || this.#isTerm(half)) return [[half], ...listed?.others ?? []]
    }
    return null
  }

  /** What is in few documents says more; what is in none would say most. */
  #rarity(documents: number): number {
    return Math.log(1 + this.#index.documentCount / Math.max(documents, 1))
  }

  /** Word by word: with all that means the same, joined where the index joins them, parted where it has parts only. */
  #wantedBy(words: Word[], list: WordList | undefined): Wanted[] {
    const wanted: Wanted[] = []
    for (let at = 0; at < words.length;) {
      const listed = list?.at(words, at)
      const length = listed?.length ?? this.#joinedAt(words, at)
      const phrase = words.slice(at, at + length)
      if (listed) wanted.push([phrase, ...listed.others])
      else if (length > 1) wanted.push([phrase, [joined(phrase, this.language)]])
      else wanted.push(...phrase.flatMap(word => this.#parted(word, list)))
      at += length
    }
    return wanted
  }

  /** How many words from a place on are one word in the index: „tiny house“, „Post Migration“. */
  #joinedAt(words: Word[], at: number): number {
    for (let length = MOST_JOINED; length > 1; length -= 1) {
      const phrase = words.slice(at, at + length)
      const isPhrase = phrase.length === length && phrase.every(isOfLetters)
      if (isPhrase && this.#isTerm(joined(phrase, this.language))) return length
    }
    return 1
  }

  /** A compound that nobody wrote so is looked for by the words of which it is made. */
  #parted(word: Word, list: WordList | undefined): Wanted[] {
    if (!isOfLetters(word) || word.spellings.some(whole => this.#isKnown(whole))) return [[[word]]]
    const parts = word.parts.map(part => this.#analysed(part.word))
    const made = parts.length > 0 ? parts : this.#halves(word, list)
    return made.map(part => [[part], ...list?.at([part], 0)?.others ?? []])
  }

  /** Two words of the index or of the list that together are this one; else the word itself. */
  #halves(whole: Word, list: WordList | undefined): Word[] {
    const word = whole.spellings[0]?.word ?? ''
    for (let at = word.length - SHORTEST_HALF; at >= SHORTEST_HALF; at -= 1) {
      const halves = [word.slice(0, at), word.slice(at)].map(half => this.#analysed(half))
      if (halves.every(half => this.#isTerm(half) || list?.at([half], 0))) return halves
    }
    return [whole]
  }

  /** A part of a word that was analysed. */
  #analysed(word: string): Word {
    return { spellings: [{ word, stem: stemOf(word, familyOf(this.language)) }], parts: [] }
  }

  #isTerm({ spellings }: Word): boolean {
    return spellings.some(({ word, stem }) => this.#terms.has(word) || this.#terms.has(stem))
  }

  /** One of the phrases, all its words. */
  #oneOf(phrases: Wanted): Query {
    return {
      combineWith: 'OR',
      queries: phrases.map(phrase => ({ combineWith: 'AND', queries: phrase.map(word => this.#inAnyForm(word)) })),
    }
  }

  /** The word in one piece, or all its parts. */
  #inAnyForm({ spellings, parts }: Word): Query {
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
   * The word itself, words that begin with it, words of which it is a part, names that sound so in another script;
   * where there are none, words that are nearly it.
   */
  #anyOf(word: string, stem: string): Query {
    if (word.startsWith('@')) return this.#date(word)
    const isNumber = /\d/.test(word)
    const longer = isNumber || stem.length < SHORTEST_PART ? [] : this.#termsWith(stem)
    const isKnown = isNumber || longer.length > 0 || this.#terms.has(word) || this.#terms.has(stem)
    const forms = [...new Set([word, stem])].map(form => ({
      ...exact(form),
      prefix: form.length >= SHORTEST_BEGINNING && !ARTICLE_ALONE.test(form),
      fuzzy: isKnown ? false : lettersWrong(form), weights: WEIGHTS,
    }))
    const swapped = isKnown ? [] : swaps(word).filter(term => this.#terms.has(term))
    const sounds = isNumber ? [] : this.#sounding(word, isKnown)
    return {
      combineWith: 'OR',
      queries: [
        ...forms,
        ...longer.map(term => ({ ...exact(term), boostTerm: () => WEIGHTS.part })),
        ...swapped.map(term => ({ ...exact(term), boostTerm: () => WEIGHTS.fuzzy })),
        ...sounds,
      ],
    }
  }

  /** Where nothing is of that day, what is of its month. */
  #date(word: string): Query {
    const month = monthOfDay(word)
    return exact(month && !this.#terms.has(word) ? month : word)
  }

  /** A name in the letters of another script; by a few consonants alone only where the word itself is unknown. */
  #sounding(word: string, isKnown: boolean): Query[] {
    const { whole, bones } = soundsAsked(word)
    const isCyrillic = (term: string) => term.startsWith('~c')
    return [...whole, ...bones]
      .filter(term => !isKnown || (!isCyrillic(term) && !(bones.includes(term) && term.length < LONG_BONES)))
      .map(term => ({ ...exact(term), prefix: isCyrillic(term), boostTerm: () => WEIGHTS.sound }))
  }

  #isKnown({ word, stem }: Token): boolean {
    return this.#terms.has(word) || this.#terms.has(stem) || this.#text().includes(`\n${stem}`)
      || (stem.length >= SHORTEST_PART && this.#termsWith(stem).length > 0)
  }

  /** Words of which a stem is a part, but not the beginning: those are found as such. */
  #termsWith(stem: string): string[] {
    const text = this.#text()
    const found: string[] = []
    for (let at = text.indexOf(stem); at >= 0 && found.length < MOST_COMPOUNDS;) {
      const [start, end] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)]
      if (at > start) found.push(text.slice(start, end))
      at = text.indexOf(stem, end)
    }
    return found
  }

  #text(): string {
    if (this.#termsInAll !== this.#terms.size) {
      this.#allTerms = ['', ...[...this.#terms].filter(isWritten), ''].join('\n')
      this.#termsInAll = this.#terms.size
    }
    return this.#allTerms
  }
}

/** What has not all that is asked for has less than all, also where the rest is too short to say something. */
const MOST_OF_SOME = 0.99

/** Those that have enough, the best first. */
function best(found: FoundText[]): FoundText[] {
  const most = found.reduce((share, hit) => Math.max(share, hit.share), 0)
  const least = most * (most === 1 ? LEAST_PART_OF_ALL : LEAST_PART_OF_SOME)
  return found
    .filter(({ share }) => share > 0 && share >= least)
    .sort((a, b) => Number(b.share === 1) - Number(a.share === 1) || b.score * b.share - a.score * a.share)
}

/** Dates and sounds are terms of the index, but no words. */
function isWritten(term: string): boolean {
  return !/^[@~]/.test(term)
}

interface ExactQuery {
  queries: string[]
  prefix: boolean
  fuzzy: false
  tokenize: (text: string) => string[]
}

function exact(term: string): ExactQuery {
  return { queries: [term], prefix: false, fuzzy: false, tokenize: text => [text] }
}

function isTelling(alternatives: Wanted): boolean {
  return alternatives.some(phrase =>
    phrase.some(({ spellings }) => spellings.some(({ word }) => word.length >= SHORTEST_TELLING)),
  )
}

function isOfLetters({ spellings }: Word): boolean {
  return spellings.every(({ word }) => /^\p{L}+$/u.test(word))
}

/** So many letters may be wrong, too many or missing. */
function lettersWrong({ length }: string): number | false {
  return length >= LONG_WORD ? 2 : length >= SHORTEST_TYPO ? 1 : false
}

/** Words in which two neighbouring letters changed places. */
function swaps(word: string): string[] {
  if (word.length < SHORTEST_PART || word.length >= LONG_WORD) return []
  return Array.from({ length: word.length - 1 }, (_, at) =>
    `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  )
}
