/** The place of `npm start`: the data directory, with the database in it or a PostgreSQL beside it. */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { startProgram } from '../containers/engine.mjs'
import { countPostgres, dumpPostgres, isPostgresInUse, loadPostgres, postgresGone } from './postgres.mjs'
import { checksumOf, DATABASE_FILES, KEYS, partsIn } from './set.mjs'
import { dumpSqlite, isSqliteInUse, placeSqlite, readSqlite } from './sqlite.mjs'

/** What of the data directory belongs to a set, the database aside. The first password does not. */
export const KEPT = ['public', KEYS]
const DATABASE = 'lip-lab.db'
const HALF = '.being-restored'
const PROGRAMS_MISSING = 'pg_dump and psql are not here. Install them (postgresql-client), as new as the server.'
const IN_USE = 'is in use. Stop the portal first: nothing may write while it is restored.'

export function placeHere({ dataDirectory, databaseUrl }) {
  const database = databaseUrl ? postgresAt(databaseUrl) : sqliteIn(dataDirectory)
  return {
    ...database,
    name: `npm start (${dataDirectory})`,
    copyFiles: folder => copyKept(dataDirectory, folder),
    hasFiles: () => entriesOf(dataDirectory).length > 0,
    placeFiles: folder => copyKept(folder, dataDirectory),
    checksums: () => checksumsIn(dataDirectory),
    putAside: (stamp) => {
      const aside = path.join(dataDirectory, `before-${stamp}`)
      const entries = entriesOf(dataDirectory)
      mkdirSync(aside, { recursive: true, mode: 0o700 })
      for (const entry of entries) renameSync(path.join(dataDirectory, entry), path.join(aside, entry))
      return aside
    },
  }
}

function sqliteIn(dataDirectory) {
  const file = path.join(dataDirectory, DATABASE)
  return {
    kind: 'sqlite',
    inUse: () => isSqliteInUse(file) ? `${file} ${IN_USE}` : null,
    dump: copy => dumpSqlite(file, copy),
    hasRows: () => existsSync(file),
    load: (set) => {
      const half = path.join(dataDirectory, HALF)
      cpSync(path.join(set, DATABASE_FILES.sqlite), half)
      chmodSync(half, 0o600)
      placeSqlite(half, file)
    },
    count: () => readSqlite(file).rows,
    gone: () => readSqlite(file).gone,
  }
}

function postgresAt(databaseUrl) {
  const env = { ...process.env, ...connectionOf(databaseUrl) }
  const program = (name, args) => startProgram(name, args, { env, ifMissing: PROGRAMS_MISSING })
  return {
    kind: 'postgres',
    inUse: async () => await isPostgresInUse(program) ? `The database ${IN_USE}` : null,
    dump: file => dumpPostgres(program, file),
    hasRows: async () => Object.keys(await countPostgres(program)).length > 0,
    load: (set, options) => loadPostgres(program, path.join(set, DATABASE_FILES.postgres), options),
    count: () => countPostgres(program),
    gone: () => postgresGone(program),
  }
}

/** As variables: what stands on a command line is read by everybody on the machine. */
function connectionOf(databaseUrl) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl)
  return {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    ...(password && { PGPASSWORD: decodeURIComponent(password) }),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.has('sslmode') && { PGSSLMODE: searchParams.get('sslmode') }),
  }
}

function copyKept(from, to) {
  for (const entry of KEPT.filter(name => existsSync(path.join(from, name))))
    cpSync(path.join(from, entry), path.join(to, entry), { recursive: true, filter: isOrdinary })
}

/** Links could lead out of the data directory. */
function isOrdinary(file) {
  const state = lstatSync(file, { throwIfNoEntry: false })
  return state !== undefined && (state.isFile() || state.isDirectory())
}

function entriesOf(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory).filter(name => name !== HALF && !name.startsWith('before-'))
}

async function checksumsIn(directory) {
  const checksums = {}
  for (const name of partsIn(directory).filter(part => KEPT.includes(part.split(path.sep)[0])))
    checksums[name] = await checksumOf(path.join(directory, name))
  return checksums
}
