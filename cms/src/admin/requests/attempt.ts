/** The server makes the same entry once, because each attempt to make one has a name (`cms/src/creations`). */
import { newName, openForms } from '../openings'
import { deedOf } from './deeds'
import type { Step } from './door'

/** Attempts of what has no form of its own, a copy made from a list: by what they send. */
const others = new Map<string, string>()

/** `<type>`, `<type>/actions/publish`, `<type>/clone/<of what>` or `/auto-clone/…`: what makes an entry. */
const MAKING = /^\/content-manager\/collection-types\/([^/]+)(\/actions\/publish|\/(?:auto-)?clone\/[^/]+)?$/

/** Step: says by which attempt an entry is made. A repeated save of the same form is the same attempt. */
export const asAttempt: Step = async (request, send) => {
  const [, model] = MAKING.exec(new URL(request.url).pathname) ?? []
  if (request.method !== 'POST' || !model || !deedOf(request)) return send(request)
  const sent = `${request.url} ${await request.clone().text()}`
  const form = openForms().findLast(open => open.model === model && !open.documentId)
  const name = form?.attempt ?? others.get(sent) ?? newName()
  if (!form) others.set(sent, name)
  const headers = new Headers(request.headers)
  headers.set('Idempotency-Key', name)
  const response = await send(new Request(request, { headers }))
  if (response.ok) others.delete(sent)
  return response
}
