/** Step of the admin's requests: each write says on what it was built, and where others were faster people decide. */
import { jsonIn } from '../requests/answers'
import { deedOf } from '../requests/deeds'
import type { Send, Step } from '../requests/door'
import { headersOf, isAboutEntries, noteRead, noteWritten } from './built-on'
import { decide } from './dialog'

/** One thing that others changed, as `cms/src/together/refusal.ts` tells it. */
export interface Contested {
  key: string
  place: string
  mine: string
  theirs: string
  mark: string
  who: string
  when: string
}

/** Why something was not done: others were faster. */
export interface Refusal {
  kind: 'same' | 'unseen' | 'deleted' | 'source'
  title?: string
  contested: Contested[]
  seen?: string
}

/** What came in from others, told after a save. */
export interface CameIn {
  /** The attribute. */
  field: string
  place: string
  who: string
  when: string
}

/** Event of `window`: a save took in what others had changed. */
export const CAME_IN = 'lip:came-in'
/** Event of `window`: a confirmation was refused because its source has moved on. */
export const SOURCE_MOVED_ON = 'lip:source-moved-on'

/** Step: remembers what was read, says what a write was built on, and asks where others were faster. */
export const together: Step = async (request, send) => {
  if (!isAboutEntries(request)) return send(request)
  if (request.method !== 'GET') return deedOf(request) ? write(request, send, {}) : send(request)
  const response = await send(request)
  if (response.ok) noteRead(request, await jsonIn(response))
  return response
}

async function write(request: Request, send: Send, decided: Record<string, string>): Promise<Response> {
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries({ ...(await headersOf(request)), ...decided }))
    if (value) headers.set(name, value)
  const response = await send(new Request(request.clone(), { headers }))
  const answer = await jsonIn(response)
  if (response.ok) {
    const cameIn = cameInWith(answer)
    noteWritten(headers.get('X-Built-On') ?? '', cameIn.map(({ field }) => field))
    if (cameIn.length > 0) window.dispatchEvent(new CustomEvent(CAME_IN, { detail: cameIn }))
  }
  const refusal = response.status === 409 ? refusalIn(answer) : null
  if (!refusal) return response
  const decision = await decide(refusal, deedOf(request) ?? 'gespeichert')
  if (refusal.kind === 'source') window.dispatchEvent(new Event(SOURCE_MOVED_ON))
  return decision ? write(request, send, joined(decided, decision)) : response
}

/** A second question does not take back the answers to the first. */
function joined(before: Record<string, string>, after: Record<string, string>): Record<string, string> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(names.map(name => [name, [before[name], after[name]].filter(Boolean).join()]))
}

function refusalIn(answer: unknown): Refusal | null {
  const details: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'error')), 'details')
  return isRefusal(details) ? details : null
}

function isRefusal(details: unknown): details is Refusal {
  return typeof details === 'object' && details !== null && 'kind' in details && 'contested' in details
}

function cameInWith(answer: unknown): CameIn[] {
  const cameIn: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'meta')), 'cameIn')
  return Array.isArray(cameIn) ? cameIn : []
}
