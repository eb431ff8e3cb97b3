/** Two editors, two browsers, one entry. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import {
  addressIn, draft, openAdmin, paragraph, pressForRows, remove, removeWhatWasMade, send, to,
} from './editor'
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

async function open(page: Page, documentId: string, locale = 'de'): Promise<void> {
  await page.goto(`${inject('cms')}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=${locale}`)
  await page.locator('input[name="title"]').waitFor()
}

/** Selects an article in the list that Bela reads, and presses a button for it. */
async function pressInList(title: string, button: string): Promise<void> {
  await bela.goto(`${inject('cms')}/admin${ARTICLES}?page=1&pageSize=50&sort=id:DESC&plugins[i18n][locale]=de`)
  await pressForRows(bela, button, title)
}

async function countInList(name: string): Promise<number> {
  return (await send('GET', `${ARTICLES}?filters[title][$eq]=${name}`)).results.length
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
    await bela.getByText(`Von ${RITA}: „Vorspann“.`, { exact: true }).waitFor()
    await expect.poll(() => lead(bela).inputValue(), PATIENT).toBe('Vorspann von Rita')
    expect(await stored(documentId)).toMatchObject({ title: 'Titel von Bela', lead: 'Vorspann von Rita' })
  })

  test('who types on where a save takes in what another wrote is asked at the next save, and nothing is lost', async () => {
    const documentId = await openBoth()
    await lead(rita).fill('Vorspann von Rita')
    await saved(rita)
    await title(bela).fill('Titel von Bela')
    let goOn: () => void = () => undefined
    const typed = new Promise<void>((resolve) => { goOn = resolve })
    await bela.route(`**/${documentId}?**`, async (route) => {
      if (route.request().method() === 'PUT') await typed
      await route.continue()
    })
    await save(bela)
    await lead(bela).fill('Vorspann von Bela')
    goOn()
    await bela.getByText(`Von ${RITA}: „Vorspann“.`, { exact: true }).waitFor()
    await bela.unroute(`**/${documentId}?**`)
    await expect.poll(() => title(bela).inputValue(), PATIENT).toBe('Titel von Bela')
    expect(await lead(bela).inputValue()).toBe('Vorspann von Bela')
    expect(await stored(documentId)).toMatchObject({ title: 'Titel von Bela', lead: 'Vorspann von Rita' })
    await save(bela)
    const dialog = bela.getByRole('dialog', { name: `${RITA} hat inzwischen dasselbe geändert` })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Vorspann von Bela[\s\S]*Vorspann von Rita/)
    await bela.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await stored(documentId)).toMatchObject({ lead: 'Vorspann von Rita' })
    expect(await lead(bela).inputValue()).toBe('Vorspann von Bela')
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

  test('who deletes from the list what another saved since is asked first', async () => {
    const documentId = await draft('article', { kind: 'report', title: 'Steht in der Liste', date: '2024-05-01' })
    await pressInList('Steht in der Liste', 'Löschen')
    const confirm = bela.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true })
    await expect.poll(() => confirm.isEnabled()).toBe(true)
    await send('PUT', `${ARTICLES}/${documentId}`, { lead: 'Doch noch gebraucht' })
    await confirm.click()
    const dialog = bela.getByRole('dialog', { name: `Noch nicht gelöscht: ${RITA}` })
    await dialog.getByText('Doch noch gebraucht').waitFor()
    expect(await stored(documentId)).toMatchObject({ lead: 'Doch noch gebraucht' })
    await dialog.getByRole('button', { name: 'Trotzdem löschen' }).click()
    await expect.poll(() => countInList('Steht in der Liste'), PATIENT).toBe(0)
  })

  test('who publishes from the list what another saved since is asked first', async () => {
    const documentId = await draft('article', { kind: 'report', title: 'Geht aus der Liste', date: '2024-05-01' })
    const dialog = bela.getByRole('dialog', { name: `Noch nicht veröffentlicht: ${RITA}` })
    const publishAfter = async (lead: string) => {
      await pressInList('Geht aus der Liste', 'Veröffentlichen')
      await bela.getByText('1 von 1 kann veröffentlicht werden').waitFor()
      await send('PUT', `${ARTICLES}/${documentId}`, { lead })
      await bela.getByRole('button', { name: '1 Eintrag veröffentlichen' }).click()
      await dialog.getByText(lead).waitFor()
      expect(await stored(documentId)).toMatchObject({ status: 'draft' })
    }
    await publishAfter('Noch nicht fertig')
    await bela.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await stored(documentId)).toMatchObject({ status: 'draft' })
    await publishAfter('Immer noch nicht fertig')
    await dialog.getByRole('button', { name: 'Trotzdem veröffentlichen' }).click()
    await expect.poll(() => stored(documentId), PATIENT).toMatchObject({ status: 'published' })
  })

  test('who confirms a translation whose source moved on is shown what it says now', async () => {
    const documentId = await draft('article', {
      kind: 'report', title: 'Was da war', lead: 'Ein Vorspann', date: '2024-05-01',
    })
    await send('PUT', `${ARTICLES}/${documentId}?locale=tr`, { title: 'Orada olan', lead: 'Bir giriş' })
    await send('PUT', `${ARTICLES}/${documentId}`, { lead: 'Ein neuer Vorspann' })
    await open(bela, documentId, 'tr')
    await bela.getByText('Veraltet', { exact: true }).waitFor()
    await bela.locator('input[name="isConfirmed"]').click()
    await bela.getByText('Beim Speichern wird vermerkt').waitFor()
    await bela.waitForLoadState('networkidle')
    await send('PUT', `${ARTICLES}/${documentId}`, { lead: 'Ein noch neuerer Vorspann' })
    await save(bela)
    const dialog = bela.getByRole('dialog', { name: 'Der Ausgangstext hat sich inzwischen geändert' })
    await dialog.getByText('Ein noch neuerer Vorspann').waitFor()
    await dialog.getByRole('button', { name: 'Verstanden' }).click()
    await bela.locator('span[lang="de"]', { hasText: 'Ein noch neuerer Vorspann' }).waitFor()
    await bela.getByText('Veraltet', { exact: true }).waitFor()
    await saved(bela)
    await bela.getByText('Aktuell', { exact: true }).waitFor()
  })

  test('see each other, with unsaved words and without, and no more once a form is closed', async () => {
    await openBoth()
    await bela.getByText(`${RITA}: liest`).waitFor()
    await lead(rita).fill('Angefangen')
    await bela.getByText(`${RITA}: hat Ungespeichertes`).waitFor()
    await saved(rita)
    await bela.getByText(`${RITA} hat gespeichert`).waitFor()
    await rita.goto('about:blank')
    // A form that only asks no more is taken for closed after fifteen seconds at the earliest.
    await bela.getByText(`${RITA}: `).waitFor({ state: 'detached', timeout: 14_000 })
  })

  test('see who begins a translation, and in which language', async () => {
    const documentId = await openBoth()
    await open(rita, documentId, 'tr')
    await bela.getByText(`${RITA}, Türkçe: liest`).waitFor()
    await open(bela, documentId, 'tr')
    await bela.getByText(`${RITA}: liest`).waitFor()
    await rita.locator('input[name="title"]').fill('Vardı')
    await bela.getByText(`${RITA}: hat Ungespeichertes`).waitFor()
  })
})

/** A single type, which has no documentId in its address; what all languages share; what has no draft. */
const OTHERS = [
  {
    kind: 'the website itself', address: '/content-manager/single-types/api::page.site', make: () => null,
    label: 'Kontakt Datenschutz', fields: ['dataProtectionContact', 'operatorPhone'],
  },
  {
    kind: 'a person', address: addressIn('person'), make: () => draft('person', { name: 'Vera Einverstanden' }),
    label: 'Name', fields: ['name', 'about'],
  },
  {
    kind: 'a consent', address: addressIn('consent'),
    make: async () => draft('consent', {
      person: to(await draft('person', { name: 'Vera Einverstanden' })), givenOn: '2026-01-05',
    }),
    label: 'Notiz', fields: ['note', 'spellings'],
  },
] as const

describe.each(OTHERS)('two editors at $kind', ({ address, make, label, fields: [one, other] }) => {
  const field = (page: Page, name: string) => page.locator(`:is(input, textarea)[name="${name}"]`)
  /** Of what there is only once: it is as it was afterwards, for other journeys read it. */
  let before: object | undefined

  afterAll(async () => {
    if (before) await send('PUT', `${address}?locale=de`, before)
  })

  /** Opens the form in both browsers, and returns how to read what is stored. */
  async function openBothForms(): Promise<() => Promise<object>> {
    const documentId = await make()
    const place = documentId ? `${address}/${documentId}` : address
    for (const page of [rita, bela]) {
      await page.goto(`${inject('cms')}/admin${place}?plugins[i18n][locale]=de`)
      await field(page, one).waitFor()
      await page.waitForLoadState('networkidle')
    }
    const now = async () => (await send('GET', `${place}?locale=de`)).data
    if (!documentId && !before) {
      const stored = await now()
      before = Object.fromEntries([one, other].map(name => [name, Reflect.get(stored, name)]))
    }
    return now
  }

  test('who changed other fields are both kept, and the second sees whose words came in', async () => {
    const now = await openBothForms()
    await bela.getByText(`${RITA}: liest`).waitFor()
    await field(rita, one).fill('Von Rita')
    await bela.getByText(`${RITA}: hat Ungespeichertes`).waitFor()
    await saved(rita)
    await field(bela, other).fill('Von Bela')
    await saved(bela)
    await bela.getByText(`Von ${RITA}: „${label}“.`, { exact: true }).waitFor()
    await expect.poll(() => field(bela, one).inputValue(), PATIENT).toBe('Von Rita')
    expect(await now()).toMatchObject({ [one]: 'Von Rita', [other]: 'Von Bela' })
  })

  test('who changed the same field read both texts, lose nothing by going back, and take either', async () => {
    const now = await openBothForms()
    await field(rita, one).fill('Noch einmal von Rita')
    await saved(rita)
    await field(bela, one).fill('Noch einmal von Bela')
    await save(bela)
    const dialog = bela.getByRole('dialog', { name: `${RITA} hat inzwischen dasselbe geändert` })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Noch einmal von Bela[\s\S]*Noch einmal von Rita/)
    await dialog.getByRole('button', { name: 'Zurück zum Formular' }).click()
    expect(await field(bela, one).inputValue()).toBe('Noch einmal von Bela')
    expect(await now()).toMatchObject({ [one]: 'Noch einmal von Rita' })
    await save(bela)
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: 'Mit dieser Auswahl speichern' }).click()
    await expect.poll(now, PATIENT).toMatchObject({ [one]: 'Noch einmal von Bela' })
  })
})
