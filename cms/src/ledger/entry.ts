/** The ledger: every change of what is public is one entry, written in the transaction that made it. */
import type { Core } from '@strapi/strapi'
import { ENTRY } from '../content-model/uids'

/**
 * EntryKind says what happened. `started`: whoever follows starts over. `withdrawn` without a document: somebody may no
 * longer be named, wherever it was.
 */
export type EntryKind
  = | 'started' | 'published' | 'changed' | 'translated' | 'renamed' | 'unpublished' | 'deleted' | 'withdrawn'
    | 'restored' | 'settings'

/** NewEntry is an entry as it is written. */
export interface NewEntry {
  kind: EntryKind
  /** Its type by the name that Strapi knows it by; null where the entry is about no single document. */
  type: string | null
  /** documentId. */
  document: string | null
  /** The address it has now, or had last. People who are gone have none here. */
  slug: string | null
  /** The address it had before this change. */
  formerSlug: string | null
  /** Codes of the languages in which something is different now. */
  languages: string[]
  /** Whether it can be read now. */
  isPublic: boolean
  /** Codes of the languages in which it can be read now; none where it is gone, or has no languages. */
  publicIn: string[]
  /** The attributes that say something else now. */
  changed: string[]
  /** To what it relates, or related before: documentIds by attribute. */
  about: Record<string, string[]>
  /** Numbers of the versions that were written, or withdrawn, by language. */
  revisions: Record<string, number>
  /** Why a version was withdrawn, as everybody may read it. */
  reason: string | null
}

/** Entry is an entry as it stands in the ledger. */
export interface Entry extends NewEntry {
  /** Its number: later entries have higher ones. */
  id: number
  /** Differs from that of every other entry that ever had the same number, as in a database that was put back. */
  documentId: string
  moment: string
}

/** NO_DOCUMENT is what an entry says that is about no document. */
export const NO_DOCUMENT = {
  type: null, document: null, slug: null, formerSlug: null, languages: [], isPublic: false, publicIn: [],
  changed: [], about: {}, revisions: {}, reason: null,
} satisfies Omit<NewEntry, 'kind'>

/** cursorOf names an entry, for whoever knows all until that one. */
export function cursorOf({ id, documentId }: Pick<Entry, 'id' | 'documentId'>): string {
  return `${id}-${documentId}`
}

/** numberOf gives the number of the entry that a cursor names; null where this ledger does not know it. */
export async function numberOf(strapi: Core.Strapi, cursor: string): Promise<number | null> {
  const [, digits, documentId] = /^(\d{1,15})-([a-z0-9]{1,40})$/.exec(cursor) ?? []
  if (!digits) return null
  const entry = await strapi.db.query(ENTRY).findOne({ select: ['id'], where: { id: Number(digits), documentId } })
  return entry?.id ?? null
}

/** entriesAfter reads the next entries after a number, in their order. */
export async function entriesAfter(strapi: Core.Strapi, number: number, limit: number): Promise<Entry[]> {
  return strapi.db.query(ENTRY).findMany({ where: { id: { $gt: number } }, orderBy: { id: 'asc' }, limit })
}

/** newestEntry finds the last entry; null where there is none yet. */
export async function newestEntry(strapi: Core.Strapi): Promise<Pick<Entry, 'id' | 'documentId'> | null> {
  return strapi.db.query(ENTRY).findOne({ select: ['id', 'documentId'], orderBy: { id: 'desc' } })
}
