/** Notes of what a page is made while it is rendered: wherever web asks the cms, the answer that is used counts. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { today } from 'shared-types'

/** What is known of a page that is being rendered. */
export interface MadeOf {
  path: string
  /** Whether no reader waits for it. */
  isAhead: boolean
  /** How often everything that is kept had been forgotten when it was begun. */
  era: number
  /** What the ledger may name, as in the answers; null for everything. */
  keys: Set<string> | null
  /** The number of the last entry of the ledger that is known to have changed nothing of it. */
  position: number
  /** Until when it may be shown without news, in milliseconds of `performance.now()`. */
  shownUntil: number
  day: string
  /** Whether it may be kept: not where it holds something for one reader, or the last good answer of a sick cms. */
  isToBeKept: boolean
}

/** An answer that is used in a page. */
interface Used extends Pick<MadeOf, 'position' | 'shownUntil'> {
  dependsOn: ReadonlySet<string> | null
}

const rendering = new AsyncLocalStorage<MadeOf>()

/** currentlyMade is the page that is being rendered here, if any. */
export function currentlyMade(): MadeOf | undefined {
  return rendering.getStore()
}

/** noteMaking notes of what a page is made as long as `render` lasts. */
export function noteMaking<Result>(
  beginning: Pick<MadeOf, 'path' | 'isAhead' | 'era'>, render: () => Promise<Result>,
): Promise<Result> {
  const made = {
    ...beginning, keys: new Set<string>(), position: Number.MAX_SAFE_INTEGER, shownUntil: Infinity, day: today(),
    isToBeKept: true,
  }
  return rendering.run(made, render)
}

/** noteUse notes that an answer is part of the page. */
export function noteUse({ dependsOn, position, shownUntil }: Used): void {
  const made = rendering.getStore()
  if (!made) return
  made.position = Math.min(made.position, position)
  made.shownUntil = Math.min(made.shownUntil, shownUntil)
  if (!dependsOn) made.keys = null
  for (const key of dependsOn ?? []) made.keys?.add(key)
}

/** noteForNow notes that the page is right for now alone. */
export function noteForNow(): void {
  const made = rendering.getStore()
  if (made) made.isToBeKept = false
}
