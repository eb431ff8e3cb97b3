/** What is kept of a deleted entry: its rows as they stood in the database, and what led to them. */
import type { StoredRow } from '../strapi/rows'
import type { Step } from '../usage/places'

/** Names a row so that it is found again after it was published anew. */
export interface Address {
  uid: string
  documentId: string
  locale: string | null
  isLive: boolean
}

/** A row with its components, its relations and its files. */
export interface KeptRow {
  uid: string
  values: StoredRow
  parts: { table: string, stored: StoredRow, row: KeptRow }[]
  links: { attribute: string, stored: StoredRow, target: Address }[]
  files: StoredRow[]
}

/** A row of another entry that led to one of the deleted rows. */
export interface Lead {
  /** The uid of the type or component that holds the relation. */
  holder: string
  attribute: string
  owner: Address
  /** From the owner's row to the component that holds it. */
  path: Step[]
  stored: StoredRow
  /** The id that the deleted row had. */
  target: number
  /** documentIds of what stood before it in the holder's order. */
  before: string[]
}

export interface BinContent {
  rows: KeptRow[]
  leads: Lead[]
  /** Rows of the ledger that a deletion takes away or adds to, as they were. */
  ledger: { uid: string, values: StoredRow }[]
}
