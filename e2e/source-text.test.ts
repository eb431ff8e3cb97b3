/** Translating in the admin: the source stands beside the form, its blocks are laid out, what changed is marked. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ARTICLES, openFormOf, press } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, draft, openAdmin, paragraph, removeWhatWasMade, send, to, upload } from './editor'
import { invite, TRANSLATOR } from './product'
import { strangeTexts } from './watch-for-english'

const cms = inject('cms')
const QUESTION = { __component: 'article.question-and-answer', question: 'Was hat sich geändert?' }

let browser: Browser
let rita: Page
let documentId: string

beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
  const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#777' } }).png().toBuffer()
  const file = await upload('beispiel.png', picture)
  const image = await draft('image', {
    title: 'Ein Bild', file: { id: file.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
  })
  documentId = await draft('article', {
    kind: 'report', title: 'Über die Treffen', date: '2024-05-01', body: [
      { __component: 'article.text', text: [paragraph('Die Gruppe trifft sich um neun Uhr.'), paragraph('Alle können kommen.')] },
      { __component: 'article.image', image: to(image) },
      { ...QUESTION, answer: [paragraph('Vieles.')] },
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const source = () => rita.getByRole('region', { name: 'Ausgangstext: Deutsch' })
const opener = () => rita.getByRole('button', { name: 'Ausgangstext daneben zeigen' })

async function stored(): Promise<Record<string, unknown>> {
  return { ...(await send('GET', `${addressIn('article')}/${documentId}?locale=tr`)).data }
}

describe('a new translation', () => {
  test('is written beside its source, in the blocks of it', async () => {
    await rita.goto(`${cms}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=tr&beside=source`)
    await source().getByText('Die Gruppe trifft sich um neun Uhr.').waitFor()
    expect(await source().getByText('noch nicht übersetzt').count()).toBe(4)
    await rita.locator('input[name="title"]').fill('Toplantılar')
    await rita.locator('[data-field="body"]').getByRole('button', { name: /^Frage und Antwort/ }).waitFor()
    await source().getByRole('button', { name: 'Inhalt, Baustein 3, Antwort' }).click()
    await expect.poll(() => rita.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')))
      .toBe('body.2.answer')
    await rita.keyboard.type('Çok şey.')
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/source-new.png' })
    expect(await strangeTexts(rita)).toEqual([])
    await press(rita, 'Speichern')
    await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
    await expect.poll(() => source().getByText('noch nicht übersetzt').count()).toBe(2)
    const { title, body } = await stored()
    expect([title, body]).toMatchObject(['Toplantılar', [
      { __component: 'article.text', text: null }, { __component: 'article.image' },
      { __component: 'article.question-and-answer', question: null, answer: [{ children: [{ text: 'Çok şey.' }] }] },
    ]])
    expect(JSON.stringify(body)).not.toMatch(/Gruppe|Vieles/)
  })

  test('has the pictures of its source', async () => {
    await openFormOf(rita, documentId, 'tr')
    await rita.getByRole('button', { name: /^Bild/ }).first().click()
    await rita.getByRole('button', { name: 'Ein Bild' }).first().waitFor()
  })
})

test('what has changed since is marked at its paragraph, and what is gone is named', async () => {
  await send('PUT', `${addressIn('article')}/${documentId}`, {
    body: [
      { __component: 'article.text', text: [paragraph('Die Gruppe trifft sich um zehn Uhr.')] },
      { ...QUESTION, answer: [paragraph('Vieles.')] },
    ],
  })
  await openFormOf(rita, documentId, 'tr')
  await rita.getByText(/^Deutsch, 2 geänderte Stellen/).waitFor()
  await opener().click()
  await expect.poll(() => source().locator('.change ins').allInnerTexts()).toEqual(['zehn'])
  expect(await source().locator('.change del').allInnerTexts()).toEqual(['neun'])
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/source-changed.png' })
  expect(await source().locator('section', { hasText: 'Steht nicht mehr da' }).locator('del').allInnerTexts()).toEqual(['Alle können kommen.'])
  expect(await source().locator('.source-text [lang]').first().getAttribute('lang')).toBe('de')
})

test('goes out to a translation program, and what comes back stands in the form and is not saved yet', async () => {
  const text = [paragraph('Alle sind eingeladen.'), paragraph('Der Eintritt ist frei.')]
  const article = await draft('article', {
    kind: 'report', title: 'Zum Mitnehmen', date: '2024-05-01', body: [{ __component: 'article.text', text }, QUESTION],
  })
  await rita.setViewportSize({ width: 1400, height: 1000 })
  await openFormOf(rita, article, 'tr')
  await rita.getByText('Mit einem Übersetzungsprogramm (XLIFF)').click()
  const [download] = await Promise.all([
    rita.waitForEvent('download'), rita.getByRole('button', { name: 'Als XLIFF ausgeben' }).click(),
  ])
  const file = readFileSync(await download.path(), 'utf8')
  expect(file).toContain('<source>Der Eintritt ist frei.</source>')
  const translated = file.replace(/<source>Zum Mitnehmen<\/source>/, '$&<target>Yanına al</target>')
    .replace(/<source>Der Eintritt ist frei\.<\/source>/, '$&<target>Giriş ücretsizdir.</target>')
    .replace(/<source>Was hat sich geändert\?<\/source>/, '$&<target>Ne <pc id="9">değişti</pc>?</target>')
  const readIn = (content: string) => rita.getByLabel('Übersetzte Datei einlesen (.xlf)')
    .setInputFiles({ name: 'text.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(content) })
  await readIn('<xliff version="1.2"/>')
  await rita.getByText(/Gelesen wird XLIFF 2\.1/).first().waitFor()
  await readIn(translated)
  await rita.getByText('2 Stellen stehen jetzt im Formular.').first().waitFor()
  await rita.getByText(/Darin steht eine Auszeichnung, die der Ausgangstext nicht hat\./).waitFor()
  expect(await rita.locator('input[name="title"]').inputValue()).toBe('Yanına al')
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/source-xliff.png' })
  expect(await axeProblems(rita, '.translation-program')).toEqual([])
  expect(await strangeTexts(rita)).toEqual([])
  await press(rita, 'Speichern')
  await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
  const { data } = await send('GET', `${addressIn('article')}/${article}?locale=tr`)
  expect(data).toMatchObject({ title: 'Yanına al', body: [
    { text: [{ children: [{ text: '' }] }, { children: [{ text: 'Giriş ücretsizdir.' }] }] }, { question: null },
  ] })
})

describe('who translates', () => {
  let amira: Page

  beforeAll(async () => {
    await invite(cms, [TRANSLATOR])
    amira = await openAdmin(browser, TRANSLATOR)
    await amira.setViewportSize({ width: 1366, height: 900 })
  })

  test('gets a draft of a machine where nobody has written, and the translation is called a machine\'s', async () => {
    const article = await draft('article', {
      kind: 'report', title: 'Zum Entwerfen', lead: 'Ein Vorspann.', date: '2024-05-01',
      body: [{ __component: 'article.text', text: [paragraph('Alle sind eingeladen.')] }],
    })
    await send('PUT', `${addressIn('article')}/${article}?locale=ar`, { title: 'مسودة' })
    await openFormOf(amira, article, 'ar')
    const button = amira.getByRole('button', { name: /^Maschinenentwurf/ })
    let goOn = () => {}
    const typed = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await amira.route('**/machine-draft?*', async (route) => {
      await typed
      await route.continue()
    })
    await button.scrollIntoViewIfNeeded()
    if (process.env.SCREENSHOTS) await amira.screenshot({ path: 'screenshots/machine-before.png' })
    await button.click()
    await amira.locator('textarea[name="lead"]').fill('مقدمة')
    goOn()
    await amira.getByText('Eine Stelle steht jetzt im Formular.').first().waitFor()
    await amira.getByText('Vorspann: Hier haben Sie inzwischen selbst geschrieben.').waitFor()
    if (process.env.SCREENSHOTS) await amira.screenshot({ path: 'screenshots/machine-after.png' })
    expect(await button.isDisabled()).toBe(true)
    expect(await axeProblems(amira, '.machine-draft')).toEqual([])
    expect(await strangeTexts(amira)).toEqual([])
    await press(amira, 'Speichern')
    await amira.getByText('Gespeichert', { exact: true }).first().waitFor()
    await amira.getByText('Maschinell übersetzt.').waitFor()
    const { data } = await send('GET', `${addressIn('article')}/${article}?locale=ar`)
    expect(data).toMatchObject({ title: 'مسودة', lead: 'مقدمة', body: [{ text: [paragraph('ar: Alle sind eingeladen.')] }] })
  })

  test('is offered nothing to write with in a language that is not hers', async () => {
    await openFormOf(amira, documentId, 'tr')
    await amira.getByText('Mit einem Übersetzungsprogramm (XLIFF)').click()
    await amira.getByRole('button', { name: 'Als XLIFF ausgeben' }).waitFor()
    for (const words of ['Übersetzte Datei einlesen (.xlf)', 'Die Änderung betrifft die Übersetzung nicht'])
      expect(await amira.getByText(words).count()).toBe(0)
  })
})

describe.each([1366, 390])('at %i pixels', (width) => {
  test('the source can be used by everybody, speaks German, and is no wider than the window', async () => {
    await rita.setViewportSize({ width, height: 900 })
    await openFormOf(rita, documentId, 'tr')
    const drawer = rita.getByRole('button', { name: 'Mehr zum Eintrag zeigen' })
    if (width < 1080) await drawer.click()
    await opener().click()
    await source().waitFor()
    if (process.env.SCREENSHOTS) await rita.screenshot({ path: `screenshots/source-${width}.png` })
    expect(await axeProblems(rita, '.beside-form')).toEqual([])
    expect(await strangeTexts(rita)).toEqual([])
    expect(await source().evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
    await source().getByRole('button', { name: 'Schließen' }).click()
    await expect.poll(() => source().count()).toBe(0)
  })
})

test('a text in its source language has none beside it', async () => {
  await rita.setViewportSize({ width: 1400, height: 1000 })
  await openFormOf(rita, documentId)
  await rita.getByRole('heading', { name: 'Vorschau' }).waitFor()
  expect(await opener().count()).toBe(0)
})
