/** Files that editors uploaded, passed on by the cms as they are: pictures, sound, papers. */
import type { H3Event } from 'h3'
import { pipeline } from 'node:stream/promises'

/** As the cms names files: nothing that leads out of the folder, nothing that it takes no uploads of. */
const FILE = /^\w[\w-]*(\.[\w-]+)*\.(avif|webp|png|jpe?g|pdf|mp3|og[ga])$/i
const ANSWER_MILLISECONDS = 5000
/** A withdrawn file is gone after this time. */
const FRESH_SECONDS = 60
const PASSED_ON = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified']
/** Nothing there, and a range that the file does not have; any other answer than the file is an outage. */
const REFUSALS: Record<number, string> = { 404: 'Not Found', 416: 'Range Not Satisfiable' }

export default defineEventHandler(async (event) => {
  const name = getRouterParam(event, 'path') ?? ''
  if (!FILE.test(name)) return refuse(event, 404)
  const answer = await askFor(event, name)
  if (!answer?.ok) {
    const size = answer?.headers.get('content-range')
    if (size) setResponseHeader(event, 'Content-Range', size)
    await answer?.body?.cancel()
    return refuse(event, answer?.status ?? 503)
  }
  const modified = answer.headers.get('last-modified')
  if (
    handleCacheHeaders(event, {
      maxAge: FRESH_SECONDS, etag: answer.headers.get('etag') ?? undefined,
      modifiedTime: modified ? new Date(modified) : undefined,
    })
  )
    return answer.body?.cancel()
  setResponseStatus(event, answer.status)
  for (const header of PASSED_ON) {
    const value = answer.headers.get(header)
    if (value) setResponseHeader(event, header, value)
  }
  if (isHead(event) || !answer.body) return send(event)
  // Whoever leaves before the end ends it on both sides; there is nobody left to tell.
  await pipeline(answer.body, event.node.res).catch(() => {})
})

/** Says it plainly: a page would not be one under the headers of a file. */
function refuse(event: H3Event, status: number): string {
  const known = status in REFUSALS ? status : 503
  setResponseStatus(event, known)
  setResponseHeader(event, 'Content-Type', 'text/plain; charset=utf-8')
  return REFUSALS[known] ?? 'Service Unavailable'
}

function isHead({ method, context }: H3Event): boolean {
  return method === 'HEAD' || context.isHead === true
}

/** Null where the cms does not answer. */
async function askFor(event: H3Event, name: string): Promise<Response | null> {
  const range = getRequestHeader(event, 'range')
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), ANSWER_MILLISECONDS)
  const answer = await fetch(`${readEnvironment().cmsUrl}/uploads/${name}`, {
    method: isHead(event) ? 'HEAD' : 'GET',
    // The cms does not know If-Range: then the whole file is the right answer.
    headers: { 'Accept-Encoding': 'identity', ...range && !getRequestHeader(event, 'if-range') && { Range: range } },
    redirect: 'error',
    signal: clock.signal,
  }).catch(() => null)
  clearTimeout(timer)
  return answer
}
