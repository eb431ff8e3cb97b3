/** What Strapi would do on an empty database for nothing. */
import type { Core } from '@strapi/strapi'
import { LEASE } from '../storage/lease'

/**
 * Shortens names that Strapi 4 gave. On an empty PostgreSQL there are none, and each of 175 attempts is an ERROR in its
 * log.
 */
const RENAMING = '5.0.0-rename-identifiers-longer-than-max-length'
/** Strapi's own, as its `migrations/storage.js` makes it: what stands there counts as done. */
const DONE = 'strapi_migrations_internal'

/** Notes that nothing has to be renamed where there is no table yet but the lease; before Strapi looks. */
export async function skipRenaming(strapi: Core.Strapi): Promise<void> {
  const { connection } = strapi.db
  if (strapi.db.dialect.client !== 'postgres') return
  const tables = await connection('information_schema.tables')
    .where({ table_schema: 'public' })
    .whereNot({ table_name: LEASE })
    .limit(1)
  if (tables.length > 0) return
  await connection.schema.createTable(DONE, (table) => {
    table.increments('id')
    table.string('name')
    table.datetime('time', { useTz: false })
  })
  await connection(DONE).insert({ name: RENAMING, time: new Date() })
}
