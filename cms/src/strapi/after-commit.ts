import type { Core } from '@strapi/strapi'

/**
 * What happens after a commit cannot undo it: where it fails, that is written down, and nobody is told that nothing was
 * saved.
 * Strapi reads what it has saved once more for its events, and waits for no answer: a connection lost then would end
 * the process.
 */
export function guardAfterCommit(strapi: Core.Strapi): void {
  const database: Database = Reflect.get(strapi, 'db')
  const transaction = database.transaction.bind(database)
  database.transaction = work =>
    work
      ? transaction(parts => work({ ...parts, onCommit: then => parts.onCommit(guarded(strapi, then)) }))
      : transaction()
}

interface Database {
  transaction: (work?: (parts: Parts) => unknown) => Promise<unknown>
}

interface Parts {
  onCommit: (then: () => unknown) => void
}

function guarded(strapi: Core.Strapi, then: () => unknown): () => void {
  return () => {
    void Promise.resolve()
      .then(then)
      .catch((error: unknown) => {
        strapi.log.error(
          `What should follow a save has failed: ${error instanceof Error ? error.message : String(error)}`,
        )
      })
  }
}
