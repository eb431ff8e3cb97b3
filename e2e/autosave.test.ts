/** A draft saves itself when nobody has typed for a minute, and takes nothing from whoever goes on typing. */
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ARTICLES, fillForm, openForm, openFormOf, press } from './article-form'
import { openBrowser } from './browser'
import { openAdmin, removeWhatWasMade, send } from './editor'

const PAUSE = '01:01'
/** Longer than a save takes. */
const A_MOMENT = 3000

let browser: Browser
let admin: Page

beforeAll(async () => {
  browser = await openBrowser()
  admin = await openAdmin(browser)
  await admin.clock.install()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const title = () => admin.locator('input[name="title"]')
const lead = () => admin.locator('textarea[name="lead"]')
const ownSave = () => admin.getByText(/Von selbst gespeichert: \d/)

async function stored(documentId: string, locale = 'de'): Promise<object> {
  return (await send('GET', `${ARTICLES}/${documentId}?locale=${locale}`)).data
}

/** The form knows what was typed a moment later: then its minute begins. */
async function passAMinute(): Promise<void> {
  await admin.waitForTimeout(A_MOMENT)
  await admin.clock.fastForward(PAUSE)
}

/** Lets a minute pass, and notes what the form sends. */
async function sentInAMinute(): Promise<string[]> {
  const sent: string[] = []
  const note = (route: Route) => {
    if (['PUT', 'POST'].includes(route.request().method())) sent.push(route.request().method())
    return route.fallback()
  }
  await admin.route('**/content-manager/**', note)
  await passAMinute()
  await admin.waitForTimeout(A_MOMENT)
  await admin.unroute('**/content-manager/**', note)
  return sent
}

test('what was typed is stored after a minute, whoever goes on typing goes on where the cursor was', async () => {
  const documentId = await openForm(admin, 'existing entry')
  await fillForm(admin, 'existing entry', 'von selbst')
  expect(await ownSave().count()).toBe(0)
  await lead().focus()
  await admin.keyboard.press('Home')
  await passAMinute()
  await ownSave().waitFor()
  expect(await stored(documentId)).toMatchObject({ title: 'Titel von selbst', lead: 'Vorspann von selbst' })
  for (const words of ['Zitat von selbst', 'Hinweis von selbst'])
    expect(JSON.stringify(await stored(documentId))).toContain(words)
  await admin.keyboard.type('Neuer ')
  expect(await lead().inputValue()).toBe('Neuer Vorspann von selbst')
  const note = admin.locator('main [contenteditable="true"]').last()
  await note.click()
  await admin.keyboard.press('End')
  await admin.keyboard.type(', erster Teil')
  await passAMinute()
  await expect.poll(() => stored(documentId)).toMatchObject({ lead: 'Neuer Vorspann von selbst' })
  await admin.waitForTimeout(A_MOMENT)
  await admin.keyboard.type(', zweiter Teil')
  await expect.poll(() => note.innerText()).toContain('Hinweis von selbst, erster Teil, zweiter Teil')
  await passAMinute()
  await expect.poll(async () => JSON.stringify(await stored(documentId))).toContain('erster Teil, zweiter Teil')
})

test('what is refused is not sent again before something else was typed, and stays', async () => {
  const documentId = await openForm(admin, 'existing entry')
  const refuse = (route: Route) => route.request().method() === 'PUT' ? route.abort('connectionfailed') : route.fallback()
  await admin.route(`**/${documentId}?**`, refuse)
  await lead().fill('Ohne Verbindung')
  expect(await sentInAMinute()).toEqual(['PUT'])
  await admin.getByText(/Der Server ist nicht zu erreichen/).first().waitFor()
  expect(await sentInAMinute()).toEqual([])
  await admin.unroute(`**/${documentId}?**`, refuse)
  await lead().fill('Wieder verbunden')
  expect(await sentInAMinute()).toEqual(['PUT'])
  expect(await stored(documentId)).toMatchObject({ lead: 'Wieder verbunden' })
})

test('saves nothing by itself that a person has to say', async () => {
  await openForm(admin, 'new entry')
  await title().fill('Noch nie gespeichert')
  expect(await sentInAMinute(), 'a new entry').toEqual([])

  const documentId = await openForm(admin, 'new translation')
  await title().fill('Henüz kaydedilmedi')
  expect(await sentInAMinute(), 'a new translation').toEqual([])
  await press(admin, 'Speichern')
  await admin.getByText('Gespeichert', { exact: true }).first().waitFor()

  await admin.getByRole('checkbox', { name: /Entspricht dem Ausgangstext/ }).check()
  await lead().fill('Karşılaştırıldı')
  expect(await sentInAMinute(), 'a confirmation').toEqual([])

  await openFormOf(admin, documentId)
  await lead().fill('Unter einer Frage')
  await admin.getByRole('button', { name: 'Verlauf ansehen' }).press('Enter')
  await admin.getByRole('dialog').getByRole('listitem').first().waitFor()
  expect(await sentInAMinute(), 'below a window').toEqual([])
  await admin.keyboard.press('Escape')
  await admin.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await sentInAMinute(), 'when it is closed').toEqual(['PUT'])
})

test('a draft that is to be published at a moment saves nothing that nobody has finished', async () => {
  const documentId = await openForm(admin, 'existing entry')
  const setting = admin.getByRole('button', { name: 'Termin setzen' })
  await setting.click()
  await admin.getByLabel('Tag und Uhrzeit').fill('2031-05-01T09:00')
  await setting.click()
  await admin.getByRole('button', { name: 'Termin streichen' }).waitFor()
  await admin.getByText('Bitte selbst speichern').waitFor()
  await lead().fill('Ein halber Satz, der')
  expect(await sentInAMinute()).toEqual([])
  await admin.getByRole('button', { name: 'Termin streichen' }).click()
  await admin.getByText('Der Termin ist gestrichen.').first().waitFor()
  await admin.getByText('speichert sich nach einer Minute Pause von selbst').waitFor()
  expect(await sentInAMinute()).toEqual(['PUT'])
  expect(await stored(documentId)).toMatchObject({ lead: 'Ein halber Satz, der' })
})
