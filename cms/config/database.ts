import { readEnvironment } from '../src/environment'
import { foldEveryScript } from '../src/sqlite/letters'
import { STARTING_MILLISECONDS } from '../src/storage/connections'

const { databaseUrl, databaseFile, statementSeconds } = readEnvironment()

interface SqliteConnection {
  pragma: (text: string) => unknown
  prepare: (sql: string) => unknown
  function: (name: string, options: { deterministic: boolean }, of: (...values: unknown[]) => unknown) => unknown
}

/** The driver waits in place, and everybody with it: who waits longer does so in `src/strapi/lock-waiting.ts`. */
const BUSY_MILLISECONDS = 20

/** How long a statement of PostgreSQL waits for what another transaction holds. */
const LOCK_MILLISECONDS = 15_000

/** Statements that are kept ready; most of those that pages and editors need are among them. */
const KEPT_STATEMENTS = 500

const sqlite = {
  client: 'sqlite',
  connection: { filename: databaseFile },
  useNullAsDefault: true,
  pool: { afterCreate: setUp },
}

const postgres = {
  client: 'postgres',
  connection: {
    connectionString: databaseUrl,
    lock_timeout: LOCK_MILLISECONDS,
    statement_timeout: statementSeconds * 1000,
    connectionTimeoutMillis: STARTING_MILLISECONDS,
  },
  pool: { min: 0, max: 10, createTimeoutMillis: STARTING_MILLISECONDS },
}

/**
 * Readers do not wait for a writer, what was committed outlives a loss of power, and no statement is read anew each
 * time: that took a fifth of the time of seeding.
 */
function setUp(connection: SqliteConnection, done: (error: unknown, connection: SqliteConnection) => void): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`)
  foldEveryScript(connection)
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
