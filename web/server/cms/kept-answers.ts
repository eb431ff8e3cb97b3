/** The last good answer to each question, on shelves of their own, so that no kind pushes out another. */
import { LRUCache } from 'lru-cache'
import { ChangeMemory, isMadeOf, type Made } from 'shared-types'
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

/** An answer as it came. */
interface ObtainedAnswer extends Made {
  answer: object
  /** When it was obtained, in milliseconds of `performance.now()`. */
  obtainedOn: number
  characters: number
  /** The day on which it was obtained: what counts from today is another thing tomorrow. */
  day: string
}

/** An answer as it is kept. */
export interface KeptAnswer extends ObtainedAnswer {
  /** Whether something of what it was made of is different now. */
  isOutdated: boolean
  /** When the cms last let somebody wait for a newer one in vain, in milliseconds of `performance.now()`. */
  heldUpOn?: number
}

const changes = new ChangeMemory()

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

/** outdate notes that an entry of the ledger has changed what these keys name, null for everything. */
export function outdate(number: number, keys: string[] | null): void {
  changes.note(number, keys)
  for (const kept of allKept()) kept.isOutdated ||= kept.position < number && isMadeOf(kept, keys)
}

/** outdateBefore notes that nothing is known of what changed until an entry. */
export function outdateBefore(number: number): void {
  changes.forgetUntil(number)
  for (const kept of allKept()) kept.isOutdated ||= kept.position < number
}

/** outdateAll lets everything be asked for anew, and be shown until that is answered. */
export function outdateAll(): void {
  for (const kept of allKept()) kept.isOutdated = true
}

function* allKept(): Generator<KeptAnswer> {
  for (const shelf of [...Object.values(shelves), absent]) yield* shelf.values()
}

/** isOvertaken is true where something changed while an answer was on its way, or what was made of it. */
export function isOvertaken(made: Made): boolean {
  return changes.hasOvertaken(made)
}

/** holdsUntil is the number of the last entry that is known to have changed nothing of what an answer is made of. */
export function holdsUntil({ position, isOutdated }: KeptAnswer): number {
  return isOutdated ? position : Math.max(position, changes.newest)
}

/** Notes that a question is asked now. What is called with the answer keeps it, and returns it as it is kept. */
export function keeperOf({ key, shelf }: Question): (obtained: ObtainedAnswer) => KeptAnswer {
  const since = forgotten
  return (obtained) => {
    const kept = { ...obtained, isOutdated: isOvertaken(obtained) }
    if (since !== forgotten) return kept
    const [place, other]
      = shelf !== 'lasting' && isNothing(kept.answer) ? [absent, shelves[shelf]] : [shelves[shelf], absent]
    other.delete(key)
    place.set(key, kept)
    return kept
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
