/** Tells whoever keeps something derived from the content that the content has changed. */
import type { Core } from '@strapi/strapi'

let writes = 0

/** Grows with every write of what the register holds: what was derived at another number is out of date. */
export function writesSoFar(): number {
  return writes
}

/** To be called after a write: counts now, and once more when the transaction in which it happened is over. */
export async function countWrite(strapi: Core.Strapi): Promise<void> {
  writes += 1
  if (!strapi.db.inTransaction()) return
  await strapi.db.transaction(async ({ onCommit }) => onCommit(() => {
    writes += 1
  }))
}
