/** How long an editor waits for an answer before the form says that there is none. */
import { deedOf } from './deeds'
import type { Step } from './door'

/** A save takes a second; whoever waits longer than this does not believe in it any more. */
const WRITE_MILLISECONDS = 30_000
/** 50 MB over a slow line. */
const UPLOAD_MILLISECONDS = 10 * 60_000

/** Step: what changes entries or files is given up when no answer comes. */
export const withPatience: Step = (request, send) => {
  const deed = deedOf(request)
  if (!deed) return send(request)
  const patience = AbortSignal.timeout(deed === 'hochgeladen' ? UPLOAD_MILLISECONDS : WRITE_MILLISECONDS)
  return send(new Request(request, { signal: AbortSignal.any([request.signal, patience]) }))
}

/** Tells that nobody stopped the request, but no answer came in time. */
export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}
