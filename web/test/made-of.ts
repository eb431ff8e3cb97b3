import type { MadeOf } from '../server/pages/made-of'

/** madeOf is what is known of a page after its rendering. */
export function madeOf(path: string, known: Partial<MadeOf> = {}): MadeOf {
  return {
    path, isAhead: false, era: 0, keys: new Set(), position: 1, shownUntil: Infinity, day: '2026-12-01',
    isToBeKept: true, ...known,
  }
}
