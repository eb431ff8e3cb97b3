/**
 * Writes the ledger: whoever is about to change what is public says so before, and when the transaction is over, what
 * became of each document is one entry. The entries are the last that a transaction writes: until its end nobody else
 * writes any, so their numbers are in the order of the commits, and no follower can miss one.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { isDeepStrictEqual } from 'node:util'
import type { Core } from '@strapi/strapi'
import type { Schema } from '../content-model/schema'
import { ENTRY, PERSON } from '../content-model/uids'
import { waitForTurn } from '../lifecycle/in-turn'
import { wrapTransactions } from '../strapi/after-commit'
import { type Entry, type NewEntry, NO_DOCUMENT } from './entry'
import { type Holder, holdersOf } from './holders'
import { differenceOf, NOTHING, type PublicState, publicStateOf } from './state'

interface Noted {
  schema: Schema
  documentId: string
  before: PublicState
  wasDeleted: boolean
  /** Says something else although its own rows do not. */
  hasOtherParts: boolean
  /** What led to it before it was deleted. */
  holders: Holder[]
}

interface Turn {
  documents: Map<string, Noted>
  others: NewEntry[]
  /** What goes on by itself after the transaction belongs to it no longer. */
  isOver: boolean
}

const UNKNOWN = { wasDeleted: false, hasOtherParts: false, holders: [] }

const turns = new AsyncLocalStorage<Turn>()

/** Whether what is read here may hold what is not stored yet: nobody else may get it. */
export function isAhead(): boolean {
  const turn = currentTurn()
  return turn !== undefined && (turn.documents.size > 0 || turn.others.length > 0)
}

/** noteChange is to be called before a document is changed for readers, in the transaction of the change. */
export async function noteChange(
  strapi: Core.Strapi, schema: Schema, documentId: string, { wasDeleted = false } = {},
): Promise<void> {
  const noted = await notedIn(turnNow(), strapi, schema, documentId)
  if (wasDeleted && !noted.wasDeleted) noted.holders = await holdersOf(strapi, schema, documentId)
  noted.wasDeleted ||= wasDeleted
}

/** noteMade is to be called after a document was made, in the same transaction. */
export function noteMade(schema: Schema, documentId: string): void {
  const { documents } = turnNow()
  if (!documents.has(documentId))
    documents.set(documentId, { schema, documentId, before: NOTHING, ...UNKNOWN })
}

/** noteParts is to be called where a document says something else because of what belongs to it. */
export async function noteParts(strapi: Core.Strapi, schema: Schema, documentId: string): Promise<void> {
  const noted = await notedIn(turnNow(), strapi, schema, documentId)
  noted.hasOtherParts = true
}

/** noteEntry writes an entry that is no difference between two states of a document. */
export async function noteEntry(strapi: Core.Strapi, entry: Partial<NewEntry> & Pick<NewEntry, 'kind'>): Promise<void> {
  await strapi.db.transaction(async () => {
    const { others } = turnNow()
    const whole = { ...NO_DOCUMENT, ...entry }
    if (!others.some(other => isDeepStrictEqual(other, whole))) others.push(whole)
  })
}

async function notedIn({ documents }: Turn, strapi: Core.Strapi, schema: Schema, documentId: string): Promise<Noted> {
  const known = documents.get(documentId)
  if (known) return known
  const before = await publicStateOf(strapi, schema, documentId, { isCompared: true })
  const noted = { schema, documentId, before, ...UNKNOWN }
  documents.set(documentId, noted)
  return noted
}

function currentTurn(): Turn | undefined {
  const turn = turns.getStore()
  return turn?.isOver ? undefined : turn
}

function turnNow(): Turn {
  const turn = currentTurn()
  if (!turn) throw new Error('What is public changes in a transaction only.')
  return turn
}

/** keepLedger lets every transaction end with its entries, and tells them once they are stored. */
export function keepLedger(strapi: Core.Strapi, tell: (entries: Entry[]) => void): void {
  wrapTransactions(strapi, transaction => async (work) => {
    if (!work || currentTurn()) return transaction(work)
    const turn: Turn = { documents: new Map(), others: [], isOver: false }
    let entries: Entry[] = []
    const result = await turns.run(turn, () => transaction(async (parts) => {
      const done = await work(parts)
      entries = await writeEntries(strapi, turn)
      turn.isOver = true
      return done
    })).finally(() => {
      turn.isOver = true
    })
    if (entries.length > 0) tell(entries)
    return result
  })
}

async function writeEntries(strapi: Core.Strapi, turn: Turn): Promise<Entry[]> {
  const found = await differences(strapi, turn)
  const { others } = turn
  if (found.length + others.length === 0) return []
  await waitForTurn(strapi, 'ledger')
  // Addresses of people are made of their names: who is gone is not named here either.
  const gone = found
    .filter(({ type, isPublic }) => type === PERSON && !isPublic)
    .flatMap(({ document }) => document ?? [])
  if (gone.length > 0)
    await strapi.db.query(ENTRY).updateMany({
      where: { document: { $in: gone } }, data: { slug: null, formerSlug: null },
    })
  const written: Entry[] = []
  for (const entry of [...found, ...others])
    written.push(await strapi.db.query(ENTRY).create({ data: { ...entry, moment: new Date() } }))
  if (strapi.db.dialect.client === 'postgres')
    await strapi.db.transaction(({ trx }) => trx.raw(`notify ${CHANNEL}`))
  return written
}

/** Whatever leads to something that came or went is among them, once. */
async function differences(strapi: Core.Strapi, turn: Turn): Promise<NewEntry[]> {
  const found: NewEntry[] = []
  // What is noted meanwhile is gone through as well.
  for (const { schema, documentId, before, holders, ...how } of turn.documents.values()) {
    const after = await publicStateOf(strapi, schema, documentId, { isCompared: before.rows.length > 0 })
    const difference = differenceOf(schema, documentId, { before, after, ...how })
    if (!difference) continue
    found.push(difference)
    // What leads to a document that was made just now was made just now too.
    if (before === NOTHING || (before.rows.length > 0) === (after.rows.length > 0)) continue
    for (const holder of [...holders, ...await holdersOf(strapi, schema, documentId)])
      await noteParts(strapi, holder.schema, holder.documentId)
  }
  return found
}

/** Under this name other processes hear from PostgreSQL that there are entries. */
export const CHANNEL = 'ledger'
