/**
 * How often somebody may try to sign in (ADR 0030). Only wrong attempts count. An address that tries too often is
 * refused; an account that is tried too often from many addresses is answered more slowly and never locked, so that its
 * owner gets in with the right password.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf, valueAt } from 'shared-types'

const QUARTER_SECONDS = 15 * 60
/**
 * Wrong attempts from one address, whichever the account: enough for a team behind one, too few for trying many
 * accounts.
 */
const BY_ADDRESS = 10
/** Wrong attempts at one account from one address. */
const BY_ADDRESS_AND_ACCOUNT = 5
/** Wrong attempts at one account from everywhere, after which each further one is answered slowly. */
const BY_ACCOUNT = 20
const SLOW_MILLISECONDS = 2000

const byAddress = new RateLimiterMemory({ points: BY_ADDRESS, duration: QUARTER_SECONDS })
const byAddressAndAccount = new RateLimiterMemory({ points: BY_ADDRESS_AND_ACCOUNT, duration: QUARTER_SECONDS })
const byAccount = new RateLimiterMemory({ points: BY_ACCOUNT, duration: 4 * QUARTER_SECONDS })

/** Attempt is one that has been counted. */
export interface Attempt {
  /** The seconds until this address may try again; null where it may. */
  waitSeconds: number | null
  /** Takes the attempt back: the password was right. */
  succeed: () => Promise<void>
}

/** countAttempt counts one before it is judged, so that a hundred at once are counted too. */
export async function countAttempt(address: string, email: string): Promise<Attempt> {
  const network = networkOf(address)
  const counted: (readonly [RateLimiterMemory, string])[] = [
    [byAddress, network], [byAddressAndAccount, `${network} ${email}`],
  ]
  for (const [limiter, key] of counted) {
    const wait = await consume(limiter, key)
    if (wait !== null) return { waitSeconds: Math.ceil(wait / 1000), succeed: async () => undefined }
  }
  if (await consume(byAccount, email) !== null) await new Promise(resolve => setTimeout(resolve, SLOW_MILLISECONDS))
  return {
    waitSeconds: null,
    succeed: async () => {
      for (const [limiter, key] of [...counted, [byAccount, email] as const]) await limiter.reward(key)
    },
  }
}

/** The milliseconds until there is room again; null where there is. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refusal) {
    const wait: unknown = valueAt(refusal, 'msBeforeNext')
    return typeof wait === 'number' ? wait : QUARTER_SECONDS * 1000
  }
}
