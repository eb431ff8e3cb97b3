/**
 * Whether SQLite's file is whole: at every start and once a day, in a thread of its own, because reading all of it
 * takes time.
 */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'
import { addHealthCheck } from '../health'

const DAY = 24 * 60 * 60 * 1000
const DAMAGED
  = 'The database file is damaged. Stop the portal and put the last backup in its place (docs/operations.md).'

/** Reads the file with a connection of its own; answers `ok` or what is wrong. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require(workerData.driver)
  const database = new Database(workerData.file, { readonly: true })
  parentPort.postMessage(String(database.pragma('integrity_check(1)', { simple: true })))
`

let damage: string | null = null

/** To be called before the database is opened. A file that is no database at all ends the start. */
export async function watchIntegrity(strapi: Core.Strapi, everyMilliseconds = DAY): Promise<void> {
  const { databaseUrl, databaseFile } = readEnvironment()
  if (databaseUrl || !existsSync(databaseFile)) return
  const found = await check(databaseFile)
  if (found && /not a database/.test(found))
    throw new Error(
      `${databaseFile} is no database: it was overwritten. Put the last backup in its place (docs/operations.md).`,
    )
  note(strapi, found)
  addHealthCheck(() => damage && DAMAGED)
  setInterval(() => void check(databaseFile).then(result => note(strapi, result)), everyMilliseconds).unref()
}

function note(strapi: Core.Strapi, found: string | null): void {
  damage = found
  if (found) strapi.log.error(`${DAMAGED} SQLite says: ${found}`)
}

/** What is wrong, or null. */
function check(file: string): Promise<string | null> {
  const reader = new Worker(READER, { eval: true, workerData: { file, driver: require.resolve('better-sqlite3') } })
  return new Promise((resolve) => {
    reader.once('message', (answer: string) => resolve(answer === 'ok' ? null : answer))
    reader.once('error', error => resolve(error instanceof Error ? error.message : String(error)))
  })
}
