/** Text of twice the size on a small phone, and how long pages are there. */
import type { Browser, Page } from 'playwright-core'
import { hasGermanWords, type Locale, LOCALES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { IS_WHOLE_MATRIX } from './matrix'
import { PHONE, screensOf, sitemapAddresses, withArabicFace } from './reading'

const web = inject('web')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: PHONE })).newPage()
})

afterAll(() => browser?.close())

/** What sticks out, by its class or name: nothing where nobody has to scroll sideways. */
function stickingOut(): string[] {
  const room = document.documentElement.clientWidth
  const isOut = (element: Element) => {
    const { left, right } = element.getBoundingClientRect()
    return right > room + 1 || left < -1
  }
  return document.documentElement.scrollWidth <= room
    ? []
    : [...document.querySelectorAll('body *')].filter(isOut).map(({ className, tagName }) => `${tagName} ${className}`)
}

describe.each([
  '/', '/plaene/wir-2-0', '/plaene/wir-2-0/mitwirkende', '/massnahmen/tiny-houses', '/mitwirkende', '/zeitleiste',
  '/tr', '/ru', '/ar', '/fa/plans/wir-2-0',
])('%s', (address) => {
  test('has no sideways scrolling with text of twice the size', async () => {
    await page.goto(web + address, { waitUntil: 'domcontentloaded' })
    await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%') })
    expect(await page.evaluate(stickingOut)).toEqual([])
  })
})

test('headings grow with the text', async () => {
  await page.goto(web, { waitUntil: 'domcontentloaded' })
  const sizes = () => page.evaluate(() => ['h1', 'h2', '.lead'].map((selector) => {
    const element = document.querySelector(`main ${selector}`)
    return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0
  }))
  const before = await sizes()
  await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%') })
  const [title = 0, heading = 0, lead = 0] = await sizes()
  before.forEach((size, index) => expect([title, heading, lead][index]).toBeGreaterThan(size))
  expect(title).toBeGreaterThan(heading)
  expect(heading).toBeGreaterThan(lead)
})

test('the figures of a plan stand as rows with labels on a phone', async () => {
  await page.goto(`${web}/plaene/wir-2-0`)
  await page.locator('.stage-overview details').evaluateAll(folds => folds.forEach(fold => fold.setAttribute('open', '')))
  const labels = await page.locator('.stage-overview :is(tbody, tfoot) td').evaluateAll(cells =>
    cells.map(cell => cell.checkVisibility() && getComputedStyle(cell, '::before').content),
  )
  expect(labels.length).toBeGreaterThan(20)
  for (const label of labels) expect(label).toMatch(/^"?\S.*: "|^attr\(data-label\)/)
  expect(await page.evaluate(stickingOut)).toEqual([])
})

/** How many screens of a phone a page may fill. Leichte Sprache has larger letters and a sentence a line. */
function mostScreens(section: 'timeline' | 'plans' | 'measures', { simpleOf }: Locale): number {
  if (section === 'timeline') return simpleOf ? 11.5 : 10
  return (section === 'plans' ? 4 : 3) + (simpleOf ? 1.5 : 0)
}

/** Those with most to tell; every one where the whole matrix is asked for. */
const LONGEST = [
  'wir-2-0', 'lip-2008', 'fachausschuss-integration-europa', 'kulturdialoge-postmigrantisch', 'verwaltungsdolmetscherdienst',
  'gesellschaftsfonds-zusammenleben', 'anteil-beschaeftigte',
]

describe.each(LOCALES)('on a phone, in $name', (locale) => {
  const { code } = locale

  test('a rem is what it is in every language', async () => {
    await page.goto(`${web}/${code === 'de' ? '' : code}`, { waitUntil: 'domcontentloaded' })
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('17px')
  })

  test('the timeline is short, and says once that a machine translated it', async () => {
    await page.goto(`${web}${code === 'de' ? '' : `/${code}`}/${hasGermanWords(code) ? 'zeitleiste' : 'timeline'}`)
    await page.evaluate(withArabicFace)
    expect(await screensOf(page)).toBeLessThanOrEqual(mostScreens('timeline', locale))
    expect(await page.locator('main [data-translation-origin]').count()).toBe(code === 'de' ? 0 : 1)
  })

  test.each(['plans', 'measures'] as const)('%s are short', async (section) => {
    const words = hasGermanWords(code) ? { plans: 'plaene', measures: 'massnahmen' } : { plans: 'plans', measures: 'measures' }
    const start = `${code === 'de' ? '' : `/${code}`}/${words[section]}/`
    const addresses = (await sitemapAddresses()).filter(address =>
      address.startsWith(start) && (IS_WHOLE_MATRIX || LONGEST.some(slug => address === start + slug)))
    expect(addresses.length).toBeGreaterThan(1)
    for (const address of addresses) {
      await page.goto(web + address)
      await page.evaluate(withArabicFace)
      expect(await screensOf(page), address).toBeLessThanOrEqual(mostScreens(section, locale))
    }
  })
})

test.each(['/', '/en', '/tr', '/ar', '/fa', '/kmr', '/ru', '/es', '/it', '/bg', '/de-simple'])(
  'each example of the search at %s finds something', async (address) => {
    await page.goto(web + address, { waitUntil: 'domcontentloaded' })
    const examples = await page.locator('.search-box .examples a').evaluateAll(links =>
      links.map(link => link.getAttribute('href') ?? ''),
    )
    expect(examples).toHaveLength(3)
    for (const example of examples) {
      await page.goto(web + example, { waitUntil: 'domcontentloaded' })
      expect(await page.locator('#found > .search-hits > li').count(), example).toBeGreaterThan(0)
    }
  },
)
