/** Words that mean the same, as editors write them down: a group in each line, its words parted by commas. */
import { analysed, type Word } from './analyse'
import { askedWords } from './question'

/** A word or several, one after the other. */
type Phrase = Word[]

const LONGEST_PHRASE = 5

interface Place {
  phrase: Phrase
  others: Phrase[]
}

export class WordList {
  /** By the stems of their first words. */
  readonly #places = new Map<string, Place[]>()

  constructor(text: string, private readonly language: string) {
    for (const line of text.split('\n')) {
      const phrases = line
        .split(/[,;،؛]/)
        .map(phrase => askedWords(phrase, language))
        .filter(phrase => phrase.length > 0)
      for (const phrase of phrases)
        this.#add({ phrase, others: phrases.filter(other => other !== phrase) })
    }
  }

  #add(place: Place): void {
    for (const stem of new Set(place.phrase[0]?.spellings.map(spelling => spelling.stem) ?? []))
      this.#places.set(stem, [...this.#places.get(stem) ?? [], place])
  }

  /** The longest phrase of the list that stands at a place of a question, and all that means the same. */
  at(words: readonly Word[], start: number): { length: number, others: Phrase[] } | null {
    for (let length = Math.min(LONGEST_PHRASE, words.length - start); length > 0; length -= 1) {
      const asked = words.slice(start, start + length)
      const others = [...this.#meaning(asked), ...length > 1 ? this.#meaning([joined(asked, this.language)]) : []]
      if (others.length > 0) return { length, others }
    }
    return null
  }

  #meaning(asked: Phrase): Phrase[] {
    const places = asked[0]?.spellings.flatMap(({ stem }) => this.#places.get(stem) ?? []) ?? []
    return places
      .filter(({ phrase }) => phrase.length === asked.length)
      .filter(({ phrase }) => phrase.every((word, index) => isSame(word, asked[index])))
      .flatMap(({ others }) => others)
  }
}

/** Several words written as one: „post migration“ is „postmigration“; a Persian word may have a blank in it. */
export function joined(phrase: readonly Word[], language: string): Word {
  return analysed(phrase.map(({ spellings }) => spellings[0]?.word ?? '').join(''), language)
}

function isSame(one: Word, other: Word | undefined): boolean {
  return other?.spellings.some(({ stem }) => one.spellings.some(spelling => spelling.stem === stem)) ?? false
}
