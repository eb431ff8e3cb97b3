/** The interface for partners at the website's own origin: the request goes to the cms as it is, without the caller's headers. */
const REQUEST_BYTES = 20_000
const ANSWER_MILLISECONDS = 10_000

export default defineEventHandler(async (event): Promise<unknown> => {
  setResponseHeaders(event, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
  const length = getRequestHeader(event, 'content-length')
  if (!length || Number(length) > REQUEST_BYTES) {
    setResponseStatus(event, 400)
    return { errors: [{ message: `A request may have at most ${REQUEST_BYTES} bytes and must say its Content-Length.` }] }
  }
  const request = await readRawBody(event) ?? ''
  const answer = await $fetch.raw<unknown, string>(`${readEnvironment().cmsUrl}/graphql`, {
    method: 'POST',
    body: request,
    headers: { 'Content-Type': 'application/json' },
    ignoreResponseError: true,
    timeout: ANSWER_MILLISECONDS,
  }).catch(() => null)
  setResponseStatus(event, answer?.status ?? 503)
  return answer?._data ?? { errors: [{ message: 'The content is not available at the moment. Please try again in a minute.' }] }
})
