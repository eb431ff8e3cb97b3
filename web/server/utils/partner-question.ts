import type { H3Event } from 'h3'

const ANSWER_MILLISECONDS = 10_000
/** What makes an answer one that can be kept. */
const PASSED_ON = ['ETag', 'Cache-Control', 'Ledger-Position']

/** What may be asked from other websites, and what they may read of the answer. */
export const CROSS_ORIGIN = {
  'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Cache-Control, Content-Type, If-None-Match',
  'Access-Control-Expose-Headers': PASSED_ON.join(', '), 'Access-Control-Max-Age': '86400',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

/**
 * partnerAnswer asks the cms what a partner asks, without the caller's own headers: 304 where the partner has the
 * answer, 503 with a sentence where there is none.
 */
export async function partnerAnswer(event: H3Event, question: { search?: string, body?: string }): Promise<unknown> {
  const known = getRequestHeader(event, 'If-None-Match')
  const answer = await $fetch.raw<unknown, string>(`${readEnvironment().cmsUrl}/graphql${question.search ?? ''}`, {
    method: question.body === undefined ? 'GET' : 'POST',
    body: question.body,
    headers: { 'Content-Type': 'application/json', ...known && { 'If-None-Match': known } },
    ignoreResponseError: true,
    timeout: ANSWER_MILLISECONDS,
  }).catch(() => null)
  for (const name of PASSED_ON) {
    const value = answer?.headers.get(name)
    if (value) setResponseHeader(event, name, value)
  }
  if (answer?.status === 304) return sendNoContent(event, 304)
  const isAnswer = typeof answer?._data === 'object' && answer._data !== null
  if (!answer || !isAnswer)
    return refuseQuestion(event, 503, 'The content is not available at the moment. Please try again in a minute.')
  setResponseStatus(event, answer.status)
  return answer._data
}

/** refuseQuestion answers with a sentence, as GraphQL does. */
export function refuseQuestion(event: H3Event, status: number, message: string): object {
  setResponseStatus(event, status)
  return { errors: [{ message }] }
}
