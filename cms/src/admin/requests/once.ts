/** One click, one request: what is being sent already is not sent a second time. */
import { deedOf } from './deeds'
import type { Step } from './door'

const inFlight = new Map<string, Promise<Response>>()

/** Step: the same content to the same address waits for the answer to the first. */
export const once: Step = async (request, send) => {
  if (!deedOf(request) || request.headers.get('Content-Type') !== 'application/json') return send(request)
  const key = [request.method, request.url, await request.clone().text()].join(' ')
  const answer = inFlight.get(key) ?? send(request).finally(() => inFlight.delete(key))
  inFlight.set(key, answer)
  return (await answer).clone()
}
