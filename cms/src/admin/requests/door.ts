/**
 * The one door through which the admin's own requests pass, between Strapi and the network. What must hold for all of
 * them is a step in the list of `index.ts`; no other place looks at a request or changes its answer.
 */

/** Sends a request on: to the next step, at last over the network. */
export type Send = (request: Request) => Promise<Response>

/** One step of the way out and back. It may change the request, send it again, or give another answer. */
export type Step = (request: Request, send: Send) => Promise<Response>

/** Puts the steps before `fetch`; the first of the list sees a request first and its answer last. */
export function openDoor(steps: Step[]): void {
  const network = window.fetch.bind(window)
  const send = steps.reduceRight<Send>((next, step) => request => step(request, next), network)
  window.fetch = (input, init) => {
    const request = new Request(input, init)
    return new URL(request.url).origin === window.location.origin ? send(request) : network(request)
  }
}
