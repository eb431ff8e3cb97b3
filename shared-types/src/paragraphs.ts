/**
 * Whether a text still says what it said: paragraph by paragraph, by its words, numbers and signs, by where its links
 * lead, and by what it belongs to. Case, punctuation, marks of writing direction, formatting and the order and division
 * of paragraphs say nothing.
 */
import { diffArrays } from 'diff'
import { type Likeness, likenessOf, worst } from './likeness.js'
import { shownMarks } from './marks.js'
import { type Token, tokensOf } from './tokens.js'

/** A paragraph of a document, and where it stands: `lead`, `text/3`, `body/2/answer/0`. */
export interface Paragraph {
  place: string
  text: string
  /** Its text with its marks (see `marks.ts`), where it has any. */
  marked?: string
  /**
   * What it belongs to: the heading above it, the question and the speaker of an answer. Notes of earlier versions do
   * not have it: then only words are compared.
   */
  under?: readonly string[]
}

/** A paragraph that does not say what it said, or of which a machine cannot know. */
export interface ParagraphChange {
  /** As it is now; null where it is gone. */
  now: Paragraph | null
  /** As it was; null where it is new. */
  before: Paragraph | null
  /** Whether it has changed for certain, or somebody must look. */
  weight: Exclude<Likeness, 'same'>
}

/** The words of a text, as they are compared. */
export function wordsOf(text: string, language: string): string[] {
  return tokensOf(text, language).map(({ key }) => key)
}

/** What has changed between two states of a document in a language; nothing where the same is still said. */
export function changedParagraphs(
  before: readonly Paragraph[], now: readonly Paragraph[], language: string,
): ParagraphChange[] {
  const isOld = before.some(({ under }) => under === undefined)
  if (written(before, isOld) === written(now, isOld)) return []
  const [old, fresh] = [before, now].map(paragraphs => partsOf(paragraphs, language, isOld))
  if (!old || !fresh || allKeys(old) === allKeys(fresh)) return []
  const { rest, added, pairs } = withoutSame(old, fresh)
  const changes
    = rest.length === 0 && added.length === 0 ? [] : compareTokens({ rest, added, pairs, all: fresh, language })
  const known = new Set(changes.map(change => change.now))
  const moved = isOld ? [] : movedUnderOthers(pairs, old, fresh)
  return [...changes, ...moved.filter(change => !known.has(change.now))]
}

/** Most texts are as they were: that is known without looking at their words. */
function written(paragraphs: readonly Paragraph[], isOld: boolean): string {
  return JSON.stringify(
    paragraphs.map(({ text, marked, under }) => (isOld ? text : [marked ?? text, under])).filter(text => text !== ''),
  )
}

/** A paragraph in its tokens. */
interface Part {
  paragraph: Paragraph
  tokens: Token[]
  key: string
  under: string[]
}

/** Paragraphs that say something. */
function partsOf(paragraphs: readonly Paragraph[], language: string, isOld: boolean): Part[] {
  return paragraphs.flatMap((paragraph) => {
    const tokens = tokensOf((isOld ? null : paragraph.marked) ?? paragraph.text, language)
    const under = (paragraph.under ?? []).map(text => keyOf(tokensOf(text, language)))
    return tokens.length > 0 ? [{ paragraph, tokens, key: keyOf(tokens), under }] : []
  })
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ')
}

function allKeys(parts: readonly Part[]): string {
  return parts.map(({ key }) => key).join(' ')
}

/** Parts that say the same. */
type Pair = [before: Part, now: Part]

/** Leaves out what stands on both sides, wherever it stands; best of all where it belongs to the same. */
function withoutSame(before: Part[], now: Part[]): { rest: Part[], added: Part[], pairs: Pair[] } {
  const known = Map.groupBy(before, ({ key }) => key)
  const pairs: Pair[] = []
  const takeAt = (part: Part, isWanted: (candidate: Part) => boolean) => {
    const same = takeOut(known.get(part.key) ?? [], isWanted)
    if (same) pairs.push([same, part])
    return same !== null
  }
  const elsewhere = now.filter(part => !takeAt(part, ({ under }) => isSame(under, part.under)))
  const added = elsewhere.filter(part => !takeAt(part, () => true))
  const left = new Set([...known.values()].flat())
  return { rest: before.filter(part => left.has(part)), added, pairs }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}

function takeOut<Entry>(entries: Entry[], isWanted: (entry: Entry) => boolean): Entry | null {
  const index = entries.findIndex(isWanted)
  return index < 0 ? null : entries.splice(index, 1)[0] ?? null
}

/**
 * What says the same and belongs to something else. A heading that is new or gone is told by itself, and one that is a
 * paragraph now, or was one, is no other heading.
 */
function movedUnderOthers(pairs: readonly Pair[], before: readonly Part[], now: readonly Part[]): ParagraphChange[] {
  const [old, fresh] = [before, now].map(parts => new Set(parts.flatMap(({ under }) => under)))
  return pairs
    .filter(([was, is]) => !isSame(was.under, is.under))
    .filter(([was, is]) => was.under.every(text => fresh?.has(text)) && is.under.every(text => old?.has(text)))
    .map(([was, is]) => ({ now: is.paragraph, before: was.paragraph, weight: 'changed' }))
}

interface Side {
  parts: Part[]
  tokens: Token[]
  /** For each token the part in which it stands. */
  owners: number[]
}

function sideOf(parts: Part[]): Side {
  return {
    parts, tokens: parts.flatMap(({ tokens }) => tokens),
    owners: parts.flatMap(({ tokens }, index) => tokens.map(() => index)),
  }
}

interface Comparison {
  rest: Part[]
  added: Part[]
  /** Gets those whose words are the same, though divided otherwise. */
  pairs: Pair[]
  all: readonly Part[]
  language: string
}

/** What is known of a part after its words were aligned with those of the other side. */
interface Candidate {
  weight: Likeness
  /** The parts of the other side with which it shares words. */
  partners: Set<number>
}

/**
 * Aligns the tokens of both sides, so that a paragraph that was only divided or joined is not taken for a changed one.
 */
function compareTokens({ rest, added, pairs, all, language }: Comparison): ParagraphChange[] {
  const [old, fresh] = [sideOf(rest), sideOf(added)]
  const was = rest.map((): Candidate => ({ weight: 'same', partners: new Set() }))
  const is = added.map((): Candidate => ({ weight: 'same', partners: new Set() }))
  const used = new Set(all.flatMap(({ tokens }) => tokens.map(({ key }) => key)))
  const join = (at: number, to: number) => {
    is[fresh.owners[to] ?? 0]?.partners.add(old.owners[at] ?? 0)
    was[old.owners[at] ?? 0]?.partners.add(fresh.owners[to] ?? 0)
  }
  for (const { at, until, to, end, isKept } of align(old.tokens, fresh.tokens)) {
    const [gone, come] = [old.tokens.slice(at, until), fresh.tokens.slice(to, end)]
    const [side, from, behind] = gone.length > 0 ? [old, at, until] : [fresh, to, end]
    const likeness = isKept
      ? 'same'
      : likenessOf({
          before: gone, now: come, left: side.tokens.slice(0, from), right: side.tokens.slice(behind), language,
          isStillUsed: key => used.has(key),
        })
    for (const owner of new Set(old.owners.slice(at, until))) weigh(was[owner], likeness)
    for (const owner of new Set(fresh.owners.slice(to, end))) weigh(is[owner], likeness)
    if (likeness !== 'changed' && gone.length > 0)
      for (const step of come.keys()) join(at + Math.min(step, gone.length - 1), to + step)
  }
  return changesFrom({ old, fresh, was, is, pairs })
}

function weigh(found: Candidate | undefined, likeness: Likeness): void {
  if (found) found.weight = worst(found.weight, likeness)
}

/** A text that was written anew would be compared for long: then nothing of it counts as kept. */
const MOST_EDITS = 300

/** Tokens of both sides that are the same, or that stand in each other's place. */
interface Stretch {
  at: number
  until: number
  to: number
  end: number
  isKept: boolean
}

function align(old: Token[], fresh: Token[]): Stretch[] {
  const parts = diffArrays(old.map(({ key }) => key), fresh.map(({ key }) => key), { maxEditLength: MOST_EDITS })
    ?? [{ count: old.length, added: false, removed: true }, { count: fresh.length, added: true, removed: false }]
  const stretches: Stretch[] = []
  let [at, to] = [0, 0]
  for (const { count, added, removed } of parts) {
    const isKept = !added && !removed
    const [until, end] = [added ? at : at + count, removed ? to : to + count]
    const last = stretches.at(-1)
    if (last && !isKept && !last.isKept) Object.assign(last, { until, end })
    else stretches.push({ at, until, to, end, isKept })
    at = until
    to = end
  }
  return stretches
}

function changesFrom({
  old, fresh, was, is, pairs,
}: {
  old: Side
  fresh: Side
  was: Candidate[]
  is: Candidate[]
  pairs: Pair[]
}): ParagraphChange[] {
  const gone = old.parts.filter((_, index) => was[index]?.partners.size === 0)
  const changes = fresh.parts.flatMap((part, index): ParagraphChange[] => {
    const { weight, partners } = is[index] ?? { weight: 'changed', partners: new Set<number>() }
    const sources = [...partners]
    if (sources.length === 0) {
      const replaced = takeOut(gone, ({ paragraph }) => paragraph.place === part.paragraph.place)
      return weight === 'same' && !replaced ? [] : [changeOf(replaced, part, 'changed')]
    }
    const weightOf = (source: number) => was[source]?.weight ?? 'same'
    const all = worst(weight, ...sources.map(weightOf))
    const weightiest = sources.find(source => weightOf(source) === all) ?? sources[0] ?? 0
    const source = old.parts[weightiest]
    if (all !== 'same') return [changeOf(source ?? null, part, all)]
    if (source) pairs.push([source, part])
    return []
  })
  const lost = gone.filter(part => was[old.parts.indexOf(part)]?.weight !== 'same')
  return [...changes, ...lost.map(part => changeOf(part, null, 'changed'))]
}

function changeOf(before: Part | null, now: Part | null, weight: Likeness): ParagraphChange {
  return { now: now?.paragraph ?? null, before: before?.paragraph ?? null, weight: weight === 'check' ? 'check' : 'changed' }
}

/** The texts of a change as people are shown them: where the words are the same, with what is not. */
export function shownTexts({ now, before }: Pick<ParagraphChange, 'now' | 'before'>): Record<'now' | 'before', string | null> {
  const shownBy = (write: (paragraph: Paragraph) => string) => ({
    now: now && write(now), before: before && write(before),
  })
  const ways = [({ text }: Paragraph) => text, withMarks, withHeadings]
  const shown = ways.map(shownBy)
  return shown.find(texts => texts.now !== texts.before && texts.now !== '' && texts.before !== '') ?? shownBy(withMarks)
}

function withMarks({ text, marked }: Paragraph): string {
  return shownMarks(marked ?? text)
}

function withHeadings(paragraph: Paragraph): string {
  return [...(paragraph.under ?? []), withMarks(paragraph)].join(' › ')
}
