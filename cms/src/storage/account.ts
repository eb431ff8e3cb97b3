/** Keeps account of what the database took and refused: for the log, for `/readyz`, and for the answers. */
import type { Core } from '@strapi/strapi'
import { addHealthCheck } from '../health'
import { guardAfterCommit } from '../strapi/after-commit'
import { mendTransactions } from '../strapi/transactions'
import { BUSY, type Failure, failureOf, refusalOf, REFUSED, SLOW } from './failures'

/** Why the last write was not stored; null after one that was. */
let lastRefusal: Failure | null = null
const failedRequests = new WeakMap<object, Failure>()
const refusedAtTheEnd = new WeakSet<object>()

/** To be called first of all: from now on what was not stored is an error. */
export function keepAccount(strapi: Core.Strapi): void {
  mendTransactions(strapi, {
    stored: () => {
      lastRefusal = null
    },
    refused: (error) => {
      refusedAtTheEnd.add(Object(error))
      note(strapi, error, refusalOf(error))
    },
  })
  guardAfterCommit(strapi)
  // What cannot be stored at all fails before the end; a single statement that is refused may be wrong itself, and a
  // lock is waited for.
  strapi.db.connection.on('query-error', (error: unknown) => {
    const failure = failureOf(error)
    const request = strapi.requestContext.get()
    if (failure === SLOW) strapi.log.error(`${failure.reason} ${error instanceof Error ? error.message : ''}`)
    if (failure && ![BUSY, SLOW].includes(failure) && request) failedRequests.set(request, failure)
    if (failure && ![REFUSED, BUSY, SLOW].includes(failure) && !refusedAtTheEnd.has(Object(error)))
      note(strapi, error, failure)
  })
  addHealthCheck(() => lastRefusal?.reason ?? null)
}

/**
 * What went wrong with the database in this request, whatever others made of it: Strapi takes a language that it cannot
 * look up for one that does not exist.
 */
export function failureIn(request: object): Failure | null {
  return failedRequests.get(request) ?? null
}

/** How an error is answered; null where it has nothing to do with storing. */
export function answerOf(error: unknown): Failure | null {
  return refusedAtTheEnd.has(Object(error)) ? refusalOf(error) : failureOf(error)
}

/** The database can be written, as far as anybody knows who saves nothing himself. */
export function noteWritable(): void {
  if (lastRefusal?.isPassing) lastRefusal = null
}

function note(strapi: Core.Strapi, error: unknown, failure: Failure): void {
  if (!failure.reason) return
  if (lastRefusal !== failure)
    strapi.log.error(`${failure.reason} ${error instanceof Error ? error.message : String(error)}`)
  lastRefusal = failure
}
