/** Measures: finding them, reading one, how many stand where on which day, what changed, and what became of them. Without script unless it says otherwise. */
import type { Browser, Page, Response } from 'playwright-core'
import { crosswalkLinks, formatDay, LOCALES, today } from 'shared-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, idOf, make, paragraph, remove, removeWhatWasMade, send, to, translate } from './editor'
import { changesSince, DAYS, MEASURES, stagesThen, stageThen } from './facts'
import { htmlProblems } from './html'
import { balanceOn, cellsOf, choicesOf, linksOn, type Overview, overviewOn, rowsOfCsv, titlesOn } from './reading'

const web = inject('web')
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 1000 }
/** What the script shows it shows at once; the machine may be busy. */
const SOON = { timeout: 10_000 }
/** Other tests make measures of other plans meanwhile. */
const OF_PLAN = `${web}/massnahmen?plan=wir-2-0`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
})

afterAll(() => browser?.close())

const found = () => page.locator('#found')
const main = () => page.getByRole('main').innerText()
const entries = () => page.locator('.change-list ol > li')

/** Opens a page; what stands in it is there before its faces are. */
function open(address: string): Promise<Response | null> {
  return page.goto(address, { waitUntil: 'domcontentloaded' })
}

async function titlesAt(address: string): Promise<string[]> {
  await open(address)
  return titlesOn(page)
}

async function overviewAt(address: string): Promise<Overview> {
  await open(address)
  return overviewOn(page)
}

describe('the finder', () => {
  test('is reached from the header, and keeps every choice in the address and in the form', async () => {
    await open(web)
    await page.getByRole('banner').getByRole('link', { name: 'Maßnahmen' }).click()
    expect(new URL(page.url()).pathname).toBe('/massnahmen')
    const choice = { plan: 'wir-2-0', field: 'demokratie', stage: 'proposed', kind: 'administrative', body: 'lenkungsgruppe', year: '2021', sort: 'changed' }
    const labels = { plan: 'Plan', field: 'Handlungsfeld', stage: 'Stand', kind: 'Art', body: 'Gremium oder Organisation', year: 'Jahr', sort: 'Reihenfolge' }
    for (const [name, label] of Object.entries(labels)) await page.getByLabel(label, { exact: true }).selectOption(Object.entries(choice).find(([key]) => key === name)?.[1] ?? '')
    await page.getByLabel('Wörter').fill('netzwerk Vereine')
    await page.getByLabel('Tabelle').check()
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ ...choice, q: 'netzwerk Vereine', view: 'table' })
    expect(await titlesOn(page)).toEqual(['Aufbau eines Netzwerks postmigrantischer Vereine'])
    expect(await page.locator('.filter-form').evaluate(form => form instanceof HTMLFormElement ? Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])) : {})).toEqual({ ...choice, q: 'netzwerk Vereine', view: 'table' })
    await page.getByRole('link', { name: 'Alle Maßnahmen zeigen' }).click()
    expect(new URL(page.url()).search).toBe('')
  })

  test.each(['field', 'stage', 'kind', 'body', 'year'])('says beside every choice of %s how many it finds', async (name) => {
    await open(OF_PLAN)
    const choices = await choicesOf(page.locator(`#filter-${name}`))
    expect(choices.length).toBeGreaterThan(2)
    for (const { value, count } of choices) {
      expect((await titlesAt(`${OF_PLAN}&${name}=${value}`)).length, value).toBe(count)
      expect(await found().getByRole('status').first().innerText()).toContain(['Keine Maßnahme passt', '1 Maßnahme'][count] ?? `${count} Maßnahmen`)
    }
  })

  test('counts choices under what is chosen already', async () => {
    await open(`${OF_PLAN}&stage=proposed`)
    const choices = await choicesOf(page.locator('#filter-field'))
    expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(MEASURES.filter(measure => stageThen(measure, today()) === 'proposed' && measure.field !== '').length)
    for (const { value, count } of choices) expect((await titlesAt(`${OF_PLAN}&stage=proposed&field=${value}`)).length, value).toBe(count)
  })

  test('finds words of the title and of other names, in whatever spelling', async () => {
    for (const words of ['tiny houses', 'TINY-HOUSES', 'Wohnprojekt tiny', 'housing project']) expect(await titlesAt(`${OF_PLAN}&q=${encodeURIComponent(words)}`), words).toEqual(['Tiny-Houses – Wohnprojekt für junge Menschen'])
    expect(await titlesAt(`${OF_PLAN}&q=${encodeURIComponent('ich du wir')}`)).toEqual(['Städtische Kulturorte der Vielfalt'])
  })

  test('puts measures in order by title, by their last change and by stage', async () => {
    const { compare } = new Intl.Collator('de', { numeric: true })
    const byTitle = MEASURES.toSorted((a, b) => compare(a.title, b.title))
    const lastChange = ({ days }: { days: string[] }) => days.toSorted().at(-1) ?? ''
    expect(await titlesAt(OF_PLAN)).toEqual(byTitle.map(({ title }) => title))
    expect(await titlesAt(`${OF_PLAN}&sort=changed`)).toEqual(byTitle.toSorted((a, b) => compare(lastChange(b), lastChange(a))).map(({ title }) => title))
    await open(`${OF_PLAN}&sort=stage`)
    const stages = await found().locator('.stage-mark').allInnerTexts()
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual(['in Bearbeitung', 'beschlossen', 'vorgeschlagen', 'Empfehlung', 'zurückgestellt', 'nicht weiterverfolgt'])
  })

  test('shows the same as cards and as a table, and says there what is not published', async () => {
    const cards = await titlesAt(`${OF_PLAN}&sort=stage`)
    expect(cards).toHaveLength(MEASURES.length)
    expect(await titlesAt(`${OF_PLAN}&sort=stage&view=table`)).toEqual(cards)
    const row = found().getByRole('row', { name: 'Berufsbegleitende Deutschkurse' })
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['in Bearbeitung', '2022', 'nicht veröffentlicht', 'Maßnahme der Verwaltung', 'WIR2.0'])
  })

  test.each([['field', 'gibt-es-nicht'], ['stage', '<b>nonsense'], ['kind', 'Empfehlung'], ['body', '\' or 1=1'], ['year', '1808']])('says that it does not know a %s, and sets it aside', async (name, value) => {
    expect(await titlesAt(`${OF_PLAN}&${name}=${encodeURIComponent(value)}`)).toHaveLength(MEASURES.length)
    expect(await found().getByRole('status').first().innerText()).toBe(`Diese Auswahl kennen wir nicht: ${value}. Wir zeigen, was zu den übrigen passt.`)
  })

  test('takes no notice of a filter that does not exist', async () => {
    expect(await titlesAt(`${OF_PLAN}&colour=red&stage[]=proposed&asof=gestern`)).toHaveLength(MEASURES.length)
    expect(await page.locator('#filter-plan').inputValue()).toBe('wir-2-0')
    const carried = await found().locator('a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? '').filter(href => /colour|gestern/.test(href)))
    expect(carried).toEqual([])
  })

  test.each(['stage=struck&field=demokratie', 'field=bildung&stage=struck&q=haus', 'q=gibtesnicht', 'stage=completed'])('that finds nothing for %s offers what to loosen, and every offer finds something', async (choice) => {
    expect(await titlesAt(`${OF_PLAN}&${choice}`)).toEqual([])
    expect(await main()).toContain('Keine Maßnahme passt zu dieser Auswahl. Lockern Sie sie:')
    const offers = await found().getByRole('listitem').getByRole('link').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(offers.length).toBeGreaterThan(0)
    for (const offer of offers) expect((await titlesAt(web + offer)).length, offer).toBeGreaterThan(0)
  })

  test('says that a list does not have so many pages, and leads to the first', async () => {
    expect(await titlesAt(`${OF_PLAN}&page=999`)).toEqual([])
    expect(await main()).toContain('So viele Seiten hat diese Liste nicht.')
    await page.getByRole('link', { name: 'Zur ersten Seite' }).click()
    expect(await titlesOn(page)).toHaveLength(MEASURES.length)
  })

  test('keeps what is chosen when the language changes', async () => {
    const german = await titlesAt(`${OF_PLAN}&stage=proposed&sort=stage`)
    await page.locator('.language-menu summary').click()
    await page.getByRole('link', { name: 'العربية' }).click()
    const { pathname, search } = new URL(page.url())
    expect([pathname, search]).toEqual(['/ar/measures', '?plan=wir-2-0&stage=proposed&sort=stage'])
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await titlesOn(page)).toHaveLength(german.length)
    expect(await page.locator('#filter-stage').inputValue()).toBe('proposed')
  })
})

describe.each([
  { code: 'de', path: '/massnahmen', labels: ['Handlungsfeld', 'Stand', 'Anzeigen', 'Tabelle'], count: '2 Maßnahmen', empty: 'Keine Maßnahme passt zu dieser Auswahl.' },
  { code: 'en', path: '/en/measures', labels: ['Field of action', 'Stage', 'Show', 'Table'], count: '2 measures', empty: 'No measure fits this choice.' },
  { code: 'ar', path: '/ar/measures', labels: ['مجال العمل', 'المرحلة', 'عرض', 'جدول'], count: 'إجراءان', empty: 'لا يوجد إجراء يطابق هذا الاختيار.' },
])('the finder without script in $code', ({ path, labels: [field = '', stage = '', show = '', table = ''], count, empty }) => {
  test('is a form: choose, show, read the same as cards and as a table, loosen', async () => {
    await open(`${web}${path}?plan=wir-2-0`)
    await page.getByLabel(field, { exact: true }).selectOption('stadtleben-kultur')
    await page.getByLabel(stage, { exact: true }).selectOption('proposed')
    await page.getByRole('button', { name: show, exact: true }).click()
    expect(Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== ''))).toMatchObject({ plan: 'wir-2-0', field: 'stadtleben-kultur', stage: 'proposed' })
    const expected = MEASURES.filter(measure => measure.field === 'stadtleben-kultur' && stageThen(measure, today()) === 'proposed').length
    const cards = await titlesOn(page)
    expect(cards).toHaveLength(expected)
    expect(await found().getByRole('status').first().innerText()).toBe(count)
    await page.getByLabel(table, { exact: true }).check()
    await page.getByRole('button', { name: show, exact: true }).click()
    expect(await titlesOn(page)).toEqual(cards)
    await page.getByLabel(stage, { exact: true }).selectOption('struck')
    await page.getByRole('button', { name: show, exact: true }).click()
    expect(await main()).toContain(empty)
    await found().getByRole('listitem').getByRole('link').first().click()
    expect((await titlesOn(page)).length).toBeGreaterThan(0)
  })
})

describe.each([['de', '/massnahmen', '9 Maßnahmen'], ['ar', '/ar/measures', '9 إجراءات']])('the finder with script in %s', (_code, path, announced) => {
  let instant: Page

  /** What tells whether the page is still the same. */
  const isSamePage = () => instant.evaluate(() => Reflect.get(window, 'isMarked') === true)
  const address = () => new URL(instant.url()).search

  beforeEach(async () => {
    const withScript = await browser.newContext()
    instant = await withScript.newPage()
    await instant.goto(`${web}${path}?plan=wir-2-0`)
    await instant.evaluate(() => Reflect.set(window, 'isMarked', true))
  })

  afterEach(() => instant.context().close())

  test('shows at once what a choice finds, at the address that the form would have, and says so', async () => {
    const stage = instant.locator('#filter-stage')
    await stage.focus()
    await stage.selectOption('proposed')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=proposed')
    await expect.poll(() => instant.locator('body > p[role="status"]').innerText(), SOON).toBe(announced)
    expect(await isSamePage()).toBe(true)
    expect(await stage.evaluate(select => select === document.activeElement)).toBe(true)
    expect(await stage.inputValue()).toBe('proposed')
    const shown = await titlesOn(instant)
    const counts = await choicesOf(instant.locator('#filter-field'))
    await open(`${web}${path}?plan=wir-2-0`)
    await page.locator('#filter-stage').selectOption('proposed')
    await page.getByRole('main').getByRole('button').click()
    expect([...new URL(page.url()).searchParams].filter(([name, value]) => value !== '' && name !== 'sort' && name !== 'view')).toEqual([['plan', 'wir-2-0'], ['stage', 'proposed']])
    expect(await titlesOn(page)).toEqual(shown)
    expect(await choicesOf(page.locator('#filter-field'))).toEqual(counts)
  })

  test('finds words while they are typed', async () => {
    const words = instant.locator('#filter-q')
    await words.pressSequentially('tiny')
    await expect.poll(address, SOON).toBe('?q=tiny&plan=wir-2-0')
    expect(await titlesOn(instant)).toHaveLength(1)
    expect(await words.evaluate(field => field === document.activeElement)).toBe(true)
    await words.fill('')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0')
    expect([(await titlesOn(instant)).length, await isSamePage()]).toEqual([MEASURES.length, true])
  })

  test('changes to the table, and to another order', async () => {
    await instant.locator('input[name="view"][value="table"]').check()
    await expect.poll(() => instant.locator('#found table').count(), SOON).toBe(1)
    await instant.locator('#filter-sort').selectOption('changed')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&sort=changed&view=table')
    expect(await isSamePage()).toBe(true)
  })

  test('shows the same after reloading, and after coming back from a measure', async () => {
    await instant.locator('#filter-stage').selectOption('adopted')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=adopted')
    const shown = await titlesOn(instant)
    await instant.reload()
    expect(await titlesOn(instant)).toEqual(shown)
    await instant.locator('#found a').first().click()
    await expect.poll(() => instant.getByRole('heading', { level: 1 }).innerText(), SOON).toBe(shown[0])
    await instant.goBack()
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=adopted')
    expect(await titlesOn(instant)).toEqual(shown)
    expect(await instant.locator('#filter-stage').inputValue()).toBe('adopted')
  })

  test('offers other languages and a way back to all measures for what is shown, not for what was shown first', async () => {
    await instant.locator('#filter-stage').selectOption('proposed')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=proposed')
    const languages = await instant.locator('.language-menu a').evaluateAll(links => links.map(link => link.getAttribute('href')?.split('?')[1]))
    expect(languages).toEqual(LOCALES.map(() => 'plan=wir-2-0&stage=proposed'))
    await instant.locator('#filter-stage').selectOption('')
    await instant.locator('#filter-plan').selectOption('')
    await expect.poll(address, SOON).toBe('')
    expect(await instant.locator('.filter-form .actions a').count()).toBe(0)
  })
})

describe.each([
  { code: 'de', path: '/massnahmen', stage: 'beschlossen', since: 'seit September 2022', missing: 'nicht veröffentlicht', nothing: 'Hierzu ist nichts bekannt.', stages: ['beschlossen', 'vorgeschlagen'], version: 'Fassung 1, veröffentlicht am', stations: ['Vorschlag', 'Lenkungsgruppe', 'Ausschuss', 'Rat', 'Förderung', 'Bericht'] },
  { code: 'en', path: '/en/measures', stage: 'adopted', since: 'since September 2022', missing: 'not published', nothing: 'Nothing is known about this.', stages: ['adopted', 'proposed'], version: 'Version 1, published on', stations: ['Proposal', 'Steering group', 'Committee', 'Council', 'Funding', 'Report'] },
  { code: 'ar', path: '/ar/measures', stage: 'مُقَرّ', since: 'منذ سبتمبر 2022', missing: 'غير منشور', nothing: 'لا يُعرف شيء عن ذلك.', stages: ['مُقَرّ', 'مقترح'], version: 'النسخة 1، نُشرت في', stations: ['الاقتراح', 'مجموعة التوجيه', 'اللجنة', 'مجلس المدينة', 'التمويل', 'التقرير'] },
])('a measure in $code', ({ code, path, stage, since, missing, nothing, stages, version, stations }) => {
  const address = `${web}${path}/anteil-beschaeftigte`

  test('says where it stands, since when, and by which source', async () => {
    await open(address)
    const section = page.locator('section.stage')
    expect(await section.locator('.stage-mark').innerText()).toBe(stage)
    expect(await section.locator('.note').first().innerText()).toBe(since)
    await section.locator('summary').click()
    expect(await section.locator('details[open] a[href^="http"]').count()).toBeGreaterThan(0)
  })

  test('shows all six stations of its way, and says where nothing is known', async () => {
    await open(address)
    const steps = page.locator('.decision-path > li')
    expect(await steps.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(stations)
    const told = await steps.evaluateAll(all => all.map(step => [step.querySelectorAll('.entry').length > 0, step.querySelector(':scope > .note')?.textContent]))
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
    expect(await updates.locator('time').evaluateAll(times => times.map(time => time.getAttribute('datetime')))).toEqual(['2022-09', '2022-07-01'])
    for (const update of await updates.all()) expect(await update.locator('.source-details a[href^="http"]').count()).toBeGreaterThan(0)
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
    const [bibtex, json] = await page.locator('.cite-box .note a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const csl = await fetch(web + json)
    expect([csl.status, csl.headers.get('content-type')]).toEqual([200, 'application/vnd.citationstyles.csl+json; charset=utf-8'])
    expect(JSON.parse(await csl.text())).toEqual([expect.objectContaining({ type: 'webpage', title, language: code, version: '1', URL: `${address}/v/1`, issued: { 'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]] } })])
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
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
    const entries = await page.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml')
      return feed.querySelector('parsererror') ? null : [...feed.querySelectorAll('feed > entry')].map(entry => ['title', 'updated', 'id'].map(name => entry.querySelector(name)?.textContent ?? ''))
    }, await response.text())
    expect(entries?.map(([title]) => title?.split(' (')[0])).toEqual(stages)
    expect(entries?.map(([, updated]) => updated?.slice(0, 10))).toEqual(['2022-09-30', '2022-07-01'])
    expect(new Set(entries?.map(([, , id]) => id)).size).toBe(2)
  })

  test.each(['999', '0', '1x', '-1'])('has no version %s', async (number) => {
    expect((await open(`${address}/v/${number}`))?.status()).toBe(404)
    for (const file of ['bib', 'json']) expect((await fetch(`${web}/data/${code}/measures/anteil-beschaeftigte/v/${number}/cite.${file}`)).status).toBe(404)
  })
})

describe.each([
  ['de', '/zeitleiste/die-ueberarbeitung-des-lip-beginnt', '/zeitleiste#die-ueberarbeitung-des-lip-beginnt'], ['en', '/en/timeline/die-ueberarbeitung-des-lip-beginnt', '/en/timeline#die-ueberarbeitung-des-lip-beginnt'], ['ar', '/ar/timeline/die-ueberarbeitung-des-lip-beginnt', '/ar/timeline#die-ueberarbeitung-des-lip-beginnt'],
  ['de', '/beitraege/beispiel-interview', '/beitraege/beispiel-interview'], ['en', '/en/articles/beispiel-interview', '/en/articles/beispiel-interview'], ['ar', '/ar/articles/beispiel-interview', '/ar/articles/beispiel-interview'],
  ['de', '/seiten/lip-lab', '/seiten/lip-lab'], ['en', '/en/pages/lip-lab', '/en/pages/lip-lab'], ['ar', '/ar/pages/lip-lab', '/ar/pages/lip-lab'],
])('a version in %s of %s', (language, document, newest) => {
  const address = `${web}${document}/v/1`

  test('is cited like one of a measure, and leads to the newest', async () => {
    const response = await open(address)
    expect([response?.status(), response?.headers().link]).toEqual([200, `<${web}${newest}>; rel="latest-version"`])
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(web + newest)
    expect(await page.locator('.version-banner').innerText()).not.toBe('')
    expect(await page.locator('.cite-box .line a').innerText()).toBe(address)
    const [bibtex, json] = await page.locator('.cite-box .note a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
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
    for (const row of rows) expect(row.counts.reduce((sum, count) => sum + count, 0), row.field).toBe(row.total)
    for (const [column, count] of totals.entries()) expect(rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0), stages[column]).toBe(count)
    const longest = Math.max(...rows.map(row => row.total))
    expect(bars.map(bar => bar.total)).toEqual(rows.map(row => row.total))
    for (const [index, { parts }] of bars.entries()) {
      const counted = stages.map((stage, column) => ({ stage, count: rows[index]?.counts[column] ?? 0 })).filter(({ count }) => count > 0)
      expect(parts.map(({ stage, share }) => ({ stage, count: Math.round(share * longest) / 100 }))).toEqual(counted)
    }
  })

  test('says of every stage and field as many as the finder finds', async () => {
    const { stages, rows, totals } = await overviewAt(PLAN)
    for (const [column, stage] of stages.entries()) expect((await titlesAt(`${OF_PLAN}&stage=${stage}`)).length, stage).toBe(totals[column])
    for (const { field, total } of rows.filter(row => row.field !== '')) expect((await titlesAt(`${OF_PLAN}&field=${field}`)).length, field).toBe(total)
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
      const response = await fetch(`${web}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: `{ plans(filters: { slug: { eq: "wir-2-0" } }) { stageCounts(asOf: "${day}") { field { slug } stage count } } }` }) })
      const counts: { field: { slug: string } | null, stage: string, count: number }[] = JSON.parse(await response.text()).data.plans[0].stageCounts
      expect(Object.fromEntries(counts.map(({ field, stage, count }) => [`${field?.slug ?? ''} ${stage}`, count])), day).toEqual(stagesThen(day))
    }
  })

  test('says for which day it speaks, in every language', async () => {
    for (const [address, words] of [['/plaene/wir-2-0?asof=2021-12-31', 'So stand es am 31. Dezember 2021'], ['/en/plans/wir-2-0?asof=2021-12-31', 'This is how it stood on 31 December 2021'], ['/ar/plans/wir-2-0?asof=2021-12-31', 'هكذا كان الوضع في 31 ديسمبر 2021']] as const) {
      expect(cellsOf(await overviewAt(web + address))).toEqual(stagesThen('2021-12-31'))
      expect(await page.locator('#stages').getByRole('status').innerText()).toContain(words)
    }
  })

  test('before everything knows nothing of any measure, and says so', async () => {
    expect(cellsOf(await overviewAt(`${PLAN}?asof=1990-01-01`))).toEqual(stagesThen('1990-01-01'))
    expect(await main()).toContain('Damals hatte dieser Plan noch nicht begonnen')
  })

  test.each([['2999-01-01', '2999-01-01 liegt in der Zukunft. Wir zeigen den Stand von heute.'], ['gestern', 'Mit „gestern“ als Datum können wir nichts anfangen'], ['2021-02-30', 'Mit „2021-02-30“ als Datum können wir nichts anfangen'], ['<b>', 'Mit „<b>“ als Datum können wir nichts anfangen']])('at %s stands where it stands today, and says why', async (given, words) => {
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
    await page.locator('#stages').getByRole('button', { name: 'Anzeigen' }).click()
    expect(new URL(page.url()).search).toBe('?asof=2022-07-01')
    expect(cellsOf(await overviewOn(page))).toEqual(stagesThen('2022-07-01'))
    await page.locator('#stages .days summary').click()
    await page.locator('#stages .days').getByRole('link', { name: '13. Dezember 2021' }).click()
    expect(cellsOf(await overviewOn(page))).toEqual(stagesThen('2021-12-13'))
  })

  test('leads to every day that mattered, and stands there as the facts say', async () => {
    await open(PLAN)
    const days = await page.locator('#stages .days a').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(days.length).toBeGreaterThan(5)
    for (const address of days) expect(cellsOf(await overviewAt(web + address)), address).toEqual(stagesThen(new URL(web + address).searchParams.get('asof') ?? ''))
  })

  test('takes no notice of what it is not asked by', async () => {
    expect(cellsOf(await overviewAt(`${PLAN}?stage=proposed&colour=red`))).toEqual(stagesThen(today()))
  })
})

describe('what changed', () => {
  const CHANGES = `${web}/aenderungen?since=2021-01-01&plan=wir-2-0`

  /** Goes through all pages, and returns how many entries they have. */
  async function countAt(address: string): Promise<number> {
    await open(address)
    let count = await entries().count()
    for (const next = page.locator('a[rel="next"]'); await next.count() > 0; count += await entries().count()) await next.click()
    return count
  }

  test('is told in sentences that name measure or plan and their sources', async () => {
    await open(`${web}/aenderungen?since=2021-01-01`)
    expect(await entries().count()).toBe(24)
    for (const entry of await entries().all()) {
      expect(await entry.locator('p a[href^="/massnahmen/"], p a[href^="/plaene/"]').count()).toBeGreaterThan(0)
      const sentence = await entry.locator('p:not(.note)').first().innerText()
      expect(sentence).toMatch(/\.$/)
      if (!sentence.includes('erhält den Namen')) expect(await entry.locator('.source-details a[href^="http"]').count(), sentence).toBeGreaterThan(0)
    }
    expect(await page.getByRole('main').innerText()).toContain('Berufsbegleitende Deutschkurse für Auszubildende und Berufstätige in der Pflege: erster bekannter Stand „in Bearbeitung“.')
  })

  test('is as much as the facts say, in every kind', async () => {
    const expected = changesSince('2021-01-01')
    for (const [kind, days] of Object.entries(expected)) {
      expect(days.length).toBeGreaterThan(0)
      expect(await countAt(`${CHANGES}&kind=${kind}`), kind).toBe(days.length)
    }
  })

  test('comes newest first', async () => {
    await open(CHANGES)
    const years: string[] = []
    const days: string[] = []
    for (let isLast = false; !isLast;) {
      years.push(...await page.locator('.change-list h2').allInnerTexts())
      days.push(...(await entries().locator('> .note time').evaluateAll(times => times.map(time => time.getAttribute('datetime') ?? ''))).filter(day => day.length === 10))
      isLast = await page.locator('a[rel="next"]').count() === 0
      if (!isLast) await page.locator('a[rel="next"]').click()
    }
    expect(days.length).toBeGreaterThan(20)
    expect(years).toEqual(years.toSorted().reverse())
    expect(days).toEqual(days.toSorted().reverse())
  })

  test('is chosen by plan, field and kind, and the address keeps the choice', async () => {
    await open(`${web}/aenderungen`)
    await page.getByLabel('Seit', { exact: true }).fill('2021-11-22')
    await page.getByLabel('Plan', { exact: true }).selectOption('wir-2-0')
    await page.getByLabel('Handlungsfeld', { exact: true }).selectOption('demokratie')
    await page.getByLabel('Art', { exact: true }).selectOption('decision')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ since: '2021-11-22', plan: 'wir-2-0', field: 'demokratie', kind: 'decision' })
    const sentences = await entries().locator('p:not(.note)').allInnerTexts()
    expect(sentences).toHaveLength(5)
    expect(sentences).toContain('Lenkungsgruppe zu Aufbau eines Netzwerks postmigrantischer Vereine: zugestimmt.')
    expect(await page.getByLabel('Art', { exact: true }).inputValue()).toBe('decision')
  })

  test('of one measure is all that its page knows', async () => {
    await open(`${web}/massnahmen/tiny-houses`)
    await page.getByRole('link', { name: 'Alle Änderungen dieser Maßnahme' }).click()
    expect((await entries().locator('p:not(.note)').allInnerTexts()).toSorted()).toEqual(['Lenkungsgruppe zu Tiny-Houses – Wohnprojekt für junge Menschen: nicht weiterverfolgt.', 'Tiny-Houses – Wohnprojekt für junge Menschen: erster bekannter Stand „nicht weiterverfolgt“.'])
  })

  test.each([['since=gestern', 'gestern'], ['since=2021-02-30', '2021-02-30'], ['kind=unsinn', 'unsinn']])('says that it does not know %s, and shows what goes without saying', async (query, value) => {
    await open(`${web}/aenderungen?${query}`)
    expect(await found().getByRole('status').first().innerText()).toContain(`Diese Auswahl kennen wir nicht: ${value}.`)
    expect(await found().innerText()).toMatch(/\d+ Änderungen seit dem 1\. Januar 2020/)
    expect(await entries().count()).toBe(24)
  })

  test('is nothing in the future, and that is said with a way on', async () => {
    await open(`${web}/aenderungen?since=2999-01-01`)
    expect(await found().innerText()).toContain('Seit dem 1. Januar 2999 ist zu dieser Auswahl keine Änderung bekannt.')
    await page.getByRole('link', { name: 'Alle Änderungen zeigen' }).click()
    expect(await entries().count()).toBe(24)
  })

  test.each([
    ['/aenderungen', '/massnahmen/tiny-houses', 'Tiny-Houses – Wohnprojekt für junge Menschen: erster bekannter Stand „nicht weiterverfolgt“.'],
    ['/en/changes', '/en/measures/tiny-houses', 'Tiny houses – a housing project for young people: first known stage “not pursued”.'],
    ['/ar/changes', '/ar/measures/tiny-houses', 'أول مرحلة معروفة'],
  ])('at %s leads to the measure in that language', async (changes, measure, sentence) => {
    await open(`${web}${changes}?since=2021-01-01&kind=stage&measure=tiny-houses`)
    expect(await entries().locator('p:not(.note)').allInnerTexts()).toEqual([expect.stringContaining(sentence)])
    await entries().locator(`a[href="${measure}"]`).first().click()
    expect(new URL(page.url()).pathname).toBe(measure)
  })

  test.each([['/aenderungen', 'vorgeschlagen', 'beschlossen'], ['/en/changes', 'proposed', 'adopted'], ['/ar/changes', 'مقترح', 'مُقَرّ']])('at %s says from which stage to which, with the source', async (changes, before, after) => {
    await open(`${web}${changes}?since=2021-01-01&kind=stage&measure=anteil-beschaeftigte`)
    expect(await entries().first().locator('strong').allInnerTexts()).toEqual([before, after])
    expect(await entries().first().locator('.source-details a[href^="http"]').count()).toBeGreaterThan(0)
  })

  test.each([['/aenderungen', 'Diesen Besuch merken', 'Neu seit meinem letzten Besuch', 'Vergessen'], ['/en/changes', 'Remember this visit', 'New since my last visit', 'Forget it'], ['/ar/changes', 'تذكّر هذه الزيارة', 'الجديد منذ زيارتي الأخيرة', 'نسيانها']])('since the last visit at %s are what was published since, remembered in the browser only when asked to', async (address, remember, since, forget) => {
    const context = await browser.newContext()
    const reader = await context.newPage()
    const kept = () => reader.evaluate(() => Object.keys(localStorage))
    await reader.goto(web + address)
    expect(await kept()).toEqual([])
    await reader.getByRole('button', { name: remember }).click()
    expect(await kept()).toEqual(['lip-lab-last-visit'])
    expect(await context.cookies()).toEqual([])
    await reader.reload()
    await reader.getByRole('link', { name: since }).click()
    expect(Object.fromEntries(new URL(reader.url()).searchParams)).toEqual({ view: 'published', since: new Date().toISOString().slice(0, 10) })
    expect(await reader.locator('#found li').count()).toBeGreaterThan(0)
    await reader.getByRole('button', { name: forget }).click()
    expect(await kept()).toEqual([])
    await context.close()
  })

  test('speaks Arabic to readers of Arabic, and marks what is German', async () => {
    await open(`${web}/ar/changes?since=2021-01-01`)
    expect(await entries().count()).toBe(24)
    const own = await found().evaluate((list) => {
      const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT)
      const texts: string[] = []
      while (walker.nextNode()) if (!walker.currentNode.parentElement?.closest('body [lang]')) texts.push(walker.currentNode.textContent ?? '')
      return texts.join(' ')
    })
    expect(own).toMatch(/\p{Script=Arabic}/u)
    expect(own.replaceAll(/WIR|LIP/g, '').match(/\p{Script=Latin}{2,}/gu) ?? []).toEqual([])
  })
})

describe('what became of measures', () => {
  const OLD = '/plaene/lip-2008/herkunft'
  const KEPT = { title: 'Erprobte Maßnahme, die weitergeht', slug: 'e2e-geht-weiter' }
  const LOST = { title: 'Erprobte Maßnahme, die gelöscht wird', slug: 'e2e-wird-geloescht' }
  const TOLD = { title: 'Erprobter Bericht über zwei Maßnahmen', slug: 'e2e-bericht-ueber-zwei' }
  let citations: object[] = []
  let lost = ''

  beforeAll(async () => {
    citations = [{ source: to(await make('source', { kind: 'report', title: 'Bericht für die Proben der Herkunft', url: 'https://example.org/bericht' })) }]
    const [plan, field] = [await idOf('plans', 'lip-2008'), await idOf('fieldsOfAction', 'bildung-2008')]
    const measure = (values: object) => make('measure', { kind: 'unknown', plan: to(plan), fieldOfAction: to(field), citations, ...values })
    const link = (kind: string, from: string[], toSlugs: string[]) => Promise.all(toSlugs.map(slug => idOf('measures', slug))).then(ids => make('lineage', { kind, from: to(...from), to: to(...ids), date: '2022-09', reason: `So steht es im Bericht: ${kind}, "wörtlich".`, citations }))
    const kept = await measure(KEPT)
    lost = await measure(LOST)
    const ended = await measure({ title: 'Erprobte Maßnahme, die endet', slug: 'e2e-endet' })
    const done = await measure({ title: 'Erprobte Maßnahme, die fertig ist', slug: 'e2e-ist-fertig' })
    await measure({ title: 'Erprobte Maßnahme, von der nichts bekannt ist', slug: 'e2e-unbekannt' })
    await make('update', { measure: to(done), date: '2012', stage: 'completed', citations })
    await link('split', [kept], ['schule-als-zentrum', 'mehrsprachigkeit-kompetenz'])
    await link('continued', [lost], ['politische-bildung-schulen'])
    await make('event', { ...TOLD, date: '2012-05', kind: 'report', plan: to(plan), measures: to(lost, kept), citations })
    await make('article', { ...TOLD, kind: 'report', date: '2012-05', byline: 'Redaktion', measures: to(lost, kept), citations })
    await link('dropped', [ended], [])
    await vi.waitUntil(async () => {
      await open(web + OLD)
      return (await linksOn(page)).length === 3
    }, WITHIN_A_MINUTE)
  })

  afterAll(removeWhatWasMade)

  test('is said within a minute on the pages of both sides', async () => {
    await expect.poll(async () => {
      await open(`${web}/massnahmen/schule-als-zentrum`)
      return page.locator('section[aria-labelledby="origin"]').innerText()
    }, WITHIN_A_MINUTE).toContain(KEPT.title)
    const link = page.locator('.lineage-list', { hasText: KEPT.title })
    expect(await link.locator('p.kind').innerText()).toBe('aufgeteilt · September 2022')
    expect(await link.innerText()).toContain('So steht es im Bericht: split')
    await link.getByRole('link', { name: KEPT.title }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(KEPT.title)
    expect(await page.locator('.lineage-list .lineage-measures a').allInnerTexts()).toEqual(['Schule als Zentrum', 'Mehrsprachigkeit als Kompetenz gezielter fördern'])
  })

  test('adds up in the balance, and beside it stands what was reported', async () => {
    await open(web + OLD)
    const { total, ...fates } = await balanceOn(page)
    expect(fates).toEqual({ continued: 2, ongoing: 0, completed: 1, dropped: 1, unknown: 1 })
    expect(total).toBe(5)
    const figures = await page.locator('section[aria-labelledby="figures"]').innerText()
    for (const figure of ['über 100', '102', '19', '20', 'rund 240', '244', 'rund 250', 'in das laufende Geschäft übergegangen']) expect(figures).toContain(figure)
    const claims = page.locator('.claim-list li', { hasText: /Der Plan hat/ })
    expect((await claims.allInnerTexts()).map(text => /244|240|250/.exec(text)?.[0])).toEqual(['244', '240', '250'])
    for (const claim of await claims.all()) expect(await claim.locator('a[href^="http"]').count()).toBeGreaterThan(0)
    expect(await page.locator('section[aria-labelledby="balance"]').innerText()).not.toMatch(/24[04]|250/)
  })

  test.each([['/plaene/lip-2008', '/plaene/lip-2008/herkunft', '/massnahmen/schule-als-zentrum', 'aufgeteilt'], ['/en/plans/lip-2008', '/en/plans/lip-2008/lineage', '/en/measures/schule-als-zentrum', 'split'], ['/ar/plans/lip-2008', '/ar/plans/lip-2008/lineage', '/ar/measures/schule-als-zentrum', 'قُسِّم']])('is reached from %s, adds up there too, and leads to the measures', async (plan, lineage, measure, kind) => {
    await open(web + plan)
    await page.locator(`#stages a[href="${lineage}"]`).click()
    const { total, ...fates } = await balanceOn(page)
    expect([total, Object.values(fates).reduce((sum, count) => sum + count, 0)]).toEqual([5, 5])
    expect((await linksOn(page)).map(link => link.kind)).toContain(kind)
    await page.locator(`section[aria-labelledby="links"] a[href="${measure}"]`).click()
    expect(await page.locator('section[aria-labelledby="origin"] .lineage-measures').innerText()).toContain(KEPT.title)
  })

  test('is drawn from field to field, and the table beside it says the same', async () => {
    await open(web + OLD)
    const pairs = await page.locator('section[aria-labelledby="fields"] tbody tr').evaluateAll(rows => rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent)))
    expect(pairs.filter(([, , count]) => count !== '0')).toEqual([['Bildung', 'Bildung', '1'], ['Bildung', 'Demokratie', '1'], ['Bildung', 'Stadtverwaltung und interkulturelle Öffnung', '1']])
    expect(await page.locator('.lineage-picture path').count()).toBe(pairs.length)
    expect(await page.locator('.lineage-picture path:not(.empty)').count()).toBe(3)
  })

  test('is the same in the table, as CSV and as JSON', async () => {
    await open(web + OLD)
    const shown = await linksOn(page)
    const kinds: Record<string, string> = { split: 'aufgeteilt', continued: 'fortgeführt', dropped: 'fallen gelassen' }
    const hrefs = await page.locator('section[aria-labelledby="links"] a[href*="/crosswalk."]').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(hrefs).toEqual(['/data/de/plans/lip-2008/crosswalk.csv', '/data/de/plans/lip-2008/crosswalk.json'])
    const [csv, json] = await Promise.all(hrefs.map(href => expectFresh(`${web}${href}`)))
    const rows = JSON.parse(json ?? '')
    expect(crosswalkLinks(rows).map(({ from, kind, to: after }) => ({ from, kind: kinds[kind], to: after }))).toEqual(shown)
    const [head = [], ...lines] = rowsOfCsv(csv ?? '')
    expect(lines.map(line => Object.fromEntries(head.map((name, column) => [name, line[column] ?? ''])))).toEqual(rows)
    expect(rows).toContainEqual(expect.objectContaining({ kind: 'split', from: KEPT.slug, from_title: KEPT.title, from_plan: 'lip-2008', to: 'schule-als-zentrum', to_plan: 'wir-2-0', date: '2022-09', reason: 'So steht es im Bericht: split, "wörtlich".', sources: 'https://example.org/bericht' }))
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

  test.each(['/plaene/lip-2008/herkunft', '/en/plans/lip-2008/lineage', '/ar/plans/lip-2008/lineage'])('has at %s nothing that axe finds, and fits a narrow screen', async (address) => {
    const reader = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
    const response = await reader.goto(web + address)
    expect(await htmlProblems(await response?.text() ?? '')).toEqual([])
    expect(await axeProblems(reader)).toEqual([])
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await reader.context().close()
  })

  test('is a change of the plan to which it leads', async () => {
    await expect.poll(async () => {
      await open(`${web}/aenderungen?since=2022-01-01&kind=lineage&measure=${KEPT.slug}`)
      return entries().allInnerTexts()
    }, WITHIN_A_MINUTE).toEqual([expect.stringContaining(`aufgeteilt: ${KEPT.title}, Schule als Zentrum und Mehrsprachigkeit als Kompetenz gezielter fördern.`)])
  })

  test('stays noted when a measure is deleted: its address says so, and so do the links to it', async () => {
    await remove('measure', lost)
    await expect.poll(async () => (await open(`${web}/massnahmen/${LOST.slug}`))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Diesen Eintrag gibt es nicht mehr')
    expect(await main()).toContain(`„${LOST.title}“ wurde am ${formatDay(today(), 'day', 'de')} gelöscht.`)
    await expect.poll(async () => {
      await open(`${web}/massnahmen/politische-bildung-schulen`)
      return page.locator('.lineage-list .lineage-measures').innerText()
    }, WITHIN_A_MINUTE).toBe(`${LOST.title} (nicht mehr veröffentlicht)`)
    for (const [address, place] of [[`/beitraege/${TOLD.slug}`, '.article-related'], ['/zeitleiste', `#${TOLD.slug}`]] as const) {
      await expect.poll(async () => {
        await open(web + address)
        return page.locator(place).innerText()
      }, WITHIN_A_MINUTE).toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
      expect(await page.locator(place).innerText()).toContain(KEPT.title)
    }
    await expect.poll(async () => {
      await open(web + OLD)
      return page.locator('section[aria-labelledby="links"]').innerText()
    }, WITHIN_A_MINUTE).toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
    expect((await linksOn(page)).filter(({ from }) => from.includes(LOST.slug))).toMatchObject([{ kind: 'fortgeführt', to: ['politische-bildung-schulen'] }])
    for (const file of ['csv', 'json']) expect(await (await fetch(`${web}/data/de/plans/lip-2008/crosswalk.${file}`)).text()).toContain(LOST.slug)
    await open(`${web}/aenderungen?since=2022-01-01&kind=lineage`)
    expect(await main()).toContain(`${LOST.title} (nicht mehr veröffentlicht)`)
    expect((await fetch(`${web}/data/de/measures/${LOST.slug}/feed.atom`)).status).toBe(410)
    for (const [address, words] of [[`/en/measures/${LOST.slug}`, 'was deleted on'], [`/ar/measures/${LOST.slug}`, 'حُذف']] as const) {
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
    const source = to(await make('source', { kind: 'report', title: 'Bericht für die Probe des Ganzen', url: 'https://example.org/alles' }))
    const citations = [{ source, page: 'S. 12', quote: 'So steht es da.' }]
    const [plan, field] = [to(await idOf('plans', 'lip-2008')), to(await idOf('fieldsOfAction', 'wirtschaft-2008'))]
    const [body, other] = [to(await idOf('organisations', 'lenkungsgruppe')), to(await idOf('organisations', 'kargah'))]
    const values = {
      title: TITLE, slug: SLUG, code: 'W 3.2', summary: 'Ein Satz darüber, was sie ist.', text: [paragraph('Ein Absatz darüber, worum es geht.')], kind: 'administrative', plan, fieldOfAction: field, citations, certainty: 'disputed',
      goals: to(await make('goal', { title: 'Erprobtes Ziel', fieldOfAction: field, order: 9, citations })), lead: body, partners: other, proposedBy: body, period: '2009/2011', cost: '10.000 Euro', indicator: 'Zahl der Gespräche',
      names: [{ language: 'de', value: 'Beschäftigungsinitiative', kind: 'working', from: '2008', to: '2009', citations }, { language: 'de', value: 'Arbeitsbrücke', kind: 'official', from: '2010', citations }],
      calls: [{ deadline: '2009-03-31', round: 1, citations }], claims: [{ language: 'de', statement: 'Sie begann 2009.', citations }, { language: 'de', statement: 'Sie begann 2010.', citations }],
    }
    const id = await make('measure', values)
    for (const [locale, title] of Object.entries(WORDS)) await translate('measure', id, locale, { title, summary: title, text: [paragraph(title)] })
    await make('update', { measure: to(id), date: '2010', stage: 'ongoing', text: 'Sie läuft.', citations })
    for (const [outcome, date] of [['proposed', '2008-01'], ['agreed', '2008-02'], ['adopted', '2008-06'], ['funded', '2009']]) await make('decision', { measure: to(id), date, outcome, body, note: 'Wie vorgelegt.', citations })
    await make('project', { title: 'Erprobtes Projekt', description: 'Ein Projekt.', plan, measure: to(id), organisation: other, date: '2009', amount: 1000, citations })
    await make('contribution', { role: 'expert', organisation: other, measure: to(id), period: '2009', citations })
    await make('event', { title: 'Erprobter Auftakt', date: '2009-02', kind: 'kick_off', plan, measures: to(id), citations })
    await make('article', { title: 'Erprobter Beitrag', kind: 'report', date: '2009-03', byline: 'Redaktion', measures: to(id), citations })
    await make('lineage', { kind: 'widened', from: to(id), to: to(await idOf('measures', 'uebergangs-ausbildungsbegleitung')), date: '2022', reason: 'Jetzt für alle.', certainty: 'reported', citations })
    await vi.waitUntil(async () => (await open(`${web}/ar/measures/${SLUG}`))?.status() === 200 && (await main()).includes('Erprobter Beitrag'), WITHIN_A_MINUTE)
  })

  afterAll(removeWhatWasMade)

  test.each([['de', '/massnahmen', TITLE, 'umstritten'], ['en', '/en/measures', WORDS.en, 'disputed'], ['ar', '/ar/measures', WORDS.ar, 'مختلَف عليه']])('tells it all in %s, fits a narrow screen, and axe finds nothing', async (language, path, title, disputed) => {
    const reader = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
    const response = await reader.goto(`${web}${path}/${SLUG}`)
    expect(response?.status()).toBe(200)
    expect(await reader.getByRole('heading', { level: 1 }).innerText()).toBe(title)
    const text = await reader.getByRole('main').innerText()
    for (const words of ['W 3.2', 'Erprobtes Ziel', 'Erprobtes Projekt', 'Erprobter Auftakt', 'Erprobter Beitrag', 'Sie läuft.', 'Wie vorgelegt.', 'Jetzt für alle.', 'Sie begann 2009.', 'Sie begann 2010.', '10.000 Euro', 'Zahl der Gespräche', 'kargah', 'Beschäftigungsinitiative', 'Arbeitsbrücke']) expect(text, language).toContain(words)
    for (const [name, ...years] of [['Beschäftigungsinitiative', '2008', '2009'], ['Arbeitsbrücke', '2010']]) {
      const told = await reader.locator('.fact-list dd', { hasText: name }).innerText()
      for (const year of years) expect(told, language).toContain(year)
    }
    expect(await reader.locator('main .lead').first().innerText()).toBe(language === 'de' ? 'Ein Satz darüber, was sie ist.' : title)
    expect(await reader.locator('section[aria-labelledby="sources"] a[href="https://example.org/alles"]').count()).toBe(1)
    expect(await reader.locator('section.certainty').innerText()).toContain(disputed)
    expect(await reader.locator('.fact-list time[datetime="2009-03-31"]').count()).toBe(1)
    expect(await reader.locator('.cite-box a[rel="license"]').getAttribute('href')).toBe(`https://creativecommons.org/licenses/by/4.0/deed.${language}`)
    expect(await reader.locator('.cite-box').innerText()).toMatch(/CC BY 4\.0:.*LIP-Lab/)
    expect(await reader.locator('.decision-path > li.reached').count()).toBeGreaterThan(3)
    const knots = await reader.locator('.decision-path > li').evaluateAll(steps => steps.map((step) => {
      const knot = step.querySelector('.knot')
      const { width, height, x } = knot?.getBoundingClientRect() ?? { width: 0, height: 0, x: 0 }
      return { isReached: step.classList.contains('reached'), size: Math.min(width, height), x: Math.round(x + width / 2), fill: knot ? getComputedStyle(knot).backgroundColor : '' }
    }))
    expect(Math.min(...knots.map(({ size }) => size))).toBeGreaterThan(5)
    expect(new Set(knots.map(({ x }) => x)).size, 'They stand on one thread.').toBe(1)
    expect(new Set(knots.filter(({ isReached }) => isReached).map(({ fill }) => fill))).not.toEqual(new Set(knots.filter(({ isReached }) => !isReached).map(({ fill }) => fill)))
    expect(await reader.locator('section[aria-labelledby="origin"] .lineage-list a').count()).toBeGreaterThan(0)
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
    const citations = [{ source: to(await make('source', { kind: 'report', title: 'Bericht für die Proben der Fassungen' })) }]
    const measure = await make('measure', { ...MEASURE, kind: 'unknown', plan: to(await idOf('plans', 'lip-2008')), citations })
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
    expect(await page.locator('.cite-box .line a').innerText()).toBe(`${address}/v/3`)
  })

  test('that was withdrawn answers 410 with the reason, as a page and as a file', async () => {
    const { results: [revision] } = await send('GET', `${addressIn('revision')}?filters[slug][$eq]=${MEASURE.slug}&filters[number][$eq]=1&sort=publishedOn:DESC`)
    await send('PUT', `${addressIn('revision')}/${revision?.documentId}`, { withdrawnFor: 'Eine Person wollte hier nicht genannt sein.' })
    await expect.poll(async () => (await open(`${address}/v/1`))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Diese Fassung wurde zurückgezogen')
    expect(await main()).toContain('Der Grund: Eine Person wollte hier nicht genannt sein.')
    expect(await main()).not.toContain(MEASURE.title)
    expect((await fetch(`${web}/data/de/measures/${MEASURE.slug}/v/1/cite.json`)).status).toBe(410)
    expect((await open(`${address}/v/2`))?.status()).toBe(200)
  })

  test.each([
    ['timeline', 'event', { title: 'Erprobtes Ereignis, das zurückgezogen wird', date: '2010', kind: 'meeting' }],
    ['articles', 'article', { title: 'Erprobter Beitrag, der zurückgezogen wird', date: '2010', kind: 'report', byline: 'Redaktion' }],
    ['pages', 'page', { title: 'Erprobte Seite, die zurückgezogen wird', text: [paragraph('Ein Absatz.')] }],
  ] as const)('of %s that was withdrawn answers 410 with the reason too', async (kind, collection, values) => {
    const slug = `e2e-zurueckgezogen-${kind}`
    const citations = [{ source: to(await make('source', { kind: 'report', title: `Bericht für die Probe von ${kind}` })) }]
    await make(collection, { slug, ...values, ...collection !== 'page' && { citations }, ...collection === 'event' && { plan: to(await idOf('plans', 'lip-2008')) } })
    const version = `${web}/${{ timeline: 'zeitleiste', articles: 'beitraege', pages: 'seiten' }[kind]}/${slug}/v/1`
    await expect.poll(async () => (await open(version))?.status(), WITHIN_A_MINUTE).toBe(200)
    const { results: [revision] } = await send('GET', `${addressIn('revision')}?filters[slug][$eq]=${slug}&filters[number][$eq]=1`)
    await send('PUT', `${addressIn('revision')}/${revision?.documentId}`, { withdrawnFor: 'Ein Name stand darin.' })
    await expect.poll(async () => (await open(version))?.status(), WITHIN_A_MINUTE).toBe(410)
    expect(await main()).toContain('Der Grund: Ein Name stand darin.')
    expect(await page.content()).not.toContain(values.title)
    expect((await fetch(`${web}/data/de/${kind}/${slug}/v/1/cite.json`)).status).toBe(410)
  })
})
