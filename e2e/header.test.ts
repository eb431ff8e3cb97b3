/** What stands above every page: small on a phone, with a search, a menu that folds, and the place of the page. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { hasGermanWords, LOCALES } from 'shared-types'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { follow } from './reading'

const web = inject('web')
const HIGHEST_PIXELS = 120

let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(() => context?.close())
afterAll(() => browser?.close())

async function open(address: string, width: number, javaScriptEnabled = false): Promise<Page> {
  context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.goto(web + address)
  return page
}

const menu = (page: Page) => page.locator('header nav details')
const links = (page: Page) => menu(page).getByRole('link')

describe.each(LOCALES)('the header in $name', ({ code }) => {
  const root = code === 'de' ? '/' : `/${code}`
  const pathOf = (german: string, other: string) => `${root}/${hasGermanWords(code) ? german : other}`.replace('//', '/')

  test.each([320, 390])(`is at most ${HIGHEST_PIXELS} pixels high on a phone of %i pixels`, async (width) => {
    const page = await open(pathOf('zeitleiste', 'timeline'), width)
    expect((await page.locator('header').boundingBox())?.height).toBeLessThanOrEqual(HIGHEST_PIXELS)
    expect(await links(page).first().isVisible()).toBe(false)
  })

  test('searches everything, without a script', async () => {
    const page = await open(pathOf('zeitleiste', 'timeline'), 390)
    await page.locator('header input[name="q"]').fill('LIP 2.0')
    await follow(page.locator('header form button'))
    const address = new URL(page.url())
    expect([address.pathname, address.searchParams.get('q')]).toEqual([pathOf('suche', 'search'), 'LIP 2.0'])
    expect(await page.locator('#found li').count()).toBeGreaterThan(0)
  })

  test('has no search beside that of the page', async () => {
    for (const address of [root, pathOf('suche', 'search')]) {
      const page = await open(address, 390)
      expect(await page.locator('input[name="q"]').count(), address).toBe(1)
      await context.close()
    }
  })
})

describe('the menu', () => {
  test('opens without a script on a phone, one at a time, and leads to a part of the website', async () => {
    const page = await open('/', 390)
    await menu(page).locator('summary').click()
    await page.locator('.language-menu summary').click()
    expect(await links(page).first().isVisible()).toBe(false)
    await page.locator('.language-menu summary').click()
    await menu(page).locator('summary').click()
    await follow(menu(page).getByRole('link', { name: 'Pläne' }))
    expect(new URL(page.url()).pathname).toBe('/plaene')
  })

  test('is open where there is room', async () => {
    const page = await open('/', 1280)
    expect(await links(page).count()).toBe(7)
    for (const link of await links(page).all()) expect(await link.isVisible()).toBe(true)
    expect(await menu(page).locator('summary').isVisible()).toBe(false)
  })

  test('closes with Escape, with a tap elsewhere and when the focus goes on', async () => {
    const page = await open('/', 390, true)
    const summary = menu(page).locator('summary')
    const isOpen = () => menu(page).evaluate(details => details.hasAttribute('open'))
    await summary.click()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect([await isOpen(), await summary.evaluate(element => element === document.activeElement)]).toEqual([
      false, true,
    ])
    await summary.click()
    await page.mouse.click(195, 700)
    expect(await isOpen()).toBe(false)
    await summary.click()
    for (let links = 0; links < 8; links += 1) await page.keyboard.press('Tab')
    expect(await isOpen()).toBe(false)
  })
})

describe('the place of a page', () => {
  test.each([
    ['/plaene', 'Pläne', 'page', []], ['/plaene/wir-2-0', 'Pläne', 'true', ['Startseite', 'Pläne', 'WIR2.0']],
    ['/plaene/wir-2-0/bericht', 'Pläne', 'true', ['Startseite', 'Pläne', 'WIR2.0', 'Bericht']],
    ['/personen/konstanze-beckedorf', 'Mitwirkende', 'true', [
      'Startseite', 'Mitwirkende', 'Personen', 'Konstanze Beckedorf',
    ]],
    ['/organisationen', 'Mitwirkende', 'true', ['Startseite', 'Mitwirkende', 'Organisationen']],
    ['/suche', undefined, undefined, []],
  ])('%s is marked in the menu, and the trail leads to it', async (address, name, current, trail) => {
    const page = await open(address, 1280)
    const marked = page.locator('header nav [aria-current]')
    expect(await marked.allInnerTexts()).toEqual(name ? [name] : [])
    if (current) expect(await marked.getAttribute('aria-current')).toBe(current)
    const steps = page.getByRole('navigation', { name: 'Sie sind hier' }).getByRole('listitem')
    expect(await steps.allInnerTexts()).toEqual(trail)
    if (trail.length > 0) expect(await steps.last().locator('[aria-current="page"]').innerText()).toBe(trail.at(-1))
  })

  test('is not said twice on a phone, where its heading says it', async () => {
    const page = await open('/massnahmen/tiny-houses', 390)
    const steps = page.getByRole('navigation', { name: 'Sie sind hier' }).getByRole('listitem')
    expect(await steps.allInnerTexts()).toEqual(['Startseite', 'Maßnahmen'])
  })

  test('of a version leads to the document of today', async () => {
    const page = await open('/massnahmen/tiny-houses/v/1', 1280)
    const trail = page.getByRole('navigation', { name: 'Sie sind hier' })
    expect(await trail.getByRole('listitem').last().innerText()).toBe('Fassung 1')
    await follow(trail.getByRole('link').last())
    expect(new URL(page.url()).pathname).toBe('/massnahmen/tiny-houses')
  })

  test('that is not there is nowhere', async () => {
    const page = await open('/massnahmen/gibt-es-nicht', 390)
    expect(await page.getByRole('navigation', { name: 'Sie sind hier' }).count()).toBe(0)
  })
})

test.each([
  ['/favicon.ico', 'image/'], ['/favicon.svg', 'image/svg+xml'], ['/apple-touch-icon.png', 'image/png'],
  ['/icon-maskable-512.png', 'image/png'], ['/site.webmanifest', 'application/manifest+json'],
])('%s is served as %s', async (address, type) => {
  const response = await fetch(web + address)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)])
})
