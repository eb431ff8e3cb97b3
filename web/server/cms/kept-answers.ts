/** The last good answer to each question, on shelves of their own, so that no kind pushes out another. */
import { LRUCache } from 'lru-cache'
import type { Question } from './question'

/** Answers for pages. */
const MAX_ANSWERS = 2000
/** What they may come to together, as text. */
const MAX_CHARACTERS = 64_000_000
/** Answers to what readers choose or type: there are endlessly many such questions. */
const MAX_CHOSEN_ANSWERS = 200
const MAX_CHOSEN_CHARACTERS = 16_000_000
/** That there is nothing: there are endlessly many addresses that are none. */
const MAX_ABSENT_ANSWERS = 2000
const MAX_ABSENT_CHARACTERS = 4_000_000

/** An answer as it is kept. */
export interface KeptAnswer {
  answer: object
  /** When it was obtained, in milliseconds of `performance.now()`. */
  obtainedOn: number
  characters: number
}

/**
 * Where an answer stands: `lasting` never falls out and has one place for each language (the site, the menu);
 * `pages` are what has an address; `chosen` is what readers choose or type; `found` is what the search says.
 */
export type Shelf = 'lasting' | 'pages' | 'chosen' | 'found'

const shelves = {
  lasting: new Map<string, KeptAnswer>(),
  pages: lruShelf(MAX_ANSWERS, MAX_CHARACTERS),
  chosen: lruShelf(MAX_CHOSEN_ANSWERS, MAX_CHOSEN_CHARACTERS),
  found: lruShelf(MAX_CHOSEN_ANSWERS, MAX_CHOSEN_CHARACTERS),
}
const absent = lruShelf(MAX_ABSENT_ANSWERS, MAX_ABSENT_CHARACTERS)

/** Counts how often everything was forgotten: what was asked before that is not kept after it. */
let forgotten = 0

/** The answer that is kept for a question, unless it is older than an answer to it may be. */
export function keptAnswer(question: Question): KeptAnswer | undefined {
  const kept = shelves[question.shelf].get(question.key) ?? absent.get(question.key)
  return kept && performance.now() - kept.obtainedOn <= question.greatestAge ? kept : undefined
}

/** Notes that a question is asked now. What is called with the answer keeps it. */
export function keeperOf({ key, shelf }: Question): (kept: KeptAnswer) => void {
  const since = forgotten
  return (kept) => {
    if (since !== forgotten) return
    const [place, other]
      = shelf !== 'lasting' && isNothing(kept.answer) ? [absent, shelves[shelf]] : [shelves[shelf], absent]
    other.delete(key)
    place.set(key, kept)
  }
}

/** Forgets every answer; what is on its way is not kept when it comes. */
export function forgetAll(): void {
  forgotten += 1
  for (const shelf of [...Object.values(shelves), absent]) shelf.clear()
}

function lruShelf(max: number, maxSize: number): LRUCache<string, KeptAnswer> {
  return new LRUCache<string, KeptAnswer>({
    max, maxSize, sizeCalculation: ({ characters }) => Math.max(1, characters),
  })
}

/** An operation asks first for what it is about: where that is not there, the answer says that there is nothing. */
function isNothing(answer: object): boolean {
  const [first] = Object.values(answer)
  return first === null || (Array.isArray(first) && first.length === 0)
}
