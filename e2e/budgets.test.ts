/** What a visit may cost, and what every answer says. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { VISITS } from './places'
import { root } from './product'

/** Of all four, before a proxy compresses the page. */
const HOME_BYTES = 69_000
/** Page, styles, face, icon; a page with a filter has the small script as well, an article its pictures. */
const REQUESTS = { home: 4, withFilter: 5, withPictures: 16 }
const LAYOUT_SHIFT = 0.01

const web = inject('web')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

describe.each(VISITS.filter(({ name }) => ['home', 'timeline', 'measures', 'measure'].includes(name)))('$name in $code', ({ name, address }) => {
  test('is light, and nothing in it jumps', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', request => sizes.push(request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize)))
    await page.addInitScript(watchShifts)
    await page.goto(web + address, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(sizes.length).toBeLessThanOrEqual(name === 'home' ? REQUESTS.home : REQUESTS.withFilter)
    if (name === 'home') expect(bytes).toBeLessThanOrEqual(HOME_BYTES)
    expect(gzipSync(await (await fetch(web + address)).text()).length).toBeLessThanOrEqual(name === 'home' ? 12_000 : 40_000)
    expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBeLessThanOrEqual(LAYOUT_SHIFT)
    await context.close()
  })
})

describe.each(VISITS.filter(({ name, code }) => ['articles', 'interview'].includes(name) && ['de', 'ar'].includes(code)))('$name in $code', ({ address }) => {
  test('is light with all its pictures, which come from the own host, and nothing in it jumps when they come', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    const hosts: string[] = []
    page.on('request', request => hosts.push(new URL(request.url()).host))
    await page.addInitScript(watchShifts)
    await page.goto(web + address, { waitUntil: 'networkidle' })
    for (const picture of await page.locator('img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect.poll(() => picture.evaluate(image => image instanceof HTMLImageElement && image.complete), { timeout: 10_000 }).toBe(true)
    }
    expect(new Set(hosts)).toEqual(new Set([new URL(web).host]))
    expect(hosts.length).toBeLessThanOrEqual(REQUESTS.withPictures)
    expect(gzipSync(await (await fetch(web + address)).text()).length).toBeLessThanOrEqual(40_000)
    expect(await page.evaluate(() => Number(Reflect.get(window, 'shift')))).toBeLessThanOrEqual(LAYOUT_SHIFT)
    await context.close()
  })
})

/** Adds up how far what is seen has jumped. */
function watchShifts(): void {
  Reflect.set(window, 'shift', 0)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Reflect.set(window, 'shift', Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')))
  }).observe({ type: 'layout-shift', buffered: true })
}

test.each([['/', 200], ['/gibt-es-nicht', 404], ['/robots.txt', 200], ['/healthz', 200], ['/plaene/%00', 404]])('%s says what browsers may do with it', async (address, status) => {
  const { headers, status: answered } = await fetch(web + address)
  expect(answered).toBe(status)
  expect(headers.get('content-security-policy')).toContain('default-src \'none\'')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('strict-transport-security')).toContain('max-age=')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('set-cookie')).toBeNull()
})

test.each(['/__nuxt_island/x', '/_ipx/w_100/x.png', '/_nuxt/', '/.env', '/..%2f..%2fpackage.json', '/stil', '/en/stil', '/__nuxt_devtools__/', '/_payload.json'])('%s is not there', async (address) => {
  expect((await fetch(web + address)).status).toBe(404)
})

test('styles know no left and right', () => {
  const PHYSICAL = /(?<![\w-])((margin|padding|border)-(left|right|top|bottom)|left|right|text-align:\s*(left|right)|float:\s*(left|right))\s*:|text-align:\s*(left|right)/
  const files = readdirSync(path.join(root, 'web/app'), { recursive: true, encoding: 'utf8' }).filter(file => /\.(vue|css)$/.test(file))
  const styles = files.map(file => [file, readFileSync(path.join(root, 'web/app', file), 'utf8')] as const)
    .map(([file, text]) => [file, file.endsWith('.css') ? text : text.match(/<style[^>]*>[\s\S]*<\/style>/)?.[0] ?? ''] as const)
  expect(files.length).toBeGreaterThan(20)
  expect(styles.filter(([, style]) => PHYSICAL.test(style)).map(([file]) => file)).toEqual([])
})
