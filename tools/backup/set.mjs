/**
 * A set: one folder that holds everything a portal has. `manifest.json` says what belongs to it, so that a part that is
 * missing or changed is found. It is private: content that is not public, hashes of passwords, and the keys.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Changes when sets are made otherwise than before. */
const FORMAT = 1
const MANIFEST = 'manifest.json'
/** Uploads and keys, as they lie in the data directory. */
export const FILES = 'files'
/** The keys that sign sessions and API tokens; made anew where they are missing, and then everybody signs in again. */
export const KEYS = 'secrets.json'
/** Says which process is at work with the database: of no use, and in the way, where a set is put back. */
export const LEASE = 'portal_lease'
export const DATABASE_FILES = { sqlite: 'database.sqlite', postgres: 'database.sql.gz' }

/** Writes what a set is made of: when, from where, rows by table, and each part with its size and checksum. */
export async function writeManifest(folder, { version, madeAt, from, database, missingFiles }) {
  const parts = []
  for (const name of partsIn(folder)) parts.push({ path: name, ...await measure(path.join(folder, name)) })
  const manifest = { format: FORMAT, version, madeAt, from, database, missingFiles, parts }
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

/** Reads what a set says about itself. Throws a sentence where it is none, or of another version of this tool. */
export function readManifest(folder) {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) throw new Error(`${folder} is no backup, or was never finished: it has no ${MANIFEST}.`)
  const manifest = parse(file)
  if (manifest?.format !== FORMAT || !Array.isArray(manifest.parts) || !manifest.database?.rows)
    throw new Error(`${file} is damaged, or was written by another version of this program.`)
  for (const { path: name } of manifest.parts)
    if (!isInside(name)) throw new Error(`${file} names "${name}", which is not in the set: somebody has changed it.`)
  return manifest
}

/** Sentences about parts that are missing or not what they were when the set was made. */
export async function partProblems(folder, { parts, database }) {
  const problems = []
  const named = DATABASE_FILES[database.kind]
  if (!parts.some(part => part.path === named)) problems.push(`The manifest names no ${named}.`)
  for (const part of parts) problems.push(...await problemsOf(folder, part))
  return problems
}

async function problemsOf(folder, { path: name, bytes, sha256 }) {
  const file = path.join(folder, name)
  if (!existsSync(file)) return [`${name} is missing.`]
  const is = await measure(file)
  if (is.bytes !== bytes) return [`${name} has ${is.bytes} bytes instead of ${bytes}.`]
  return is.sha256 === sha256 ? [] : [`${name} has changed: its checksum is another.`]
}

/** Sentences about tables that have another number of rows than they should. */
export function rowProblems(expected, found) {
  const tables = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()
  return tables.filter(table => expected[table] !== found[table])
    .map(table => `${table}: ${found[table] ?? 'no such table'}, expected ${expected[table] ?? 'no such table'}.`)
}

/** Files that the database names and the set does not have. */
export function filesWithoutPart(names, folder) {
  return names.filter(name => !existsSync(path.join(folder, FILES, 'public', name)))
}

/** Ordinary files under a folder, relative to it; links are left out. */
export function partsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(name => name !== MANIFEST && lstatSync(path.join(folder, name)).isFile())
    .sort()
}

async function measure(file) {
  return { bytes: lstatSync(file).size, sha256: await checksumOf(file) }
}

export async function checksumOf(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function isInside(name) {
  return typeof name === 'string' && !path.isAbsolute(name) && !name.split(/[\\/]/).includes('..')
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
