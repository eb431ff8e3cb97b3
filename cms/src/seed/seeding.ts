/** Whether the seed writes: it publishes a measure and then its parts, and writes one revision of each at the end. */
import { AsyncLocalStorage } from 'node:async_hooks'

const seeding = new AsyncLocalStorage<true>()

/** Publishes without writing revisions. */
export function withoutRevisions<Result>(work: () => Promise<Result>): Promise<Result> {
  return seeding.run(true, work)
}

/** Whether what runs here was called by the seed. */
export function isSeeding(): boolean {
  return seeding.getStore() === true
}
