/** Values between the database and the bin: both databases hand JSON out as text, and moments each in its own way. */
import type { Core } from '@strapi/strapi'
import { columnsOf } from '../strapi/joins'
import type { StoredRow } from '../strapi/rows'

/** A row as it can be kept as JSON. */
export function keptValues(strapi: Core.Strapi, uid: string, row: StoredRow): StoredRow {
  return changed(row, columnsOf(strapi, uid, ['json', 'blocks']), value =>
    typeof value === 'string' ? JSON.parse(value) : value,
  )
}

/** The same row, ready for the database. */
export function storedValues(strapi: Core.Strapi, uid: string, row: StoredRow): StoredRow {
  const withJson = changed(row, columnsOf(strapi, uid, ['json', 'blocks']), value => JSON.stringify(value))
  return changed(
    withJson, columnsOf(strapi, uid, ['datetime']),
    value => new Date(typeof value === 'number' ? value : String(value)),
  )
}

function changed(row: StoredRow, columns: string[], change: (value: unknown) => unknown): StoredRow {
  const isAsked = (column: string, value: unknown) => columns.includes(column) && value !== null && value !== undefined
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, isAsked(column, value) ? change(value) : value]),
  )
}
