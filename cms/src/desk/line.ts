/** A line of the start page: an entry in a language, and what of it is to be told. */
import { mainFieldOf, type Schema } from '../content-model/schema'
import type { Row } from '../rows/rows'
import { nameOf } from '../together/told'

/** So many lines of each list are told, with the number of all. */
export const LINES = 10

export interface DeskLine {
  /** The uid of the type. */
  type: string
  documentId: string
  /** Null for a type without languages. */
  locale: string | null
  /** What editors call the type. */
  kind: string
  title: string
  /** Who wrote last; null where no account did. */
  who: string | null
  /** ISO 8601, or `YYYY-MM-DD` where only the day counts; null where no date is known. */
  when: string | null
}

export interface DeskList<Kind extends DeskLine = DeskLine> {
  lines: Kind[]
  total: number
}

/** The attributes that a line is made of. */
export function lineAttributes(schema: Schema): string[] {
  const names = ['documentId', 'locale', 'updatedAt', 'publishedAt', mainFieldOf(schema)]
  return names.filter(name => name in schema.attributes || ['documentId', 'updatedAt'].includes(name))
}

/** The line of a row, dated by one of its attributes. */
export function lineOf(schema: Schema, row: Row, dated: string): DeskLine {
  const title = row[mainFieldOf(schema)]
  const author = Object(row.updatedBy)
  return {
    type: schema.uid, documentId: row.documentId, locale: row.locale ?? null, kind: schema.info.displayName,
    title: typeof title === 'string' ? title : '',
    who: row.updatedBy ? nameOf(author) : null,
    when: asMoment(row[dated]),
  }
}

/** The newest of several lists, as one. */
export function newestOf(lists: DeskList[]): DeskList {
  const lines = lists.flatMap(list => list.lines).sort((a, b) => (b.when ?? '').localeCompare(a.when ?? ''))
  return { lines: lines.slice(0, LINES), total: lists.reduce((sum, { total }) => sum + total, 0) }
}

function asMoment(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' && value !== '' ? value : null
}
