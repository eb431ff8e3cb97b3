/** What is promised to an editor whose session is over. */
import { afterEach, expect, test, vi } from 'vitest'
import { promised } from '../src/admin/session/words'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test.each([[true, true], [false, false], [undefined, false]])(
  'a window whose context is secure (%s) can keep words: %s', async (isSecureContext, canKeep) => {
    vi.stubGlobal('isSecureContext', isSecureContext)
    expect((await import('../src/admin/kept-words/can-keep')).CAN_KEEP).toBe(canKeep)
  })

test('only a browser that can keep words promises it, and the other says what the way out costs', () => {
  expect(promised(true).kept).toContain('14 Tage')
  expect(JSON.stringify(promised(false))).not.toContain('14 Tage')
  expect(promised(false).kept).toContain('Lassen Sie das Fenster offen')
  expect(promised(false).other).toContain('Verwerfen')
})
