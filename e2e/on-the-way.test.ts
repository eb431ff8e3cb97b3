/** What is missing is made on the way: in a window over the form, or from the line that says so. */
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openFormOf, press } from './article-form'
import { openBrowser } from './browser'
import { addressIn, draft, openAdmin, paragraph, remove, removeWhatWasMade, send } from './editor'

const cms = inject('cms')

let browser: Browser
let rita: Page
/** Of this test so far. What is typed is not counted, what is chosen is. */
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

/** Goes to the start page, where each task begins. */
async function start(): Promise<void> {
  clicks = 0
  await rita.goto(`${cms}/admin`)
  await rita.getByRole('link', { name: 'Neu schreiben' }).waitFor()
}

async function choose(name: string, option: string | RegExp): Promise<void> {
  await click(rita.getByRole('combobox', { name }))
  await click(rita.getByRole('option', { name: option }).first())
}

/** Saves a new entry, which is deleted after the tests. */
async function save(collection: Parameters<typeof remove>[0]): Promise<void> {
  await click(button('Speichern'))
  await rita.waitForURL(/-types\/[^/]+\/(?!create)\w/)
  made.push([collection, documentIdOpen()])
}

/** Opens the window for a new entry from a field that chooses one. */
async function begin(name: string): Promise<void> {
  await click(rita.getByRole('combobox', { name }))
  await click(rita.getByRole('option', { name: 'Neu anlegen' }))
}

test('an interview is begun once, with its person, and the consent is a click away from where it is missing', async () => {
  await start()
  await click(rita.getByRole('link', { name: 'Neu schreiben' }))
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

test('an event is five clicks: the plan that holds is chosen', async () => {
  await start()
  await click(rita.getByRole('link', { name: 'Neu schreiben' }))
  await click(rita.getByRole('link', { name: 'Ein Ereignis' }))
  await rita.getByRole('button', { name: 'WIR2.0' }).waitFor()
  await field('title').fill('Ereignis am Weg')
  await field('date').fill('12.3.2024')
  await choose('Art', 'Beschluss')
  await save('event')
  const { data } = await send('GET', `${addressIn('event')}/${documentIdOpen()}`)
  expect(data).toMatchObject({ kind: 'council_decision', plan: { count: 1 } })
  expect(clicks).toBeLessThanOrEqual(5)
})

test('what happened to a silent measure is six clicks: measure and first citation are there', async () => {
  await start()
  const line = rita.getByRole('listitem').filter({ has: rita.getByRole('link', { name: 'Sachstand eintragen' }) }).first()
  const measure = await line.getByRole('link').first().innerText()
  await click(line.getByRole('link', { name: 'Sachstand eintragen' }))
  await rita.getByRole('button', { name: measure }).waitFor()
  expect(rita.url()).toContain('api::measure.status-update/create')
  await field('date').fill('März 2024')
  await choose('Stand', 'vorgeschlagen')
  await choose('Quelle', /./)
  await save('update')
  expect(clicks).toBeLessThanOrEqual(6)
})

test('a picture is made on the way in what must be filled in first; its file is one click', async () => {
  const content = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#3a7' } }).png().toBuffer()
  await start()
  await click(rita.getByRole('link', { name: 'Neu schreiben' }))
  await click(rita.getByRole('link', { name: 'Einen Bericht' }))
  await field('title').fill('Bericht mit Bild')
  await field('date').fill('2025')
  await begin('Titelbild')
  const empty = dialog().getByRole('button', { name: 'Klicken und eine Datei auswählen' })
  const [chooser] = await Promise.all([rita.waitForEvent('filechooser'), click(empty)])
  await chooser.setFiles({ name: 'Am Weg.png', mimeType: 'image/png', buffer: content })
  await empty.waitFor({ state: 'detached' })
  await dialog().locator('textarea[name="texts.0.alt"]').fill('Eine grüne Fläche')
  await dialog().locator('input[name="author"]').fill('LIP-Lab')
  await dialog().locator('input[name="licence"]').fill('CC0-1.0')
  await choose('Recht', 'eigenes Werk')
  await click(dialog().getByRole('button', { name: 'Speichern' }))
  await rita.getByRole('button', { name: 'Am Weg' }).waitFor()
  await save('article')
  const pictures = await send('GET', `${addressIn('image')}?_q=Am Weg`)
  for (const picture of pictures.results) made.push(['image', picture.documentId])
  expect(pictures.results).toMatchObject([{ title: 'Am Weg', rightsGround: 'own_work' }])
  expect(clicks).toBeLessThanOrEqual(9)
})

test('a translation is two clicks: its blocks are there once somebody writes; so is a confirmation', async () => {
  const source = { kind: 'report', title: 'Zum Übersetzen am Weg', date: '2024' }
  const body = [{ __component: 'article.text', text: [paragraph('Ein Absatz am Weg.')] }]
  const article = await draft('article', { ...source, body })
  await start()
  if (!await rita.getByRole('checkbox', { name: 'Türkçe' }).isVisible()) await rita.getByText('In welche Sprachen übersetzen Sie?').click()
  await rita.getByRole('checkbox', { name: 'Türkçe' }).check()
  const line = rita.locator('section', { hasText: 'Zu übersetzen' }).getByRole('link', { name: source.title })
  await line.waitFor({ timeout: 40_000 })
  await click(line)
  await rita.getByRole('button', { name: 'Bausteine wie im Ausgangstext anlegen' }).waitFor()
  await field('title').fill('Yolda çeviri')
  await rita.locator('[data-field="body"]').getByRole('button', { name: /^Text/ }).first().waitFor()
  await click(button('Speichern'))
  await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
  expect(clicks).toBeLessThanOrEqual(2)
  const stored = async () => (await send('GET', `${addressIn('article')}/${article}?locale=tr`)).data
  expect(await stored()).toMatchObject({ title: 'Yolda çeviri', body: [{ __component: 'article.text' }] })
  await send('PUT', `${addressIn('article')}/${article}`, { ...source, title: 'Zum Übersetzen am neuen Weg', body })
  await start()
  await click(rita.locator('section', { hasText: 'Zu übersetzen' }).locator(`a[href*="${article}"]`))
  await field('title').fill('Yeni yolda çeviri')
  await click(button('Bestätigen und speichern'))
  await rita.getByText('Seitdem hat sich im Ausgangstext nichts geändert.').waitFor()
  expect(await stored()).toMatchObject({ title: 'Yeni yolda çeviri' })
  expect(clicks).toBeLessThanOrEqual(2)
})

test('what was typed to look for an entry and is none is taken away, and is no failure', async () => {
  await openFormOf(rita, 'create')
  await rita.getByRole('combobox', { name: 'Ereignisse' }).click()
  await rita.keyboard.type('Gibt es nicht')
  await field('title').click()
  await expect.poll(() => rita.getByRole('combobox', { name: 'Ereignisse' }).inputValue()).toBe('')
  expect(await rita.getByText('ließ sich nicht hinzufügen').count()).toBe(0)
})

test('one\'s own draft of last week is one click from the start page', async () => {
  const article = await draft('article', { kind: 'report', title: 'Angefangen am Weg', date: '2024' })
  await start()
  await click(rita.locator('section', { hasText: 'Meine Entwürfe' }).getByRole('link', { name: 'Angefangen am Weg' }))
  await field('title').waitFor()
  expect([documentIdOpen(), clicks]).toEqual([article, 1])
})
