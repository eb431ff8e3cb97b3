import path from 'node:path'
import { readEnvironment } from '../src/environment'

const { databaseUrl, dataDirectory } = readEnvironment()

interface SqliteConnection {
  pragma: (text: string) => unknown
}

const sqlite = {
  client: 'sqlite',
  connection: { filename: path.join(dataDirectory, 'lip-lab.db') },
  useNullAsDefault: true,
  pool: { afterCreate: writeAheadLog },
}

const postgres = {
  client: 'postgres',
  connection: { connectionString: databaseUrl },
  pool: { min: 0, max: 10 },
}

/** Readers do not wait for a writer, and a foreign lock is waited for instead of failing at once. */
function writeAheadLog(connection: SqliteConnection, done: (error: unknown, connection: SqliteConnection) => void): void {
  connection.pragma('journal_mode = WAL')
  connection.pragma('busy_timeout = 5000')
  done(null, connection)
}

export default { connection: databaseUrl ? postgres : sqlite }
