/** The history of an entry beside its form: what was saved and published, and how a sentence comes back. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ARTICLES, press } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, draft, make, openAdmin, paragraph, publish, removeWhatWasMade, rewrite, send } from './editor'
import { AUTHOR } from './product'
import { strangeTexts } from './watch-for-english'

const cms = inject('cms')
const PAGES = addressIn('page')

let browser: Browser
let rita: Page

beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const dialog = (admin = rita) => admin.getByRole('dialog', { name: /^Verlauf/ })
const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name })
const titleIn = (admin: Page) => admin.locator('input[name="title"]')

async function open(address: string, admin = rita): Promise<void> {
  await admin.goto(`${cms}/admin${address}?plugins[i18n][locale]=de`)
  await titleIn(admin).waitFor()
}

async function openHistory(admin = rita): Promise<void> {
  const drawer = admin.getByRole('button', { name: 'Mehr zum Eintrag zeigen' })
  if (await drawer.count() > 0) await drawer.click()
  await admin.getByRole('button', { name: 'Verlauf ansehen' }).press('Enter')
  await dialog(admin).getByRole('listitem').first().waitFor()
}

/** As Strapi says that it was done. */
const done = (word: RegExp) => rita.getByText(word).first().waitFor()

async function look(name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: `screenshots/history-${name}.png` })
}

test('the Redaktion saves twice, publishes, takes one field back and saves', async () => {
  const documentId = await draft('page', { title: 'Erster Titel', text: [paragraph('Ein erster Absatz.')] })
  await open(`${PAGES}/${documentId}`)
  for (const title of ['Zweiter Titel', 'Dritter Titel']) {
    await titleIn(rita).fill(title)
    await press(rita, 'Speichern')
    await done(/Gespeichert/)
    await rita.getByRole('button', { name: 'Speichern', exact: true }).and(rita.locator(':disabled')).waitFor()
  }
  // After a save Strapi fills the form once more; no person types in that moment.
  await expect.poll(async () => {
    await rita.locator('main [contenteditable="true"]').first().fill('Ein ganz anderer Absatz.')
    return rita.getByRole('button', { name: 'Speichern', exact: true }).isEnabled()
  }).toBe(true)
  await press(rita, 'Veröffentlichen')
  await expect.poll(async () => (await send('GET', `${PAGES}/${documentId}?locale=de`)).data).toMatchObject({ status: 'published' })
  await rita.waitForLoadState('networkidle')
  await openHistory()
  expect(await dialog().locator('li h3 + p').allInnerTexts()).toEqual([
    'veröffentlicht von Rita Redaktion', 'angelegt von Rita Redaktion',
  ])
  await dialog().getByRole('listitem').last().getByRole('button', { name: 'Vergleichen' }).click()
  await dialog().getByRole('region', { name: 'Titel' }).waitFor()
  await look('compared')
  expect(await dialog().getByRole('region', { name: 'Titel' }).locator('del').innerText()).toContain('Erster')
  expect(await dialog().getByRole('region', { name: 'Titel' }).locator('ins').innerText()).toContain('Dritter')
  expect(await axeProblems(rita, '[role="dialog"]')).toEqual([])
  expect(await strangeTexts(rita)).toEqual([])
  await inDialog('Titel übernehmen').click()
  await expect.poll(() => dialog().getByRole('region', { name: 'Titel' }).count()).toBe(0)
  await dialog().getByRole('region', { name: 'Text' }).waitFor()
  await rita.keyboard.press('Escape')
  await expect.poll(() => dialog().count()).toBe(0)
  expect(await titleIn(rita).inputValue()).toBe('Erster Titel')
  await press(rita, 'Speichern')
  await expect.poll(async () => (await send('GET', `${PAGES}/${documentId}?locale=de`)).data).toMatchObject({
    title: 'Erster Titel', text: [paragraph('Ein ganz anderer Absatz.')], status: 'modified',
  })
})

test('a whole state comes back with its blocks, its order and what it relates to', async () => {
  const fields = (await send('GET', `${addressIn('field')}?pageSize=3&locale=de`)).results.map(({ documentId }) => documentId)
  const body = ['eins', 'zwei', 'drei'].map(words => ({ __component: 'article.text', text: [paragraph(words)] }))
  const values = { kind: 'report', title: 'Ein Beitrag', date: '2024-05-01' }
  const related = (...ids: string[]) => ({ connect: ids.map(documentId => ({ documentId })), disconnect: [] })
  const documentId = await draft('article', { ...values, body, fieldsOfAction: related(...fields) })
  const [first, second] = fields
  await send('PUT', `${ARTICLES}/${documentId}`, {
    ...values, title: 'Geändert', body: [body[2]],
    fieldsOfAction: { connect: [], disconnect: [{ documentId: first }, { documentId: second }] },
  })
  await open(`${ARTICLES}/${documentId}`)
  await openHistory()
  await dialog().getByRole('listitem').last().getByRole('button', { name: 'Vergleichen' }).click()
  await inDialog('Alles übernehmen').click()
  await expect.poll(() => dialog().count()).toBe(0)
  await expect.poll(() => titleIn(rita).inputValue()).toBe('Ein Beitrag')
  await look('taken')
  await press(rita, 'Speichern')
  await expect.poll(async () => (await send('GET', `${ARTICLES}/${documentId}?locale=de`)).data).toMatchObject({
    title: 'Ein Beitrag', body: body.map(one => expect.objectContaining(one)), fieldsOfAction: { count: 3 },
  })
  const list = await send('GET', `/content-manager/relations/api::article.article/${documentId}/fieldsOfAction?locale=de&pageSize=10`)
  expect(list.results.map(({ documentId: id }) => id).toReversed()).toEqual(fields)
})

test('a publication is taken back by publishing what was there before', async () => {
  const documentId = await make('page', { title: 'Richtig', text: [paragraph('Ein Absatz.')] })
  await rewrite('page', documentId, { title: 'Falsch', text: [paragraph('Ein Absatz.')] })
  await open(`${PAGES}/${documentId}`)
  await openHistory()
  await inDialog('Veröffentlichung zurücknehmen').click()
  await rita.getByText(/Im Formular steht wieder, was vor der letzten Veröffentlichung/).waitFor()
  expect(await titleIn(rita).inputValue()).toBe('Richtig')
  await press(rita, 'Veröffentlichen')
  await expect.poll(async () => (await send('GET', `${PAGES}/${documentId}?locale=de&status=published`)).data)
    .toMatchObject({ title: 'Richtig' })
})

test('an author names a state, and finds it and what was saved in between', async () => {
  const documentId = await draft('page', { title: 'Entwurf', text: [paragraph('Ein Absatz.')] })
  const anton = await openAdmin(browser, AUTHOR)
  await open(`${PAGES}/${documentId}`, anton)
  await openHistory(anton)
  await dialog(anton).getByRole('button', { name: 'Heutigen Stand benennen' }).click()
  await dialog(anton).getByLabel('Name').fill('Für den Ausschuss')
  await dialog(anton).getByRole('button', { name: 'Benennen', exact: true }).click()
  await dialog(anton).getByText('„Für den Ausschuss“ benannt von Anton Autor').waitFor()
  await anton.context().close()
})

describe.each([[1366, 900], [390, 844]])('at %s pixels', (width, height) => {
  test('the history can be used by everybody and by the keyboard, and is no wider than the window', async () => {
    const values = { title: 'Schmal und breit', text: [paragraph('Ein Absatz mit einemsehrlangenWortdasnirgendsaufhörtundniemandtrennt.')] }
    const documentId = await draft('page', values)
    await publish('page', documentId, { ...values, title: 'Breit und schmal' })
    await rita.setViewportSize({ width, height })
    await open(`${PAGES}/${documentId}`)
    await openHistory()
    await look(`list-${width}`)
    expect(await axeProblems(rita, '[role="dialog"]')).toEqual([])
    await dialog().getByRole('button', { name: /^Vergleichen/ }).last().focus()
    await rita.keyboard.press('Enter')
    await dialog().getByRole('region', { name: 'Titel' }).waitFor()
    await look(`compared-${width}`)
    expect(await axeProblems(rita, '[role="dialog"]')).toEqual([])
    expect(await strangeTexts(rita)).toEqual([])
    expect(await rita.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const box = await dialog().boundingBox()
    expect([(box?.x ?? -1) >= 0, (box?.width ?? Infinity) <= width]).toEqual([true, true])
    await inDialog('Titel übernehmen').focus()
    await rita.keyboard.press('Enter')
    await expect.poll(() => dialog().getByText('Im Formular steht dasselbe.').count()).toBe(1)
    await rita.keyboard.press('Escape')
    await expect.poll(() => dialog().count()).toBe(0)
    expect(await titleIn(rita).inputValue()).toBe('Schmal und breit')
  })
})
