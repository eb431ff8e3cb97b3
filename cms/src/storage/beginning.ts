/**
 * A portal begins once. Where the data directory is that of one that has begun, and its database is missing or empty,
 * nothing is begun anew without a word: somebody has lost a file or named the wrong database.
 */
import { existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { NEW_BEGINNING, readEnvironment } from '../environment'

/** To be called before the database is opened. */
export async function refuseLostDatabase(strapi: Core.Strapi): Promise<void> {
  const { dataDirectory, databaseUrl, databaseFile } = readEnvironment()
  if (existsSync(path.join(dataDirectory, NEW_BEGINNING))) return
  const isThere = databaseUrl !== null || (existsSync(databaseFile) && statSync(databaseFile).size > 0)
  if (isThere && (await hasAccounts(strapi))) return
  throw new Error(
    `${databaseUrl ? 'The database of DATABASE_URL' : `The database ${databaseFile}`} is ${isThere ? 'empty' : 'missing'}, although a portal has been at work in ${dataDirectory}: its secrets are there. `
    + 'Nothing was changed. Put the database back from the last backup (docs/operations.md). '
    + `If a new beginning is wanted, with nothing in it, say so: touch ${path.join(dataDirectory, NEW_BEGINNING)}`,
  )
}

async function hasAccounts(strapi: Core.Strapi): Promise<boolean> {
  const { connection } = strapi.db
  if (!await connection.schema.hasTable('admin_users')) return false
  return (await connection('admin_users').select('id').limit(1)).length > 0
}

/** To be called when everything is there that a portal begins with. */
export function endBeginning(): void {
  rmSync(path.join(readEnvironment().dataDirectory, NEW_BEGINNING), { force: true })
}
