import type { Core } from '@strapi/strapi'

/**
 * What happens after a commit cannot undo it: where it fails, that is written down, and nobody is told that nothing was
 * saved.
 * Strapi reads what it has saved once more for its events, and waits for no answer: a connection lost then would end
 * the process.
 */
export function guardAfterCommit(strapi: Core.Strapi): void {
  wrapTransactions(strapi, transaction => work =>
    work
      ? transaction(parts => work({ ...parts, onCommit: then => parts.onCommit(guarded(strapi, then)) }))
      : transaction(),
  )
}

/** Transact is Strapi's `db.transaction`; without work it hands the transaction out. */
export type Transact = (work?: (parts: Parts) => unknown) => Promise<unknown>

interface Parts {
  onCommit: (then: () => unknown) => void
}

/** wrapTransactions puts something around every transaction of Strapi's database. */
export function wrapTransactions(strapi: Core.Strapi, wrap: (transaction: Transact) => Transact): void {
  const database: { transaction: Transact } = Reflect.get(strapi, 'db')
  database.transaction = wrap(database.transaction.bind(database))
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
