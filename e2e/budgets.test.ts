/** What a visit may cost beyond what the matrix says of every page, and what every answer says. */
import { gzipSync } from 'node:zlib'
import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { visitProblems, watchShifts } from './budget'
import { VISITS } from './places'

/** Page, styles, face, icon and the small script, as a proxy sends them that compresses the page. */
const HOME_BYTES = 60_000
/** The face of Arabic script, where the page is written in it. */
const SECOND_FACE_BYTES = 14_000
/** How many times slower than this machine a slow phone is. */
const TIMES_SLOWER = 12

const web = inject('web')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

describe.each(VISITS.filter(({ name }) => name === 'home'))('home in $code', ({ address, direction }) => {
  test('is light with all that it brings', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', request => sizes.push(sentBytes(request)))
    await page.goto(web + address, { waitUntil: 'networkidle' })
    const most = HOME_BYTES + (direction === 'rtl' ? SECOND_FACE_BYTES : 0)
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most)
    await context.close()
  })
})

/** Of a page those that are left when it is compressed; what else there is, is compressed or a picture already. */
async function sentBytes(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes()
  const response = request.resourceType() === 'document' ? await request.response() : null
  return responseHeadersSize + (response ? gzipSync(await response.body()).length : responseBodySize)
}

test('the header stands still on a slow phone, which shows a page while it reads it, where the name of the language '
  + 'is long', async () => {
  for (let visits = 0; visits < 5; visits += 1) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER })
    await page.addInitScript(watchShifts, 'header')
    await page.goto(`${web}/de-simple`, { waitUntil: 'networkidle' })
    expect(await visitProblems(page, [])).toEqual([])
    await context.close()
  }
})

describe.each(
  VISITS.filter(({ name, code }) => ['articles', 'interview'].includes(name) && ['de', 'ar'].includes(code)),
)('$name in $code', ({ address }) => {
  test('is light with all its pictures, which come from the own host, and nothing in it jumps when they come', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
    const page = await context.newPage()
    const requests: URL[] = []
    page.on('request', request => requests.push(new URL(request.url())))
    await page.addInitScript(watchShifts)
    await page.goto(web + address, { waitUntil: 'networkidle' })
    for (const picture of await page.locator('img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate(image => image instanceof HTMLImageElement && image.complete), { timeout: 10_000 })
        .toBe(true)
    }
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([new URL(web).host]))
    expect(await visitProblems(page, requests)).toEqual([])
    await context.close()
  })
})

test.each([
  '/__nuxt_island/x', '/_ipx/w_100/x.png', '/_nuxt/', '/.env', '/..%2f..%2fpackage.json', '/stil', '/en/stil',
  '/__nuxt_devtools__/', '/_payload.json',
])('%s is not there', async (address) => {
  expect((await fetch(web + address)).status).toBe(404)
})
