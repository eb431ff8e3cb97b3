/** Learns at once that somebody was withdrawn: then nothing that was kept is shown any more. */
import { forgetKeptAnswers } from './client'

/** Longer than the cms holds a request. */
const HELD_MILLISECONDS = 40_000
/** While the cms does not answer, it is asked this often. */
const AGAIN_MILLISECONDS = 500

/** The number of withdrawals that is known; undefined before the cms has said one. */
let known: number | undefined

/** Listens for ever: the cms answers when there is something, or after a while. What was missed is told first. */
export async function listenForWithdrawals(): Promise<void> {
  for (;;) if (!await hear()) await new Promise(resolve => setTimeout(resolve, AGAIN_MILLISECONDS).unref())
}

/**
 * Whether the cms has answered. Another number than the known one, also a smaller one of a restored database, is news.
 */
export async function hear(): Promise<boolean> {
  const newest = await ask().catch(() => undefined)
  if (newest === undefined) return false
  if (newest !== known) forgetKeptAnswers()
  known = newest
  return true
}

async function ask(): Promise<number | undefined> {
  const after = known === undefined ? '' : `?after=${known}`
  const response = await fetch(`${readEnvironment().cmsUrl}/withdrawals${after}`, {
    signal: AbortSignal.timeout(HELD_MILLISECONDS),
  })
  const { newest }: { newest?: unknown } = Object(await response.json())
  return response.ok && typeof newest === 'number' ? newest : undefined
}
