/**
 * What a version of a document says that another does not: which of its facts, and which words of its texts. Both are
 * answers to the same question of the contract, perhaps to an earlier form of it: what one of them was not asked for is
 * no change.
 */
import { asList, valueAt } from './foreign.js'
import { shownMarks } from './marks.js'
import { changedParagraphs, type Paragraph } from './paragraphs.js'
import { type NotedParagraph, richTextParagraphs } from './rich-text.js'
import { markedWords, type MarkedWords } from './word-changes.js'

/** What a difference is: a fact; words that say something else; the spelling of words; what is no word. */
export type DifferenceKind = 'fact' | 'text' | 'spelling' | 'form'

/** An attribute of a document that differs between two of its versions. */
export interface VersionDifference {
  /** Name of the attribute. */
  field: string
  kind: DifferenceKind
  /** Of a fact, as the contract answers it: what was said before and is not now, and what is said now and was not. */
  gone: unknown[]
  come: unknown[]
  /** Of a text: its paragraphs in which something differs, with the words that came and went. */
  paragraphs: MarkedWords[][]
  /** Of a text: how many words came or went. */
  words: number
  /** Of a text: code of its language. */
  locale: string
}

/** Texts, by the names of their attributes. What is written in a few words, such as costs, is a fact. */
const TEXTS = [
  'title', 'summary', 'lead', 'kicker', 'text', 'byline', 'translationCredit', 'note', 'reason', 'description', 'part',
  'function', 'question', 'speaker', 'answer', 'quote', 'attribution', 'transcript',
]
/** What follows from something else, or is said of the answer and not of the document. */
const DERIVED = [
  'documentId', 'slug', 'locale', 'languages', 'translationOrigin', 'translationState', 'inSourceLanguage',
  'schemaType', 'isExample', 'onShortTimeline', 'createdAt', 'countsFrom', 'strand', 'nameLocale',
]
/** Documents without a slug: which it is counts, and not what is said of it elsewhere. */
const OTHERS = ['source', 'cover', 'image', 'images', 'file']

/** What differs between two versions, in the order of the newer one's attributes. */
export function versionDifferences(before: object, now: object, language: string): VersionDifference[] {
  const [old, fresh] = [withoutUnasked(before, now), withoutUnasked(now, before)]
  const fields = Object.keys(fresh).filter(field => !DERIVED.includes(field) && field in old)
  return fields.flatMap((field) => {
    const values = { field, before: valueAt(old, field), now: valueAt(fresh, field) }
    return isText(field, values) ? textDifference(values, language) : partsDifference(values, language)
  })
}

interface Values {
  field: string
  before: unknown
  now: unknown
}

function isText(field: string, { before, now }: Omit<Values, 'field'>): boolean {
  return TEXTS.includes(field) && [before, now].every(value => value === null || typeof value !== 'object' || Array.isArray(value))
}

/** Of lists with entries that are documents: which came and went, what differs in the others, and in their texts. */
function partsDifference({ field, before, now }: Values, language: string): VersionDifference[] {
  if (field === 'body' && [before, now].some(Array.isArray)) return bodyDifference({ field, before, now }, language)
  const [old, fresh] = [entriesIn(before), entriesIn(now)]
  const pairs = old.flatMap((entry) => {
    const same = fresh.find(other => idOf(other) !== null && idOf(other) === idOf(entry))
    return same && isPart(entry) ? [[entry, same] as const] : []
  })
  const texts = pairs.flatMap(([entry, same]) =>
    Object.keys(same).filter(name => TEXTS.includes(name)).flatMap(name =>
      textDifference(
        { field, before: valueAt(entry, name), now: valueAt(same, name) }, String(valueAt(same, 'locale') ?? language),
      ),
    ),
  )
  const paired = new Set<unknown>(pairs.flat())
  const keyOf = (entry: unknown) => JSON.stringify(identified(entry, { isPaired: paired.has(entry), name: field }))
  const [oldKeys, freshKeys] = [old.map(keyOf), fresh.map(keyOf)]
  const gone = old.filter((_, index) => !freshKeys.includes(oldKeys[index] ?? ''))
  const come = fresh.filter((_, index) => !oldKeys.includes(freshKeys[index] ?? ''))
  const fact: VersionDifference = { field, kind: 'fact', gone, come, paragraphs: [], words: 0, locale: language }
  return [...gone.length + come.length > 0 ? [fact] : [], ...texts]
}

function entriesIn(value: unknown): unknown[] {
  return asList(value).filter(entry => entry !== null && entry !== undefined && entry !== '')
}

function idOf(entry: unknown): unknown {
  return valueAt(entry, 'documentId') ?? null
}

/** Part of the document itself, and not another one that is only named. */
function isPart(entry: unknown): entry is object {
  return idOf(entry) !== null && valueAt(entry, 'slug') === undefined
}

/** What says which something is, in one order of names; of a paired entry without its texts, which are compared. */
function identified(value: unknown, { isPaired = false, name = '' } = {}): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => identified(entry, { name }))
  if (typeof value !== 'object' || value === null) return value
  const [slug, id] = [valueAt(value, 'slug'), idOf(value)]
  if (slug !== undefined || OTHERS.includes(name)) return id ?? slug ?? valueAt(value, 'url')
  const names = Object.keys(value).filter(key => !DERIVED.includes(key) && !(isPaired && TEXTS.includes(key)))
  return names.sort().map(key => [key, identified(valueAt(value, key), { name: key })])
}

/** The blocks of an article: their words, and what of them is no text. */
function bodyDifference({ field, before, now }: Values, language: string): VersionDifference[] {
  const bare = (blocks: unknown) =>
    entriesIn(blocks).map(block => ({ block, key: withoutTexts(block) })).filter(({ key }) => key !== '')
  const [old, fresh] = [bare(before), bare(now)]
  const missingIn = (blocks: typeof old, others: typeof old) =>
    blocks.filter(({ key }) => others.every(other => other.key !== key)).map(({ block }) => block)
  const [gone, come] = [missingIn(old, fresh), missingIn(fresh, old)]
  const fact: VersionDifference = { field, kind: 'fact', gone, come, paragraphs: [], words: 0, locale: language }
  return [
    ...textDifference({ field: 'text', before: blockParagraphs(before), now: blockParagraphs(now) }, language),
    ...gone.length + come.length > 0 ? [fact] : [],
  ]
}

/** A block by its pictures, files and addresses; empty where it is nothing but text. */
function withoutTexts(block: unknown): string {
  const names = Object.keys(Object(block)).filter(name => name !== '__typename' && !TEXTS.includes(name)).sort()
  return names.length > 0 ? JSON.stringify(names.map(name => [name, identified(valueAt(block, name), { name })])) : ''
}

/** The parts of a block belong together: an answer to its question and speaker, words to whom they are from. */
function blockParagraphs(blocks: unknown): NotedParagraph[] {
  return entriesIn(blocks).flatMap((block, index) => {
    const parts = TEXTS.filter(name => name in Object(block)).map(name => ({
      isLine: typeof valueAt(block, name) === 'string',
      paragraphs: paragraphsOf(valueAt(block, name), `body/${index}/${name}`),
    }))
    return parts.flatMap((part) => {
      const lines = parts.filter(other => other !== part && other.isLine).flatMap(({ paragraphs }) => paragraphs)
      const belongsTo = lines.map(({ text }) => text)
      return part.paragraphs.map(paragraph => ({ ...paragraph, under: [...belongsTo, ...paragraph.under] }))
    })
  })
}

function paragraphsOf(value: unknown, place: string): NotedParagraph[] {
  if (typeof value === 'string') return value === '' ? [] : [{ place, text: value, under: [] }]
  return Array.isArray(value) && value.every(isParagraph) ? value : richTextParagraphs(value, place)
}

function isParagraph(value: unknown): value is NotedParagraph {
  return valueAt(value, 'under') !== undefined
}

function textDifference({ field, before, now }: Values, language: string): VersionDifference[] {
  const [old, fresh] = [paragraphsOf(before, field), paragraphsOf(now, field)]
  const { paragraphs, words } = markedWords(old.map(shown), fresh.map(shown), language)
  const weights = changedParagraphs(old, fresh, language).map(({ weight }) => weight)
  if (weights.length === 0 && paragraphs.length === 0 && isAlike(before, now)) return []
  const kind = weights.includes('changed') ? 'text' : words > 0 ? 'spelling' : 'form'
  return [
    {
      field, kind, gone: [], come: [], paragraphs, words: kind === 'text' ? Math.max(words, 1) : words,
      locale: language,
    },
  ]
}

function shown({ text, marked }: Paragraph): string {
  return shownMarks(marked ?? text)
}

/** Whether also nothing is drawn otherwise: in bold, as a heading. */
function isAlike(before: unknown, now: unknown): boolean {
  return JSON.stringify(ordered(before ?? null)) === JSON.stringify(ordered(now ?? null))
}

/** The same, its names in one order: databases keep theirs. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value === '' ? null : value
  return Object.keys(value).sort().map(name => [name, ordered(valueAt(value, name))])
}

/** A version without what the other was not asked for, wherever that stands. */
function withoutUnasked(version: object, other: object): object {
  const asked = new Map<string, Set<string>>()
  noteNames(other, '', asked)
  return Object(withNames(version, '', asked))
}

/** Which names stand at which place, in any entry of a list. */
function noteNames(value: unknown, place: string, names: Map<string, Set<string>>): void {
  if (Array.isArray(value)) return value.forEach((entry: unknown) => noteNames(entry, place, names))
  if (typeof value !== 'object' || value === null || isRichText(value)) return
  const spot = place + kindOf(value)
  const known = names.get(spot) ?? new Set()
  names.set(spot, known)
  for (const [name, inner] of Object.entries(value)) {
    known.add(name)
    noteNames(inner, `${spot}/${name}`, names)
  }
}

function withNames(value: unknown, place: string, names: ReadonlyMap<string, Set<string>>): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => withNames(entry, place, names))
  if (typeof value !== 'object' || value === null || isRichText(value)) return value
  const spot = place + kindOf(value)
  const known = names.get(spot)
  const kept = Object.entries(value).filter(([name]) => !known || known.has(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withNames(inner, `${spot}/${name}`, names)]))
}

/** Blocks of an article stand beside others that have other attributes. */
function kindOf(value: object): string {
  return `:${String(valueAt(value, '__typename') ?? '')}`
}

/** Rich text is one value: nobody asks for parts of it. */
function isRichText(value: object): boolean {
  return 'type' in value && 'children' in value
}
