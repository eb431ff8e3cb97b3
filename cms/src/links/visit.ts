/** Whether an address still leads somewhere. Nothing of an answer but its status is read. */
import { lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * `there`: it answers, if only with a question who asks; `gone`: nothing is there by that name; `away`: nobody answers,
 * or with an error of its own; `closed`: it leads into a network that is not asked.
 */
export type Outcome = 'there' | 'gone' | 'away' | 'closed'

export interface Visit {
  outcome: Outcome
  /** The status, or the code of what failed: `404`, `ENOTFOUND`. */
  answer: string
}

/** How it is asked. */
export interface Manners {
  /** Whether addresses in the network of the server are asked as well. */
  isInsideAllowed: boolean
  /** Who asks, for whoever wonders. */
  name: string
  milliseconds?: number
}

const MILLISECONDS = 15_000
const MOST_STEPS = 5
const IS_GONE = new Set(['404', '410', 'ENOTFOUND'])
const CLOSED = 'ECLOSED'

/** What is no place on the internet: IANA's special-purpose addresses. */
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24],
  ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) INSIDE.addSubnet(net, bits, 'ipv4')
/** Of IPv6 only what is given out for the internet is asked, without what stands for addresses of IPv4. */
const OUTSIDE_6 = new BlockList()
OUTSIDE_6.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const)
  INSIDE.addSubnet(net, bits, 'ipv6')

/** Follows up to five steps on. */
export async function visit(address: string, manners: Manners): Promise<Visit> {
  const patience = AbortSignal.timeout(manners.milliseconds ?? MILLISECONDS)
  try {
    let at = new URL(address)
    for (let step = 0; step <= MOST_STEPS; step += 1) {
      const { status, location } = await ask(at, manners, patience)
      const leadsOn = status >= 300 && status < 400 && location && URL.canParse(location, at.href)
      const next = leadsOn ? new URL(location, at) : null
      if (!next) return { outcome: outcomeOf(status), answer: String(status) }
      if (!/^https?:$/.test(next.protocol)) return { outcome: 'gone', answer: next.protocol }
      at = next
    }
    return { outcome: 'away', answer: 'ELOOP' }
  } catch (error) {
    const answer = patience.aborted ? 'ETIMEDOUT' : codeOf(error)
    if (answer === CLOSED) return { outcome: 'closed', answer }
    return { outcome: IS_GONE.has(answer) ? 'gone' : 'away', answer }
  }
}

/** Whoever asks who we are, or that we ask less, is there. */
function outcomeOf(status: number): Outcome {
  if (IS_GONE.has(String(status))) return 'gone'
  return status < 500 ? 'there' : 'away'
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'EFAILED'
}

/** The connection is closed as soon as the answer begins. */
function ask(
  at: URL, { isInsideAllowed, name }: Manners, signal: AbortSignal,
): Promise<{ status: number, location: string | undefined }> {
  return new Promise((answer, fail) => {
    const host = at.hostname.replace(/^\[|\]$/g, '')
    if (!isInsideAllowed && isIP(host) !== 0 && isInside(host)) return fail(closed())
    const headers = { 'User-Agent': name, 'Accept': '*/*', 'Accept-Encoding': 'identity' }
    const lookup = isInsideAllowed ? resolve : outsideOnly
    // Certificates are for browsers to judge, which know more ways to a whole chain; nothing is sent, or trusted.
    const options = { headers, lookup, signal, agent: false as const, rejectUnauthorized: false }
    const request = (at.protocol === 'https:' ? https : http).request(at, options)
    request.on('error', fail)
    request.on('response', (response) => {
      answer({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    request.end()
  })
}

/** What a name means now is what is connected to: no second answer of a name server leads inside. */
const outsideOnly: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (addresses.some(({ address }) => isInside(address))) return done(closed(), [])
    const [first] = addresses
    if (options.all || !first) return done(null, addresses)
    done(null, first.address, first.family)
  })
}

function isInside(address: string): boolean {
  if (isIP(address) === 4) return INSIDE.check(address, 'ipv4')
  return INSIDE.check(address, 'ipv6') || !OUTSIDE_6.check(address, 'ipv6')
}

function closed(): NodeJS.ErrnoException {
  return Object.assign(new Error('an address in a network that is not asked'), { code: CLOSED })
}
