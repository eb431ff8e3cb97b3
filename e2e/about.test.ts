/** Who and what stands behind the website: contributors, people, organisations, glossary, pages. Without script. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { follow } from './reading'

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
  {
    code: 'de', home: '/', nav: 'Mitwirkende', patron: 'Schirmherrschaft', about: 'Das LIP-Lab', glossary: 'Glossar',
    prefix: ['', 'personen', 'organisationen', 'seiten', 'glossar'],
  },
  {
    code: 'ar', home: '/ar', nav: 'من يشارك', patron: 'الرعاية الفخرية', about: 'LIP-Lab', glossary: 'مسرد المصطلحات',
    prefix: ['/ar', 'people', 'organisations', 'pages', 'glossary'],
  },
] as const

describe.each(LANGUAGES)(
  'a reader in $code',
  ({ code, home, nav, patron, about, glossary, prefix: [root, people, organisations, pages, terms] }) => {
    test('goes from the header to everyone who contributes, by what they do, to one of them, and to her body', async () => {
      await open(home)
      await follow(page.getByRole('banner').getByRole('link', { name: nav }))
      for (const target of await page
        .locator('main nav a')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? '')))
        expect(await page.locator(`h2${target}`).count(), target).toBe(1)
      expect(await page.locator('section[aria-labelledby="website"]').innerText()).toContain(patron)
      const person = page
        .locator(`section[aria-labelledby="bodies"] a[href="${root}/${people}/konstanze-beckedorf"]`)
        .first()
      const name = await person.innerText()
      await person.click()
      expect(await heading()).toBe(name)
      await follow(page.locator(`main a[href="${root}/${organisations}/lenkungsgruppe"]`).first())
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
      expect(
        await page
          .locator('.portrait img')
          .evaluate(image => image instanceof HTMLImageElement && image.naturalWidth > 0),
      ).toBe(true)
      if (code === 'ar')
        expect([await heading(), await page.locator('[itemprop="alternateName"]').innerText()]).toEqual([
          'شخصية المثال الأولى', 'Beispielperson Eins',
        ])
      await follow(page.locator(`section[aria-labelledby="articles"] a[href$="/beispiel-interview"]`))
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
      await follow(page.getByRole('contentinfo').getByRole('link', { name: about }).first())
      expect(new URL(page.url()).pathname).toBe(`${root}/${pages}/lip-lab`)
      expect(await main()).toContain('2021')
      for (const file of await page
        .locator('.cite-box a[href*="/cite."]')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? '')))
        expect((await fetch(web + file)).status, file).toBe(200)
      expect(await page.locator('.cite-box a[href*="/cite."]').count()).toBe(2)
      await page.locator('.cite-box summary').click()
      const version = page.locator(`.cite-box a[href^="${root}/${pages}/lip-lab/v/"]`).first()
      await version.click()
      expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${root}/${pages}/lip-lab/v/\\d+$`))
      expect((await page.locator('h1').innerText()).length).toBeGreaterThan(3)
    })

    test('looks up a word, each of which has an address', async () => {
      await open(home)
      await follow(page.getByRole('contentinfo').getByRole('link', { name: glossary }))
      expect(new URL(page.url()).pathname).toBe(`${root}/${terms}`)
      expect(await page.locator('.glossary-list dt').count()).toBeGreaterThan(10)
      const link = page.locator('.glossary-list .permalink').nth(3)
      await link.click()
      expect(await page.locator(':target dfn').count()).toBe(1)
      expect(await page.locator('#lip dfn').getAttribute('translate')).toBe('no')
    })
  })

describe.each([
  {
    code: 'de', pages: ['/impressum', '/datenschutz', '/barrierefreiheit'], contact: '/kontakt',
    kept: ['180', 'Nachricht', 'Sprache', 'Zeitpunkt', 'Seite', 'E-Mail-Adresse', 'gelöscht'], day: '26. November 2026',
    gaps: 'Bekannte Lücken', body: 'Durchsetzungsstelle',
  },
  {
    code: 'en', pages: ['/en/imprint', '/en/privacy', '/en/accessibility'], contact: '/en/contact',
    kept: ['180', 'message', 'language', 'time', 'page', 'e-mail address', 'deleted'], day: '26 November 2026',
    gaps: 'Known gaps', body: 'Enforcement body',
  },
  {
    code: 'ar', pages: ['/ar/imprint', '/ar/privacy', '/ar/accessibility'], contact: '/ar/contact',
    kept: ['180', 'رسالتكم', 'اللغة', 'الوقت', 'الصفحة', 'بريدكم الإلكتروني', 'يُحذف'], day: '26 نوفمبر 2026',
    gaps: 'ثغرات معروفة', body: 'هيئة الإنفاذ',
  },
])(
  'what the law asks for, in $code',
  ({ pages: [imprint = '', privacy = '', accessibility = ''], contact, kept, day, gaps, body }) => {
    test('the imprint says by which law it stands and what is to be entered, and names nobody who has not entered '
      + 'themselves', async () => {
      await open(imprint)
      expect(await page.locator('main .lead').innerText()).toMatch(/5.*DDG.*18.*MStV/)
      expect(await page.locator('main .missing').count()).toBeGreaterThanOrEqual(3)
      expect(await main()).not.toMatch(/Musterstraße|Mustermann|@/)
    })

    test('the privacy notice says what the form keeps, and how long', async () => {
      await open(privacy)
      for (const words of kept) expect(await main()).toContain(words)
    })

    test('the accessibility statement has its day, its gaps, a contact and the enforcement body', async () => {
      await open(accessibility)
      expect(await page.locator('main .lead').innerText()).toContain(day)
      expect((await page.locator('h2', { hasText: gaps }).locator('+ p').innerText()).length).toBeGreaterThan(100)
      expect(await page.locator(`main a[href="${contact}"]`).count()).toBe(1)
      expect(await page.locator('section', { hasText: body }).locator('.missing').count()).toBe(1)
    })
  })

describe.each([
  {
    code: 'de', root: '', people: 'personen', organisations: 'organisationen', pages: 'seiten',
    contributors: 'mitwirkende', website: 'Website', note: 'Ihr Amt ging im November 2022 in andere Hände über',
    thanked: 4,
  },
  {
    code: 'en', root: '/en', people: 'people', organisations: 'organisations', pages: 'pages',
    contributors: 'contributors', website: 'website', note: 'Her office passed into other hands in November 2022',
    thanked: 4,
  },
  {
    code: 'ar', root: '/ar', people: 'people', organisations: 'organisations', pages: 'pages',
    contributors: 'contributors', website: 'الموقع', note: 'انتقل منصبها إلى غيرها في نوفمبر 2022', thanked: 4,
  },
])(
  'those behind the website, in $code',
  ({ root, people, organisations, pages, contributors, website, note, thanked }) => {
    test('the patron is patron of the website, from 2021 to 2022, and her office has changed', async () => {
      await open(`${root}/${people}/doris-schroeder-koepf`)
      const patronage = page.locator('section[aria-labelledby="contributions"]')
      expect(await patronage.innerText()).toContain(website)
      expect(await patronage.innerText()).toContain(note)
      expect((await patronage.locator('time').allInnerTexts()).join(' ')).toMatch(/2021.*2022/s)
      await open(`${root}/${contributors}`)
      expect(await page.locator('section[aria-labelledby="website"]').innerText()).toContain(note)
    })

    test('everybody is there by body: expert group, steering group, committee, board; and operators and translators '
      + 'of the website', async () => {
      await open(`${root}/${contributors}`)
      const bodies = await page
        .locator('section[aria-labelledby="bodies"] a')
        .evaluateAll(links => links.map(link => link.getAttribute('href')?.split('/').at(-1) ?? ''))
      const places = ['ag-bildung', 'lenkungsgruppe', 'internationaler-ausschuss', 'kuratorium'].map(body =>
        bodies.indexOf(body),
      )
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
      for (const operator of ['kargah', 'kulturzentrum-faust'])
        expect(
          await page
            .locator(`section[aria-labelledby="website"] a[href="${root}/${organisations}/${operator}"]`)
            .count(),
          operator,
        ).toBeGreaterThan(0)
    })

    test('volunteers, organisations, sponsors and the patron are thanked', async () => {
      await open(`${root}/${pages}/dank`)
      expect(await page.locator('main .rich-text :is(h2, h3)').count()).toBe(thanked)
      expect((await main()).length).toBeGreaterThan(400)
    })
  })
