/** Opens links to previews: `/vorschau/<token>/en/articles/<slug>` is that page with what the draft says. */
import { createError, type EventHandler, type H3Event } from 'h3'
import { type Ending, type Preview, whilePreviewing } from './current'

const LINK = /^(\/vorschau\/([^/?#]*))(\/?[^?#]*)(.*)$/s
const TOKEN = /^[\w.-]{20,500}$/
const ENDINGS: readonly Ending[] = ['unknown', 'expired', 'ended', 'deleted']
const ANSWER_MILLISECONDS = 5000

interface App {
  options: { onError?: (error: ReturnType<typeof createError>, event: H3Event) => unknown }
}

/**
 * openPreview answers a request within a preview, its error pages as well; all else is answered by `render` as it is.
 * From here on nothing sees the link: neither the framework nor what it writes down about errors.
 */
export async function openPreview(event: H3Event, render: EventHandler, { options }: App): Promise<unknown> {
  const [, base, token, path, query = ''] = LINK.exec(event.path) ?? []
  if (base === undefined || token === undefined) return render(event)
  const { req } = event.node
  req.url = (path || '/') + query
  return whilePreviewing({ base, token, ...await standingOf(token) }, async () => {
    try {
      return await render(event)
    } catch (cause) {
      const error = createError(Object(cause))
      setResponseStatus(event, error.statusCode, error.statusMessage)
      await options.onError?.(error, event)
    }
  })
}

async function standingOf(token: string): Promise<Pick<Preview, 'shown' | 'ending'>> {
  if (!TOKEN.test(token)) return { shown: null, ending: 'unknown' }
  const answer: unknown = await fetch(`${readEnvironment().cmsUrl}/previews`, {
    headers: { 'X-Preview': token }, signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  }).then(response => response.ok ? response.json() : null).catch(() => null)
  const { until, framedBy, ending } = Object(Object(answer).data)
  if (typeof until === 'string' && typeof framedBy === 'string') return { shown: { until, framedBy }, ending: null }
  return { shown: null, ending: ENDINGS.find(candidate => candidate === ending) ?? null }
}
