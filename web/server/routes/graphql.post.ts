import type { H3Event } from 'h3'

/**
 * The interface for partners at the website's own origin: the request goes to the cms as it is, without the caller's
 * headers.
 */
const REQUEST_BYTES = 20_000
const ANSWER_MILLISECONDS = 10_000

export default defineEventHandler(async (event): Promise<unknown> => {
  setResponseHeaders(event, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
  const request = await bodyWithin(event, REQUEST_BYTES)
  if (request === undefined) return refuse(event, 400, `A request may have at most ${REQUEST_BYTES} bytes.`)
  const answer = await $fetch.raw<unknown, string>(`${readEnvironment().cmsUrl}/graphql`, {
    method: 'POST',
    body: request,
    headers: { 'Content-Type': 'application/json' },
    ignoreResponseError: true,
    timeout: ANSWER_MILLISECONDS,
  }).catch(() => null)
  const isAnswer = typeof answer?._data === 'object' && answer._data !== null
  if (!answer || !isAnswer)
    return refuse(event, 503, 'The content is not available at the moment. Please try again in a minute.')
  setResponseStatus(event, answer.status)
  return answer._data
})

function refuse(event: H3Event, status: number, message: string): object {
  setResponseStatus(event, status)
  return { errors: [{ message }] }
}
