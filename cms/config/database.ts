import path from 'node:path'
import { readEnvironment } from '../src/environment'

const { databaseUrl, dataDirectory } = readEnvironment()

interface SqliteConnection {
  pragma: (text: string) => unknown
  prepare: (sql: string) => unknown
}

/** Statements that are kept ready; most of those that pages and editors need are among them. */
const KEPT_STATEMENTS = 500

const sqlite = {
  client: 'sqlite',
  connection: { filename: path.join(dataDirectory, 'lip-lab.db') },
  useNullAsDefault: true,
  pool: { afterCreate: setUp },
}

const postgres = {
  client: 'postgres',
  connection: { connectionString: databaseUrl },
  pool: { min: 0, max: 10 },
}

/** Readers do not wait for a writer, a foreign lock is waited for instead of failing at once, and no statement is read anew each time: that took a fifth of the time of seeding. */
function setUp(connection: SqliteConnection, done: (error: unknown, connection: SqliteConnection) => void): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('busy_timeout = 5000')
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, unknown>()
  connection.prepare = (sql) => {
    const statement = kept.get(sql) ?? prepare(sql)
    if (kept.size >= KEPT_STATEMENTS) kept.clear()
    kept.set(sql, statement)
    return statement
  }
  done(null, connection)
}

export default { connection: databaseUrl ? postgres : sqlite }
