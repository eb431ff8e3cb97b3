/** Words of the glossary with the small script: each opens its note where it stands, in every language. */
import type { Browser, Page } from 'playwright-core'
import { hasGermanWords, LOCALES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { PHONE } from './reading'

const web = inject('web')
/** So far from its word a note may begin where there is room for it. */
const NEAR_PIXELS = 60

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
})
afterAll(() => browser?.close())

const openNotes = () => page.locator('.term-notes :popover-open')

async function openFirst(code: (typeof LOCALES)[number]['code']): Promise<void> {
  const about = hasGermanWords(code) ? 'plaene/wir-2-0/inhalt' : 'plans/wir-2-0/about'
  await page.goto(`${web}${code === 'de' ? '' : `/${code}`}/${about}`)
  await page.locator('main a.term').first().click()
}

describe.each(LOCALES)('a word of the glossary in $name', ({ code }) => {
  test('opens its note beside it, which Escape closes, and the place on the page stays', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await openFirst(code)
    const word = page.locator('main a.term').first()
    expect(await openNotes().count()).toBe(1)
    expect(await openNotes().locator('dd').first().innerText()).not.toBe('')
    const [from, to] = [await word.boundingBox(), await openNotes().boundingBox()]
    if (!from || !to) throw new Error('There is no word or no note.')
    expect(Math.max(to.y - from.y - from.height, from.y - to.y - to.height)).toBeLessThan(NEAR_PIXELS)
    expect(new URL(page.url()).hash).toBe('')
    await page.keyboard.press('Escape')
    expect(await openNotes().count()).toBe(0)
    expect(await word.evaluate(element => element === document.activeElement)).toBe(true)
  })

  test('opens it along the lower edge of a phone, and the way back closes it', async () => {
    await page.setViewportSize(PHONE)
    await openFirst(code)
    const note = await openNotes().boundingBox()
    expect(Math.round((note?.y ?? 0) + (note?.height ?? 0))).toBe(PHONE.height)
    await openNotes().locator('.term-back').click()
    expect(await openNotes().count()).toBe(0)
  })
})
