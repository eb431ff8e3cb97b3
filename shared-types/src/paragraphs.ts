/**
 * Whether a text still says what it said: paragraph by paragraph, by its words alone. Case, punctuation, marks of
 * writing direction, formatting and the order and division of paragraphs say nothing; a number, a sign before it and a
 * „nicht“ do.
 */
import { diffArrays } from 'diff'

/** A paragraph of a document, and where it stands: `lead`, `text/3`, `body/2/answer/0`. */
export interface Paragraph {
  place: string
  text: string
}

/** A paragraph that does not say what it said. */
export interface ParagraphChange {
  /** As it is now; null where it is gone. */
  now: Paragraph | null
  /** As it was; null where it is new. */
  before: Paragraph | null
}

/**
 * Words, numbers, and what changes the meaning of a number: its unit, a comparison, a sign before it that is no dash
 * between two.
 */
const WORD
  = /\p{L}[\p{L}\p{M}\p{N}']*|\p{N}+(?:[.,:/]\p{N}+)*|[%‰§°]|\p{Sc}|[<>≤≥≠=±](?=\s?\p{N})|(?<![\p{L}\p{N}.%)])[-+](?=\p{N})/gu
/**
 * Marks that are not seen: soft hyphens, joiners, writing directions; and the line that only stretches an Arabic word.
 */
const UNSEEN = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** The words of a text, small, as they are compared. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replaceAll('’', '\'')
    .replaceAll('−', '-')
    .replaceAll('–', '-')
    .toLowerCase()
  return plain.match(WORD) ?? []
}

/** What has changed between two states of a document; nothing where the same words are still said. */
export function changedParagraphs(before: readonly Paragraph[], now: readonly Paragraph[]): ParagraphChange[] {
  if (allText(before) === allText(now) || allWords(before) === allWords(now)) return []
  const [rest, added] = withoutSame(before, now)
  return rest.length === 0 && added.length === 0 ? [] : compareWords(rest, added)
}

function allText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n')
}

function allWords(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(keyOf).filter(Boolean).join(' ')
}

/** Leaves out what stands on both sides, wherever it stands, and what has no words. */
function withoutSame(before: readonly Paragraph[], now: readonly Paragraph[]): [Paragraph[], Paragraph[]] {
  const known = Map.groupBy(before, keyOf)
  const added = now.filter((paragraph) => {
    const same = known.get(keyOf(paragraph))
    return !same?.pop()
  })
  const left = new Set([...known.values()].flat())
  return [
    before.filter(paragraph => left.has(paragraph) && keyOf(paragraph) !== ''),
    added.filter(paragraph => keyOf(paragraph) !== ''),
  ]
}

function keyOf({ text }: Paragraph): string {
  return wordsOf(text).join(' ')
}

interface Side {
  paragraphs: Paragraph[]
  words: string[]
  /** For each word the paragraph in which it stands. */
  owners: number[]
}

function sideOf(paragraphs: Paragraph[]): Side {
  const words = paragraphs.map(({ text }) => wordsOf(text))
  return { paragraphs, words: words.flat(), owners: words.flatMap((own, index) => own.map(() => index)) }
}

/**
 * Aligns the words of both sides, so that a paragraph that was only divided or joined is not taken for a changed one.
 */
function compareWords(before: Paragraph[], now: Paragraph[]): ParagraphChange[] {
  const [old, fresh] = [sideOf(before), sideOf(now)]
  const origins = now.map(() => new Set<number>())
  const lost = new Set<number>()
  const gained = new Set<number>()
  let [at, to] = [0, 0]
  for (const { count, added, removed } of align(old.words, fresh.words)) {
    for (let step = 0; step < count; step += 1) {
      if (!added && !removed) origins[fresh.owners[to + step] ?? 0]?.add(old.owners[at + step] ?? 0)
      if (removed) lost.add(old.owners[at + step] ?? 0)
      if (added) gained.add(fresh.owners[to + step] ?? 0)
    }
    if (!added) at += count
    if (!removed) to += count
  }
  return changesFrom({ old, fresh, origins, lost, gained })
}

/** A text that was written anew would be compared for long: then nothing of it counts as kept. */
const MOST_EDITS = 300

function align(old: string[], fresh: string[]): { count: number, added: boolean, removed: boolean }[] {
  return diffArrays(old, fresh, { maxEditLength: MOST_EDITS })
    ?? [{ count: old.length, added: false, removed: true }, { count: fresh.length, added: true, removed: false }]
}

function changesFrom({
  old, fresh, origins, lost, gained,
}: {
  old: Side
  fresh: Side
  origins: Set<number>[]
  lost: Set<number>
  gained: Set<number>
}): ParagraphChange[] {
  const kept = new Set(origins.flatMap(origin => [...origin]))
  const gone = old.paragraphs.filter((_, index) => !kept.has(index))
  const changes = fresh.paragraphs.flatMap((paragraph, index): ParagraphChange[] => {
    const sources = [...(origins[index] ?? [])]
    if (sources.length === 0)
      return [{ now: paragraph, before: takeOut(gone, ({ place }) => place === paragraph.place) }]
    if (!gained.has(index) && !sources.some(source => lost.has(source))) return []
    return [
      { now: paragraph, before: old.paragraphs[sources.find(source => lost.has(source)) ?? sources[0] ?? 0] ?? null },
    ]
  })
  return [...changes, ...gone.map(paragraph => ({ now: null, before: paragraph }))]
}

/** Only what stood at the same place can have been replaced; anything else is gone, and the other new. */
function takeOut(paragraphs: Paragraph[], isWanted: (paragraph: Paragraph) => boolean): Paragraph | null {
  const index = paragraphs.findIndex(isWanted)
  return index < 0 ? null : paragraphs.splice(index, 1)[0] ?? null
}
