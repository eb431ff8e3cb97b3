/** Two editors, two browsers, one entry. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { addressIn, draft, openAdmin, paragraph, remove, removeWhatWasMade, send } from './editor'
import { EDITOR, invite } from './product'

const RITA = 'Rita Redaktion'
const BELA = {
  email: 'bela@example.org',
  firstname: 'Bela',
  lastname: 'Kaya',
  password: 'Nur-fuer-Tests-4',
  role: 'strapi-editor',
}
/** A save takes a while where much is going on. */
const PATIENT = { timeout: 15_000 }
const ARTICLES = addressIn('article')

let browser: Browser
let rita: Page
let bela: Page

beforeAll(async () => {
  browser = await openBrowser()
  await invite(inject('cms'), [BELA])
  rita = await openAdmin(browser, EDITOR)
  bela = await openAdmin(browser, BELA)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** An article that both have open. */
async function openBoth(): Promise<string> {
  const documentId = await draft('article', {
    kind: 'report',
    title: 'Was da war',
    lead: 'Ein Vorspann',
    date: '2024-05-01',
    body: ['Erster Absatz.', 'Zweiter Absatz.'].map(text => ({
      __component: 'article.text',
      text: [paragraph(text)],
    })),
  })
  for (const page of [rita, bela]) await open(page, documentId)
  return documentId
}

async function open(page: Page, documentId: string): Promise<void> {
  await page.goto(`${inject('cms')}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=de`)
  await page.locator('input[name="title"]').waitFor()
}

async function save(page: Page, button: 'Speichern' | 'Veröffentlichen' = 'Speichern'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Saves, and waits until that is done. */
async function saved(page: Page): Promise<void> {
  await Promise.all([
    page.waitForResponse(response => response.request().method() === 'PUT' && response.ok()),
    save(page),
  ])
}

const title = (page: Page) => page.locator('input[name="title"]')
const lead = (page: Page) => page.locator('textarea[name="lead"]')

async function stored(documentId: string): Promise<object> {
  return (await send('GET', `${ARTICLES}/${documentId}?locale=de`)).data
}

describe('two editors at one entry', () => {
  test('who changed other fields are both kept, and the second sees whose words came in', async () => {
    const documentId = await openBoth()
    await lead(rita).fill('Vorspann von Rita')
    await saved(rita)
    await title(bela).fill('Titel von Bela')
    await saved(bela)
    await bela.getByText(`Von ${RITA}: „Vorspann“.`).waitFor()
    await expect.poll(() => lead(bela).inputValue(), PATIENT).toBe('Vorspann von Rita')
    expect(await stored(documentId)).toMatchObject({ title: 'Titel von Bela', lead: 'Vorspann von Rita' })
  })

  test('who changed the same field read both texts; going back loses nothing, either is taken by keyboard', async () => {
    const documentId = await openBoth()
    await title(rita).fill('Titel von Rita')
    await saved(rita)
    await title(bela).fill('Titel von Bela')
    await save(bela)
    const dialog = bela.getByRole('dialog', { name: `${RITA} hat inzwischen dasselbe geändert` })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Titel von Bela[\s\S]*Titel von Rita/)
    await bela.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await title(bela).inputValue()).toBe('Titel von Bela')
    expect(await stored(documentId)).toMatchObject({ title: 'Titel von Rita' })
    await save(bela)
    await dialog.waitFor()
    await dialog.getByRole('radio').first().focus()
    await bela.keyboard.press('Space')
    await bela.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => stored(documentId), PATIENT).toMatchObject({ title: 'Titel von Bela' })
  })

  test('who publishes what another changed unseen is asked first', async () => {
    const documentId = await openBoth()
    await lead(rita).fill('Noch nicht fertig')
    await saved(rita)
    await title(bela).fill('Titel von Bela')
    await save(bela, 'Veröffentlichen')
    const dialog = bela.getByRole('dialog', { name: `Noch nicht veröffentlicht: ${RITA}` })
    await dialog.getByText('Noch nicht fertig').waitFor()
    expect(await stored(documentId)).toMatchObject({ title: 'Was da war' })
    await dialog.getByRole('button', { name: 'Trotzdem veröffentlichen' }).click()
    await expect
      .poll(() => stored(documentId), PATIENT)
      .toMatchObject({ title: 'Titel von Bela', lead: 'Noch nicht fertig' })
  })

  test('who saves what another deleted keeps the words and hears by whom', async () => {
    const documentId = await openBoth()
    await title(bela).fill('Titel von Bela')
    await remove('article', documentId)
    await save(bela)
    const dialog = bela.getByRole('dialog', { name: `${RITA} hat das inzwischen gelöscht` })
    await dialog.getByRole('button', { name: 'Zurück zum Formular' }).click()
    expect(await title(bela).inputValue()).toBe('Titel von Bela')
  })

  test('see each other, with unsaved words and without, and no more once a form is closed', async () => {
    await openBoth()
    await bela.getByText(`${RITA}: liest`).waitFor()
    await lead(rita).fill('Angefangen')
    await bela.getByText(`${RITA}: hat Ungespeichertes`).waitFor()
    await saved(rita)
    await bela.getByText(`${RITA} hat gespeichert`).waitFor()
    await rita.goto('about:blank')
    await bela.getByText(`${RITA}: `).waitFor({ state: 'detached', timeout: 30_000 })
  })
})
