/**
 * Languages: journeys without script, and pages that say what is translated, from which state of the original, and what
 * is not.
 */
import { localeOf, LOCALES } from 'shared-types'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { openBrowser } from './browser'
import {
  addressIn, idOf, make, openAdmin, paragraph, removeWhatWasMade, rewrite, to, translate,
} from './editor'
import { htmlProblems } from './html'
import { follow, sitemapAddresses } from './reading'

const web = inject('web')
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage()
})

afterAll(async () => {
  await removeWhatWasMade()
  await browser?.close()
})

const open = (address: string) => page.goto(web + address)
const hreflangs = (): Promise<string[]> =>
  page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll(links => links.map(link => link.getAttribute('hreflang') ?? ''))
const menu = (): Promise<string[]> =>
  page.locator('.language-menu li a').evaluateAll(links => links.map(link => link.getAttribute('hreflang') ?? ''))

describe.each([
  { code: 'de', root: '', measures: '/massnahmen', search: '/suche', sheet: 'blatt' },
  { code: 'ar', root: '/ar', measures: '/ar/measures', search: '/ar/search', sheet: 'sheet' },
  { code: 'fa', root: '/fa', measures: '/fa/measures', search: '/fa/search', sheet: 'sheet' },
  { code: 'tr', root: '/tr', measures: '/tr/measures', search: '/tr/search', sheet: 'sheet' },
])('a reader in $code without script', ({ code, root, measures, search, sheet }) => {
  test('goes from the home page to the measures of a field, to one of them, to its sheet, and to the same page in '
    + 'another language', async () => {
    await open(root || '/')
    expect(await page.locator('html').evaluate(html => [html.getAttribute('lang'), html.getAttribute('dir')])).toEqual([
      localeOf(code).language, localeOf(code).direction,
    ])
    await page.getByRole('banner').locator('nav summary').click()
    await page.getByRole('banner').locator(`a[href="${measures}"]`).click()
    await page.locator('.filter-fold > summary').click()
    await page.locator('main select[name="field"]').selectOption('bildung')
    await page.locator('main form button[type="submit"]').first().click()
    expect(new URL(page.url()).searchParams.get('field')).toBe('bildung')
    const measure = page.locator('#found .measure-card .name a').first()
    const title = await measure.innerText()
    await follow(measure)
    expect(await page.locator('h1').innerText()).toContain(title)
    expect(await page.locator('main [data-translation-origin]').count() > 0).toBe(code !== 'de')
    const address = new URL(page.url()).pathname
    await open(`${address}/${sheet}`)
    expect(
      await page.locator(code === 'de' ? 'main a[hreflang="tr"]' : '.sheet-page .cited svg').count(),
    ).toBeGreaterThan(0)
    await open(address)
    await page.locator('.language-menu summary').click()
    await page.locator('.language-menu a[hreflang="en"]').click()
    expect([
      await page.locator('html').getAttribute('lang'), new URL(page.url()).pathname.startsWith('/en/measures/'),
    ]).toEqual(['en', true])
  })

  test('finds the plan by a name that it had', async () => {
    await open(root || '/')
    await page.locator('input[name="q"]').fill('LIP 2.0')
    await page.locator('input[name="q"]').press('Enter')
    await page.waitForURL(`**${search}?**`)
    expect(
      await page.locator(`main a[href="${code === 'de' ? '/plaene' : `${root}/plans`}/wir-2-0"]`).count(),
    ).toBeGreaterThan(0)
  })
})

describe('a text that is translated', () => {
  const GERMAN = {
    title: 'Nachgefragt', slug: 'nachgefragt', lead: 'Wir fragen drei Menschen.',
    text: [paragraph('Das Büro hat montags offen.'), paragraph('Der Eintritt ist frei.')],
  }
  let id = ''

  test('says on which day it was compared with its original', async () => {
    id = await make('page', GERMAN)
    await translate('page', id, 'fa', {
      title: 'پرس‌وجو', lead: 'از سه نفر می‌پرسیم.',
      text: [paragraph('دفتر دوشنبه‌ها باز است.'), paragraph('ورود رایگان است.')],
    })
    await expect
      .poll(async () => (await fetch(`${web}/fa/pages/nachgefragt`)).text(), WITHIN_A_MINUTE)
      .toContain('data-translation-state')
    await open('/fa/pages/nachgefragt')
    expect(await page.locator('[data-translation-state]').getAttribute('data-translation-state')).toBe('current')
    expect(await page.locator('[data-translation-state]').textContent()).toContain(String(new Date().getFullYear()))
  })

  test('says in its own language that its original has changed since, marks the paragraph, and shows the German '
    + 'beside it, as German', async () => {
    await rewrite('page', id, {
      ...GERMAN,
      text: [paragraph('Das Büro hat dienstags offen.'), paragraph('Der Eintritt ist frei.')],
    })
    await expect
      .poll(
        async () =>
          (await (await fetch(`${web}/fa/pages/nachgefragt`)).text()).includes('data-translation-state="outdated"'),
        WITHIN_A_MINUTE,
      )
      .toBe(true)
    await open('/fa/pages/nachgefragt')
    const mark = page.locator('.translation-mark')
    expect(await mark.count()).toBe(1)
    expect(await mark.textContent()).toContain('دفتر دوشنبه‌ها باز است.')
    const original = mark.locator('dd[lang="de"][dir="ltr"]')
    expect(await original.evaluateAll(texts => texts.map(text => text.textContent))).toEqual([
      'Das Büro hat dienstags offen.',
    ])
    expect(await htmlProblems(await (await fetch(`${web}/fa/pages/nachgefragt`)).text())).toEqual([])
  })

  test('is named only where it exists: in the menu, for search engines, and in the sitemap', async () => {
    await open('/fa/pages/nachgefragt')
    expect([await menu(), await hreflangs()]).toEqual([['de', 'fa'], ['de', 'fa', 'x-default']])
    const listed = async () => (await sitemapAddresses()).filter(address => address.endsWith('/nachgefragt')).sort()
    await expect.poll(listed, WITHIN_A_MINUTE).toEqual(['/fa/pages/nachgefragt', '/seiten/nachgefragt'])
  })

  test.each(['tr', 'en', 'kmr'])('answers in %s that it is not there, and where it is', async (code) => {
    const response = await open(`/${code}/pages/nachgefragt`)
    expect([response?.status(), await page.locator('html').getAttribute('lang')]).toEqual([200, code])
    expect((await fetch(`${web}/${code}/pages/nachgefragt`, { method: 'HEAD' })).status).toBe(200)
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
    expect(await hreflangs()).toEqual(['de', 'fa', 'x-default'])
    expect(
      await page
        .locator('.translation-list a')
        .evaluateAll(links =>
          links.map(link => [link.getAttribute('hreflang'), link.getAttribute('dir'), link.getAttribute('href')]),
        ),
    ).toEqual([
      ['de', 'ltr', '/seiten/nachgefragt'], ['fa', 'rtl', '/fa/pages/nachgefragt'],
    ])
    expect(await page.locator('main').textContent()).not.toContain('Das Büro')
  })
})

describe.each([
  [
    'event', '/fa/timeline',
    {
      title: 'Nachgezählt', slug: 'nachgezaehlt', date: '2021', kind: 'meeting', certainty: 'documented',
      text: [paragraph('Es kamen zwölf Menschen.')],
    },
    { title: 'شمارش دوباره', text: [paragraph('دوازده نفر آمدند.')] },
    { text: [paragraph('Es kamen zwanzig Menschen.')] },
  ],
  [
    'term', '/fa/glossary', { title: 'Nachzählung', slug: 'nachzaehlung', explanation: 'Einmal zählen.' },
    { title: 'بازشماری', explanation: 'یک بار شمردن.' }, { explanation: 'Noch einmal zählen.' },
  ],
] as const)('a translated %s in a list', (collection, address, german, persian, change) => {
  test('says that its original has changed since, from the moment when it does', async () => {
    const ofPlan = collection === 'event' ? { plan: to(await idOf('plans', 'wir-2-0')) } : {}
    const id = await make(collection, { ...german, ...ofPlan })
    await translate(collection, id, 'fa', persian)
    const entry = page.locator('.event, .glossary-list > div', { hasText: persian.title })
    await expect
      .poll(async () => (await (await fetch(web + address)).text()).includes(persian.title), WITHIN_A_MINUTE)
      .toBe(true)
    await open(address)
    expect(await entry.locator('[data-translation-state]').count()).toBe(0)
    await rewrite(collection, id, { ...german, ...ofPlan, ...change })
    await expect
      .poll(
        async () => (await (await fetch(web + address)).text()).includes('data-translation-state="outdated"'),
        WITHIN_A_MINUTE,
      )
      .toBe(true)
    await open(address)
    expect(await page.locator('[data-translation-state="outdated"]').count()).toBe(1)
    expect(await entry.locator('[data-translation-state]').textContent()).toBe('متن اصلی از آن زمان تغییر کرده است.')
  })
})

describe('a name that no language has but its own', () => {
  test.each(['tr', 'es', 'ru', 'ar'])('is German in %s too, and says so; a translated one does not', async (code) => {
    const namesAt = async (address: string) => {
      await open(address)
      return new Map(
        await page
          .locator('main a[href*="/organisation"]')
          .evaluateAll(links =>
            links.map((link) => {
              // A word of the city's within a name that is translated is no language of it.
              const whole = [...link.querySelectorAll('[lang]')].find(part => part.textContent === link.textContent)
              return [
                link.getAttribute('href')?.split('/').at(-1),
                { name: link.textContent, language: (whole ?? link).closest('[lang]')?.getAttribute('lang') },
              ] as const
            }),
          ),
      )
    }
    const [german, others] = [await namesAt('/mitwirkende'), await namesAt(`/${code}/contributors`)]
    const kinds = [...others].map(
      ([slug, { name, language }]) => `${name === german.get(slug)?.name ? 'its own' : 'translated'}: ${language}`,
    )
    expect(kinds).toContain('its own: de')
    expect(kinds.filter(kind => !['its own: de', `translated: ${code}`].includes(kind))).toEqual([])
  })
})

describe('a title with mixed directions, joiners, combining marks and emoji', () => {
  test('is shown and found letter by letter, and its page is sound', async () => {
    const title = 'Seltsam: \u2067شارع\u2069, Zaun\u200Dkönig, e\u0301, 👩‍👩‍👧'
    await make('page', { title, slug: 'seltsam', lead: 'Kurz.', text: [paragraph('Text.')] })
    await expect.poll(async () => (await fetch(`${web}/seiten/seltsam`)).status, WITHIN_A_MINUTE).toBe(200)
    await open('/seiten/seltsam')
    expect(await page.locator('h1').textContent()).toBe(title)
    expect(await htmlProblems(await (await fetch(`${web}/seiten/seltsam`)).text())).toEqual([])
    await open(`/suche?q=${encodeURIComponent('Zaunkönig')}`)
    expect(await page.locator('main a[href="/seiten/seltsam"]').count()).toBe(1)
  })
})

describe('a question of a reader', () => {
  test.each([
    ['10 kB', 'Schule '.repeat(1200)], ['mixed directions', '\u202Eabc\u202C خطة LIP 2.0 \u2067تجربة\u2069'],
    ['joiners', 'Li\u200Dn\u200Cd\u200Ben'], ['combining marks', `a${'\u0301'.repeat(150)}`],
    ['emoji', '👩‍👩‍👧'.repeat(30)], ['signs', '"><script>{{ 7*7 }}%00'],
  ])('of %s is answered on a sound page', async (_name, q) => {
    for (const address of ['/suche', '/fa/search', '/tr/search']) {
      const response = await fetch(`${web}${address}?q=${encodeURIComponent(q)}`)
      expect(response.status).toBe(200)
      expect(await htmlProblems(await response.text())).toEqual([])
    }
  })
})

describe('a list in another language', () => {
  beforeAll(async () => {
    const title = 'Nur auf Deutsch erzählt'
    const plan = to(await idOf('plans', 'wir-2-0'))
    await make('event', { title, slug: 'nur-auf-deutsch', date: '2021-05', kind: 'meeting', certainty: 'documented', plan })
    for (const address of ['/tr/plans/wir-2-0/events?all=1', '/ru/timeline?all=1', '/ar/timeline?all=1'])
      await vi.waitUntil(async () => (await (await fetch(web + address)).text()).includes(title), WITHIN_A_MINUTE)
  }, 180_000)

  test('of what was found in the search shows what is only in others below, as such', async () => {
    await open('/it/search?q=Chefsache')
    expect(await page.locator('main a[href*="/natuerlich-ist-das-chefsache"]').count()).toBeGreaterThan(0)
    expect(await page.locator('main [lang="de"]').count()).toBeGreaterThan(0)
  })

  test.each(['/tr/articles', '/ru/timeline', '/ar/timeline'])(
    '%s says how much is only in others; the way to it keeps the language',
    async (address) => {
      await open(address)
      await follow(page.locator('.translation-gap a').first())
      expect(new URL(page.url()).searchParams.get('all')).toBe('1')
      expect(await page.locator('main [lang="de"]').count()).toBeGreaterThan(0)
      await follow(page.locator('.translation-gap a').first())
      expect(new URL(page.url()).searchParams.get('all')).toBeNull()
    },
  )

  test.each(['/tr/plans/wir-2-0/events', '/ar/plans/wir-2-0/events'])(
    'of events at %s shows what is there, says how much is only in others, and shows that too',
    async (address) => {
      await open(address)
      const events = page.locator('section[aria-labelledby="events"]')
      const [entries, foreign] = [events.locator('.event-list li'), events.locator('.event-list a > [lang="de"][dir]')]
      const gap = events.locator('.translation-gap')
      const there = await entries.count()
      // Arabic says one and two in words.
      const said = /\d+/.exec(await gap.innerText())?.[0]
      expect([await foreign.count(), there > 0]).toEqual([0, true])
      await follow(gap.locator('a'))
      expect(new URL(page.url()).hash).toBe('#events')
      const missing = await foreign.count()
      expect([missing > 0, await entries.count()]).toEqual([true, there + missing])
      expect(said ?? String(missing)).toBe(String(missing))
      await follow(events.locator('.translation-gap a'))
      expect([await foreign.count(), await entries.count()]).toEqual([0, there])
    },
  )

  test.each([
    ['/tr', '/tr/articles'], ['/ar', '/ar/articles'],
  ])('of new articles at %s has none in another, and leads to those', async (address, list) => {
    const articles = page.locator('section[aria-labelledby="articles"]')
    const countIn = async (gap: Locator) => /\d+/.exec(await gap.innerText())?.[0]
    // Other journeys write articles meanwhile.
    await expect.poll(async () => {
      await open(address)
      // A title in another language says its direction too; a German name within an Arabic title does not.
      expect(await articles.locator('.article-list .name [lang][dir]').count()).toBe(0)
      const missing = await countIn(articles.locator('.translation-gap'))
      await follow(articles.locator('.translation-gap a'))
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${list}?all=1`)
      return missing === await countIn(page.locator('.translation-gap'))
    }, { timeout: 30_000 }).toBe(true)
    expect(await page.locator('main [lang="de"]').count()).toBeGreaterThan(0)
  })

  test('of articles beside something else says of each in which language it is, where that is another', async () => {
    await open('/tr/fields/bildung')
    const named = await page
      .locator('.article-links li')
      .evaluateAll(links =>
        links.map(link => [
          link.querySelector('a [lang]')?.getAttribute('lang'), link.querySelector('.language-mark')?.textContent,
        ]),
      )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(([language]) => language === 'de').length).toBeGreaterThan(0)
    for (const [language, words] of named) expect(words).toBe(language && `· ${localeOf(language).name}`)
  })
})

describe('the home page', () => {
  const offerTo = async (language?: string) => {
    const response = await fetch(web, { headers: language === undefined ? {} : { 'Accept-Language': language } })
    return {
      status: response.status, cookie: response.headers.get('set-cookie'), vary: response.headers.get('vary'),
      offer: /class="language-offer"[^>]*lang="([^"]+)"/.exec(await response.text())?.[1],
    }
  }

  test.each([
    ['ar', 'ar'], ['fa-IR,fa;q=0.9', 'fa'], ['ku', 'kmr'], ['ku-TR', 'kmr'], ['ku,de', 'kmr'],
    ['de,ku;q=0.9', undefined], ['tr-TR;q=0.8, xx', 'tr'], ['bg', 'bg'], ['de-AT', undefined], ['*', undefined],
    [undefined, undefined], ['x'.repeat(7000), undefined], [';;;q=,=', undefined],
  ])('to a browser that asks for %s offers %s, and forces nothing', async (asked, offered) => {
    expect(await offerTo(asked)).toEqual({
      status: 200, cookie: null, vary: expect.stringContaining('Accept-Language'), offer: offered,
    })
  })

  test.each(['/xx', '/xx/measures', '/DE/measures', '/fr'])(
    'an unknown language in the address, %s, is nowhere',
    async (address) => {
      expect((await fetch(web + address, { redirect: 'manual' })).status).toBe(404)
    },
  )
})

describe('a page of a language as it is seen', () => {
  test('leads to Leichte Sprache and back, which has lines of its own and a place for pictures', async () => {
    for (const [from, to] of [
      ['/', '/de-simple'], ['/de-simple', '/'], ['/massnahmen/tiny-houses', '/de-simple/massnahmen/tiny-houses'],
      ['/de-simple/massnahmen/tiny-houses', '/massnahmen/tiny-houses'],
    ] as const) {
      await open(from)
      expect(await page.locator('.easy-link a').getAttribute('href'), from).toBe(to)
    }
    await open('/de-simple/massnahmen/tiny-houses')
    expect(await page.locator('.picture-slot').count()).toBe(1)
    expect(
      await page
        .locator('main .lead')
        .first()
        .evaluate(lead => getComputedStyle(lead).whiteSpaceCollapse),
    ).toMatch(/preserve/)
  })

  test.each(['/plaene/wir-2-0/inhalt', '/tr/plans/wir-2-0/about', '/ar/plans/wir-2-0/about'])(
    'explains at %s the words that need it, with a way there and back',
    async (address) => {
      await open(address)
      const terms = page.locator('main a.term')
      expect(await terms.count()).toBeGreaterThan(0)
      const target = (await terms.first().getAttribute('href')) ?? ''
      expect(await page.locator(`[id="${target.slice(1)}"]`).count()).toBe(1)
      await terms.first().click()
      await page
        .locator(`[id="${target.slice(1)}"] a[href^="#ref-"]`)
        .first()
        .click()
      expect(await page.locator(new URL(page.url()).hash).count()).toBe(1)
    },
  )

  test.each(['/ar/measures/tiny-houses/sheet', '/fa/measures/tiny-houses/sheet'])(
    'the sheet at %s prints on A4, German on its own side, and its code and its address are those of the version that '
    + 'it cites',
    async (address) => {
      await open(address)
      const href = (await page.locator('.sheet-page .cited a').first().getAttribute('href')) ?? ''
      const cited = await fetch(new URL(href, web))
      expect(cited.status).toBe(200)
      expect(await cited.text()).toContain('/v/')
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 794, height: 1123 })
      expect(await page.getByRole('banner').isVisible()).toBe(false)
      expect(await page.getByRole('contentinfo').isVisible()).toBe(false)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 (594|595|596)[\d.]* (841|842)/)
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      expect(await page.locator('.sheet-page .row', { hasText: '2021' }).count()).toBeGreaterThan(0)
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize({ width: 390, height: 800 })
    },
  )

  test.each(['/ar', '/fa'])('mirrors tables, forms and the way of a plan at %s', async (root) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(root)
    const stops = await page
      .locator('.braid-path:not(.downwards)')
      .first()
      .locator('> li')
      .evaluateAll(all => all.map(stop => stop.getBoundingClientRect()).map(({ x, y }) => ({ x, y: Math.round(y) })))
    const [first, ...rest] = stops.filter(({ y }) => y === stops[0]?.y)
    expect(rest.length).toBeGreaterThan(1)
    for (const { x } of rest) expect(x).toBeLessThan(first?.x ?? 0)
    expect(
      await page
        .locator('.braid-path .strands.across')
        .first()
        .evaluate(strands => getComputedStyle(strands).scale),
    ).toBe('-1 1')
    await open(`${root}/measures?view=table`)
    const heads = await page
      .locator('#found thead th')
      .evaluateAll(cells => cells.map(cell => cell.getBoundingClientRect().x))
    expect(heads).toEqual(heads.toSorted((a, b) => b - a))
    expect(heads.length).toBeGreaterThan(3)
    const [label, field] = [
      await page.locator('label[for="filter-q"]').boundingBox(), await page.locator('#filter-q').boundingBox(),
    ]
    expect(Math.abs((label?.x ?? 0) + (label?.width ?? 0) - (field?.x ?? 0) - (field?.width ?? 0))).toBeLessThan(4)
    await page.setViewportSize({ width: 390, height: 800 })
  })
})

describe('the search as a page', () => {
  test('is filtered by kind with its form, which says how many it finds', async () => {
    await open('/suche?q=Schule')
    const option = page.locator('main select[name="type"] option[value="Measure"]')
    const count = Number(/\((\d+)\)/.exec(await option.innerText())?.[1])
    await page.locator('main select[name="type"]').selectOption('Measure')
    await follow(page.locator('main form button[type="submit"]'))
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ q: 'Schule', type: 'Measure' })
    const found = await page
      .locator('main a[href^="/massnahmen/"]')
      .evaluateAll(links => new Set(links.map(link => link.getAttribute('href'))).size)
    expect(count).toBeGreaterThan(1)
    expect(found).toBe(count)
  })

  test('finds within a second what was published, whoever asked before', async () => {
    const asked = '/suche?q=Zeitungsente'
    await open(asked)
    expect(await page.locator('main a[href="/seiten/zeitungsente"]').count()).toBe(0)
    await make('page', { title: 'Zeitungsente', slug: 'zeitungsente', text: [paragraph('Eine Ente.')] })
    await new Promise(resolve => setTimeout(resolve, 1000))
    await open(asked)
    expect(await page.locator('main a[href="/seiten/zeitungsente"]').count()).toBe(1)
  })
})

test('an editor of a translation chooses from the languages\' names what it was translated from', async () => {
  const id = await make('page', { title: 'Woher', text: [paragraph('Ein Absatz.')] })
  await translate('page', id, 'tr', { title: 'Nereden', text: [paragraph('Bir paragraf.')] })
  const admin = await openAdmin(browser)
  await admin.goto(`${inject('cms')}/admin${addressIn('page')}/${id}?plugins[i18n][locale]=tr`)
  await admin.getByRole('combobox', { name: 'Übersetzt aus' }).click()
  await admin.getByRole('option').first().waitFor()
  expect(await admin.getByRole('option').allInnerTexts()).toEqual(['Hier wählen', ...LOCALES.map(({ name }) => name)])
  await admin.context().close()
})
