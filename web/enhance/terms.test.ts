import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTermsInPlace } from './terms'

/** happy-dom has no popovers: what is asked of the browser is what counts here, the rest is in `languages.test.ts`. */
const show = vi.fn<HTMLElement['showPopover']>()

openTermsInPlace()
beforeEach(() => {
  document.body.innerHTML
    = '<p>Der <a class="term" id="ref-lip" href="#term-lip"><bdi>LIP</bdi></a> und <a href="#term-lip">mehr</a>'
      + ' <a class="term" href="#term-fehlt">fehlt</a></p>'
      + '<div id="term-lip" popover>Ein Plan.</div>'
})
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover')
  vi.resetAllMocks()
})

/** Whether the browser follows the link itself. */
function follows(selector: string, keys: MouseEventInit = {}): boolean {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys })
  document.querySelector(selector)?.dispatchEvent(click)
  return !click.defaultPrevented
}

it('leaves the link a link where the browser has no popovers', () => {
  expect(follows('.term bdi')).toBe(true)
})

it('opens the note of the word that is pressed, and of nothing else', () => {
  Object.assign(HTMLElement.prototype, { showPopover: show })
  expect(['p > a:not(.term)', '[href="#term-fehlt"]'].map(selector => follows(selector))).toEqual([true, true])
  expect(follows('.term', { ctrlKey: true })).toBe(true)
  expect(show).not.toHaveBeenCalled()
  expect(follows('.term bdi')).toBe(false)
  expect(show.mock.contexts).toEqual([document.querySelector('#term-lip')])
  expect(show).toHaveBeenCalledWith({ source: document.querySelector('.term') })
})
