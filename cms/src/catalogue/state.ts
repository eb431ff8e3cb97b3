/** From what a trial was made: the table, and the measure and its version that each row meant. */
import { valueAt } from 'shared-types'
import { parsed } from './asked'
import type { ReadRow } from './row'

interface Shown {
  documentId: string
  version: number
}

/** By the number of the row; null for a row that was new. */
export type ShownRows = ReadonlyMap<number, Shown | null>

export function stateOfRows(mark: string, rows: ReadRow[]): string {
  const shown = rows.map(({ number, known, version }) => [number, known ? [known.documentId, version] : null])
  return JSON.stringify({ mark, rows: Object.fromEntries(shown) })
}

/** Null where it was made from another table, or is none. */
export function shownIn(state: string, mark: string): ShownRows | null {
  const { mark: shownMark, rows } = Object(parsed(state))
  if (shownMark !== mark) return null
  return new Map(Object.entries(Object(rows)).map(([number, row]) => [
    Number(number), row === null ? null : { documentId: String(valueAt(row, 0)), version: Number(valueAt(row, 1)) },
  ]))
}

/** Whether a row still means what it meant then. */
export function isAsShown({ number, known }: ReadRow, shown: ShownRows): boolean {
  return (shown.get(number)?.documentId ?? null) === (known?.documentId ?? null)
}
