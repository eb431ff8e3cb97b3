import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Nobody needs more in an hour, and whoever shares an address with others finds room. */
const MESSAGES_IN_AN_HOUR = 5
const limiter = new RateLimiterMemory({ points: MESSAGES_IN_AN_HOUR, duration: 60 * 60 })

/** Addresses are not kept, only what cannot be turned back into one, and that for an hour. */
const salt = randomBytes(32)

/** Whether a sender may send once more. Counts. */
export async function maySend(address: string): Promise<boolean> {
  try {
    await limiter.consume(createHmac('sha256', salt).update(network(address)).digest('base64url'))
    return true
  } catch {
    return false
  }
}

/** A household has one IPv4 address, or the first half of an IPv6 address. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '')
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head, tail].map(half => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0)) }, () => '0')
  return [...first ?? [], ...zeros, ...last ?? []].slice(0, 4).map(group => group.replace(/^0+(?=.)/, '')).join(':')
}
