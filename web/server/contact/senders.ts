import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from 'shared-types'

/** Nobody needs more in an hour, and whoever shares an address with others finds room. */
const MESSAGES_IN_AN_HOUR = 5
const limiter = new RateLimiterMemory({ points: MESSAGES_IN_AN_HOUR, duration: 60 * 60 })

/** Addresses are not kept, only what cannot be turned back into one, and that for an hour. */
const salt = randomBytes(32)

/** Whether a sender may send once more. Counts. */
export async function maySend(address: string): Promise<boolean> {
  try {
    await limiter.consume(keyOf(address))
    return true
  } catch {
    return false
  }
}

/** What could not be taken does not count. */
export async function takeBack(address: string): Promise<void> {
  await limiter.reward(keyOf(address))
}

function keyOf(address: string): string {
  return createHmac('sha256', salt).update(networkOf(address)).digest('base64url')
}
