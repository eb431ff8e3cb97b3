/**
 * What is derived from the content follows the ledger: in this process it hears of each entry as soon as that is
 * stored, of those of other processes when PostgreSQL says so, and of what it missed when it looks again.
 */
import type { Core } from '@strapi/strapi'
import { ENTRY } from '../content-model/uids'
import { entriesAfter, type Entry, newestEntry, NO_DOCUMENT } from './entry'
import { keepLedger } from './turn'

/** A follower is called with entries in their order; it may hear of one twice. */
export type Follower = (entries: readonly Entry[]) => void | Promise<void>

const ENTRIES_AT_ONCE = 500

const followers = new Set<Follower>()
const wakened = new Set<() => void>()

/** The number of the last entry of which every follower in this process has heard. */
let heard = 0
/** Entries of this process that were told before it was certain that none before them was missing. */
const told = new Set<number>()
let looking: Promise<void> = Promise.resolve()

/** follow calls for every entry from now on. */
export function follow(follower: Follower): void {
  followers.add(follower)
}

/** wakeOnEntries calls once when there are entries that were not there before; what it returns ends the waiting. */
export function wakeOnEntries(wake: () => void): () => void {
  wakened.add(wake)
  return () => wakened.delete(wake)
}

/** heardUntil gives the number of the last entry that everything in this process knows of. */
export function heardUntil(): number {
  return heard
}

/** registerFollowers lets every transaction tell what it has written. */
export function registerFollowers(strapi: Core.Strapi): void {
  keepLedger(strapi, (entries) => {
    void tell(entries)
    for (const { id } of entries) if (id > heard) told.add(id)
    void look(strapi)
  })
}

/** startFollowing begins at the end of the ledger: what is derived is made of the content as it is now. */
export async function startFollowing(strapi: Core.Strapi): Promise<void> {
  const newest = await newestEntry(strapi)
  heard = newest?.id ?? 0
  told.clear()
  if (newest) await tell([{ ...newest, ...NO_DOCUMENT, kind: 'started', moment: '' }])
}

/** Progress says how far something that follows the ledger is. */
export interface Progress {
  /** The number of the last entry that it knows. */
  heard: number
  /** How many entries it does not know yet. */
  behind: number
}

/** progressOf tells how far this process is. */
export async function progressOf(strapi: Core.Strapi): Promise<Progress> {
  return { heard, behind: await strapi.db.query(ENTRY).count({ where: { id: { $gt: heard } } }) }
}

/** look reads what is new, one after the other. */
export function look(strapi: Core.Strapi): Promise<void> {
  looking = looking.then(() => lookOnce(strapi)).catch((error: unknown) => {
    strapi.log.error(`The ledger could not be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  return looking
}

async function lookOnce(strapi: Core.Strapi): Promise<void> {
  for (;;) {
    const entries = await entriesAfter(strapi, heard, ENTRIES_AT_ONCE)
    const last = entries.at(-1)
    if (!last) return
    await tell(entries.filter(({ id }) => !told.delete(id)))
    heard = last.id
    for (const wake of [...wakened]) wake()
  }
}

/** All hear of it at once; some have to read something then. */
async function tell(entries: readonly Entry[]): Promise<void> {
  if (entries.length > 0) await Promise.all([...followers].map(follower => follower(entries)))
}
