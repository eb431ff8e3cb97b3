/** How long a new connection to PostgreSQL may take. */
import type { Core } from '@strapi/strapi'

/** While the cms starts it wants ten at once and has little time for each: on a busy machine 3 s ended the start. */
export const STARTING_MILLISECONDS = 20_000

/** A database that is away is an answer by then: web waits 5 s. */
const CONNECT_MILLISECONDS = 3000

/** To be called when the start is over and somebody waits for an answer. */
export function shortenConnecting(strapi: Core.Strapi): void {
  if (strapi.db.dialect.client !== 'postgres') return
  const { pool, connectionSettings } = strapi.db.connection.client
  Object.assign(pool, { createTimeoutMillis: CONNECT_MILLISECONDS })
  Object.assign(connectionSettings, { connectionTimeoutMillis: CONNECT_MILLISECONDS })
}
