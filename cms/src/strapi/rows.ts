/** Rows as the database keeps them, inside the transaction that is going on, if there is one. */
import type { Core } from '@strapi/strapi'

export type StoredRow = Record<string, unknown>

/** Values in one statement: SQLite takes no more than some thousands. */
const VALUES_AT_ONCE = 500

type Rows = ReturnType<Core.Strapi['db']['connection']>

/** The rows of a table in which a column has one of these values. */
export async function storedRows(
  strapi: Core.Strapi, table: string, column: string, values: readonly unknown[], where: StoredRow = {},
): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for (let start = 0; start < values.length; start += VALUES_AT_ONCE) {
    const some = values
      .slice(start, start + VALUES_AT_ONCE)
      .map(value => (typeof value === 'number' ? value : String(value)))
    rows.push(...(await inTable(strapi, table, found => found.where(where).whereIn(column, some).orderBy('id'))))
  }
  return rows
}

export async function insertRow(strapi: Core.Strapi, table: string, row: StoredRow): Promise<void> {
  await inTable(strapi, table, rows => rows.insert(row))
}

export async function updateRows(
  strapi: Core.Strapi, table: string, where: StoredRow, values: StoredRow,
): Promise<void> {
  await inTable(strapi, table, rows => rows.where(where).update(values))
}

export async function deleteRows(strapi: Core.Strapi, table: string, where: StoredRow): Promise<void> {
  await inTable(strapi, table, rows => rows.where(where).delete())
}

async function inTable<Result>(
  strapi: Core.Strapi, table: string, work: (rows: Rows) => PromiseLike<Result>,
): Promise<Result> {
  if (!strapi.db.inTransaction()) return work(strapi.db.connection(table))
  return strapi.db.transaction(async ({ trx }) => work(trx(table)))
}

/** A row as a new one. */
export function withoutId(row: StoredRow): StoredRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'id'))
}
