/**
 * Follows the ledger of the cms, in which every change of what is public stands: what was kept and depends on a change
 * is asked for anew, and nothing else.
 */
import { type ChangedDocument, keysOfChange } from 'shared-types'
import { outdate, outdateAll, outdateBefore } from './kept-answers'
import { forgetKeptAnswers } from './client'
import { isFollowing, noteFollowing } from './following'
import { noteNews } from '../pages/ahead'
import { keptPages } from '../pages/pages'

/** For so long the cms holds a request when there is nothing new. */
const HELD_SECONDS = 20
/** Who has not answered by then hangs. */
const ANSWER_MILLISECONDS = 25_000
/** While the cms does not answer, it is asked this often. */
const AGAIN_MILLISECONDS = 500

/** What web reads of an entry of the ledger. */
export interface Entry extends ChangedDocument {
  /** Later entries have higher ones. */
  number: number
  kind: string
}

interface Told {
  startOver: boolean
  entries: Entry[]
  cursor: string | null
  behind: number
  /** Of the cms: another one may answer differently. */
  version: string
}

/** The last entry that is known; undefined before the cms has said one. */
let cursor: string | undefined
let behind = 0
let version: string | undefined

/** progress says what is known of the ledger, for `/readyz`. */
export function progress(): { heard: number | null, behind: number, isHearing: boolean } {
  return { heard: cursor === undefined ? null : numberOf(cursor), behind, isHearing: isFollowing() }
}

/** followLedger listens for ever. What was missed is told first, also what was while no web was there. */
export async function followLedger(): Promise<void> {
  const before = keptPages()?.heardBefore
  if (before) ({ cursor, version } = before)
  for (;;) if (!await hear()) await new Promise(resolve => setTimeout(resolve, AGAIN_MILLISECONDS).unref())
}

/** hear asks once what is new, and is true where the cms has answered. */
export async function hear(): Promise<boolean> {
  const told = await ask().catch(() => undefined)
  noteFollowing(told?.behind === 0)
  if (!told) return false
  if (version !== told.version) {
    outdateAll()
    keptPages()?.outdateAll()
  }
  if (told.startOver) startOver(told.cursor)
  else takeIn(told.entries)
  cursor = told.cursor ?? undefined
  behind = told.behind
  version = told.version
  if (cursor !== undefined) keptPages()?.noteHeard({ cursor, version })
  return true
}

/** A ledger that does not know what is known here is that of another time: nothing that was kept holds. */
function startOver(newest: string | null): void {
  if (cursor !== undefined) forgetAll()
  if (newest !== null) outdateBefore(numberOf(newest))
}

function takeIn(entries: Entry[]): void {
  // Somebody may no longer be named: not even the last good answer is shown.
  if (entries.some(({ kind }) => kind === 'withdrawn')) forgetAll()
  for (const entry of entries) {
    const keys = keysOfChange(entry)
    outdate(entry.number, keys)
    keptPages()?.outdate(entry.number, keys)
  }
  if (entries.length > 0) noteNews()
}

function forgetAll(): void {
  forgetKeptAnswers()
  keptPages()?.forgetAll()
}

function numberOf(name: string): number {
  return Number.parseInt(name)
}

async function ask(): Promise<Told | undefined> {
  // The first answer, and that after a silence, comes at once.
  const question = cursor === undefined ? '' : `?since=${cursor}&wait=${isFollowing() ? HELD_SECONDS : 0}`
  const response = await fetch(`${readEnvironment().cmsUrl}/ledger${question}`, {
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  })
  const told: unknown = await response.json()
  return response.ok && isTold(told) ? told : undefined
}

function isTold(value: unknown): value is Told {
  const { startOver: isNew, entries, cursor: newest, version: ofCms } = Object(value)
  return typeof isNew === 'boolean' && Array.isArray(entries) && (newest === null || typeof newest === 'string')
    && typeof ofCms === 'string'
}
