/** Finds people in texts, however their names are written there. */
import { fold, foldWithPlaces } from './folded'
import { doubtfulSpellings, isAbbreviation, type Spelling, spellingsOf, surnameOf } from './spellings'

/** What stands in the place of a name: nomen nescio. */
export const NAMELESS = 'N. N.'

/** A stretch of the original text. */
export interface Span {
  start: number
  end: number
}

/** Slugs and words of closed lists: a name of several words is found in them, a single word is not. */
const TOKEN = /^[a-z0-9_-]+$/
/** What is one piece although it is made of several: if a name is in it, it goes as a whole. */
const PIECES = /[#@][\p{L}\p{N}_]+|[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}.\-]+\p{L}|(?:https?:\/\/|www\.)[^\s<>"]+/gu
/** “Müller-Preis” speaks of Müller, “Müller-Weber” is somebody else. */
const SPOKEN_OF
  = /^-(?:preis|interview|gesprach|schule|stra(?:ss|ß)e|platz|fan|zitat|rede|buch|team|projekt|foto|bild|portrat|text|beitrag|vortrag|lesung|stiftung|film)/u

type ByKey = ReadonlyMap<string, Spelling[]>

export class NameMatcher {
  readonly #spellings: ByKey
  /** Names of those who are shown, in which a name that is looked for may stand. */
  readonly #others: Spelling[]
  /** The doubtful ones among them. */
  readonly #all: ByKey

  /** Looks for these names; of those in `shown`, others, nothing is taken. */
  constructor(names: readonly string[], shown: readonly string[] = []) {
    const surnames = new Set(shown.map(surnameOf))
    const certain = names.flatMap(name => spellingsOf(name, surnames.has(surnameOf(name))))
    this.#spellings = byKey(certain)
    this.#others = shown.flatMap(name => spellingsOf(name, true).slice(0, 2))
    this.#all = byKey([...names.flatMap(doubtfulSpellings), ...certain])
  }

  /** Whether it is worth looking at a text, and at each of many that stand in it: what says no is certain. */
  isPossiblyIn(text: string): boolean {
    const plain = withoutGaps(fold(text))
    return [...this.#spellings.keys()].some(key => plain.includes(key))
  }

  /** Where the names stand: in order, none within another. */
  find(text: string): Span[] {
    return this.#search(text, this.#spellings, true)
  }

  /** What may mean them and may mean somebody else: half of a name, and what looks like the name of others. */
  doubts(text: string): Span[] {
    const certain = this.find(text)
    const all = this.#search(text, this.#all, false)
    return all.filter(span => !certain.some(other => span.start < other.end && other.start < span.end))
  }

  /** The text without them. */
  clean(text: string): string {
    const spans = this.find(text)
    return spans.length === 0 ? text : replaced(text, spans)
  }

  #search(text: string, spellings: ByKey, isStrict: boolean): Span[] {
    const plain = withoutGaps(fold(text))
    const isToken = TOKEN.test(text)
    const asked = [...spellings]
      .flatMap(([key, its]) => plain.includes(key) ? its : [])
      .filter(({ isInAddresses }) => isInAddresses || !isToken)
    if (asked.length === 0) return []
    const { at, text: folded } = foldWithPlaces(text)
    const found = asked.flatMap(spelling => matchesOf(spelling.pattern, folded)
      .filter(match => !isStrict || isMeant(spelling, match, text, { folded, at })))
    const others = isStrict ? this.#othersIn(folded) : []
    const own = found.filter(match => !others.some(other => isWithin(match, other)))
    return merged([...own, ...piecesAround(folded, own)]).map(({ start, end }) => ({ start: at(start), end: at(end) }))
  }

  #othersIn(folded: string): Span[] {
    return this.#others.filter(({ key }) => folded.includes(key)).flatMap(({ pattern }) => matchesOf(pattern, folded))
  }
}

function byKey(spellings: Spelling[]): ByKey {
  return Map.groupBy(spellings, ({ key }) => key)
}

/** As keys are looked for: between initials there may be a blank. */
function withoutGaps(folded: string): string {
  return folded.replaceAll(/\.\s/g, '.')
}

export function replaced(text: string, spans: readonly Span[]): string {
  let clean = ''
  let end = 0
  for (const span of spans) {
    clean += text.slice(end, span.start) + NAMELESS
    end = span.end
  }
  return clean + text.slice(end)
}

function matchesOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }))
}

interface Original {
  folded: string
  at: (place: number) => number
}

/** Whether a match means the person: not a part of a double name, and written as such a short form is. */
function isMeant(
  { needs, hasUmlaut }: Spelling, { start, end }: Span, text: string, { folded, at }: Original,
): boolean {
  const letters = text.slice(at(start), at(end))
  if (hasUmlaut && !/[aou]\u0308/iu.test(letters.normalize('NFKD'))) return false
  if (
    needs === 'capitals'
    && (!/^\p{Lu}/u.test(letters) || /[,،]\s*\p{Ll}$/u.test(letters) || /(?:^|[\s.,-])\p{Ll}\./u.test(letters) || isAbbreviation(folded.slice(start, end)))
  )
    return false
  if (needs === 'handle' && !isHandle(text, { start: at(start), end: at(end) })) return false
  // “Anna und Wald” are two, “Anna Maria Wald” is one.
  if (needs === 'middle' && !/^\S+\s+\p{Lu}/u.test(letters)) return false
  const [before, after] = [text.slice(0, at(start)), text.slice(at(end))]
  const isCapital = /^\p{Lu}/u.test(letters)
  const isDouble = /^[-‐‑]\p{Lu}/u.test(after) && !SPOKEN_OF.test(fold(after.slice(0, 20)))
  return !(isCapital && (isDouble || /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+[-‐‑]$/u.test(before)))
}

/** Written in one: as a hashtag, a handle, an address of mail, a file, with a capital or what nobody sees inside. */
function isHandle(text: string, { start, end }: Span): boolean {
  return (
    /[#@/]$/u.test(text.slice(0, start))
    || /^(?:@|[._-]\w)/u.test(text.slice(end))
    || /\p{Ll}\p{Lu}/u.test(text.slice(start, end))
    || /[\p{L}\p{M}](?!\u00ad)\p{Cf}\p{L}/u.test(text.slice(start, end))
  )
}

function isWithin(match: Span, other: Span): boolean {
  return other.start <= match.start && match.end <= other.end && other.end - other.start > match.end - match.start
}

function piecesAround(folded: string, found: Span[]): Span[] {
  return found.length === 0
    ? []
    : matchesOf(PIECES, folded).filter(piece =>
        found.some(({ start, end }) => piece.start <= start && end <= piece.end),
      )
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}
