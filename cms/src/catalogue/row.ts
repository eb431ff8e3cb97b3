/** What was read of a row, and what it does. */
import type { Values } from '../rows/rows'
import type { Known } from './measures'

/** What a row of the table does. */
export type Deed = 'new' | 'changed' | 'same' | 'impossible'

export interface Change {
  /** What editors call the field. */
  label: string
  before: string
  after: string
}

export interface ReadRow {
  /** As people see it beside the row. */
  number: number
  title: string
  deed: Deed
  /** The measure that is there already; null for a new one. */
  known: Known | null
  /** On which version of it the row is built. */
  version: number
  /** What is to be saved. */
  values: Values
  changes: Change[]
  problems: string[]
  /** What of the table is left alone, and why. */
  notes: string[]
}
