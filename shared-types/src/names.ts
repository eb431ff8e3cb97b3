import { includesDay, parseHistoricalDate } from './dates.js'
import type { NameKind } from './generated/operations.js'

/** A name that a plan carried for a time. `from` and `to` are EDTF texts; null is unknown or open. */
export interface NameInTime {
  /** Code of its language; `UNKNOWN_LANGUAGE` where nobody has said it. */
  language: string
  value: string
  kind: NameKind | 'unknown'
  from: string | null
  to: string | null
}

/** The kinds in the order in which a short mention prefers them. Spellings are for finding, never for showing. */
const SHORT_FIRST: NameKind[] = ['short', 'working', 'official']

/** The name that was in use on a day (`YYYY-MM-DD`), the short one first, or null where none is known for that day. */
export function nameOn(names: readonly NameInTime[], day: string): NameInTime | null {
  for (const kind of SHORT_FIRST) {
    const name = names.find(candidate => candidate.kind === kind && wasInUse(candidate, day))
    if (name) return name
  }
  return null
}

function wasInUse(name: NameInTime, day: string): boolean {
  const from = name.from === null ? null : parseHistoricalDate(name.from)
  const to = name.to === null ? null : parseHistoricalDate(name.to)
  if (!from) return false
  return from.startsOn <= day && (!to || day < to.startsOn || includesDay(to, day))
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i' }

/**
 * What two spellings of a name have in common: its letters and digits, small, without marks ("WIR 2.0", „wir-2.0“ and
 * `wir20` are one).
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[äöüßı]/g, letter => UMLAUTS[letter] ?? letter)
  return plain.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
}
