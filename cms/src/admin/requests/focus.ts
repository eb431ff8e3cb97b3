/**
 * Who works by the keyboard goes on where she was: Strapi disables the button that she pressed while its request is on
 * its way, and a first save begins the form anew; both leave the keyboard at the top of the page.
 */
import { deedOf } from './deeds'
import type { Step } from './door'

/** A form that begins anew is there by then. */
const WAIT_MILLISECONDS = 5000
const STEP_MILLISECONDS = 100

let last: HTMLElement | null = null

/** Notes where the keyboard is: what is disabled loses it without saying so. */
export function watchFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? target : null
  })
}

/** Step: after a change, done or refused, the keyboard is given back to the button or field that had it. */
export const keepingFocus: Step = async (request, send) => {
  if (!deedOf(request)) return send(request)
  const had = last
  try {
    return await send(request)
  } finally {
    if (had) void giveBack(had)
  }
}

async function giveBack(had: HTMLElement): Promise<void> {
  for (let waited = 0; waited < WAIT_MILLISECONDS; waited += STEP_MILLISECONDS) {
    await new Promise(resolve => setTimeout(resolve, STEP_MILLISECONDS))
    // Whoever went somewhere else meanwhile stays there.
    if (last !== had && last?.isConnected && document.activeElement === last) return
    if (document.activeElement === document.body) sameAs(had)?.focus({ preventScroll: true })
  }
}

/** The same element, or that of a form that was begun anew. */
function sameAs(had: HTMLElement): HTMLElement | undefined {
  if (had.isConnected) return had
  const [name, words] = [had.getAttribute('name'), had.textContent]
  if (!name && !words) return undefined
  const all = [...document.querySelectorAll<HTMLElement>(`main ${had.localName}`)]
  return all.find(one => name ? one.getAttribute('name') === name : one.textContent === words)
}
