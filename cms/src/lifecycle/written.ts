/** Tells whoever keeps something derived from the content what has changed. */
import type { Core } from '@strapi/strapi'

/** A document that was saved, published, withdrawn or deleted. */
export interface Write {
  uid: string
  documentId: string
}

const counts = new Map<string, number>()
const listeners = new Set<(write: Write) => void>()

/** Grows with every write of one of these types: what was derived at another number is out of date. */
export function writesTo(uids: readonly string[]): number {
  return uids.reduce((sum, uid) => sum + (counts.get(uid) ?? 0), 0)
}

/** Calls for every write, at once and again when the transaction in which it happened is over. */
export function onWrite(listener: (write: Write) => void): void {
  listeners.add(listener)
}

/**
 * To be called after a write. What somebody derived meanwhile from what was not stored in the end is out of date as
 * well.
 */
export async function tellWrite(strapi: Core.Strapi, write: Write): Promise<void> {
  tell(write)
  if (!strapi.db.inTransaction()) return
  await strapi.db.transaction(async ({ trx }) => {
    void Promise.allSettled([trx.executionPromise]).then(() => tell(write))
  })
}

function tell(write: Write): void {
  counts.set(write.uid, (counts.get(write.uid) ?? 0) + 1)
  for (const listener of listeners) listener(write)
}
