/** Finding measures: with the form, by the address, with script and without. */
import type { Page } from 'playwright-core'
import { hasGermanWords, LOCALES, today } from 'shared-types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MEASURES, stageThen } from './facts'
import { browser, found, main, OF_PLAN, open, page, readWithoutScript, titlesAt, web } from './measure-reader'
import { choicesOf, follow, PHONE, titlesOn, unfold, withArabicFace } from './reading'

/** What the script shows it shows at once; the machine may be busy. */
const SOON = { timeout: 10_000 }

readWithoutScript()

describe('the finder', () => {
  test('is reached from the header, and keeps every choice in the address and in the form', async () => {
    await open(web)
    await page.getByRole('banner').getByRole('link', { name: 'Maßnahmen' }).click()
    expect(new URL(page.url()).pathname).toBe('/massnahmen')
    await unfold(page)
    const choice = {
      plan: 'wir-2-0', field: 'demokratie', stage: 'unknown', kind: 'administrative', body: 'lenkungsgruppe',
      year: '2021', sort: 'changed',
    }
    const labels = {
      plan: 'Plan', field: 'Handlungsfeld', stage: 'Stand', kind: 'Art', body: 'Gremium oder Organisation',
      year: 'Jahr', sort: 'Reihenfolge',
    }
    for (const [name, label] of Object.entries(labels))
      await page
        .getByLabel(label, { exact: true })
        .selectOption(Object.entries(choice).find(([key]) => key === name)?.[1] ?? '')
    await page.getByLabel('Stichwort').fill('netzwerk Vereine')
    await page.getByLabel('Tabelle').check()
    await follow(page.getByRole('button', { name: 'Anzeigen' }))
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      ...choice,
      q: 'netzwerk Vereine', view: 'table',
    })
    expect(await titlesOn(page)).toEqual(['Aufbau eines Netzwerks postmigrantischer Vereine'])
    expect(
      await page
        .locator('.filter-form')
        .evaluate(form =>
          form instanceof HTMLFormElement
            ? Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
            : {},
        ),
    ).toEqual({ ...choice, q: 'netzwerk Vereine', view: 'table' })
    await page.getByRole('link', { name: 'Alle Maßnahmen zeigen' }).click()
    expect(new URL(page.url()).search).toBe('')
  })

  test.each(['field', 'stage', 'kind', 'body', 'year'])(
    'says beside every choice of %s how many it finds',
    async (name) => {
      await open(OF_PLAN)
      const choices = await choicesOf(page.locator(`#filter-${name}`))
      expect(choices.length).toBeGreaterThan(2)
      for (const { value, count } of choices) {
        expect((await titlesAt(`${OF_PLAN}&${name}=${value}`)).length, value).toBe(count)
        expect(await found().getByRole('status').first().innerText()).toContain(
          ['Keine Maßnahme passt', '1 Maßnahme'][count] ?? `${count} Maßnahmen`,
        )
      }
    },
  )

  test('counts choices under what is chosen already', async () => {
    await open(`${OF_PLAN}&stage=unknown`)
    const choices = await choicesOf(page.locator('#filter-field'))
    expect(choices.reduce((sum, { count }) => sum + count, 0)).toBe(
      MEASURES.filter(measure => stageThen(measure, today()) === 'unknown' && measure.field !== '').length,
    )
    for (const { value, count } of choices)
      expect((await titlesAt(`${OF_PLAN}&stage=unknown&field=${value}`)).length, value).toBe(count)
  })

  test('finds words of the title and of other names, in whatever spelling', async () => {
    for (const words of ['tiny houses', 'TINY-HOUSES', 'Wohnprojekt tiny', 'housing project'])
      expect(await titlesAt(`${OF_PLAN}&q=${encodeURIComponent(words)}`), words).toEqual([
        'Tiny-Houses – Wohnprojekt für junge Menschen',
      ])
    expect(await titlesAt(`${OF_PLAN}&q=${encodeURIComponent('ich du wir')}`)).toEqual([
      'Städtische Kulturorte der Vielfalt',
    ])
  })

  test('puts measures in order by title, by their last change and by stage', async () => {
    const { compare } = new Intl.Collator('de', { numeric: true })
    const byTitle = MEASURES.toSorted((a, b) => compare(a.title, b.title))
    const lastChange = ({ days }: { days: string[] }) => days.toSorted().at(-1) ?? ''
    expect(await titlesAt(OF_PLAN)).toEqual(byTitle.map(({ title }) => title))
    expect(await titlesAt(`${OF_PLAN}&sort=changed`)).toEqual(
      byTitle.toSorted((a, b) => compare(lastChange(b), lastChange(a))).map(({ title }) => title),
    )
    await open(`${OF_PLAN}&sort=stage`)
    const stages = await found().locator('.stage-mark').allInnerTexts()
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual([
      'in Bearbeitung', 'beschlossen', 'Empfehlung', 'zurückgestellt', 'nicht weiterverfolgt', 'unbekannt',
    ])
  })

  test('shows the same as cards and as a table, and says there what we did not find', async () => {
    const cards = await titlesAt(`${OF_PLAN}&sort=stage`)
    expect(cards).toHaveLength(MEASURES.length)
    expect(await titlesAt(`${OF_PLAN}&sort=stage&view=table`)).toEqual(cards)
    const row = found().getByRole('row', { name: 'Berufsbegleitende Deutschkurse' })
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      'in Bearbeitung', '2022', 'nicht gefunden', 'Maßnahme der Verwaltung', 'WIR2.0',
    ])
  })

  test.each([
    ['field', 'gibt-es-nicht'], ['stage', '<b>nonsense'], ['kind', 'Empfehlung'], ['body', '\' or 1=1'],
    ['year', '1808'],
  ])('says that it does not know a %s, and sets it aside', async (name, value) => {
    expect(await titlesAt(`${OF_PLAN}&${name}=${encodeURIComponent(value)}`)).toHaveLength(MEASURES.length)
    expect(await found().getByRole('status').first().innerText()).toBe(
      `Diese Auswahl kennen wir nicht: ${value}. Wir zeigen, was zu den übrigen passt.`,
    )
  })

  test('says in its fold what is chosen', async () => {
    const fold = () => page.locator('.filter-fold > summary').innerText()
    await open(`${web}/massnahmen`)
    expect(await fold()).toBe('Auswahl einschränken')
    await open(`${OF_PLAN}&stage=unknown`)
    expect(await fold()).toBe('Ausgewählt: WIR2.0 und unbekannt')
    await open(`${web}/ar/measures?plan=wir-2-0&stage=unknown`)
    expect(await fold()).toContain('WIR2.0')
  })

  test.each([
    '/massnahmen', '/massnahmen?stage=adopted',
    ...LOCALES.flatMap(({ code }) => hasGermanWords(code) ? [] : `/${code}/measures`),
  ])(
    '%s shows the number of results and the whole name of the first on the first screen of a phone',
    async (address) => {
      const phone = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage()
      await phone.goto(web + address)
      await phone.evaluate(withArabicFace)
      const name = await phone.locator('#found .measure-card .name').first().boundingBox()
      const count = await phone.locator('#found [role="status"]').first().boundingBox()
      expect((name?.y ?? Infinity) + (name?.height ?? 0)).toBeLessThanOrEqual(PHONE.height)
      expect(count?.y).toBeLessThan(name?.y ?? 0)
      await phone.context().close()
    },
  )

  test('takes no notice of a filter that does not exist', async () => {
    expect(await titlesAt(`${OF_PLAN}&colour=red&stage[]=unknown&asof=gestern`)).toHaveLength(MEASURES.length)
    expect(await page.locator('#filter-plan').inputValue()).toBe('wir-2-0')
    const carried = await found()
      .locator('a')
      .evaluateAll(links =>
        links.map(link => link.getAttribute('href') ?? '').filter(href => /colour|gestern/.test(href)),
      )
    expect(carried).toEqual([])
  })

  test.each(['stage=struck&field=demokratie', 'field=bildung&stage=struck&q=haus', 'q=gibtesnicht', 'stage=completed'])(
    'that finds nothing for %s offers what to loosen, and every offer finds something',
    async (choice) => {
      expect(await titlesAt(`${OF_PLAN}&${choice}`)).toEqual([])
      expect(await main()).toContain('Keine Maßnahme passt zu dieser Auswahl. Lockern Sie sie:')
      const offers = await found()
        .getByRole('listitem')
        .getByRole('link')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
      expect(offers.length).toBeGreaterThan(0)
      for (const offer of offers) expect((await titlesAt(web + offer)).length, offer).toBeGreaterThan(0)
    },
  )

  test('says that a list does not have so many pages, and leads to the first', async () => {
    expect(await titlesAt(`${OF_PLAN}&page=999`)).toEqual([])
    expect(await main()).toContain('So viele Seiten hat diese Liste nicht.')
    await follow(page.getByRole('link', { name: 'Zur ersten Seite' }))
    expect(await titlesOn(page)).toHaveLength(MEASURES.length)
  })

  test('keeps what is chosen when the language changes', async () => {
    const german = await titlesAt(`${OF_PLAN}&stage=unknown&sort=stage`)
    await page.locator('.language-menu summary').click()
    await page.getByRole('link', { name: 'العربية' }).click()
    const { pathname, search } = new URL(page.url())
    expect([pathname, search]).toEqual(['/ar/measures', '?plan=wir-2-0&stage=unknown&sort=stage'])
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await titlesOn(page)).toHaveLength(german.length)
    expect(await page.locator('#filter-stage').inputValue()).toBe('unknown')
  })
})

describe.each([
  {
    code: 'de', path: '/massnahmen', labels: ['Handlungsfeld', 'Stand', 'Anzeigen', 'Tabelle'], count: '2 Maßnahmen',
    empty: 'Keine Maßnahme passt zu dieser Auswahl.',
  },
  {
    code: 'en', path: '/en/measures', labels: ['Field of action', 'Stage', 'Show', 'Table'], count: '2 measures',
    empty: 'No measure fits this choice.',
  },
  {
    code: 'ar', path: '/ar/measures', labels: ['مجال العمل', 'الوضع', 'عرض', 'جدول'], count: 'تدبيران',
    empty: 'لا يوجد تدبير يطابق هذا الاختيار.',
  },
])(
  'the finder without script in $code',
  ({ path, labels: [field = '', stage = '', show = '', table = ''], count, empty }) => {
    test('is a form: choose, show, read the same as cards and as a table, loosen', async () => {
      await open(`${web}${path}?plan=wir-2-0`)
      await unfold(page)
      await page.getByLabel(field, { exact: true }).selectOption('stadtleben-kultur')
      await page.getByLabel(stage, { exact: true }).selectOption('unknown')
      await follow(page.getByRole('button', { name: show, exact: true }))
      expect(
        Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== '')),
      ).toMatchObject({ plan: 'wir-2-0', field: 'stadtleben-kultur', stage: 'unknown' })
      const expected = MEASURES.filter(
        measure => measure.field === 'stadtleben-kultur' && stageThen(measure, today()) === 'unknown',
      ).length
      const cards = await titlesOn(page)
      expect(cards).toHaveLength(expected)
      expect(await found().getByRole('status').first().innerText()).toBe(count)
      await unfold(page)
      await page.getByLabel(table, { exact: true }).check()
      await follow(page.getByRole('button', { name: show, exact: true }))
      expect(await titlesOn(page)).toEqual(cards)
      await unfold(page)
      await page.getByLabel(stage, { exact: true }).selectOption('struck')
      await follow(page.getByRole('button', { name: show, exact: true }))
      expect(await main()).toContain(empty)
      await follow(found().getByRole('listitem').getByRole('link').first())
      expect((await titlesOn(page)).length).toBeGreaterThan(0)
    })
  },
)

describe.each([
  ['de', '/massnahmen', '9 Maßnahmen'], ['ar', '/ar/measures', '9 تدابير'],
])('the finder with script in %s', (_code, path, announced) => {
  let instant: Page

  /** What tells whether the page is still the same. */
  const isSamePage = () => instant.evaluate(() => Reflect.get(window, 'isMarked') === true)
  const address = () => new URL(instant.url()).search

  beforeEach(async () => {
    const withScript = await browser.newContext()
    instant = await withScript.newPage()
    await instant.goto(`${web}${path}?plan=wir-2-0`)
    await unfold(instant)
    await instant.evaluate(() => Reflect.set(window, 'isMarked', true))
  })

  afterEach(() => instant.context().close())

  test('shows at once what a choice finds, at the address that the form would have, and says so', async () => {
    const stage = instant.locator('#filter-stage')
    await stage.focus()
    await stage.selectOption('unknown')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=unknown')
    await expect.poll(() => instant.locator('body > p[role="status"]').innerText(), SOON).toBe(announced)
    expect(await isSamePage()).toBe(true)
    expect(await stage.evaluate(select => select === document.activeElement)).toBe(true)
    expect(await stage.inputValue()).toBe('unknown')
    const shown = await titlesOn(instant)
    const counts = await choicesOf(instant.locator('#filter-field'))
    await open(`${web}${path}?plan=wir-2-0`)
    await unfold(page)
    await page.locator('#filter-stage').selectOption('unknown')
    await follow(page.getByRole('main').getByRole('button'))
    expect(
      [...new URL(page.url()).searchParams].filter(
        ([name, value]) => value !== '' && name !== 'sort' && name !== 'view',
      ),
    ).toEqual([
      ['plan', 'wir-2-0'], ['stage', 'unknown'],
    ])
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
    await instant.locator('#filter-stage').selectOption('unknown')
    await expect.poll(address, SOON).toBe('?plan=wir-2-0&stage=unknown')
    const languages = await instant
      .locator('.language-menu a')
      .evaluateAll(links => links.map(link => link.getAttribute('href')?.split('?')[1]))
    expect(languages).toEqual(LOCALES.map(() => 'plan=wir-2-0&stage=unknown'))
    await instant.locator('#filter-stage').selectOption('')
    await instant.locator('#filter-plan').selectOption('')
    await expect.poll(address, SOON).toBe('')
    expect(await instant.locator('.filter-form .actions a').count()).toBe(0)
  })
})
