import type { Core } from '@strapi/strapi'

/**
 * One transaction for all that belongs to a write: it is stored as a whole, or not at all. Whoever writes a document
 * waits for whoever is writing it: two languages that are published at once share values, records and numbers.
 */
export async function inTurn<Result>(
  strapi: Core.Strapi, documentId: string | undefined, write: () => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async () => {
    if (documentId) await waitForTurn(strapi, documentId)
    return write()
  })
}

/** Waits until no other transaction that took this turn is open. SQLite has one writer anyway. */
export async function waitForTurn(strapi: Core.Strapi, turn: string): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return
  await strapi.db.transaction(({ trx }) => trx.raw('select pg_advisory_xact_lock(hashtext(?))', [turn]))
}
