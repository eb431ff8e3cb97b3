/** What a version says that another one does not: facts, and the words of texts. */
import {
  type DifferenceKind, fieldLabel, isLocaleCode, type MarkedWords, textLabel, UNKNOWN_LANGUAGE, valueAt,
  type VersionDifference, versionDifferences, type VersionedType,
} from 'shared-types'
import type { Word } from './change-sentence'
import { LANGUAGE_OF_NAMES } from './person'
import { findSnapshot, type Wanted } from './revision'
import { type Text, toText } from './text'

/** Two versions side by side, or why there is nothing to compare. */
export type Comparison = FoundComparison | { problem: 'number' | 'same' | 'missing' | 'withdrawn', value: string }

interface FoundComparison {
  problem: null
  /** The older of both. */
  before: number
  now: number
  differences: ShownDifference[]
}

/** An attribute that differs. */
export interface ShownDifference {
  /** Where its name stands among the texts of the interface. */
  key: string
  kind: DifferenceKind
  /** Of a fact: what stands no longer, and what is new, each in its parts. */
  gone: Saying[][]
  come: Saying[][]
  /** Of a text: the paragraphs in which words came or went. */
  paragraphs: MarkedWords[][]
  locale: string
}

/** A text, a word of a closed list, or a date. */
export type Saying = Text | Word | { date: string }

/** A version beside another of the same document and language, which the reader names. */
export async function findComparison(type: VersionedType, wanted: Wanted, other: string): Promise<Comparison> {
  if (!/^[1-9]\d{0,5}$/.test(other)) return { problem: 'number', value: other }
  if (Number(other) === wanted.number) return { problem: 'same', value: other }
  const [one, two] = await Promise.all([
    findSnapshot(type, wanted), findSnapshot(type, { ...wanted, number: Number(other) }),
  ])
  if (!one || !two) return { problem: 'missing', value: other }
  const [older, newer] = one.number < two.number ? [one, two] : [two, one]
  if (!older.document || !newer.document) return { problem: 'withdrawn', value: other }
  return {
    problem: null, before: older.number, now: newer.number,
    differences: versionDifferences(older.document, newer.document, wanted.locale).map(difference =>
      toShown(type, difference)),
  }
}

function toShown(type: VersionedType, difference: VersionDifference): ShownDifference {
  const { field, kind, gone, come, paragraphs, locale } = difference
  const shown = (entries: unknown[]) =>
    entries.map(entry => sayings({ type, field, entry, locale })).filter(parts => parts.length > 0)
  return {
    key: kind === 'fact' ? fieldLabel(field) : textLabel(field), kind, gone: shown(gone), come: shown(come),
    paragraphs, locale,
  }
}

interface Told {
  type: VersionedType
  field: string
  entry: unknown
  /** Of the version. */
  locale: string
}

/** A fact in as few parts as say what it is. What is a number, a code or an address stands as it is. */
function sayings({ type, field, entry, locale }: Told): Saying[] {
  if (typeof entry !== 'object' || entry === null) return sayingsOf(type, field, entry, locale)
  return Object.entries(LISTED).flatMap(([name, isPlain]) => {
    const value: unknown = valueAt(entry, name)
    if (Array.isArray(value))
      return value.flatMap((inner: unknown) => sayings({ type, field: name, entry: inner, locale }))
    if (typeof value === 'object' && value !== null) return sayings({ type, field: name, entry: value, locale })
    return isPlain ? sayingsOf(type, `${field}.${name}`, value, languageIn(entry, name)) : []
  })
}

/** In which language an entry says something; a page and a quote are in that of their source. */
function languageIn(entry: object, name: string): string {
  if (name === 'name' && !('nameLocale' in entry)) return LANGUAGE_OF_NAMES
  const said = name === 'name'
    ? valueAt(entry, 'nameLocale')
    : valueAt(entry, 'locale') ?? valueAt(entry, 'language') ?? valueAt(entry, 'source', 'language')
  return isLocaleCode(said) ? said : UNKNOWN_LANGUAGE
}

/** What of an entry is said, in this order; `false` where it is an entry itself. */
const LISTED: Record<string, boolean> = {
  person: false, organisation: false, body: false, role: true, function: true, stage: true, outcome: true, part: true,
  kind: true, title: true, name: true, value: true, label: true, statement: true, text: true, note: true, from: true,
  to: true, toOrganisations: false, reason: true, source: false, page: true, quote: true, tombstone: false, date: true,
  deadline: true, round: true, amount: true, votesFor: true, votesAgainst: true, votesAbstained: true,
  isUnanimous: true, author: true, image: false, images: false, file: false, url: true, description: true,
}

const DATES = /(?:^|\.)(?:date|period|deadline|from|to)$/

function sayingsOf(type: VersionedType, place: string, value: unknown, locale: string): Saying[] {
  if (value === null || value === undefined || value === '') return []
  const list = closedListOf(type, place)
  if (list) return [{ key: value === 'unknown' ? 'word.unknown' : `words.${list}.${String(value)}`, numbers: {} }]
  const count = COUNTS[place]
  if (count && typeof value === 'number') return [{ key: count.key, numbers: { [count.name]: value } }]
  if (place === 'decisions.isUnanimous') return value === true ? [{ key: 'decision.unanimous', numbers: {} }] : []
  // Which kind a body or a source is of is said at its own place.
  if (typeof value === 'boolean' || place.endsWith('.kind')) return []
  if (DATES.test(place)) return [{ date: String(value) }]
  const text = toText(String(value), locale)
  return text ? [text] : []
}

const COUNTS: Record<string, { key: string, name: string }> = {
  'decisions.votesFor': { key: 'decision.for', name: 'n' },
  'decisions.votesAgainst': { key: 'decision.against', name: 'n' },
  'decisions.votesAbstained': { key: 'decision.abstained', name: 'n' },
  'fundedProjects.amount': { key: 'funded.amount', name: 'amount' },
  'calls.round': { key: 'measure.call.round', name: 'round' },
}

/** The closed list of which a value is a word. */
function closedListOf(type: VersionedType, place: string): string | undefined {
  return place === 'kind' ? KINDS[type] : LISTS[place]
}

const KINDS: Partial<Record<VersionedType, string>> = {
  Measure: 'measureKind', TimelineEvent: 'kind', Article: 'articleKind',
}
const LISTS: Record<string, string> = {
  'certainty': 'certainty', 'statusUpdates.stage': 'stage', 'decisions.outcome': 'outcome',
  'cameFrom.kind': 'lineageKind', 'becameOf.kind': 'lineageKind', 'names.kind': 'nameKind',
  'contributions.role': 'role',
}
