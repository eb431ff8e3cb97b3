/**
 * SQLite has one writer. Whoever wants to write waits here and not in the driver, which would stop the whole process
 * meanwhile.
 */
import { setTimeout } from 'node:timers/promises'

/** How long somebody waits for another program that writes to the database. */
const LOCK_WAIT_MILLISECONDS = 5_000

const RETRY_MILLISECONDS = 50

/** Tries again while another program holds the lock, and gives the error on when the time is over. */
export async function whenFree<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + LOCK_WAIT_MILLISECONDS
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
    }
    await setTimeout(RETRY_MILLISECONDS)
  }
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(String(Reflect.get(Object(error), 'code')))
}
