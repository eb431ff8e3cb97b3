/**
 * The stage of a measure is derived: it is that of the newest status update that counts on a day. Nobody types it in.
 */
import { parseHistoricalDate } from './dates.js'
import type { Stage } from './generated/operations.js'

/** A status update (Sachstand) as far as its stage needs it. */
export interface DatedStage {
  stage: Stage
  /** The day from which it counts, `YYYY-MM-DD`. */
  countsFrom: string
  /** When it was entered, ISO 8601: of two that count from the same day the later one holds. */
  madeOn: string
}

/**
 * The day (`YYYY-MM-DD`) from which something dated in EDTF counts: the last on which it can have begun. Null for what
 * is no date.
 */
export function countsFrom(date: string): string | null {
  return parseHistoricalDate(date)?.beganBy ?? null
}

/** The status update that holds on a day (`YYYY-MM-DD`), or null where none counts yet: then the stage is `unknown`. */
export function updateOn<Update extends DatedStage>(updates: readonly Update[], day: string): Update | null {
  return inOrderOfTime(updates.filter(update => update.countsFrom <= day)).at(-1) ?? null
}

/** Status updates from the first that counts to the last. */
export function inOrderOfTime<Update extends DatedStage>(updates: readonly Update[]): Update[] {
  return [...updates].sort((a, b) => compare(a.countsFrom, b.countsFrom) || compare(a.madeOn, b.madeOn))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
