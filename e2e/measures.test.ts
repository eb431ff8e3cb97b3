/** Reading a measure and a version of it, and how many stand where on which day. Without script. */
import { today } from 'shared-types'
import { describe, expect, test } from 'vitest'
import { DAYS, MEASURES, stagesThen } from './facts'
import { main, OF_PLAN, open, overviewAt, page, readWithoutScript, titlesAt, web } from './measure-reader'
import { cellsOf, follow, overviewOn } from './reading'

readWithoutScript()

describe.each([
  {
    code: 'de', path: '/massnahmen', stage: 'beschlossen', since: 'seit September 2022',
    missing: 'nicht veröffentlicht', nothing: 'Hierzu ist nichts bekannt.', stages: ['beschlossen', 'vorgeschlagen'],
    version: 'Fassung 1, veröffentlicht am',
    stations: ['Vorschlag', 'Lenkungsgruppe', 'Ausschuss', 'Rat', 'Förderung', 'Bericht'],
  },
  {
    code: 'en', path: '/en/measures', stage: 'adopted', since: 'since September 2022', missing: 'not published',
    nothing: 'Nothing is known about this.', stages: ['adopted', 'proposed'], version: 'Version 1, published on',
    stations: ['Proposal', 'Steering group', 'Committee', 'Council', 'Funding', 'Report'],
  },
  {
    code: 'ar', path: '/ar/measures', stage: 'مُقَرّ', since: 'منذ سبتمبر 2022', missing: 'غير منشور',
    nothing: 'لا يُعرف شيء عن ذلك.', stages: ['مُقَرّ', 'مقترح'], version: 'النسخة 1، نُشرت في',
    stations: ['الاقتراح', 'مجموعة التوجيه', 'اللجنة', 'مجلس المدينة', 'التمويل', 'التقرير'],
  },
])('a measure in $code', ({ code, path, stage, since, missing, nothing, stages, version, stations }) => {
  const address = `${web}${path}/anteil-beschaeftigte`

  test('says where it stands, since when, and by which source', async () => {
    await open(address)
    const section = page.locator('section.stage')
    expect((await section.locator('.stage-mark').innerText()).trim()).toBe(stage)
    expect(await section.locator('.note').first().innerText()).toBe(since)
    await section.locator('summary').click()
    expect(await section.locator('details[open] a[href^="http"]').count()).toBeGreaterThan(0)
  })

  test('shows all six stations of its way, and says where nothing is known', async () => {
    await open(address)
    const steps = page.locator('.decision-path > li')
    expect(await steps.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(stations)
    const told = await steps.evaluateAll(all =>
      all.map(step => [step.querySelectorAll('.entry').length > 0, step.querySelector(':scope > .note')?.textContent]),
    )
    expect(told.filter(([isTold]) => isTold).length).toBeGreaterThan(2)
    for (const [isTold, text] of told) expect(text).toBe(isTold ? undefined : nothing)
    expect(told.filter(([isTold]) => !isTold).length).toBeGreaterThan(0)
  })

  test('says of what was not published that it was not', async () => {
    await open(address)
    const facts = await page.locator('.fact-list > div dd').allInnerTexts()
    expect(facts).toHaveLength(9)
    expect(facts.filter(fact => fact === missing)).toHaveLength(5)
  })

  test('tells its updates, the newest first, each with a source', async () => {
    await open(address)
    const updates = page.locator('.status-update-list > li')
    expect(await updates.locator('.stage-mark').allInnerTexts()).toEqual(stages)
    expect(
      await updates.locator('time').evaluateAll(times => times.map(time => time.getAttribute('datetime'))),
    ).toEqual(['2022-09', '2022-07-01'])
    for (const update of await updates.all())
      expect(await update.locator('.source-details a[href^="http"]').count()).toBeGreaterThan(0)
  })

  test('can be cited: the line names the address of a version that stays, and that leads to the newest', async () => {
    await open(address)
    const line = page.locator('.cite-box .line a')
    const cited = await line.innerText()
    expect(cited).toBe(`${address}/v/1`)
    expect(await line.getAttribute('href')).toBe(new URL(cited).pathname)
    const response = await open(cited)
    expect([response?.status(), response?.headers().link]).toEqual([200, `<${address}>; rel="latest-version"`])
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(address)
    expect(await page.locator('.version-banner').innerText()).toContain(version)
    await page.locator('.version-banner a[rel="latest-version"]').click()
    expect(page.url()).toBe(address)
  })

  test('is cited by programs: as BibTeX and as CSL-JSON', async () => {
    await open(address)
    const [bibtex, json] = await page
      .locator('.cite-box .note a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const csl = await fetch(web + json)
    expect([csl.status, csl.headers.get('content-type')]).toEqual([
      200, 'application/vnd.citationstyles.csl+json; charset=utf-8',
    ])
    expect(JSON.parse(await csl.text())).toEqual([
      expect.objectContaining({
        type: 'webpage', title, language: code, version: '1', URL: `${address}/v/1`,
        issued: { 'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]] },
      }),
    ])
    const bib = await fetch(web + bibtex)
    expect([bib.status, bib.headers.get('content-type')]).toEqual([200, 'application/x-bibtex; charset=utf-8'])
    const entry = await bib.text()
    expect(entry).toMatch(/^@\w+\{[^\s,{}]+,\n(\t\w+ = \{.*\},?\n)+\}\s*$/)
    expect(entry).toContain(`url = {${address}/v/1}`)
  })

  test('has a feed that is well-formed, the newest first', async () => {
    await open(address)
    const link = await page.locator('link[type="application/atom+xml"]').getAttribute('href') ?? ''
    expect(await page.getByRole('main').locator('a[href$=".atom"]').getAttribute('href')).toBe(new URL(link).pathname)
    const response = await fetch(link)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200, 'application/atom+xml; charset=utf-8',
    ])
    const entries = await page.evaluate(
      (text) => {
        const feed = new DOMParser().parseFromString(text, 'application/xml')
        return feed.querySelector('parsererror')
          ? null
          : [...feed.querySelectorAll('feed > entry')].map(entry =>
              ['title', 'updated', 'id'].map(name => entry.querySelector(name)?.textContent ?? ''),
            )
      },
      await response.text(),
    )
    expect(entries?.map(([title]) => title?.split(' (')[0])).toEqual(stages)
    expect(entries?.map(([, updated]) => updated?.slice(0, 10))).toEqual(['2022-09-30', '2022-07-01'])
    expect(new Set(entries?.map(([, , id]) => id)).size).toBe(2)
  })

  test.each(['999', '0', '1x', '-1'])('has no version %s', async (number) => {
    expect((await open(`${address}/v/${number}`))?.status()).toBe(404)
    for (const file of ['bib', 'json'])
      expect((await fetch(`${web}/data/${code}/measures/anteil-beschaeftigte/v/${number}/cite.${file}`)).status).toBe(
        404,
      )
  })
})

describe.each([
  ['de', '/zeitleiste/die-ueberarbeitung-des-lip-beginnt', '/zeitleiste#die-ueberarbeitung-des-lip-beginnt'],
  ['en', '/en/timeline/die-ueberarbeitung-des-lip-beginnt', '/en/timeline#die-ueberarbeitung-des-lip-beginnt'],
  ['ar', '/ar/timeline/die-ueberarbeitung-des-lip-beginnt', '/ar/timeline#die-ueberarbeitung-des-lip-beginnt'],
  ['de', '/beitraege/beispiel-interview', '/beitraege/beispiel-interview'],
  ['en', '/en/articles/beispiel-interview', '/en/articles/beispiel-interview'],
  ['ar', '/ar/articles/beispiel-interview', '/ar/articles/beispiel-interview'],
  ['de', '/seiten/lip-lab', '/seiten/lip-lab'], ['en', '/en/pages/lip-lab', '/en/pages/lip-lab'],
  ['ar', '/ar/pages/lip-lab', '/ar/pages/lip-lab'],
])('a version in %s of %s', (language, document, newest) => {
  const address = `${web}${document}/v/1`

  test('is cited like one of a measure, and leads to the newest', async () => {
    const response = await open(address)
    expect([response?.status(), response?.headers().link]).toEqual([200, `<${web}${newest}>; rel="latest-version"`])
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(web + newest)
    expect(await page.locator('.version-banner').innerText()).not.toBe('')
    expect(await page.locator('.cite-box .line a').innerText()).toBe(address)
    const [bibtex, json] = await page
      .locator('.cite-box .note a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(await (await fetch(web + bibtex)).text()).toContain(`url = {${address}}`)
    expect(JSON.parse(await (await fetch(web + json)).text())).toMatchObject([{ URL: address, language, version: '1' }])
    await page.locator('.version-banner a[rel="latest-version"]').click()
    expect(page.url()).toBe(web + newest)
  })
})

describe('the overview of a plan', () => {
  const PLAN = `${web}/plaene/wir-2-0`

  test('shows in its bars and in its table the same figures, which add up to the number of its measures', async () => {
    const { stages, rows, totals, total, bars } = await overviewAt(PLAN)
    expect(await main()).toContain(`${MEASURES.length} Maßnahmen kennen wir mit Namen.`)
    expect(total).toBe(MEASURES.length)
    expect(totals.reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(total)
    for (const row of rows)
      expect(
        row.counts.reduce((sum, count) => sum + count, 0), row.field,
      ).toBe(row.total)
    for (const [column, count] of totals.entries())
      expect(
        rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0), stages[column],
      ).toBe(count)
    const longest = Math.max(...rows.map(row => row.total))
    expect(bars.map(bar => bar.total)).toEqual(rows.map(row => row.total))
    for (const [index, { parts }] of bars.entries()) {
      const counted = stages
        .map((stage, column) => ({ stage, count: rows[index]?.counts[column] ?? 0 }))
        .filter(({ count }) => count > 0)
      expect(parts.map(({ stage, share }) => ({ stage, count: Math.round(share * longest) / 100 }))).toEqual(counted)
    }
  })

  test('says of every stage and field as many as the finder finds', async () => {
    const { stages, rows, totals } = await overviewAt(PLAN)
    for (const [column, stage] of stages.entries())
      expect((await titlesAt(`${OF_PLAN}&stage=${stage}`)).length, stage).toBe(totals[column])
    for (const { field, total } of rows.filter(row => row.field !== ''))
      expect((await titlesAt(`${OF_PLAN}&field=${field}`)).length, field).toBe(total)
  })

  test('stands today where the facts say', async () => {
    expect(cellsOf(await overviewAt(PLAN))).toEqual(stagesThen(today()))
  })

  test('stood on every day of the facts where they say', async () => {
    expect(DAYS.length).toBeGreaterThan(15)
    for (const day of DAYS) expect(cellsOf(await overviewAt(`${PLAN}?asof=${day}`)), day).toEqual(stagesThen(day))
  })

  test('is told to partners in the same figures, on every day of the facts and on the day before', async () => {
    const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    for (const day of DAYS.flatMap(counted => [dayBefore(counted), counted])) {
      const response = await fetch(`${web}/graphql`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: `{ plans(filters: { slug: { eq: "wir-2-0" } }) { stageCounts(asOf: "${day}") { field { slug } stage `
            + `count } } }`,
        }),
      })
      const counts: { field: { slug: string } | null, stage: string, count: number }[] = JSON.parse(
        await response.text(),
      ).data.plans[0].stageCounts
      expect(
        Object.fromEntries(counts.map(({ field, stage, count }) => [`${field?.slug ?? ''} ${stage}`, count])),
        day,
      ).toEqual(stagesThen(day))
    }
  })

  test('says for which day it speaks, in every language', async () => {
    for (const [address, words] of [
      ['/plaene/wir-2-0?asof=2021-12-31', 'So stand es am 31. Dezember 2021'],
      ['/en/plans/wir-2-0?asof=2021-12-31', 'This is how it stood on 31 December 2021'],
      ['/ar/plans/wir-2-0?asof=2021-12-31', 'هكذا كان الوضع في 31 ديسمبر 2021'],
    ] as const) {
      expect(cellsOf(await overviewAt(web + address))).toEqual(stagesThen('2021-12-31'))
      expect(await page.locator('#stages').getByRole('status').innerText()).toContain(words)
    }
  })

  test('before everything knows nothing of any measure, and says so', async () => {
    expect(cellsOf(await overviewAt(`${PLAN}?asof=1990-01-01`))).toEqual(stagesThen('1990-01-01'))
    expect(await main()).toContain('Damals hatte dieser Plan noch nicht begonnen')
  })

  test.each([
    ['2999-01-01', '2999-01-01 liegt in der Zukunft. Wir zeigen den Stand von heute.'],
    ['gestern', 'Mit „gestern“ als Datum können wir nichts anfangen'],
    ['2021-02-30', 'Mit „2021-02-30“ als Datum können wir nichts anfangen'],
    ['<b>', 'Mit „<b>“ als Datum können wir nichts anfangen'],
  ])('at %s stands where it stands today, and says why', async (given, words) => {
    expect(cellsOf(await overviewAt(`${PLAN}?asof=${encodeURIComponent(given)}`))).toEqual(stagesThen(today()))
    expect(await page.locator('#stages').getByRole('status').innerText()).toContain(words)
  })

  test('in a year stands where it stood on its last day', async () => {
    expect(cellsOf(await overviewAt(`${PLAN}?asof=2021`))).toEqual(stagesThen('2021-12-31'))
    expect(await main()).toContain('So stand es am 31. Dezember 2021')
    expect(cellsOf(await overviewAt(`${PLAN}?asof=2021-11`))).toEqual(stagesThen('2021-11-30'))
  })

  test('is asked with its form, and by the days that mattered', async () => {
    await open(PLAN)
    await page.getByLabel('Stand am').fill('2022-07-01')
    await follow(page.locator('#stages').getByRole('button', { name: 'Anzeigen' }))
    expect(new URL(page.url()).search).toBe('?asof=2022-07-01')
    expect(cellsOf(await overviewOn(page))).toEqual(stagesThen('2022-07-01'))
    await page.locator('#stages .days summary').click()
    await follow(page.locator('#stages .days').getByRole('link', { name: '13. Dezember 2021' }))
    expect(cellsOf(await overviewOn(page))).toEqual(stagesThen('2021-12-13'))
  })

  test('leads to every day that mattered, and stands there as the facts say', async () => {
    await open(PLAN)
    const days = await page
      .locator('#stages .days a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(days.length).toBeGreaterThan(5)
    for (const address of days)
      expect(cellsOf(await overviewAt(web + address)), address).toEqual(
        stagesThen(new URL(web + address).searchParams.get('asof') ?? ''),
      )
  })

  test('takes no notice of what it is not asked by', async () => {
    expect(cellsOf(await overviewAt(`${PLAN}?stage=proposed&colour=red`))).toEqual(stagesThen(today()))
  })
})
