/** Brings what a first start seeded on SQLite into PostgreSQL: the same rows, in a fraction of the time. */
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'

const require = createRequire(import.meta.url)
const ROWS_AT_ONCE = 500
/** What each database says of itself. */
const ITS_OWN = /^strapi_(migrations|database_schema)/

interface Column {
  table_name: string
  column_name: string
  data_type: string
}

type Row = Record<string, unknown>

/** Fills a database that has the tables with the rows of a data directory. */
export async function bringRows(dataDirectory: string, databaseUrl: string): Promise<void> {
  const Database = require('better-sqlite3')
  const from = new Database(path.join(dataDirectory, 'lip-lab.db'), { readonly: true })
  const to = new pg.Client({ connectionString: databaseUrl })
  await to.connect()
  await to.query('set session_replication_role = replica') // rows come before those on which they rest
  const { rows: columns } = await to.query<Column>(
    'select table_name, column_name, data_type from information_schema.columns where table_schema = \'public\'',
  )
  const tables = [...Map.groupBy(columns, column => column.table_name)].filter(([table]) => !ITS_OWN.test(table))
  await to.query(`truncate ${tables.map(([table]) => `"${table}"`).join()} cascade`)
  for (const [table, its] of tables) {
    const rows: Row[] = from.prepare(`select * from "${table}"`).all()
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const told = rows.slice(start, start + ROWS_AT_ONCE).map(row => asPostgres(row, its))
      await to.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`, [
        JSON.stringify(told),
      ])
    }
    if (its.some(({ column_name: name }) => name === 'id'))
      await to.query(`select setval(pg_get_serial_sequence('"${table}"', 'id'), (select max(id) from "${table}"))`)
  }
  await to.end()
  from.close()
}

/** SQLite has no type for truth, moments and JSON. */
function asPostgres(row: Row, columns: Column[]): Row {
  return Object.fromEntries(columns.map(({ column_name: name, data_type: type }) => [name, valueAs(type, row[name])]))
}

function valueAs(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'boolean') return Boolean(value)
  if (type.startsWith('timestamp') && typeof value === 'number') return new Date(value).toISOString()
  return type === 'json' || type === 'jsonb' ? JSON.parse(String(value)) : value
}
