import type { Core } from '@strapi/strapi'

/** Whoever writes a document waits for whoever is writing it: two languages that are published at once share values, records and numbers. */
export async function inTurn<Result>(strapi: Core.Strapi, documentId: string, write: () => Promise<Result>): Promise<Result> {
  return strapi.db.transaction(async ({ trx }) => {
    // SQLite has one writer anyway.
    if (strapi.db.dialect.client === 'postgres') await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [documentId])
    return write()
  })
}
