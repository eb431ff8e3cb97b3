/** Whether a set can be read, wholly: without a running portal, and without PostgreSQL. */
import path from 'node:path'
import { readDump } from './postgres.mjs'
import { DATABASE_FILES, filesWithoutPart, partProblems, readManifest, rowProblems } from './set.mjs'
import { readSqlite } from './sqlite.mjs'

/** Returns the manifest. Throws sentences, each on a line, where something is missing, changed or not to be read. */
export async function checkSet(folder) {
  const manifest = readManifest(folder)
  const { database, missingFiles } = manifest
  refuse(folder, await partProblems(folder, manifest))
  const { rows, fileNames } = await readDatabase(folder, database.kind)
  const unexpected = filesWithoutPart(fileNames, folder).filter(name => !missingFiles.includes(name))
  const filesMissing = unexpected.map(name => `${name} is named by the database and missing.`)
  refuse(folder, [...rowProblems(database.rows, rows), ...filesMissing])
  return manifest
}

/** What the database of a set holds: rows of each table, and names of uploads. */
export async function readDatabase(folder, kind) {
  const file = path.join(folder, DATABASE_FILES[kind])
  return kind === 'sqlite' ? readSqlite(file) : readDump(file)
}

function refuse(folder, problems) {
  if (problems.length > 0) throw new Error(`${folder} is damaged and must not be restored:\n${problems.join('\n')}`)
}
