/**
 * What became of the measures of a plan once another followed: every measure has exactly one fate, so the parts add up.
 */
import type { Fate, LineageKind, Stage } from './generated/operations.js'

/** Verbleib: what became of a measure. */
export const FATES = ['continued', 'ongoing', 'completed', 'dropped', 'unknown'] as const satisfies readonly Fate[]

/** How many measures had which fate. */
export type FateBalance = Record<Fate, number>

const OF_LINEAGE: Record<LineageKind, Fate | null> = {
  continued: 'continued',
  renamed: 'continued',
  split: 'continued',
  merged: 'continued',
  narrowed: 'continued',
  widened: 'continued',
  institutionalised: 'ongoing',
  fulfilled: 'completed',
  dropped: 'dropped',
  new: null,
  unknown: null,
}

const OF_STAGE: Partial<Record<Stage, Fate>> = { ongoing: 'ongoing', completed: 'completed', struck: 'dropped' }

/**
 * The fate of a measure: by the links that lead on from it (the first of `FATES` where they say several things), else
 * by its last stage where that is an end. Whatever else it was, what became of it is unknown.
 */
export function fateOf({ links, stage }: { links: readonly LineageKind[], stage: Stage }): Fate {
  const told = links.map(kind => OF_LINEAGE[kind])
  return FATES.find(fate => told.includes(fate)) ?? OF_STAGE[stage] ?? 'unknown'
}

export function balanceOf(fates: readonly Fate[]): FateBalance {
  const balance: FateBalance = { continued: 0, ongoing: 0, completed: 0, dropped: 0, unknown: 0 }
  for (const fate of fates) balance[fate] += 1
  return balance
}
