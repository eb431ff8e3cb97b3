/** What a database holds twice although there may be one of it: said by table, row and column, not by what it says. */
import type { Core } from '@strapi/strapi'

export interface UniqueIndex {
  name: string
  table: string
  columns: string[]
  /** Of which rows it holds; of all where nothing is said. */
  where?: string
}

const MOST_ROWS = 100

interface Row {
  id: number
  [column: string]: unknown
}

/** For instance `admin_users: rows 3 and 7 (email)`, one for each value that is there more than once. */
export async function findDoubled(
  strapi: Core.Strapi, { table, columns, where = '1 = 1' }: UniqueIndex,
): Promise<string[]> {
  const names = columns.join(', ')
  const rows: Row[] = await strapi.db.connection(table)
    .select('id', ...columns)
    .whereRaw(where)
    .whereRaw(`(${names}) in (select ${names} from ${table} where ${where} group by ${names} having count(*) > 1)`)
    .orderBy('id')
    .limit(MOST_ROWS)
  const listed = new Intl.ListFormat('en-GB')
  return [...Map.groupBy(rows, row => JSON.stringify(columns.map(column => row[column]))).values()]
    .map(same => `${table}: rows ${listed.format(same.map(({ id }) => String(id)))} (${names})`)
}

export function describeDoubled(doubled: string[]): string {
  return [
    'The database holds more than once what there may be only one of, so this version does not start with it:',
    ...doubled.map(rows => `  ${rows}`),
    'Nothing of it was changed. Start the version before, and keep one of each there: delete the others, or give them '
    + 'another address. Where the admin does not show them, back up, then delete them in the database by the numbers '
    + 'of their rows. Then start again.',
  ].join('\n')
}
