/**
 * Measures that an editor writes: what became of them, one of which everything is known, and their versions. Without
 * script. All are of the plan whose balance is counted: in files of their own they would disturb each other.
 */
import { crosswalkLinks, formatDay, today } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { axeProblems } from './axe'
import {
  addressIn, idOf, make, paragraph, read, remove, removeWhatWasMade, rewrite, send, to, translate,
} from './editor'
import { htmlProblems } from './html'
import { browser, entries, main, open, page, readWithoutScript, web, WITHIN_A_MINUTE } from './measure-reader'
import { balanceOn, follow, linksOn, rowsOfCsv, wordsIn } from './reading'
import { SECURITY, securityOf } from './security-headers'

readWithoutScript()

describe('what became of measures', () => {
  const OLD = '/plaene/lip-2008/herkunft'
  const KEPT = { title: 'Erprobte Maßnahme, die weitergeht', slug: 'e2e-geht-weiter' }
  const LOST = { title: 'Erprobte Maßnahme, die gelöscht wird', slug: 'e2e-wird-geloescht' }
  const TOLD = { title: 'Erprobter Bericht über zwei Maßnahmen', slug: 'e2e-bericht-ueber-zwei' }
  let citations: object[] = []
  let lost = ''

  beforeAll(async () => {
    citations = [
      {
        source: to(
          await make('source', {
            kind: 'report', title: 'Bericht für die Proben der Herkunft',
            url: 'https://example.org/bericht',
          }),
        ),
      },
    ]
    const [plan, field] = [await idOf('plans', 'lip-2008'), await idOf('fieldsOfAction', 'bildung-2008')]
    const measure = (values: object) =>
      make('measure', { kind: 'unknown', plan: to(plan), fieldOfAction: to(field), citations, ...values })
    const link = (kind: string, from: string[], toSlugs: string[]) =>
      Promise.all(toSlugs.map(slug => idOf('measures', slug))).then(ids =>
        make('lineage', {
          kind, from: to(...from), to: to(...ids), date: '2022-09',
          reason: `So steht es im Bericht: ${kind}, "wörtlich".`, citations,
        }),
      )
    const kept = await measure(KEPT)
    lost = await measure(LOST)
    const ended = await measure({ title: 'Erprobte Maßnahme, die endet', slug: 'e2e-endet' })
    const done = await measure({ title: 'Erprobte Maßnahme, die fertig ist', slug: 'e2e-ist-fertig' })
    await measure({ title: 'Erprobte Maßnahme, von der nichts bekannt ist', slug: 'e2e-unbekannt' })
    await make('update', { measure: to(done), date: '2012', stage: 'completed', citations })
    await link('split', [kept], ['schule-als-zentrum', 'mehrsprachigkeit-kompetenz'])
    await link('continued', [lost], ['politische-bildung-schulen'])
    await make('event', {
      ...TOLD,
      date: '2012-05', kind: 'report', plan: to(plan), measures: to(lost, kept), citations,
    })
    await make('article', {
      ...TOLD,
      kind: 'report', date: '2012-05', byline: 'Redaktion', measures: to(lost, kept), citations,
    })
    await link('dropped', [ended], [])
    await vi.waitUntil(async () => {
      await open(web + OLD)
      // Seven are in the seed.
      return (await linksOn(page)).length === 7 + 3
    }, WITHIN_A_MINUTE)
  })

  afterAll(removeWhatWasMade)

  test('is said within a minute on the pages of both sides', async () => {
    await expect.poll(async () => {
      await open(`${web}/massnahmen/schule-als-zentrum`)
      return page.locator('section[aria-labelledby="from"]').innerText()
    }, WITHIN_A_MINUTE).toContain(KEPT.title)
    const link = page.locator('.lineage-list', { hasText: KEPT.title })
    expect(await link.locator('div.kind').innerText()).toMatch(/^aufgeteilt · September 2022/)
    expect(await link.innerText()).toContain('So steht es im Bericht: split')
    await follow(link.getByRole('link', { name: KEPT.title }))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(KEPT.title)
    expect(await page.locator('.lineage-list .lineage-measures a').allInnerTexts()).toEqual([
      'Schule als Zentrum', 'Mehrsprachigkeit als Kompetenz gezielter fördern',
    ])
  })

  test('adds up in the balance, and beside it stands what was reported', async () => {
    await open(web + OLD)
    const { total, ...fates } = await balanceOn(page)
    // Those that are written here, and the 26 approaches of the seed.
    expect(fates).toEqual({ continued: 2 + 1, ongoing: 11, completed: 1 + 1, dropped: 1, unknown: 1 + 13 })
    expect(total).toBe(5 + 26)
    const figures = await page.locator('section[aria-labelledby="figures"]').innerText()
    for (const figure of [
      'über 100', '102', '19', '20', 'rund 240', '234', '244', 'rund 250', 'in das laufende Geschäft übergegangen', 'Handlungsansätze',
      'Einzelmaßnahmen',
    ])
      expect(figures).toContain(figure)
    const claims = page.locator('.claim-list li', { hasText: /Der Plan hat|Es sind/ })
    expect((await claims.allInnerTexts()).map(text => /244|240|234|250|über 100/.exec(text)?.[0])).toEqual([
      '244', '240', '234', '250', 'über 100',
    ])
    for (const claim of await claims.all()) expect(await claim.locator('a[href^="http"]').count()).toBeGreaterThan(0)
    expect(await page.locator('section[aria-labelledby="balance"]').innerText()).not.toMatch(/24[04]|250/)
  })

  test.each([
    ['/plaene/lip-2008', '/plaene/lip-2008/herkunft', '/massnahmen/schule-als-zentrum', 'aufgeteilt'],
    ['/en/plans/lip-2008', '/en/plans/lip-2008/lineage', '/en/measures/schule-als-zentrum', 'split'],
    ['/ar/plans/lip-2008', '/ar/plans/lip-2008/lineage', '/ar/measures/schule-als-zentrum', 'قُسِّم'],
  ])('is reached from %s, adds up there too, and leads to the measures', async (plan, lineage, measure, kind) => {
    await open(web + plan)
    await follow(page.locator(`.plan-contents a[href="${lineage}"]`))
    const { total, ...fates } = await balanceOn(page)
    expect([total, Object.values(fates).reduce((sum, count) => sum + count, 0)]).toEqual([31, 31])
    expect((await linksOn(page)).map(link => link.kind)).toContain(kind)
    await page.locator(`section[aria-labelledby="links"] a[href="${measure}"]`).click()
    expect(await page.locator('section[aria-labelledby="from"] .lineage-measures').innerText()).toContain(KEPT.title)
  })

  test('is drawn from field to field, and the table beside it says the same', async () => {
    await open(web + OLD)
    const pairs = await page
      .locator('section[aria-labelledby="fields"] tbody tr')
      .evaluateAll(rows => rows.map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent?.replaceAll('\u00AD', ''))))
    expect(pairs.filter(([, , count]) => count !== '0')).toEqual([
      ['Bildung', 'Bildung', '1'], ['Bildung', 'Demokratie', '1'],
      ['Bildung', 'Stadtverwaltung und interkulturelle Öffnung', '1'],
    ])
    expect(await page.locator('.lineage-picture path').count()).toBe(pairs.length)
    expect(await page.locator('.lineage-picture path:not(.empty)').count()).toBe(3)
  })

  test('is the same in the table, as CSV and as JSON', async () => {
    await open(web + OLD)
    const shown = await linksOn(page)
    const kinds: Record<string, string> = {
      split: 'aufgeteilt', continued: 'fortgeführt', dropped: 'fallen gelassen', fulfilled: 'erfüllt',
      institutionalised: 'in die Regelarbeit übernommen',
    }
    const hrefs = await page
      .locator('section[aria-labelledby="links"] a[href*="/crosswalk."]')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(hrefs).toEqual(['/data/de/plans/lip-2008/crosswalk.csv', '/data/de/plans/lip-2008/crosswalk.json'])
    const [csv, json] = await Promise.all(hrefs.map(href => expectFresh(`${web}${href}`)))
    const rows = JSON.parse(json ?? '')
    expect(crosswalkLinks(rows).map(({ from, kind, to: after }) => ({ from, kind: kinds[kind], to: after }))).toEqual(
      shown,
    )
    const [head = [], ...lines] = rowsOfCsv(csv ?? '')
    expect(lines.map(line => Object.fromEntries(head.map((name, column) => [name, line[column] ?? ''])))).toEqual(rows)
    expect(rows).toContainEqual(
      expect.objectContaining({
        kind: 'split', from: KEPT.slug, from_title: KEPT.title, from_plan: 'lip-2008', to: 'schule-als-zentrum',
        to_plan: 'wir-2-0', date: '2022-09', reason: 'So steht es im Bericht: split, "wörtlich".',
        sources: 'https://example.org/bericht',
      }),
    )
  })

  /** The text of a file once all three links are in it. */
  async function expectFresh(address: string): Promise<string> {
    let text = ''
    await expect.poll(async () => {
      text = await (await fetch(address)).text()
      return ['split', 'continued', 'dropped'].every(kind => text.includes(kind))
    }, WITHIN_A_MINUTE).toBe(true)
    return text
  }

  test.each(['/plaene/lip-2008/herkunft', '/en/plans/lip-2008/lineage', '/ar/plans/lip-2008/lineage'])(
    'has at %s nothing that axe finds, and fits a narrow screen',
    async (address) => {
      const reader = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
      const response = await reader.goto(web + address)
      expect(await htmlProblems((await response?.text()) ?? '')).toEqual([])
      expect(await axeProblems(reader)).toEqual([])
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await reader.context().close()
    },
  )

  test('is a change of the plan to which it leads', async () => {
    await expect
      .poll(async () => {
        await open(`${web}/aenderungen?since=2022-01-01&kind=lineage&measure=${KEPT.slug}`)
        return entries().allInnerTexts()
      }, WITHIN_A_MINUTE)
      .toEqual([
        expect.stringContaining(
          `Aus ${KEPT.title} wurde Schule als Zentrum und Mehrsprachigkeit als Kompetenz gezielter fördern (aufgeteilt).`,
        ),
      ])
  })

  test('stays noted when a measure is deleted: its address says so, and so do the links to it', async () => {
    await remove('measure', lost)
    await expect.poll(async () => (await open(`${web}/massnahmen/${LOST.slug}`))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Diesen Eintrag gibt es nicht mehr')
    expect(await main()).toContain(`„${LOST.title}“ wurde am ${formatDay(today(), 'day', 'de')} gelöscht.`)
    await expect
      .poll(async () => {
        await open(`${web}/massnahmen/politische-bildung-schulen`)
        return page.locator('.lineage-list .lineage-measures').innerText()
      }, WITHIN_A_MINUTE)
      .toBe(`${LOST.title} (nicht mehr veröffentlicht)`)
    for (const [address, place] of [
      [`/beitraege/${TOLD.slug}`, '.article-related'], ['/zeitleiste', `#${TOLD.slug}`],
    ] as const) {
      await expect
        .poll(async () => {
          await open(web + address)
          return wordsIn(page.locator(place))
        }, WITHIN_A_MINUTE)
        .toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
      expect(await wordsIn(page.locator(place))).toContain(KEPT.title)
    }
    await expect
      .poll(async () => {
        await open(web + OLD)
        return page.locator('section[aria-labelledby="links"]').innerText()
      }, WITHIN_A_MINUTE)
      .toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
    expect((await linksOn(page)).filter(({ from }) => from.includes(LOST.slug))).toMatchObject([
      { kind: 'fortgeführt', to: ['politische-bildung-schulen'] },
    ])
    for (const file of ['csv', 'json'])
      expect(await (await fetch(`${web}/data/de/plans/lip-2008/crosswalk.${file}`)).text()).toContain(LOST.slug)
    await open(`${web}/aenderungen?since=2022-01-01&kind=lineage`)
    expect(await main()).toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
    expect((await fetch(`${web}/data/de/measures/${LOST.slug}/feed.atom`)).status).toBe(410)
    for (const [address, words] of [
      [`/en/measures/${LOST.slug}`, 'was deleted on'], [`/ar/measures/${LOST.slug}`, 'حُذف'],
    ] as const) {
      const reader = await (await browser.newContext()).newPage()
      const response = await reader.goto(web + address)
      expect(response?.status()).toBe(410)
      expect(await reader.getByRole('main').innerText()).toContain(words)
      expect(await htmlProblems(await response?.text() ?? '')).toEqual([])
      expect(await axeProblems(reader)).toEqual([])
      await reader.context().close()
    }
  })
})

describe('a measure of which everything is known', () => {
  const TITLE = 'Erprobte Maßnahme zur Beschäftigungsförderung, von der alles bekannt ist'
  const SLUG = 'e2e-alles-bekannt'
  const WORDS = { en: 'A tried measure of which everything is known', ar: 'إجراء مجرّب يُعرف عنه كل شيء' }

  beforeAll(async () => {
    const source = to(
      await make('source', {
        kind: 'report', title: 'Bericht für die Probe des Ganzen',
        url: 'https://example.org/alles',
      }),
    )
    const citations = [{ source, page: 'S. 12', quote: 'So steht es da.' }]
    const [plan, field] = [to(await idOf('plans', 'lip-2008')), to(await idOf('fieldsOfAction', 'wirtschaft-2008'))]
    const [body, other] = [to(await idOf('organisations', 'lenkungsgruppe')), to(await idOf('organisations', 'kargah'))]
    const values = {
      title: TITLE, slug: SLUG, code: 'W 3.2', summary: 'Ein Satz darüber, was sie ist.',
      text: [paragraph('Ein Absatz darüber, worum es geht.')], kind: 'administrative', plan, fieldOfAction: field,
      citations, certainty: 'disputed',
      goals: to(await make('goal', { title: 'Erprobtes Ziel', fieldOfAction: field, order: 9, citations })), lead: body,
      partners: other, proposedBy: body, period: '2009/2011', cost: '10.000 Euro', indicator: 'Zahl der Gespräche',
      names: [
        { language: 'de', value: 'Beschäftigungsinitiative', kind: 'working', from: '2008', to: '2009', citations },
        { language: 'de', value: 'Arbeitsbrücke', kind: 'official', from: '2010', citations },
      ],
      calls: [{ deadline: '2009-03-31', round: 1, citations }],
      claims: [
        { language: 'de', statement: 'Sie begann 2009.', citations },
        { language: 'de', statement: 'Sie begann 2010.', citations },
      ],
    }
    const id = await make('measure', values)
    for (const [locale, title] of Object.entries(WORDS))
      await translate('measure', id, locale, { title, summary: title, text: [paragraph(title)] })
    await make('update', { measure: to(id), date: '2010', stage: 'ongoing', text: 'Sie läuft.', citations })
    for (const [outcome, date] of [
      ['proposed', '2008-01'], ['agreed', '2008-02'], ['adopted', '2008-06'], ['funded', '2009'],
    ])
      await make('decision', { measure: to(id), date, outcome, body, note: 'Wie vorgelegt.', citations })
    await make('project', {
      title: 'Erprobtes Projekt', description: 'Ein Projekt.', plan, measure: to(id), organisation: other, date: '2009',
      amount: 1000, citations,
    })
    await make('contribution', { role: 'expert', organisation: other, measure: to(id), period: '2009', citations })
    await make('event', {
      title: 'Erprobter Auftakt', date: '2009-02', kind: 'kick_off', plan, measures: to(id), citations,
    })
    await make('article', {
      title: 'Erprobter Beitrag', kind: 'report', date: '2009-03', byline: 'Redaktion', measures: to(id), citations,
    })
    await make('lineage', {
      kind: 'widened', from: to(id), to: to(await idOf('measures', 'uebergangs-ausbildungsbegleitung')), date: '2022',
      reason: 'Jetzt für alle.', certainty: 'reported', citations,
    })
    await vi.waitUntil(
      async () =>
        (await open(`${web}/ar/measures/${SLUG}`))?.status() === 200 && (await main()).includes('Erprobter Beitrag'),
      WITHIN_A_MINUTE,
    )
  })

  afterAll(removeWhatWasMade)

  test.each([
    ['de', '/massnahmen', TITLE, 'umstritten'], ['en', '/en/measures', WORDS.en, 'disputed'],
    ['ar', '/ar/measures', WORDS.ar, 'مختلَف عليه'],
  ])('tells it all in %s, fits a narrow screen, and axe finds nothing', async (language, path, title, disputed) => {
    const reader = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
    const response = await reader.goto(`${web}${path}/${SLUG}`)
    expect(response?.status()).toBe(200)
    expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe(title)
    const text = await reader.getByRole('main').innerText()
    for (const words of [
      'W 3.2', 'Erprobtes Ziel', 'Erprobtes Projekt', 'Erprobter Auftakt', 'Erprobter Beitrag', 'Sie läuft.',
      'Wie vorgelegt.', 'Jetzt für alle.', 'Sie begann 2009.', 'Sie begann 2010.', '10.000 Euro', 'Zahl der Gespräche',
      'kargah', 'Beschäftigungsinitiative', 'Arbeitsbrücke',
    ])
      expect(text, language).toContain(words)
    for (const [name, ...years] of [
      ['Beschäftigungsinitiative', '2008', '2009'], ['Arbeitsbrücke', '2010'],
    ]) {
      const told = await reader.locator('.fact-list dd', { hasText: name }).innerText()
      for (const year of years) expect(told, language).toContain(year)
    }
    expect(await reader.locator('main .lead').first().innerText()).toBe(
      language === 'de' ? 'Ein Satz darüber, was sie ist.' : title,
    )
    expect(await reader.locator('section[aria-labelledby="sources"] a[href="https://example.org/alles"]').count()).toBe(
      1,
    )
    expect(await reader.locator('.measure-facts').innerText()).toContain(disputed)
    expect(await reader.locator('.fact-list time[datetime="2009-03-31"]').count()).toBe(1)
    expect(await reader.locator('.cite-box a[rel="license"]').getAttribute('href')).toBe(
      `https://creativecommons.org/licenses/by/4.0/deed.${language}`,
    )
    await reader.locator('.cite-box summary').click()
    expect(await reader.locator('.cite-box').innerText()).toMatch(/CC BY 4\.0\u2069?:.*LIP-Lab/)
    const knots = await reader.locator('.life-path > li .knot').evaluateAll(all =>
      all.map((knot) => {
        const { width, height, x } = knot.getBoundingClientRect()
        return { size: Math.min(width, height), x: Math.round(x + width / 2) }
      }),
    )
    expect(knots, 'Four decisions, that on the whole plan, an update and an event.').toHaveLength(7)
    expect(Math.min(...knots.map(({ size }) => size))).toBeGreaterThan(5)
    expect(new Set(knots.map(({ x }) => x)).size, 'They stand on one thread.').toBe(1)
    expect(await reader.locator('section[aria-labelledby="to"] .lineage-list a').count()).toBeGreaterThan(0)
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await htmlProblems(await response?.text() ?? '')).toEqual([])
    expect(await axeProblems(reader)).toEqual([])
    await reader.context().close()
  })
})

describe('a version', () => {
  const MEASURE = { title: 'Erprobte Maßnahme mit mehreren Fassungen', slug: 'e2e-fassungen' }
  const address = `${web}/massnahmen/${MEASURE.slug}`

  beforeAll(async () => {
    const citations = [
      { source: to(await make('source', { kind: 'report', title: 'Bericht für die Proben der Fassungen' })) },
    ]
    const measure = await make('measure', {
      ...MEASURE,
      kind: 'unknown', plan: to(await idOf('plans', 'lip-2008')), citations,
    })
    await make('update', { measure: to(measure), date: '2010', stage: 'ongoing', citations })
    await make('update', { measure: to(measure), date: '2012', stage: 'completed', citations })
    await vi.waitUntil(async () => (await open(`${address}/v/3`))?.status() === 200, WITHIN_A_MINUTE)
  })

  afterAll(removeWhatWasMade)

  test('stays as it was when the measure goes on, and leads to the newest', async () => {
    await open(`${address}/v/2`)
    expect(await page.locator('section.stage .stage-mark').innerText()).toBe('laufendes Geschäft')
    const banner = page.locator('.version-banner')
    expect(await banner.innerText()).toMatch(/^Fassung 2, veröffentlicht am \d+\. \p{L}+ \d{4}\./u)
    await banner.getByRole('link', { name: 'Zur neuesten Fassung' }).click()
    expect(page.url()).toBe(address)
    expect(await page.locator('section.stage .stage-mark').innerText()).toBe('abgeschlossen')
    await page.locator('.cite-box summary').click()
    expect(await page.locator('.cite-box .line a').innerText()).toBe(`${address}/v/3`)
  })

  test('is told in the history of the measure, and leads to what it changed', async () => {
    await open(address)
    const history = page.locator('.version-history')
    await history.locator('summary').click()
    const lines = (await history.locator('li').allInnerTexts()).map(line => line.replace(/\s+/g, ' '))
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Fassung 3 .* Angaben geändert: Stand\. Mit Fassung 2 vergleichen$/)
    expect(lines[2]).toMatch(/^Fassung 1 .* Neu\.$/)
    await follow(history.getByRole('link', { name: 'Mit Fassung 2 vergleichen' }))
    expect(page.url()).toBe(`${address}/v/3?mit=2`)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(MEASURE.title)
    const marked = (await page.locator('.version-comparison :is(ins, del)').allInnerTexts())
      .map(text => text.replace(/\s+/g, ' ').trim())
    expect(marked).toHaveLength(1)
    expect(marked[0]).toMatch(/^neu: abgeschlossen · 2012/)
    const reader = await (await browser.newContext()).newPage()
    await reader.goto(page.url())
    expect(await axeProblems(reader)).toEqual([])
    await reader.context().close()
    expect(await htmlProblems(await (await fetch(page.url())).text())).toEqual([])
  })

  test.each([
    ['mit=drei', '„drei“ ist keine Nummer einer Fassung.'], ['mit=2', 'Mit sich selbst lässt sie sich nicht vergleichen.'],
    ['mit=99', 'Eine Fassung 99 dieses Eintrags haben wir nicht gefunden.'],
  ])('is not compared with what is none: %s', async (query, sentence) => {
    expect((await open(`${address}/v/2?${query}`))?.status()).toBe(200)
    expect(await page.locator('.version-comparison').innerText()).toContain(sentence)
    expect(await page.locator('section.stage .stage-mark').innerText()).toBe('laufendes Geschäft')
  })

  test('that was withdrawn answers 410 with the reason, as a page and as a file', async () => {
    const {
      results: [revision],
    } = await send(
      'GET', `${addressIn('revision')}?filters[slug][$eq]=${MEASURE.slug}&filters[number][$eq]=1&sort=publishedOn:DESC`,
    )
    await send('PUT', `${addressIn('revision')}/${revision?.documentId}`, {
      withdrawnFor: 'Eine Person wollte hier nicht genannt sein.',
    })
    await expect.poll(async () => (await open(`${address}/v/1`))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Diese Fassung wurde zurückgezogen')
    expect(await main()).toContain('Der Grund: Eine Person wollte hier nicht genannt sein.')
    expect(await main()).not.toContain(MEASURE.title)
    for (const gone of [`${address}/v/1`, `${web}/data/de/measures/${MEASURE.slug}/v/1/cite.json`]) {
      const answer = await fetch(gone)
      expect([answer.status, securityOf(answer.headers)], gone).toEqual([410, SECURITY])
    }
    expect((await open(`${address}/v/2`))?.status()).toBe(200)
    await open(`${address}/v/2?mit=1`)
    expect(await page.locator('.version-comparison').innerText()).toBe(
      'Fassung 1 wurde zurückgezogen. Deshalb lässt sie sich nicht vergleichen.',
    )
  })

  test.each([
    ['timeline', 'event', { title: 'Erprobtes Ereignis, das zurückgezogen wird', date: '2010', kind: 'meeting' }],
    [
      'articles', 'article',
      { title: 'Erprobter Beitrag, der zurückgezogen wird', date: '2010', kind: 'report', byline: 'Redaktion' },
    ],
    ['pages', 'page', { title: 'Erprobte Seite, die zurückgezogen wird', text: [paragraph('Ein Absatz.')] }],
  ] as const)('of %s that was withdrawn answers 410 with the reason too', async (kind, collection, values) => {
    const slug = `e2e-zurueckgezogen-${kind}`
    const citations = [
      { source: to(await make('source', { kind: 'report', title: `Bericht für die Probe von ${kind}` })) },
    ]
    await make(collection, {
      slug,
      ...values,
      ...(collection !== 'page' && { citations }),
      ...(collection === 'event' && { plan: to(await idOf('plans', 'lip-2008')) }),
    })
    const version = `${web}/${{ timeline: 'zeitleiste', articles: 'beitraege', pages: 'seiten' }[kind]}/${slug}/v/1`
    await expect.poll(async () => (await open(version))?.status(), WITHIN_A_MINUTE).toBe(200)
    const {
      results: [revision],
    } = await send('GET', `${addressIn('revision')}?filters[slug][$eq]=${slug}&filters[number][$eq]=1`)
    await send('PUT', `${addressIn('revision')}/${revision?.documentId}`, { withdrawnFor: 'Ein Name stand darin.' })
    await expect.poll(async () => (await open(version))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await main()).toContain('Der Grund: Ein Name stand darin.')
    expect(await page.content()).not.toContain(values.title)
    expect((await fetch(`${web}/data/de/${kind}/${slug}/v/1/cite.json`)).status).toBe(410)
  })
})

/** Each edit with what is said of it: written down before any of them was made. */
describe('an edit of known meaning', () => {
  const SLUG = 'e2e-nachtbibliothek'
  const DAY = today()
  const GERMAN = { title: 'Nachtbibliothek zur Probe', text: [paragraph('Eine Bibiothek, die nachts offen ist.')] }
  const ARABIC = { title: 'مكتبة ليلية للتجربة', text: [paragraph('مكتبة تفتح ليلاً.')] }
  const EVENT = { title: 'Aussprache zur Nachtbibliothek', slug: 'e2e-aussprache', ar: 'نقاش حول المكتبة الليلية' }
  const ARTICLE = { title: 'Ein Abend in der Nachtbibliothek', slug: 'e2e-ein-abend', ar: 'أمسية في المكتبة الليلية' }
  let [citations, measure, plan]: [object[], string, object] = [[], '', {}]
  let shared: object = {}
  const ids = new Map<string, string>()

  /** Each is told in these words, in German and in Arabic, under this kind. */
  const TOLD: [string, string, string, string, () => Promise<unknown>][] = [
    [
      'a first status', 'stage', 'Nachtbibliothek zur Probe: erster bekannter Stand „beschlossen“.',
      'مكتبة ليلية للتجربة: أول مرحلة معروفة «مُقَرّ».',
      () => make('update', { measure: to(measure), date: '2009-06', stage: 'adopted', citations }),
    ],
    [
      'a new status', 'stage', 'Nachtbibliothek zur Probe: von „beschlossen“ zu „in Bearbeitung“.',
      'مكتبة ليلية للتجربة: من «مُقَرّ» إلى «قيد التنفيذ».',
      () => make('update', { measure: to(measure), date: '2010-03-01', stage: 'in_progress', citations }),
    ],
    [
      'a decision', 'decision',
      'Rat der Landeshauptstadt Hannover (Ratsversammlung) zu Nachtbibliothek zur Probe: zugestimmt (einstimmig).',
      'مجلس مدينة هانوفر بشأن مكتبة ليلية للتجربة: تمت الموافقة (بالإجماع).',
      async () => make('decision', {
        measure: to(measure), date: '2011-02-03', outcome: 'agreed', body: to(await idOf('organisations', 'rat')),
        isUnanimous: true, citations,
      }),
    ],
    [
      'a name', 'name', 'Nachtbibliothek zur Probe erhält den Namen Nachtbücherei.',
      'مكتبة ليلية للتجربة يحصل على الاسم Nachtbücherei.',
      () => rewrite('measure', measure, {
        ...shared,
        ...GERMAN, names: [{ language: 'de', value: 'Nachtbücherei', kind: 'official', from: '2012-05', citations }],
      }),
    ],
    [
      'an event', 'event', 'Sitzung: Aussprache zur Nachtbibliothek.', 'اجتماع: نقاش حول المكتبة الليلية.',
      async () => {
        const { ar, ...german } = EVENT
        ids.set('event', await make('event', { ...german, date: DAY, kind: 'meeting', plan, measures: to(measure), citations }))
        await translate('event', ids.get('event') ?? '', 'ar', { title: ar })
      },
    ],
    [
      'an article', 'article', 'Neuer Beitrag: Ein Abend in der Nachtbibliothek (Bericht).',
      'مقال جديد: أمسية في المكتبة الليلية (تقرير).',
      async () => {
        const { ar, ...german } = ARTICLE
        ids.set('article', await make('article', {
          ...german, date: DAY, kind: 'report', byline: 'Redaktion', measures: to(measure),
        }))
        await translate('article', ids.get('article') ?? '', 'ar', { title: ar })
      },
    ],
    [
      'a withdrawal', 'gone', 'Beitrag Ein Abend in der Nachtbibliothek wurde von dieser Website genommen.',
      'سُحب من هذا الموقع: مقال أمسية في المكتبة الليلية.',
      async () => {
        for (const code of ['ar', 'de'])
          await send('POST', `${addressIn('article')}/${ids.get('article')}/actions/unpublish?locale=${code}`, {})
      },
    ],
    [
      'a deletion', 'gone', 'Ereignis Aussprache zur Nachtbibliothek wurde hier gelöscht.',
      'حُذف من هنا: حدث نقاش حول المكتبة الليلية.', () => remove('event', ids.get('event') ?? ''),
    ],
  ]

  /** What the publication of a language is told to have changed. */
  const PUBLISHED: [string, string, 'de' | 'ar', string, () => Promise<unknown>][] = [
    [
      'a mended typo', '/aenderungen', 'de', 'Rechtschreibung oder Schreibweise geändert (Wörter: 1).',
      () => rewrite('measure', measure, { ...shared, ...GERMAN, text: [paragraph('Eine Bibliothek, die nachts offen ist.')] }),
    ],
    [
      'words made bold', '/aenderungen', 'de', 'Nur Satzzeichen oder Gestaltung geändert.',
      () => rewrite('measure', measure, {
        ...shared,
        ...GERMAN,
        text: [{ type: 'paragraph', children: [
          { type: 'text', text: 'Eine ' }, { type: 'text', text: 'Bibliothek', bold: true },
          { type: 'text', text: ', die nachts offen ist.' },
        ] }],
      }),
    ],
    [
      'a translation', '/ar/changes', 'ar', 'تُرجم حديثًا (العربية).',
      () => translate('measure', measure, 'ar', { ...ARABIC, text: [paragraph('مكتبة تفتح ليلاً.')] }),
    ],
  ]

  beforeAll(async () => {
    citations = [{ source: to(await make('source', { kind: 'report', title: 'Bericht für die Probe der Edits' })) }]
    plan = to(await idOf('plans', 'lip-2008'))
    shared = {
      slug: SLUG, kind: 'unknown', plan, fieldOfAction: to(await idOf('fieldsOfAction', 'bildung-2008')), citations,
    }
    measure = await make('measure', { ...shared, ...GERMAN })
  })

  afterAll(removeWhatWasMade)

  /** Of all pages: other journeys delete things, too. */
  const sentencesAt = async (address: string) => {
    const sentences: string[] = []
    for (let next: string | null = address; next;) {
      await open(new URL(next, web).href)
      sentences.push(...await entries().locator('.change-sentence').allInnerTexts())
      const link = page.locator('a[rel="next"]')
      next = await link.count() > 0 ? await link.getAttribute('href') : null
    }
    return sentences
  }

  test.each(PUBLISHED)('says of %s exactly what was published', async (_, path, code, sentence, edit) => {
    await edit()
    await open(`${web}${path}?view=published`)
    const published = page.locator('.publication-list li', { has: page.locator(`a[href$="/${SLUG}"]`) })
    expect((await published.first().innerText()).split('\n').map(line => line.trim()).join(' ')).toContain(sentence)
    const feed = await (await fetch(`${web}/data/${code}/publications/feed.json`)).json()
    const item = feed.items.find(({ url }: { url: string }) => url.includes(SLUG))
    expect(item.content_text ?? item.summary ?? item.content_html).toBe(sentence)
  })

  test.each(TOLD)('says of %s exactly what happened, on page and in feed, in two languages', async (_, kind, german, arabic, edit) => {
    await edit()
    const ofMeasure = ['stage', 'decision', 'name'].includes(kind) ? `&measure=${SLUG}` : ''
    // Of what is public no more, and of articles, feeds tell among all that other journeys do today.
    const feedOf = ofMeasure ? '?plan=lip-2008&field=bildung-2008' : kind === 'event' && '?plan=lip-2008'
    for (const [code, path, sentence] of [['de', '/aenderungen', german], ['ar', '/ar/changes', arabic]] as const) {
      expect(await sentencesAt(`${path}?since=2009-01-01&kind=${kind}${ofMeasure}`)).toContain(sentence)
      if (!feedOf) continue
      const { items } = await (await fetch(`${web}/data/${code}/changes/feed.json${feedOf}`)).json()
      expect(items.map(({ title }: { title: string }) => title)).toContain(sentence)
    }
  })

  test('is told to partners by its kind, its day and its documents', async () => {
    const { changes: { nodes } } = await read<{ changes: { nodes: object[] } }>(
      `{ changes(since: "2009-01-01", measure: "${SLUG}") {
        nodes { kind day stageBefore statusUpdate { stage } decision { outcome } name { value } } } }`,
    )
    const none = { stageBefore: null, statusUpdate: null, decision: null, name: null }
    for (const told of [
      { ...none, kind: 'stage', day: '2009-06-30', stageBefore: 'unknown', statusUpdate: { stage: 'adopted' } },
      { ...none, kind: 'stage', day: '2010-03-01', stageBefore: 'adopted', statusUpdate: { stage: 'in_progress' } },
      { ...none, kind: 'decision', day: '2011-02-03', decision: { outcome: 'agreed' } },
      { ...none, kind: 'name', name: { value: 'Nachtbücherei' } },
    ])
      expect(nodes).toContainEqual(expect.objectContaining(told))
  })
})
