/** What is missing is made on the way: in a window over the form, or from the line that says so. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openFormOf, press } from './article-form'
import { openBrowser } from './browser'
import { addressIn, draft, openAdmin, remove, removeWhatWasMade, send } from './editor'

const cms = inject('cms')

let browser: Browser
let rita: Page
/** Of this test so far. */
let clicks = 0
/** What was made by hand, in the order in which it can be deleted. */
const made: [collection: Parameters<typeof remove>[0], documentId: string][] = []

beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
  for (const [collection, documentId] of made) await remove(collection, documentId)
})

async function click(place: Locator): Promise<void> {
  clicks += 1
  await place.click()
}

const dialog = () => rita.getByRole('dialog')
const field = (name: string) => rita.locator(`input[name="${name}"]`)
const button = (name: string) => rita.getByRole('button', { name, exact: true })
const documentIdOpen = () => new URL(rita.url()).pathname.split('/').at(-1) ?? ''

/** Opens the window for a new entry from a field that chooses one. */
async function begin(name: string): Promise<void> {
  await click(rita.getByRole('combobox', { name }))
  await click(rita.getByRole('option', { name: 'Neu anlegen' }))
}

test('an interview is begun once, with its person, and the consent is a click away from where it is missing', async () => {
  await rita.goto(`${cms}/admin`)
  await click(rita.getByRole('link', { name: 'Neu' }).first())
  await click(rita.getByRole('link', { name: 'Ein Interview' }))
  await expect.poll(() => rita.getByRole('combobox', { name: 'Art' }).innerText()).toBe('Interview')
  await field('title').fill('Gespräch am Weg')
  await field('date').fill('2025')
  await begin('Personen')
  await dialog().locator('input[name="name"]').fill('Wegperson Beispiel')
  await click(dialog().getByRole('combobox', { name: 'Warum öffentlich' }))
  await click(rita.getByRole('option', { name: 'Einwilligung' }))
  await click(dialog().getByRole('button', { name: 'Speichern' }))
  // The window is gone, she is chosen, and what was typed before is there.
  await rita.getByRole('button', { name: 'Wegperson Beispiel' }).waitFor()
  await dialog().waitFor({ state: 'detached' })
  expect([await field('title').inputValue(), documentIdOpen()]).toEqual(['Gespräch am Weg', 'create'])
  await click(button('Speichern'))
  await rita.getByRole('link', { name: 'Person öffnen' }).waitFor()
  const article = documentIdOpen()
  await click(rita.getByRole('link', { name: 'Person öffnen' }))
  await field('name').waitFor()
  const person = documentIdOpen()
  await click(rita.getByRole('link', { name: 'Einwilligung eintragen' }))
  await rita.getByRole('button', { name: 'Wegperson Beispiel' }).waitFor()
  await rita.getByRole('combobox', { name: 'Erteilt am' }).fill('01.02.2025')
  await click(rita.getByRole('checkbox', { name: 'Meinung und Interview' }))
  await click(button('Speichern'))
  await rita.waitForURL(/consent-record\/(?!create)/)
  made.push(['article', article], ['consent', documentIdOpen()], ['person', person])
  await click(rita.getByRole('link', { name: 'Zurück' }))
  await rita.getByText('Es kann veröffentlicht werden.').waitFor()
  await click(button('Veröffentlichen'))
  await rita.getByText('Veröffentlicht').first().waitFor()
  await click(rita.getByRole('link', { name: 'Zurück' }))
  await field('title').waitFor()
  expect(documentIdOpen()).toBe(article)
  expect(clicks).toBeLessThanOrEqual(16)
})

test('a source made in a window is chosen in the form, which nobody has saved for that', async () => {
  const documentId = await draft('article', { kind: 'report', title: 'Vor dem Fenster', date: '2024' })
  await openFormOf(rita, documentId)
  await field('title').fill('Noch nicht gespeichert')
  await click(rita.getByRole('button', { name: 'Noch nichts.' }).last())
  await rita.getByRole('button', { name: 'Eintrag 1', exact: true }).waitFor()
  await begin('Quelle')
  await dialog().locator('input[name="title"]').fill('Quelle vom Weg')
  await click(dialog().getByRole('combobox', { name: 'Art' }))
  await click(rita.getByRole('option', { name: 'Bericht' }).first())
  await click(dialog().getByRole('button', { name: 'Speichern' }))
  await rita.getByRole('button', { name: 'Quelle vom Weg' }).waitFor()
  const sources = await send('GET', `${addressIn('source')}?_q=Quelle vom Weg`)
  for (const source of sources.results) made.push(['source', source.documentId])
  const stored = async () => {
    const { data } = await send('GET', `${addressIn('article')}/${documentId}`)
    return JSON.stringify(data)
  }
  expect(await stored()).toContain('Vor dem Fenster')
  expect(await field('title').inputValue()).toBe('Noch nicht gespeichert')
  await press(rita, 'Speichern')
  await expect.poll(stored).toContain('Noch nicht gespeichert')
  await expect.poll(stored).toContain('Quelle vom Weg')
})

test('what the window is refused stays in it', async () => {
  await openFormOf(rita, 'create')
  await begin('Ereignisse')
  await dialog().locator('input[name="title"]').fill('Ein Tag, den es nicht gibt')
  await dialog().locator('input[name="date"]').fill('31.2.2024')
  await click(dialog().getByRole('button', { name: 'Speichern' }))
  await dialog().getByText('ist kein Datum').first().waitFor()
  expect(await dialog().locator('input[name="title"]').inputValue()).toBe('Ein Tag, den es nicht gibt')
})

test('what a silent measure does by now is written from its line, with the measure chosen', async () => {
  await rita.goto(`${cms}/admin`)
  const line = rita.getByRole('listitem').filter({ has: rita.getByRole('link', { name: 'Sachstand eintragen' }) }).first()
  const measure = await line.getByRole('link').first().innerText()
  await line.getByRole('link', { name: 'Sachstand eintragen' }).click()
  await rita.getByRole('button', { name: measure }).waitFor()
  expect(rita.url()).toContain('api::measure.status-update/create')
})
