/**
 * Words that were not saved are kept in the browser, for their account, and offered on return; a session goes on in
 * place.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ARTICLES, fillForm, openForm, openFormOf, type Opened, press, wordsIn } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, openAdmin, remove, removeWhatWasMade, send, signInTo } from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { AUTHOR, EDITOR } from './product'
import { strangeTexts } from './watch-for-english'

const OPENED: Opened[] = ['new entry', 'existing entry', 'new translation']
/** Longer than the pause after which words are kept. */
const A_MOMENT = 2000

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openAdmin(browser)
  context = page.context()
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** Ends the tab as a crash does: nothing in it is asked. */
async function crash(): Promise<void> {
  await page.close({ runBeforeUnload: false })
  page = await context.newPage()
  page.on('dialog', dialog => void dialog.accept())
}

async function leave(): Promise<void> {
  await page.evaluate(() => indexedDB.deleteDatabase('lip-lab-kept-words'))
  await crash()
}

const offer = () => page.getByRole('button', { name: 'Ansehen und übernehmen' })

describe('a tab that crashed', () => {
  /** Field by field, an entry that is there is taken over below. */
  const CRASHED = OPENED.filter(opened => IS_WHOLE_MATRIX || opened === 'new entry')

  test.each(CRASHED)('%s: what was typed is offered beside what is stored, and taken over', async (opened) => {
    const documentId = await openForm(page, opened)
    await fillForm(page, opened, 'vor dem Absturz')
    const typed = await wordsIn(page)
    await page.waitForTimeout(A_MOMENT)
    await crash()
    await openFormOf(page, documentId, opened === 'new translation' ? 'tr' : 'de')
    await offer().click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toMatch(/Was ich geschrieben hatte[\s\S]*Titel vor dem Absturz/)
    if (opened === 'existing entry') expect(await dialog.innerText()).toMatch(/Was da war/)
    await dialog.getByRole('button', { name: 'Alles übernehmen' }).click()
    await expect.poll(() => wordsIn(page)).toEqual(expect.arrayContaining(typed))
    await press(page, 'Speichern')
    await page.getByText('Gespeichert', { exact: true }).first().waitFor()
    await page.waitForTimeout(A_MOMENT)
    await page.reload()
    await page.locator('input[name="title"]').waitFor()
    await expect.poll(() => page.locator('textarea[name="lead"]').inputValue()).toBe('Vorspann vor dem Absturz')
    await page.locator('main').getByRole('button', { name: /^Zitat/ }).last().click()
    await page.locator('textarea[name$=".quote"]').waitFor()
    expect(await page.locator('textarea[name$=".quote"]').inputValue()).toBe('Zitat vor dem Absturz')
    // Gone after the save, also where the next new entry begins.
    expect(await offer().count()).toBe(0)
    if (opened === 'new entry') await openForm(page, opened)
    await page.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
  })

  test('a browser so busy that it comes to keeping words only after they were saved keeps nothing', async () => {
    await openForm(page, 'new entry')
    await page.evaluate(() => Object.assign(window, {
      requestIdleCallback: (act: () => void) => setTimeout(act, 6000),
    }))
    await fillForm(page, 'new entry', 'gleich gespeichert')
    await page.waitForTimeout(A_MOMENT)
    await press(page, 'Speichern')
    await page.getByText('Gespeichert', { exact: true }).first().waitFor()
    await page.waitForTimeout(6000)
    await openForm(page, 'new entry')
    await page.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
  })

  test('one field can be taken over, and the rest thrown away', async () => {
    const documentId = await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', 'einzeln')
    await page.waitForTimeout(A_MOMENT)
    await crash()
    await openFormOf(page, documentId)
    await offer().click()
    await page.getByRole('button', { name: 'Vorspann übernehmen' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nicht mehr aufheben' }).click()
    await expect.poll(() => page.locator('textarea[name="lead"]').inputValue()).toBe('Vorspann einzeln')
    expect(await page.locator('input[name="title"]').inputValue()).toBe('Was da war')
    await expect.poll(() => offer().count()).toBe(0)
    await leave()
  })

  test('whose entry was deleted meanwhile: its words are read and copied on the start page', async () => {
    const documentId = await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', 'ohne Eintrag')
    await page.waitForTimeout(A_MOMENT)
    await crash()
    await remove('article', documentId)
    await page.goto(`${inject('cms')}/admin`)
    const kept = page.locator('section', { has: page.getByRole('heading', { name: 'Nicht gespeichert' }) })
    const line = kept.getByRole('listitem').filter({ hasText: 'Titel ohne Eintrag' })
    await line.getByText('Den Eintrag gibt es nicht mehr').waitFor()
    await line.getByText('Beitrag').waitFor()
    expect(await line.getByRole('link').count()).toBe(0)
    expect(await axeProblems(page, 'main')).toEqual([])
    await line.getByRole('button', { name: 'Lesen und kopieren' }).click()
    const dialog = page.getByRole('dialog')
    for (const words of ['Titel', 'Vorspann', 'Zitat', 'Hinweis']) await dialog.getByText(`${words} ohne Eintrag`).waitFor()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await dialog.getByRole('button', { name: 'Alles kopieren' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Vorspann\nVorspann ohne Eintrag')
    expect(await strangeTexts(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Nicht mehr aufheben' }).click()
    await line.waitFor({ state: 'detached' })
    await leave()
  })

  test('whose translation was deleted meanwhile: they are offered in the form of a new one', async () => {
    const documentId = await openForm(page, 'existing entry')
    await send('PUT', `${addressIn('article')}/${documentId}?locale=tr`, { title: 'Vardı' })
    await openFormOf(page, documentId, 'tr')
    await page.locator('input[name="title"]').fill('Türkçe, ama silindi')
    await page.waitForTimeout(A_MOMENT)
    await crash()
    await send('DELETE', `${addressIn('article')}/${documentId}?locale=tr`)
    await openFormOf(page, documentId)
    await page.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
    await openFormOf(page, documentId, 'tr')
    await offer().click()
    await page.getByRole('dialog').getByText('Türkçe, ama silindi').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Alles übernehmen' }).click()
    await expect.poll(() => page.locator('input[name="title"]').inputValue()).toBe('Türkçe, ama silindi')
    await leave()
  })

  test('another account on the same machine is offered nothing, and finds nothing it could read', async () => {
    const documentId = await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', 'nur für mich')
    await page.waitForTimeout(A_MOMENT)
    const stored = await page.evaluate(() => new Promise<string>((resolve) => {
      indexedDB.open('lip-lab-kept-words').onsuccess = ({ target }) => {
        const database: IDBDatabase = Reflect.get(Object(target), 'result')
        database.transaction('words').objectStore('words').getAll().onsuccess = (event) => {
          const rows: { id: string, words: ArrayBuffer }[] = Reflect.get(Object(event.target), 'result')
          resolve(rows.map(({ id, words }) => `${id} ${new TextDecoder().decode(words)}`).join('\n'))
        }
      }
    }))
    expect(stored.length).toBeGreaterThan(100)
    expect(stored).not.toMatch(/nur für mich|article|Titel/)
    await crash()
    await context.clearCookies()
    await signInTo(page, AUTHOR)
    await openFormOf(page, documentId)
    await page.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
    await context.clearCookies()
    await crash()
    await signInTo(page, EDITOR)
    await openFormOf(page, documentId)
    await offer().waitFor()
    await leave()
  })
})

describe('words that are kept', () => {
  /** Leaves words of an entry behind, in no tab. */
  async function leaveWords(words: string): Promise<string> {
    const documentId = await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', words)
    await page.waitForTimeout(A_MOMENT)
    await crash()
    return documentId
  }

  /** In `npm test` what keeps nothing: that words are offered on return is seen above. */
  const CHOICES = [['Löschen und abmelden', 0], ['Aufheben und abmelden', 1]] as const

  test.each(CHOICES.slice(0, IS_WHOLE_MATRIX ? undefined : 1))(
    'whoever signs out is asked: after „%s“ they are offered %i times',
    async (choice, offers) => {
      const documentId = await leaveWords('vor dem Abmelden')
      await page.goto(`${inject('cms')}/admin`)
      await page.getByRole('button', { name: 'Rita Redaktion' }).click()
      await page.getByRole('menuitem', { name: 'Abmelden' }).click()
      await page.locator('dialog').getByRole('button', { name: choice }).click()
      await page.getByRole('button', { name: 'Anmelden' }).waitFor()
      await signInTo(page, EDITOR)
      await openFormOf(page, documentId)
      if (offers > 0) await offer().waitFor()
      await page.waitForTimeout(A_MOMENT)
      expect(await offer().count()).toBe(offers)
      await leave()
    },
  )

  test('are neither offered nor there any more after 14 days', async () => {
    const documentId = await leaveWords('lange her')
    await page.goto(`${inject('cms')}/admin`)
    expect(await page.evaluate(rowsWrittenEarlier, 15)).toBe(1)
    await openFormOf(page, documentId)
    await expect.poll(() => page.evaluate(rowsWrittenEarlier, 0)).toBe(0)
    await page.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
    await leave()
  })
})

/** Puts back by so many days when each row of the browser's store was written, and returns how many there are. */
function rowsWrittenEarlier(days: number): Promise<number> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('lip-lab-kept-words')
    opening.onsuccess = () => {
      const store = opening.result.transaction('words', 'readwrite').objectStore('words')
      const reading: IDBRequest<{ writtenAt: number }[]> = store.getAll()
      reading.onsuccess = () => {
        for (const row of reading.result) store.put({ ...row, writtenAt: row.writtenAt - days * 24 * 60 * 60 * 1000 })
        opening.result.close()
        resolve(reading.result.length)
      }
    }
  })
}
/** What a slow line does: the question leaves later, and so does the one for what is stored now. */
async function slowLine(): Promise<void> {
  await page.route(`**${ARTICLES}**`, async (route) => {
    await new Promise(resolve => setTimeout(resolve, 1500))
    await route.continue().catch(() => undefined)
  })
}

describe('whoever goes on typing while it is saved', () => {
  const SAVED = [
    { opened: 'existing entry', button: 'Speichern' },
    { opened: 'existing entry', button: 'Veröffentlichen' },
    { opened: 'new translation', button: 'Speichern' },
  ] as const
  /** `npm test` takes what is the most: a first save, with the words typed after the answer. */
  const CASES = ['on the way there', 'on the way back'].flatMap((way, side) => SAVED
    .filter((_, index) => IS_WHOLE_MATRIX || index + side === 3)
    .map(saved => ({ ...saved, way })))

  test.each(CASES)(
    '$opened, $button, $way: both what was sent and what was typed then stand in the form, and are saved',
    async ({ opened, button, way }) => {
      const documentId = await openForm(page, opened)
      await page.waitForLoadState('networkidle')
      await fillForm(page, opened, way)
      await slowLine()
      const answered = page.waitForResponse(response => response.request().method() !== 'GET'
        && response.url().includes(ARTICLES))
      await press(page, button)
      if (way === 'on the way back') await page.getByText(/^(Gespeichert|Veröffentlicht)/).first().waitFor()
      else await page.waitForTimeout(300)
      await page.locator('textarea[name="lead"]').fill('Vorspann nachher')
      await answered
      await page.waitForTimeout(4000)
      await page.unrouteAll()
      expect(await page.locator('input[name="title"]').inputValue()).toBe(`Titel ${way}`)
      expect(await page.locator('textarea[name="lead"]').inputValue()).toBe('Vorspann nachher')
      const told = page.waitForResponse(response => response.request().method() === 'PUT')
      await press(page, 'Speichern')
      expect((await told).status()).toBe(200)
      await openFormOf(page, documentId, opened === 'new translation' ? 'tr' : 'de')
      expect(await page.locator('textarea[name="lead"]').inputValue()).toBe('Vorspann nachher')
      expect(await page.locator('input[name="title"]').inputValue()).toBe(`Titel ${way}`)
      expect(await page.locator('main').getByRole('button', { name: /^(Zitat|Hinweis)/ }).count()).toBe(2)
    },
  )

  test('another language begins with its own words', async () => {
    await openForm(page, 'existing entry')
    await page.locator('textarea[name="lead"]').fill('Nur auf Deutsch')
    await page.getByRole('combobox', { name: 'Sprachen' }).click()
    await page.getByRole('option', { name: 'Türkçe' }).click()
    await page.getByRole('button', { name: 'Verlassen' }).click()
    await expect.poll(() => page.locator('input[name="title"]').inputValue()).toBe('')
    expect(await page.locator('textarea[name="lead"]').inputValue()).toBe('')
    await leave()
  })
})

test('a session that ended goes on over the form: the same save is repeated, and every word is there', async () => {
  const hers = await openAdmin(browser, AUTHOR)
  await openForm(hers, 'new entry')
  await fillForm(hers, 'new entry', 'über das Ende')
  const typed = await wordsIn(hers)
  // Her session ends between the click and the cms.
  let hasEnded = false
  await hers.route(({ pathname }) => pathname === ARTICLES, async (route) => {
    if (hasEnded || route.request().method() === 'GET') return route.continue()
    hasEnded = true
    const { authorization = '', cookie = '' } = await route.request().allHeaders()
    const headers = { authorization, cookie, 'Content-Type': 'application/json' }
    await fetch(`${inject('cms')}/admin/logout`, { method: 'POST', headers, body: '{}' })
    await hers.context().clearCookies()
    await route.continue()
  })
  await press(hers, 'Speichern')
  const dialog = hers.locator('dialog')
  await dialog.getByText('Ihre Anmeldung ist abgelaufen').waitFor()
  expect(await wordsIn(hers)).toEqual(typed)
  expect(await dialog.getByLabel('E-Mail').inputValue()).toBe(AUTHOR.email)
  await hers.keyboard.press('Escape')
  await dialog.getByLabel('Passwort').fill('falsch')
  await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await dialog.getByRole('alert').getByText(/Passwort|angemeldet|stimm/).waitFor()
  await dialog.getByLabel('Passwort').fill(AUTHOR.password)
  await dialog.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await hers.waitForURL(/api::article\.article\/(?!create)/)
  // The form of what was made is loaded anew.
  await expect
    .poll(() => hers.locator('textarea[name="lead"]').inputValue(), { timeout: 10_000 })
    .toBe('Vorspann über das Ende')
})

test.each(['Veröffentlichen', 'Speichern'].slice(0, IS_WHOLE_MATRIX ? undefined : 1))('a double click on „%s“ makes one entry', async (name) => {
  const title = `Doppelt ${name} ${Date.now()}`
  await openForm(page, 'new entry')
  await page.locator('input[name="title"]').fill(title)
  await page.locator('input[name="date"]').fill('2024-05-01')
  await page.getByRole('combobox', { name: 'Art' }).click()
  await page.getByRole('option', { name: 'Bericht' }).first().click()
  await page.getByRole('button', { name, exact: true }).dblclick()
  await page.waitForURL(/api::article\.article\/(?!create)/)
  await page.waitForTimeout(A_MOMENT)
  const { results } = await send('GET', `${ARTICLES}?filters[title][$eq]=${title}`)
  expect(results).toHaveLength(1)
})

test('typing in a long article is not held up for more than 50 ms by keeping', async () => {
  await openForm(page, 'existing entry')
  await page.locator('textarea[name="lead"]').fill('Ein langer Text. '.repeat(12_000))
  for (const words of ['Wörter', ', die', ' bleiben']) {
    await page.locator('input[name="title"]').pressSequentially(words, { delay: 150 })
    await page.waitForTimeout(A_MOMENT)
  }
  const durations: number[] = await page.evaluate(() =>
    performance.getEntriesByName('words kept').map(({ duration }) => duration))
  expect(durations.length).toBeGreaterThan(2)
  // What else the machine does meanwhile is in the longest of them.
  expect(durations.toSorted((a, b) => a - b).at(-2)).toBeLessThan(50)
  await leave()
})
