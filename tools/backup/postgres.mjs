/** A PostgreSQL database, by its own programs: here, or those of its container. */
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { fileNamesIn } from './file-names.mjs'
import { goneIn, TOMBSTONES, WITHDRAWN } from './gone.mjs'
import { LEASE } from './set.mjs'

const COMPLETE = '-- PostgreSQL database dump complete'
const DUMP = ['--format=plain', '--no-owner', '--no-privileges', '--encoding=UTF8', `--exclude-table=${LEASE}`]
/** Silent where all is well, and everything or nothing. */
const LOAD = ['--no-psqlrc', '--quiet', '--output=/dev/null', '--set=ON_ERROR_STOP=1', '--single-transaction']
const ASK = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1']
const EMPTY_FIRST = ['--command=DROP SCHEMA public CASCADE', '--command=CREATE SCHEMA public']
const TABLES = `SELECT table_name FROM information_schema.tables
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`
const OTHERS = `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`

/** Writes the database as it is at one moment. `program` starts one of PostgreSQL's programs with arguments. */
export async function dumpPostgres(program, file) {
  const { stdout, ended } = program('pg_dump', DUMP)
  await Promise.all([pipeline(stdout, createGzip(), createWriteStream(file, { mode: 0o600 })), ended])
}

/** Reads a dump from the first line to the last and says what is in it. Throws a sentence where it ends too early. */
export async function readDump(file) {
  const contents = new Contents()
  try {
    await pipeline(createReadStream(file), createGunzip(), contents.reader())
  } catch (error) {
    throw new Error(`The dump cannot be read: ${error.message}.`, { cause: error })
  }
  if (!contents.isComplete) throw new Error('The dump ends too early: its last line is missing.')
  const { files, consent_records: consents, tombstones } = contents.kept
  return {
    rows: contents.rows,
    fileNames: fileNamesIn(files.map(row => `${row.url} ${row.formats}`)),
    gone: goneIn({ consents, tombstones }),
  }
}

/** Loads a dump, wholly or not at all. `isReplacing`: what is there goes first, in the same transaction. */
export async function loadPostgres(program, file, { isReplacing }) {
  const { stdin, ended } = program('psql', [...LOAD, ...(isReplacing ? EMPTY_FIRST : []), '--file=-'])
  // Where psql ends first, its own sentence is the one to read.
  await Promise.all([pipeline(createReadStream(file), createGunzip(), stdin).catch(() => undefined), ended])
}

export async function countPostgres(program) {
  const tables = await ask(program, TABLES)
  if (tables.length === 0) return {}
  const counts = tables.map(table => `SELECT '${table}', count(*) FROM public."${table}"`)
  const rows = await ask(program, counts.join(' UNION ALL '))
  return Object.fromEntries(rows.map(row => row.split('|')).map(([table, count]) => [table, Number(count)]))
}

/** As `gone` of a dump. */
export async function postgresGone(program) {
  return goneIn({
    consents: await askRows(program, WITHDRAWN, ['document_id', 'label', 'withdrawn_on']),
    tombstones: await askRows(program, TOMBSTONES, ['type', 'slug', 'was_deleted', 'gone_on']),
  })
}

async function askRows(program, question, columns) {
  const rows = (await ask(program, question)).map(line => line.split('|'))
  return rows.map(values => Object.fromEntries(columns.map((column, place) => [column, values[place]])))
}

/** Whether other programs are connected. */
export async function isPostgresInUse(program) {
  const [others] = await ask(program, OTHERS)
  return Number(others) > 0
}

/** Lines of an answer, columns between `|`. */
async function ask(program, question) {
  const { stdout, stdin, ended } = program('psql', [...ASK, `--command=${question}`])
  stdin.end()
  const parts = []
  for await (const part of stdout) parts.push(part)
  await ended
  return Buffer.concat(parts).toString('utf8').split('\n').filter(line => line !== '')
}

/** What a plain dump holds: rows of each table between `COPY …` and `\.`. */
class Contents {
  rows = {}
  /** Rows that are looked into, by table and column. */
  kept = { files: [], consent_records: [], tombstones: [] }
  isComplete = false
  #table = null
  #columns = []
  #rest = ''

  reader() {
    return new Transform({
      transform: (chunk, _encoding, done) => {
        const lines = (this.#rest + chunk.toString('latin1')).split('\n')
        this.#rest = lines.pop() ?? ''
        for (const line of lines) this.#read(line)
        done()
      },
    }).resume()
  }

  #read(line) {
    if (line.startsWith(COMPLETE)) this.isComplete = true
    if (this.#table === null) return this.#begin(line)
    if (line === '\\.') {
      this.#table = null
      return
    }
    this.rows[this.#table] += 1
    this.kept[this.#table]?.push(rowOf(this.#columns, line))
  }

  #begin(line) {
    const [, table, columns] = /^COPY public\."?([^" ]+)"? \((.*)\) FROM stdin;$/.exec(line) ?? []
    if (!table) return
    this.#table = table
    this.#columns = columns.split(', ')
    this.rows[table] = 0
  }
}

/** `\N` is null; other escapes stay, because none is in what is looked into. */
function rowOf(columns, line) {
  const values = Buffer.from(line, 'latin1').toString('utf8').split('\t')
  return Object.fromEntries(columns.map((column, place) => [column, values[place] === '\\N' ? null : values[place]]))
}
