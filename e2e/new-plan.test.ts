/**
 * A new plan needs no code: an editor writes one with other fields and other words, and readers find it everywhere.
 * Without script.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { openBrowser } from './browser'
import { draft, idOf, make, publish, removeWhatWasMade, to } from './editor'
import { MEASURES } from './facts'
import { balanceOn, cellsOf, follow, linksOn, overviewOn, rowsOfCsv, titlesOn } from './reading'

const web = inject('web')
const TITLE = 'Integrationsplan 2027 (Beispiel)'
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }

/** Other fields than before: seven instead of six, one of them made of two, two without any before them. */
const FIELDS = [
  { title: 'Lernen ein Leben lang', slug: 'lernen-2027', strand: 'one', before: ['bildung'] },
  { title: 'Arbeit und Gründung', slug: 'arbeit-2027', strand: 'two', before: ['wirtschaft'] },
  {
    title: 'Zusammenhalt und Mitbestimmung', slug: 'zusammenhalt-2027', strand: 'three',
    before: ['soziales', 'demokratie'],
  },
  { title: 'Kultur in der Nachbarschaft', slug: 'kultur-2027', strand: 'four', before: ['stadtleben-kultur'] },
  { title: 'Rathaus für alle', slug: 'rathaus-2027', strand: 'six', before: ['stadtverwaltung'] },
  { title: 'Wohnen und Nachbarschaft', slug: 'wohnen-2027', strand: 'five', before: [] },
  { title: 'Gesund in Hannover', slug: 'gesundheit-2027', strand: 'seven', before: [] },
] as const

/** Other words for the stages than before. */
const WORDS = [
  ['proposed', 'Idee'], ['adopted', 'verabredet'], ['in_progress', 'läuft an'], ['ongoing', 'zur Gewohnheit geworden'],
] as const

/** The dates lie in the past on whatever day this runs. */
const MEASURES_2027 = [
  { title: 'Lernhäuser am Nachmittag', slug: 'lernhaeuser-2027', field: 'lernen-2027', stage: 'in_progress' },
  { title: 'Gründungswerkstatt', slug: 'gruendungswerkstatt-2027', field: 'arbeit-2027', stage: 'adopted' },
  { title: 'Beschwerdestelle', slug: 'beschwerdestelle-2027', field: 'zusammenhalt-2027', stage: 'ongoing' },
  { title: 'Beratung vor Ort', slug: 'beratung-2027', field: 'zusammenhalt-2027', stage: 'proposed' },
  { title: 'Kulturkarte', slug: 'kulturkarte-2027', field: 'kultur-2027', stage: 'adopted' },
  { title: 'Amtsdeutsch abschaffen', slug: 'amtsdeutsch-2027', field: 'rathaus-2027', stage: 'proposed' },
] as const

const LINEAGES = [
  { kind: 'continued', from: ['selbststaendige-ankunftsquartiere'], to: ['gruendungswerkstatt-2027'] },
  { kind: 'split', from: ['antidiskriminierungsstelle'], to: ['beschwerdestelle-2027', 'beratung-2027'] },
  { kind: 'merged', from: ['kulturdialoge-postmigrantisch', 'dritte-orte'], to: ['kulturkarte-2027'] },
  { kind: 'institutionalised', from: ['projekt-stadtbibliothek'], to: [] },
  { kind: 'fulfilled', from: ['netzwerk-postmigrantischer-vereine'], to: [] },
  { kind: 'dropped', from: ['carearbeit-religioese-gemeinschaften'], to: [] },
  { kind: 'new', from: [], to: ['amtsdeutsch-2027'] },
] as const

/** Where readers would find something of it. */
const PUBLIC = [
  '/', '/plaene/wir-2-0', '/plaene/wir-2-0/herkunft', '/massnahmen', '/zeitleiste', '/aenderungen?since=2025-01-01',
  '/suche?q=Integrationsplan+2027', '/suche?q=Kulturkarte', '/sitemap.xml', '/plaene/plan-2027',
  '/massnahmen/kulturkarte-2027', '/organisationen/lenkungsgruppe', '/data/de/plans/wir-2-0/crosswalk.csv',
  '/data/de/changes/feed.atom', '/ar', '/ar/plans/wir-2-0', '/ar/measures?all=1', '/ar/timeline?all=1',
  '/ar/search?q=Plan+27',
]
/** What these answered before it was published. */
const early = new Map<string, string>()

let browser: Browser
let page: Page

/** Opens a page; what stands in it is there before its faces are. */
const open = (address: string) => page.goto(web + address, { waitUntil: 'domcontentloaded' })
const main = () => page.getByRole('main').innerText()

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
  const publishPlan = await writePlan()
  for (const address of PUBLIC) early.set(address, await (await fetch(web + address)).text())
  await publishPlan()
  await vi.waitUntil(async () => {
    await open('/')
    const isHome = await page.locator('.field-list .name', { hasText: FIELDS[4].title }).count() === 1
    await open('/massnahmen')
    const isChoice = await page.locator('#filter-plan option', { hasText: `${TITLE} (6)` }).count() === 1
    await open('/plaene/wir-2-0/herkunft')
    return isHome && isChoice && (await balanceOn(page)).ongoing === 1
  }, WITHIN_A_MINUTE)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** Over months, as drafts. Returns what publishes it. */
async function writePlan(): Promise<() => Promise<void>> {
  const citations = [
    {
      source: to(
        await make('source', {
          kind: 'report', title: 'Entwurf des Integrationsplans 2027',
          url: 'https://example.org/entwurf-2027',
        }),
      ),
    },
  ]
  const values = {
    title: TITLE, slug: 'plan-2027', summary: 'Ein Beispiel für einen dritten Plan.', valid: '2026-11/..',
    predecessor: to(await idOf('plans', 'wir-2-0')), citations,
    names: [{ language: 'de', value: 'Plan 27', kind: 'short', from: '2025', citations }],
    stageWords: WORDS.map(([stage, word]) => ({ stage, language: 'de', word, citations })),
  }
  const plan = await draft('plan', values)
  await draft('event', {
    title: 'Der Entwurf des Plans 2027 liegt vor', slug: 'entwurf-liegt-vor-2027', date: '2025-06', kind: 'publication',
    plan: to(plan), onShortTimeline: true, citations,
  })
  await draft('phase', {
    title: 'Entwurf des Plans 2027', slug: 'entwurf-2027', plan: to(plan), order: 20, valid: '2025/2026',
  })
  const ids = new Map<string, string>()
  for (const [index, { title, slug, strand, before }] of FIELDS.entries()) {
    const predecessors = to(...(await Promise.all(before.map(former => idOf('fieldsOfAction', former)))))
    ids.set(
      slug,
      await draft('field', {
        title, slug, strand, order: index + 1, plan: to(plan), predecessors, summary: `Worum es 2027 geht: ${title}.`,
        citations,
      }),
    )
    ids.set(
      `goal ${slug}`,
      await draft('goal', { title: `Ziel: ${title}`, fieldOfAction: to(ids.get(slug) ?? ''), order: 1, citations }),
    )
  }
  for (const { title, slug, field, stage } of MEASURES_2027) {
    const measure = await draft('measure', {
      title, slug, kind: 'administrative', summary: `Ein Satz über: ${title}.`, plan: to(plan),
      fieldOfAction: to(ids.get(field) ?? ''), goals: to(ids.get(`goal ${field}`) ?? ''), citations,
    })
    ids.set(slug, measure)
    await draft('update', {
      measure: to(measure), date: '2025-06-01', stage, text: `Gemeldet über: ${title}.`, citations,
    })
    await draft('decision', {
      measure: to(measure), date: '2025-05', outcome: 'agreed', body: to(await idOf('organisations', 'lenkungsgruppe')),
      citations,
    })
  }
  for (const { kind, from, to: after } of LINEAGES) {
    const sides = {
      from: to(...(await Promise.all(from.map(slug => idOf('measures', slug))))),
      to: to(...after.map(slug => ids.get(slug) ?? '')),
    }
    // What ended with the plan before belongs to no part of this one.
    const write = after.length > 0 ? draft : make
    await write('lineage', { kind, ...sides, date: '2025-06', reason: 'So steht es im Entwurf.', citations })
  }
  return () => publish('plan', plan, values)
}

describe('a new plan', () => {
  test('is written in private: nobody finds anything of it before it is published', () => {
    expect(early.size).toBe(PUBLIC.length)
    const slugs = /(?:plan|kulturkarte|lernen|gesundheit|entwurf-liegt-vor)-2027/
    const told = [...early].filter(([address, text]) => text.includes(TITLE)
      || (!slugs.test(address) && slugs.test(text)))
    expect(told.map(([address]) => address)).toEqual([])
  })

  test('stands on the home page with its names and its fields, and no number there is wrong', async () => {
    await open('/')
    const card = page.locator('.plan-card', { hasText: TITLE })
    expect(await card.innerText()).toContain('Plan 27')
    expect(await page.locator('.field-list .name').allInnerTexts()).toEqual(FIELDS.map(({ title }) => title))
    for (const [path, plans, fields] of [
      ['/', /Zwei Pläne/, /sechs (Handlungsfelder|Stränge sind)/i], ['/en', /Two plans/, /six (fields|strands have)/i],
      ['/ar', /خطتان/, /ستة مجالات عمل(?! من)|الخيوط الستة/],
    ] as const) {
      await open(path)
      const words = (
        await page
          .locator('section[aria-labelledby="plans"], section[aria-labelledby="fields"]')
          .locator('> h2, > p')
          .allInnerTexts()
      ).join('\n')
      expect(words).not.toMatch(plans)
      expect(words).not.toMatch(fields)
    }
  })

  test('has a page that tells where its measures stand, in its own words', async () => {
    await open('/plaene/plan-2027')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(TITLE)
    expect(await page.locator('.fact-list').innerText()).toMatch(/Vorgänger\s+WIR2\.0/)
    const overview = await overviewOn(page)
    expect(overview.total).toBe(6)
    expect(cellsOf(overview)).toEqual({
      'lernen-2027 in_progress': 1, 'arbeit-2027 adopted': 1, 'zusammenhalt-2027 ongoing': 1,
      'zusammenhalt-2027 proposed': 1, 'kultur-2027 adopted': 1, 'rathaus-2027 proposed': 1,
    })
    expect(overview.marks.map(({ length }) => length)).toEqual([1, 1, 2, 1, 1, 0, 0])
    const words = await page.locator('.stage-overview .stages q').allTextContents()
    expect(words.toSorted()).toEqual(WORDS.map(([, word]) => word).toSorted())
    expect(await page.locator('#stages').innerText()).not.toContain('Handlungsfeld nicht bekannt')
    await page.locator('.plan-contents a[href="/plaene/plan-2027/namen"]').click()
    expect(await page.locator('.names-in-time').innerText()).toContain('Plan 27')
  })

  test.each([
    ['/plaene/wir-2-0', '/plaene', 'WIR2.0 gilt nicht mehr.', 'Danach kam Integrationsplan 2027 (Beispiel).'],
    ['/handlungsfelder/bildung', '/plaene', 'WIR2.0 gilt nicht mehr.', 'Danach kam Integrationsplan 2027 (Beispiel).'],
    ['/massnahmen/tiny-houses', '/plaene', 'WIR2.0 gilt nicht mehr.', 'Danach kam Integrationsplan 2027 (Beispiel).'],
    ['/ar/plans/wir-2-0', '/ar/plans', 'WIR2.0: لم تعد سارية.', 'Integrationsplan 2027'],
  ])('is what %s, of the plan before, leads on to', async (address, plans, ...words) => {
    await expect.poll(async () => {
      await open(address)
      return page.locator('.old-plan').allInnerTexts()
    }, WITHIN_A_MINUTE).toHaveLength(1)
    const text = (await page.locator('.old-plan').innerText()).replaceAll(/[\u2066-\u2069\u00ad]/g, '')
    for (const word of words) expect(text).toContain(word)
    expect(await page.locator('.old-plan a').last().getAttribute('href')).toBe(`${plans}/plan-2027`)
  })

  test('is not over itself', async () => {
    await open('/plaene/plan-2027')
    expect(await page.locator('.old-plan').count()).toBe(0)
  })

  test('is named by its predecessor as what follows it', async () => {
    await expect.poll(async () => {
      await open('/plaene/wir-2-0')
      return page.locator('.fact-list').innerText()
    }, WITHIN_A_MINUTE).toMatch(/Nachfolger\s+Integrationsplan 2027 \(Beispiel\)/)
  })

  test.each(FIELDS)('has a page for its field $title', async ({ title, slug, before }) => {
    await open(`/handlungsfelder/${slug}`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
    expect(await page.locator('.goals li').first().innerText()).toContain(`Ziel: ${title}`)
    expect(await page.locator('.measure-card .name').allInnerTexts()).toEqual(
      MEASURES_2027.filter(({ field }) => field === slug)
        .map(measure => measure.title)
        .toSorted(),
    )
    expect(
      await page.locator('section[aria-labelledby="before"] a').evaluateAll(links =>
        links
          .map(link => link.getAttribute('href'))
          .filter(href => href?.startsWith('/handlungsfelder/'))
          .sort(),
      ),
    ).toEqual(before.map(former => `/handlungsfelder/${former}`).toSorted())
  })

  test('is a choice of the finder', async () => {
    await open('/massnahmen')
    await page.locator('.filter-fold > summary').click()
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: `${TITLE} (6)` })
    await follow(page.getByRole('button', { name: 'Anzeigen' }))
    expect(await titlesOn(page)).toEqual(MEASURES_2027.map(({ title }) => title).toSorted())
    await open('/massnahmen?field=zusammenhalt-2027')
    expect(await titlesOn(page)).toEqual(['Beratung vor Ort', 'Beschwerdestelle'])
  })

  test('has measures with goals, updates, decisions, sources and where they came from', async () => {
    await open('/massnahmen/beratung-2027')
    const text = await main()
    for (const words of [
      'Beratung vor Ort', 'In den Worten des Plans: Idee', 'Ziel: Zusammenhalt und Mitbestimmung',
      'Gemeldet über: Beratung vor Ort.', 'So steht es im Entwurf.',
    ])
      expect(text.replaceAll(/[„“"]/g, '')).toContain(words)
    expect(await page.locator('.life-path > li').count()).toBeGreaterThan(1)
    expect(await page.locator('.lineage-measures a').allInnerTexts()).toEqual([
      'Eine unabhängige Antidiskriminierungsstelle für Hannover',
    ])
    expect(await page.locator('a[href="https://example.org/entwurf-2027"]').count()).toBeGreaterThan(3)
  })

  test('closes the balance of the plan before: every one of its measures is counted once', async () => {
    await open('/plaene/wir-2-0/herkunft')
    const { total, ...fates } = await balanceOn(page)
    expect(total).toBe(MEASURES.length)
    // Tiny-Houses was struck already.
    expect(fates).toEqual({ continued: 4, ongoing: 1, completed: 1, dropped: 2, unknown: 16 })
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(
      await page.locator('.lineage-picture > ol').evaluateAll(sides => sides.map(side => side.childElementCount)),
    ).toEqual([6, 5])
    const pairs = await page
      .locator('section[aria-labelledby="fields"] tbody tr')
      .evaluateAll(rows => rows.map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent?.replaceAll('\u00AD', ''))))
    expect(await page.locator('.lineage-picture path').count()).toBe(pairs.length)
    expect(pairs).toContainEqual(['Demokratie', 'Zusammenhalt und Mitbestimmung', '2'])
    expect(pairs).toContainEqual(['Bildung', 'Lernen ein Leben lang', '0'])
  })

  test('is drawn so that every line begins and ends at the middle of its field, and nothing covers what follows, on '
    + 'screens of all sizes in both directions of writing', async () => {
    for (const [address, width] of [
      ['/plaene/wir-2-0/herkunft', 1280], ['/ar/plans/wir-2-0/lineage', 1280], ['/plaene/wir-2-0/herkunft', 390],
      ['/ar/plans/wir-2-0/lineage', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await open(address)
      const picture = await page.locator('.lineage-picture').evaluate((element) => {
        const svg = element.querySelector('svg')?.getBoundingClientRect()
        const middles = [...element.querySelectorAll('ol')].map(side =>
          [...side.children].map((field) => {
            const { top, height } = field.getBoundingClientRect()
            return {
              middle: Math.round(((top + height / 2 - (svg?.top ?? 0)) / (svg?.height ?? 1)) * 100),
              overflows: field.scrollWidth > field.clientWidth,
            }
          }),
        )
        const ends = [...element.querySelectorAll('path')].map(path =>
          [...(path.getAttribute('d') ?? '').matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Math.round(Number(y))),
        )
        const next = element.nextElementSibling?.getBoundingClientRect().top ?? 0
        const covering = [...element.querySelectorAll('li, svg')]
          .filter(part => part.getBoundingClientRect().bottom > next)
          .map(part => part.textContent)
        return { middles, ends: ends.map(points => [points[0] ?? NaN, points.at(-1) ?? NaN]), covering }
      })
      expect(picture.covering, `${address} ${width}`).toEqual([])
      const [before = [], after = []] = picture.middles
      for (const [start = NaN, end = NaN] of picture.ends) {
        expect(before.some(({ middle }) => Math.abs(middle - start) <= 1), `${address} ${start}`).toBe(true)
        expect(after.some(({ middle }) => Math.abs(middle - end) <= 1), `${address} ${end}`).toBe(true)
      }
      expect(picture.middles.flat().filter(({ overflows }) => overflows)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  })

  test('leads on in the crosswalk as on the page', async () => {
    await open('/plaene/plan-2027/herkunft')
    const kinds: Record<string, string> = {
      continued: 'fortgeführt', split: 'aufgeteilt', merged: 'zusammengelegt', new: 'neu',
    }
    const sorted = (links: { from: readonly string[], kind: string, to: readonly string[] }[]) =>
      links
        .map(({ from, kind, to: after }) => `${from.toSorted().join()} ${kind} ${after.toSorted().join()}`)
        .toSorted()
    expect(sorted(await linksOn(page))).toEqual(
      sorted(
        LINEAGES.filter(({ to: after }) => after.length > 0).map(link => ({ ...link, kind: kinds[link.kind] ?? '' })),
      ),
    )
    const [, ...rows] = rowsOfCsv(await (await fetch(`${web}/data/de/plans/plan-2027/crosswalk.csv`)).text())
    expect(rows.map(([, kind, , , from, , , after]) => `${from} ${kind} ${after}`).toSorted()).toEqual([
      ' new amtsdeutsch-2027', 'antidiskriminierungsstelle split beratung-2027',
      'antidiskriminierungsstelle split beschwerdestelle-2027', 'dritte-orte merged kulturkarte-2027',
      'kulturdialoge-postmigrantisch merged kulturkarte-2027',
      'selbststaendige-ankunftsquartiere continued gruendungswerkstatt-2027',
    ])
  })

  test('stood on any day where its updates say, is led to by the fields before and the body that decided, and its '
    + 'measures are cited', async () => {
    await open('/plaene/plan-2027?asof=2025-05-30')
    expect(Object.keys(cellsOf(await overviewOn(page))).every(cell => cell.endsWith(' unknown'))).toBe(true)
    await open('/plaene/plan-2027?asof=2025-05-31')
    expect(Object.keys(cellsOf(await overviewOn(page))).some(cell => cell.endsWith(' unknown'))).toBe(false)
    await open('/handlungsfelder/demokratie')
    expect(
      await page.locator('section[aria-labelledby="after"] a[href="/handlungsfelder/zusammenhalt-2027"]').count(),
    ).toBe(1)
    await open('/organisationen/lenkungsgruppe')
    expect(await page.getByRole('main').textContent()).toContain('Kulturkarte')
    await open('/massnahmen/kulturkarte-2027')
    const version = await page.locator('.cite-box .line a').getAttribute('href')
    const response = await open(version ?? '')
    expect([response?.status(), response?.headers().link]).toEqual([
      200, `<${web}/massnahmen/kulturkarte-2027>; rel="latest-version"`,
    ])
    await open('/aenderungen?view=published&since=2026-01-01')
    expect(await page.locator('#found').innerText()).toContain('Amtsdeutsch abschaffen')
  })

  test('stands on the timeline in the reader\'s language, and is a choice there', async () => {
    for (const [address, language] of [
      ['/zeitleiste', null], ['/en/timeline?all=1', 'de'], ['/ar/timeline?all=1', 'de'],
    ] as const) {
      await open(address)
      const event = page.locator('#entwurf-liegt-vor-2027')
      expect(await event.locator('.title').innerText(), address).toContain('Der Entwurf des Plans 2027 liegt vor')
      expect(
        await event.locator('.title [lang]').evaluateAll(parts => parts[0]?.getAttribute('lang') ?? null), address,
      ).toBe(language)
      expect(await page.locator('select[name="plan"] option[value="plan-2027"]').count()).toBe(1)
    }
  })

  test('is found by the search in every language, its names and its measures too', async () => {
    for (const [address, found] of [
      ['/suche', '/plaene/plan-2027'], ['/en/search', '/plaene/plan-2027'], ['/ar/search', '/plaene/plan-2027'],
    ] as const) {
      for (const q of ['Plan 27', 'Integrationsplan 2027']) {
        await open(`${address}?q=${encodeURIComponent(q)}`)
        expect(
          await page.locator('main a').evaluateAll(links => links.map(link => link.getAttribute('href'))),
          `${address} ${q}`,
        ).toContain(found)
      }
      await open(`${address}?q=Kulturkarte`)
      expect(await page.locator('main a[href="/massnahmen/kulturkarte-2027"]').count(), address).toBe(1)
    }
  })

  test('is in the sitemap with its fields and measures, and each measure has a feed', async () => {
    const sitemap = await (await fetch(`${web}/sitemap.xml`)).text()
    for (const path of [
      '/plaene/plan-2027', '/plaene/plan-2027/namen',
      ...FIELDS.map(({ slug }) => `/handlungsfelder/${slug}`),
      ...MEASURES_2027.map(({ slug }) => `/massnahmen/${slug}`),
    ])
      expect(sitemap).toContain(`<loc>${web}${path}</loc>`)
    expect(sitemap).not.toContain('/en/plans/plan-2027')
    const feed = await fetch(`${web}/data/de/measures/kulturkarte-2027/feed.atom`)
    expect(feed.status).toBe(200)
    expect(await feed.text()).toContain('Gemeldet über: Kulturkarte.')
  })

  test('says to readers of other languages where it is, and does not pretend', async () => {
    for (const [address, language] of [
      ['/en/plans/plan-2027', 'en'], ['/ar/plans/plan-2027', 'ar'], ['/ar/measures/kulturkarte-2027', 'ar'],
      ['/en/fields/kultur-2027', 'en'],
    ] as const) {
      const response = await open(address)
      expect([response?.status(), await page.locator('html').getAttribute('lang')], address).toEqual([200, language])
      expect(await page.locator('meta[name="robots"]').getAttribute('content'), address).toBe('noindex')
      expect(await page.locator('main a[hreflang="de"]').count(), address).toBeGreaterThan(0)
    }
    for (const address of ['/en/measures?plan=plan-2027', '/tr/measures?plan=plan-2027']) {
      await open(address)
      expect(await titlesOn(page), address).toEqual([])
      expect(await page.locator('.translation-gap').innerText()).toContain('6')
      await follow(page.locator('.translation-gap a'))
      expect(await titlesOn(page), address).toHaveLength(6)
    }
  })

  test('is told among the changes: its name, its decisions, stages and what went on from the plan before', async () => {
    await open('/aenderungen?since=2025-01-01&plan=plan-2027')
    const text = await main()
    for (const words of [
      'erhält den Namen Plan 27.', 'Lernhäuser am Nachmittag: von „vorgeschlagen“ zu „in Bearbeitung“.',
      'Lenkungsgruppe zu Kulturkarte: zugestimmt.',
      'Aus Eine unabhängige Antidiskriminierungsstelle für Hannover wurde Beschwerdestelle und Beratung vor Ort '
      + '(aufgeteilt).',
      'Amtsdeutsch abschaffen: neu.',
    ])
      expect(text).toContain(words)
  })

  test.each([
    '/plan-2027', '/PLAN 2027', '/plan-27', '/Plan 27', '/integrationsplan-2027-beispiel',
    '/Integrationsplan 2027 (Beispiel)', '/„Integrationsplan 2027“',
  ])('is found under %s', async (address) => {
    const response = await fetch(web + encodeURI(address), { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([308, '/plaene/plan-2027'])
  })

  test.each([
    ['/kulturkarte', '/massnahmen/kulturkarte-2027'], ['/ar/rathaus-fuer-alle', '/ar/fields/rathaus-2027'],
  ])('has measures and fields that are found under %s', async (address, location) => {
    const response = await fetch(web + address, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([308, location])
  })

  test('takes no name from the plans before', async () => {
    for (const [name, location] of [
      ['/wir', '/plaene/wir-2-0'], ['/lip', '/plaene/lip-2008'], ['/bildung', '/handlungsfelder/bildung'],
    ] as const)
      expect((await fetch(web + name, { redirect: 'manual' })).headers.get('location')).toBe(location)
  })
})
