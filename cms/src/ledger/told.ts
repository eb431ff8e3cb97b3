/** What is told of the ledger outside of this process. */
import type { Core } from '@strapi/strapi'
import { schemaOf } from '../content-model/schema'
import { cursorOf, entriesAfter, type Entry, newestEntry, numberOf } from './entry'
import { heardUntil, look } from './followers'

/** Told is an answer to what is new since an entry. */
export interface Told {
  /** Whether nothing is known of what happened since: everything is to be read anew. */
  startOver: boolean
  entries: ToldEntry[]
  /** The last of the entries; the newest of all where everything is to be read anew. */
  cursor: string | null
  /** How many there are after that. */
  behind: number
}

/** ToldEntry is an entry with the words of the contract. */
export interface ToldEntry extends Omit<Entry, 'id' | 'documentId' | 'document'> {
  number: number
  cursor: string
  documentId: string | null
}

/** tellSince says what is new; to whoever knows no entry of this ledger, to start over. */
export async function tellSince(strapi: Core.Strapi, since: string, limit: number): Promise<Told> {
  const number = await numberOf(strapi, since)
  if (number === null) {
    const newest = await newestEntry(strapi)
    return { startOver: true, entries: [], cursor: newest && cursorOf(newest), behind: 0 }
  }
  // Nobody outside hears of what this process itself does not know yet.
  await look(strapi)
  const known = heardUntil()
  const entries = (await entriesAfter(strapi, number, limit)).filter(({ id }) => id <= known)
  const last = entries.at(-1)
  return {
    startOver: false, entries: entries.map(entry => toTold(strapi, entry)), cursor: last ? cursorOf(last) : since,
    behind: Math.max(0, known - (last?.id ?? number)),
  }
}

function toTold(strapi: Core.Strapi, { id, documentId, document, ...entry }: Entry): ToldEntry {
  const { moment, kind, slug, formerSlug, languages, isPublic, publicIn, changed, about, revisions, reason } = entry
  return {
    number: id, cursor: cursorOf({ id, documentId }), moment, kind,
    type: entry.type === null ? null : schemaOf(strapi, entry.type).globalId, documentId: document, slug, formerSlug,
    languages, isPublic, publicIn, changed, about, revisions, reason,
  }
}
