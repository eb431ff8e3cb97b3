/** Before something is published: what is missing, each line at its field, as who writes and as who publishes. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ARTICLES, press } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { draft, openAdmin, paragraph, removeWhatWasMade, send } from './editor'
import { AUTHOR, EDITOR } from './product'
import { strangeTexts } from './watch-for-english'

const cms = inject('cms')
const PAGES = '/content-manager/collection-types/api::page.page'
/** A line can hold a word that is longer than the list is wide. */
const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'

let browser: Browser
let anton: Page
let rita: Page

beforeAll(async () => {
  browser = await openBrowser()
  anton = await openAdmin(browser, AUTHOR)
  rita = await openAdmin(browser, EDITOR)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const panelOf = (page: Page) => page.locator('aside', { hasText: 'Vor dem Veröffentlichen' })
const lineOf = (page: Page, words: string | RegExp) => panelOf(page).getByRole('link', { name: words })
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'))
/** The field in which the cursor stands. */
const focusedField = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${cms}/admin${address}`)
  await panelOf(page).getByRole('status').waitFor()
}

describe('a draft', () => {
  let address = ''

  beforeAll(async () => {
    address = `${PAGES}/${await draft('page', { title: 'Noch ohne Text' })}?plugins[i18n][locale]=de`
  })

  test('says to its author what is missing; the line leads there, and goes when it is there', async () => {
    await open(anton, address)
    await panelOf(anton).getByText('Eines muss noch sein, bevor es erscheinen kann:').waitFor()
    await panelOf(anton).getByText('Neu auf der Website.').waitFor()
    await lineOf(anton, /„Text“ fehlt noch/).click()
    await expect.poll(() => focusedField(anton)).toBe('text')
    await anton.keyboard.type('Ein Absatz.', { delay: 50 })
    await panelOf(anton).getByText('Geprüft ist, was gespeichert ist.').waitFor()
    await press(anton, 'Speichern')
    await panelOf(anton).getByText('Es kann veröffentlicht werden.').waitFor()
    expect(await lineOf(anton, /fehlt noch\./).count()).toBe(0)
  })

  test('advises a source, which is at its place with one click, and loses no word on the way', async () => {
    await anton.locator('input[name="title"]').fill('Mit anderem Titel')
    await lineOf(anton, /keine Quelle genannt/).click()
    await expect.poll(() => focusedField(anton)).toBe('citations')
    expect(await anton.locator('input[name="title"]').inputValue()).toBe('Mit anderem Titel')
    expect(await anton.getByRole('alertdialog').count()).toBe(0)
    await press(anton, 'Speichern')
    await lineOf(anton, /aus dem früheren Titel „Noch ohne Text“/).click()
    await expect.poll(() => focusedName(anton)).toBe('slug')
  })

  test('is published by the Redaktion, whatever is only advised; then nothing would change', async () => {
    await open(rita, address)
    await lineOf(rita, /keine Quelle genannt/).waitFor()
    await press(rita, 'Veröffentlichen')
    await panelOf(rita).getByText('Auf der Website ändert sich nichts.').waitFor()
    await rita.locator('input[name="title"]').fill('Noch ein Titel')
    await press(rita, 'Speichern')
    await panelOf(rita).getByText(/^Der Text ändert sich \(\d Wörter\)\.$/).waitFor()
  })

  test('is opened at the field that an address names, also where that is rich text', async () => {
    await open(rita, `${address}&field=text`)
    await expect.poll(() => focusedField(rita)).toBe('text')
  })
})

describe('a line', () => {
  test('about a folded block opens it', async () => {
    const body = [
      { __component: 'article.text', text: [paragraph('Ein Absatz.')] },
      { __component: 'article.video-link', title: 'Ein Film' },
    ]
    const documentId = await draft('article', { title: 'Ohne Adresse', kind: 'report', date: '2024', body })
    await open(anton, `${ARTICLES}/${documentId}?plugins[i18n][locale]=de`)
    await lineOf(anton, /Baustein 2 \(Video\)/).click()
    await expect.poll(() => focusedField(anton)).toBe('body.1.url')
  })

  test('of a translation leads to the form in which it is mended', async () => {
    const documentId = await draft('article', { title: 'Ohne Datum', kind: 'report' })
    await send('PUT', `${ARTICLES}/${documentId}?locale=en`, { title: 'No date' })
    await open(rita, `${ARTICLES}/${documentId}?plugins[i18n][locale]=en`)
    await lineOf(rita, /Zuerst muss die Fassung in der Ausgangssprache/).click()
    await lineOf(rita, /„Datum“ fehlt noch/).click()
    await expect.poll(() => focusedField(rita)).toBe('date')
    expect(rita.url()).toContain('locale]=de')
  })
})

describe('of several that are published at once', () => {
  const state = async (documentId: string, locale: string) => {
    const { data } = await send('GET', `${PAGES}/${documentId}?locale=${locale}`)
    return String(Reflect.get(data, 'status'))
  }

  test('those that can be are, in the language of the list, and the others are named', async () => {
    const [text, title] = [[paragraph('Ein Absatz.')], 'Viele auf einmal']
    const good = await draft('page', { title: `${title}, gut`, text })
    const bad = await draft('page', { title: `${title}, schlecht` })
    await send('PUT', `${PAGES}/${good}?locale=en`, { title: 'Many at once, good', text })
    await rita.goto(`${cms}/admin${PAGES}?_q=Viele auf einmal&plugins[i18n][locale]=de`)
    await rita.getByRole('row', { name: `${title}, gut` }).waitFor()
    for (const box of await rita.locator('main tbody').getByRole('checkbox').all()) await box.click()
    await rita.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
    const dialog = rita.getByRole('dialog')
    await dialog.getByText('1 von 2 kann veröffentlicht werden (Deutsch).').waitFor()
    await dialog.getByRole('heading', { name: `„${title}, schlecht“ bleibt Entwurf:` }).waitFor()
    expect(await dialog.getByRole('link', { name: /„Text“ fehlt noch/ }).getAttribute('href')).toContain('field=text')
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/checks-many.png' })
    expect(await axeProblems(rita, '[role="dialog"]')).toEqual([])
    expect(await strangeTexts(rita)).toEqual([])
    await dialog.getByRole('button', { name: '1 Eintrag veröffentlichen' }).click()
    await expect.poll(() => state(good, 'de')).toBe('published')
    expect([await state(bad, 'de'), await state(good, 'en')]).toEqual(['draft', 'draft'])
    await rita.goto(`${cms}/admin${PAGES}?_q=Many at once&plugins[i18n][locale]=en`)
    await rita.getByRole('row', { name: 'Many at once, good' }).waitFor()
    for (const box of await rita.locator('main tbody').getByRole('checkbox').all()) await box.click()
    await rita.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
    await dialog.getByText('1 von 1 kann veröffentlicht werden (Englisch).').waitFor()
    await dialog.getByRole('button', { name: '1 Eintrag veröffentlichen' }).click()
    await expect.poll(() => state(good, 'en')).toBe('published')
    await rita.reload()
    await rita.locator('main tbody').getByRole('checkbox').click()
    await rita.getByRole('button', { name: 'Von der Website nehmen' }).click()
    const question = rita.getByRole('alertdialog')
    await question.getByText('Es geht um die Fassung in dieser Sprache: Englisch.').waitFor()
    await question.getByRole('button', { name: /nehmen|Bestätigen/ }).click()
    await expect.poll(() => state(good, 'en')).toBe('draft')
    expect(await state(good, 'de')).toBe('published')
  })
})

describe('of several languages that are published at once', () => {
  const question = () => rita.getByRole('dialog')

  async function openQuestion(address: string, name: string): Promise<void> {
    await open(rita, address)
    await rita.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click()
    await rita.getByRole('menuitem', { name }).click()
    await question().waitFor()
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: `screenshots/languages-${name.length}.png` })
    expect(await axeProblems(rita, '[role="dialog"]')).toEqual([])
    expect(await strangeTexts(rita)).toEqual([])
  }

  test('what is missing in one is told before, and it may wait; what is public in several is taken off at once', async () => {
    const text = [paragraph('Ein Absatz.')]
    const documentId = await draft('page', { title: 'Auf einmal in drei Sprachen', text })
    await send('PUT', `${PAGES}/${documentId}?locale=en`, { title: 'At once in three languages' })
    await send('PUT', `${PAGES}/${documentId}?locale=tr`, { title: 'Bir kerede', text: [paragraph('Bir paragraf.')] })
    const states = async () => {
      const read = ['de', 'en', 'tr'].map(locale => send('GET', `${PAGES}/${documentId}?locale=${locale}`))
      return (await Promise.all(read)).map(({ data }) => String(Reflect.get(data, 'status')))
    }
    const address = `${PAGES}/${documentId}?plugins[i18n][locale]=de`
    await openQuestion(address, 'Mehrere Sprachen veröffentlichen')
    await question().getByText(/^So geht es noch nicht\./).waitFor()
    const reason = question().getByRole('link', { name: /„Text“ fehlt noch/ })
    expect(await reason.getAttribute('href')).toMatch(/locale]=en.*field=text/)
    const publish = question().getByRole('button', { name: /^In .* veröffentlichen$/ })
    expect(await publish.isDisabled()).toBe(true)
    await question().getByRole('checkbox', { name: /^Englisch/ }).click()
    await question().getByText('Es kann so veröffentlicht werden.').waitFor()
    expect(await reason.count()).toBe(0)
    await question().getByRole('checkbox', { name: /^Deutsch/ }).click()
    await question().getByText(/Zuerst muss die Fassung in der Ausgangssprache/).waitFor()
    await question().getByRole('checkbox', { name: /^Deutsch/ }).click()
    await question().getByText('Es kann so veröffentlicht werden.').waitFor()
    await question().getByRole('button', { name: 'In 2 Sprachen veröffentlichen' }).click()
    await expect.poll(states).toEqual(['published', 'draft', 'published'])
    await openQuestion(address, 'Mehrere Sprachen von der Website nehmen')
    expect(await question().getByRole('checkbox', { name: /^Englisch/ }).count()).toBe(0)
    await question().getByRole('checkbox', { name: /^Türkisch/ }).click()
    await question().getByText('„Auf einmal in drei Sprachen“ (Türkisch) von der Website nehmen?').waitFor()
    await question().getByRole('button', { name: 'In einer Sprache von der Website nehmen' }).click()
    await expect.poll(states).toEqual(['published', 'draft', 'draft'])
  })
})

describe.each([[1366, 900], [390, 844]])('at %s pixels', (width, height) => {
  beforeAll(async () => {
    const documentId = await draft('article', {
      title: LONG_WORD, kind: 'report', kicker: 'Kommentar',
      body: [{ __component: 'article.quote', attribution: 'Jemand' }],
    })
    await send('PUT', `${ARTICLES}/${documentId}`, { title: 'Kurz' })
    await rita.setViewportSize({ width, height })
    await open(rita, `${ARTICLES}/${documentId}?plugins[i18n][locale]=de`)
    const drawer = rita.getByRole('button', { name: 'Mehr zum Eintrag zeigen' })
    if (await drawer.count() > 0) await drawer.click()
    await lineOf(rita, /Oben steht „Kommentar“/).waitFor()
    await lineOf(rita, LONG_WORD).waitFor()
    await rita.waitForLoadState('networkidle')
  })

  test('the list can be used by everybody, speaks German, and is no wider than the window', async () => {
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: `screenshots/checks-${width}.png` })
    expect(await axeProblems(rita, 'aside:has(.checks)')).toEqual([])
    expect(await strangeTexts(rita)).toEqual([])
    expect(await rita.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const lists = rita.locator('.checks')
    expect(await lists.evaluateAll(all => all.some(list => list.scrollWidth > list.clientWidth))).toBe(false)
  })

  test('a line leads to a field that is in view', async () => {
    await lineOf(rita, /„Datum“ fehlt noch/).click()
    await expect.poll(() => focusedField(rita)).toBe('date')
    // Not by Playwright's click, which would scroll to it.
    const isInView = () => rita.locator('[data-field="date"] input').evaluate((input) => {
      const { x, y, width, height } = input.getBoundingClientRect()
      return document.elementFromPoint(x + width / 2, y + height / 2) === input
    })
    await expect.poll(isInView).toBe(true)
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: `screenshots/checks-${width}-jumped.png` })
  })
})
