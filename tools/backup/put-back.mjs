/** Puts a set back: refuses what is damaged and where something is, and compares what is there afterwards. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkSet, readDatabase } from './check.mjs'
import { makeSet, stampOf } from './make.mjs'
import { FILES, rowProblems } from './set.mjs'

/** Returns the manifest, the place, where the former content is kept, and the list of what has gone since, if any. */
export async function putBack(set, openPlace, { isReplacing = false, backups }) {
  const manifest = await checkSet(set)
  const place = await openPlace()
  const { kind } = manifest.database
  if (kind !== place.kind)
    throw new Error(`The set is of ${kind}, ${place.name} has ${place.kind}. It goes back into its own kind only.`)
  const inUse = await place.inUse()
  if (inUse) throw new Error(inUse)
  const isEmpty = !await place.hasRows() && !await place.hasFiles()
  if (!isEmpty && !isReplacing)
    throw new Error(`Not empty: ${place.name}. With --replace what is there is kept aside first.`)
  const repeat = isEmpty ? null : await noteGone(set, place, backups)
  const aside = isEmpty ? [] : await keepAside(place, backups)
  try {
    await place.placeFiles(path.join(set, FILES))
    await place.load(set, { isReplacing: !isEmpty })
  } catch (error) {
    const before = aside.map(kept => `What was there before is in ${kept}.`)
    throw new Error([`The set was not put back: ${error.message}`, ...before].join('\n'), { cause: error })
  }
  await compare(place, manifest)
  return { manifest, place, aside, repeat }
}

/** A damaged database may still be wanted: a folder is moved, whatever is in it. */
async function keepAside(place, backups) {
  const stamp = stampOf(new Date())
  if (place.kind === 'sqlite') return [place.putAside(stamp)]
  const sets = await place.hasRows() ? [(await makeSet(place, backups, { label: '-before-restore' })).folder] : []
  if (place.putAside) return [...sets, place.putAside(stamp)]
  return [...sets, await moveFiles(place, path.join(backups, `${stamp}-files-before-restore`))]
}

async function moveFiles(place, folder) {
  mkdirSync(folder, { recursive: true })
  await place.copyFiles(folder)
  await place.emptyFiles()
  return folder
}

/** A file with what was withdrawn, deleted or taken down after the set was made; null where nothing is known. */
async function noteGone(set, place, backups) {
  const known = new Set((await readDatabase(set, place.kind)).gone)
  const since = (await readLive(place)).filter(line => !known.has(line))
  if (since.length === 0) return null
  const file = path.join(backups, `${stampOf(new Date())}-to-repeat.txt`)
  mkdirSync(backups, { recursive: true })
  writeFileSync(file, `${since.join('\n')}\n`, { mode: 0o600 })
  return file
}

/** What is replaced may be damaged: then nothing is known, and the answer says so. */
async function readLive(place) {
  if (!await place.hasRows()) return []
  try {
    return await place.gone()
  } catch (error) {
    console.warn(`warning: it cannot be read what has gone since (${error.message}).`)
    return []
  }
}

async function compare(place, { database, parts }) {
  const found = await place.checksums()
  const files = parts.filter(part => part.path.startsWith(`${FILES}/`))
    .filter(part => found[part.path.slice(FILES.length + 1)] !== part.sha256)
    .map(part => `${part.path} is not as it was.`)
  const problems = [...rowProblems(database.rows, await place.count()), ...files]
  if (problems.length > 0) throw new Error(`What was put back is not what the set holds:\n${problems.join('\n')}`)
}
