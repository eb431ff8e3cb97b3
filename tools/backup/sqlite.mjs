/** The database of `npm start`: one file, which a running cms goes on writing. */
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileNamesIn } from './file-names.mjs'
import { goneIn, TOMBSTONES, WITHDRAWN } from './gone.mjs'
import { LEASE } from './set.mjs'

const WAIT_MILLISECONDS = 10_000
const PROBE_MILLISECONDS = 200
const FILES = 'SELECT url, formats FROM files'
const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`

/** Writes a copy as the database is at one moment, whoever saves meanwhile; the file itself is never copied. */
export function dumpSqlite(database, file) {
  using(database, WAIT_MILLISECONDS, connection => connection.prepare('VACUUM INTO ?').run(file))
  using(file, WAIT_MILLISECONDS, copy => copy.exec(`DROP TABLE IF EXISTS ${LEASE}`), { readOnly: false })
}

/** Opens a copy and says what is in it. Throws a sentence where SQLite finds it damaged. */
export function readSqlite(file) {
  return using(file, WAIT_MILLISECONDS, (connection) => {
    const found = connection.prepare('PRAGMA integrity_check').all().map(row => row.integrity_check)
    if (found.join() !== 'ok')
      throw new Error(`SQLite finds ${path.basename(file)} damaged: ${found.slice(0, 3).join('; ')}`)
    return {
      rows: countRows(connection),
      fileNames: fileNamesIn(rowsOf(connection, 'files', FILES).map(row => `${row.url} ${row.formats}`)),
      gone: goneIn({
        consents: rowsOf(connection, 'consent_records', WITHDRAWN),
        tombstones: rowsOf(connection, 'tombstones', TOMBSTONES),
      }),
    }
  })
}

/** Whether a program has the database open: it would go on writing into a file that is no longer there. */
export function isSqliteInUse(database) {
  if (!existsSync(database)) return false
  return using(database, PROBE_MILLISECONDS, (connection) => {
    try {
      connection.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK')
      return false
    } catch (error) {
      if (/locked|busy/.test(error.message)) return true
      return false // a damaged file is in nobody's use as far as can be told
    }
  }, { readOnly: false })
}

/** Puts a copy that was read before in its place, in one step. */
export function placeSqlite(copy, database) {
  renameSync(copy, database)
}

function using(file, timeout, act, options = { readOnly: true }) {
  const connection = new DatabaseSync(file, { ...options, timeout })
  try {
    return act(connection)
  } finally {
    connection.close()
  }
}

function countRows(connection) {
  return Object.fromEntries(connection.prepare(TABLES).all().map(({ name }) => {
    const { rows } = connection.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()
    return [name, rows]
  }))
}

function rowsOf(connection, table, question) {
  const { tables } = connection.prepare('SELECT count(*) AS tables FROM sqlite_master WHERE name = ?').get(table)
  return tables === 0 ? [] : connection.prepare(question).all()
}
