/** Who and what stands behind the website: contributors, people, organisations, glossary, pages. Without script. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'

const web = inject('web')
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
})

afterAll(() => browser?.close())

const open = (address: string) => page.goto(web + address, { waitUntil: 'domcontentloaded' })
const main = () => page.getByRole('main').innerText()
const heading = () => page.getByRole('heading', { level: 1 }).innerText()

const LANGUAGES = [
  { code: 'de', home: '/', nav: 'Mitwirkende', patron: 'Schirmherrschaft', about: 'Das LIP-Lab', glossary: 'Glossar', prefix: ['', 'personen', 'organisationen', 'seiten', 'glossar'] },
  { code: 'ar', home: '/ar', nav: 'المشاركون', patron: 'الرعاية الفخرية', about: 'LIP-Lab', glossary: 'مسرد المصطلحات', prefix: ['/ar', 'people', 'organisations', 'pages', 'glossary'] },
] as const

describe.each(LANGUAGES)('a reader in $code', ({ code, home, nav, patron, about, glossary, prefix: [root, people, organisations, pages, terms] }) => {
  test('goes from the header to everyone who contributes, by what they do, to one of them, and to her body', async () => {
    await open(home)
    await page.getByRole('banner').getByRole('link', { name: nav }).click()
    for (const target of await page.locator('main nav a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))) expect(await page.locator(`h2${target}`).count(), target).toBe(1)
    expect(await page.locator('section[aria-labelledby="website"]').innerText()).toContain(patron)
    const person = page.locator(`section[aria-labelledby="bodies"] a[href="${root}/${people}/konstanze-beckedorf"]`).first()
    const name = await person.innerText()
    await person.click()
    expect(await heading()).toBe(name)
    await page.locator(`main a[href="${root}/${organisations}/lenkungsgruppe"]`).first().click()
    expect(await page.locator('section[aria-labelledby="contributors"]').innerText()).toContain('Konstanze Beckedorf')
  })

  test('sees of the patron that she is the patron of the website, from when to when, and by which sources', async () => {
    await open(`${root}/${people}/doris-schroeder-koepf`)
    expect(await heading()).toBe('Doris Schröder-Köpf')
    expect(await page.locator('section[aria-labelledby="contributions"]').innerText()).toMatch(/2021.*2022/s)
    expect(await page.locator('section[aria-labelledby="sources"] a').count()).toBeGreaterThan(0)
  })

  test('sees of somebody made up that there is no such person, in both scripts', async () => {
    await open(`${root}/${people}/beispielperson-eins`)
    expect(await page.locator('.person-profile > .example .example-mark').count()).toBe(1)
    expect(await page.locator('.portrait img').evaluate(image => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(true)
    if (code === 'ar') expect([await heading(), await page.locator('[itemprop="alternateName"]').innerText()]).toEqual(['شخصية المثال الأولى', 'Beispielperson Eins'])
    await page.locator(`section[aria-labelledby="articles"] a[href$="/beispiel-interview"]`).click()
    expect(await page.locator('.article-question').count()).toBeGreaterThan(5)
  })

  test('finds what an organisation did, its own website and its sources', async () => {
    await open(`${root}/${organisations}/kargah`)
    expect(await heading()).toContain('kargah')
    expect(await page.locator('main a[href^="https://"]').count()).toBeGreaterThan(0)
    expect(await page.locator('section[aria-labelledby="sources"] a').count()).toBeGreaterThan(0)
  })

  test('reads what this is, from the foot of every page, and can cite it', async () => {
    await open(home)
    await page.getByRole('contentinfo').getByRole('link', { name: about }).first().click()
    expect(new URL(page.url()).pathname).toBe(`${root}/${pages}/lip-lab`)
    expect(await main()).toContain('2021')
    for (const file of await page.locator('.cite-box a[href*="/cite."]').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))) expect((await fetch(web + file)).status, file).toBe(200)
    expect(await page.locator('.cite-box a[href*="/cite."]').count()).toBe(2)
    const version = page.locator(`.cite-box a[href^="${root}/${pages}/lip-lab/v/"]`).first()
    await version.click()
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${root}/${pages}/lip-lab/v/\\d+$`))
    expect((await page.locator('h1').innerText()).length).toBeGreaterThan(3)
  })

  test('looks up a word, each of which has an address', async () => {
    await open(home)
    await page.getByRole('contentinfo').getByRole('link', { name: glossary }).click()
    expect(new URL(page.url()).pathname).toBe(`${root}/${terms}`)
    expect(await page.locator('.glossary-list dt').count()).toBeGreaterThan(10)
    const link = page.locator('.glossary-list .permalink').nth(3)
    await link.click()
    expect(await page.locator(':target dfn').count()).toBe(1)
    expect(await page.locator('#lip dfn').getAttribute('translate')).toBe('no')
  })
})

test('the imprint names nobody who has not entered themselves, and the privacy notice says what the form keeps', async () => {
  await open('/impressum')
  expect(await main()).not.toMatch(/Musterstraße|Mustermann|@/)
  await open('/datenschutz')
  expect(await main()).toContain('180 Tage')
  await open('/barrierefreiheit')
  expect(await main()).toMatch(/20\d\d/)
})
