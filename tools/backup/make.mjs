/** Makes one set of a portal, which may be running and saved to meanwhile. */
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../environment.mjs'
import { checkSet, readDatabase } from './check.mjs'
import { DATABASE_FILES, FILES, filesWithoutPart, writeManifest } from './set.mjs'

const TRIES = 3

/** Returns the folder of the finished set and its manifest. What is not finished has another name and goes. */
export async function makeSet(place, folder, { label = '' } = {}) {
  const madeAt = new Date()
  const finished = path.join(folder, `${stampOf(madeAt)}${label}`)
  const half = path.join(folder, `.unfinished-${stampOf(madeAt)}-${process.pid}`)
  if (existsSync(finished)) throw new Error(`${finished} is there already. Wait a second.`)
  if (!await place.hasRows()) throw new Error(`There is nothing to back up: ${place.name} has no database.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    const { rows, missingFiles } = await collect(place, half)
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    const database = { kind: place.kind, rows }
    await writeManifest(half, { version, madeAt: madeAt.toISOString(), from: place.name, database, missingFiles })
    await checkSet(half)
    renameSync(half, finished)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  return { folder: finished, manifest: await checkSet(finished) }
}

/** The database first: what it names is there by then. A file that was deleted in between is looked for again. */
async function collect(place, half) {
  for (let tries = 1; ; tries += 1) {
    rmSync(half, { recursive: true, force: true })
    mkdirSync(path.join(half, FILES), { recursive: true, mode: 0o700 })
    const file = path.join(half, DATABASE_FILES[place.kind])
    await place.dump(file)
    await place.copyFiles(path.join(half, FILES))
    makePrivate(half)
    const { rows, fileNames } = await readDatabase(half, place.kind)
    const missingFiles = filesWithoutPart(fileNames, half)
    if (missingFiles.length === 0 || tries === TRIES) return { rows, missingFiles }
  }
}

/** Whatever the umask is, and whatever the modes in the portal are. */
function makePrivate(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name)
    chmodSync(file, lstatSync(file).isDirectory() ? 0o700 : 0o600)
  }
}

/** `2026-11-29-154012`, in UTC: names sort as the sets were made. */
export function stampOf(moment) {
  return moment.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
}
