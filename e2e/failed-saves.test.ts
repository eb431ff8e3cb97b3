/** No failed save touches the form: whatever is answered, or not, every word stays, and German says what happened. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLES, fillForm, openForm, type Opened, press, wordsIn } from './article-form'
import { openBrowser } from './browser'
import { openAdmin, removeWhatWasMade, send } from './editor'
import { FAULTS } from './faults'
import { IS_WHOLE_MATRIX } from './matrix'

const OPENED: Opened[] = ['new entry', 'existing entry', 'new translation']
const PRESSED = ['Speichern', 'Veröffentlichen'] as const

/** `npm test` meets every fault, every form and every button, but not all of them together. */
const CASES = Object.keys(FAULTS).flatMap((fault, row) => OPENED.flatMap((opened, column) => PRESSED
  .filter((_, side) => IS_WHOLE_MATRIX || ((row + column) % 3 === 0 && (row + side) % 2 === 0))
  .map(button => ({ fault, opened, button }))))

/** `npm test` waits once. */
const UNANSWERED = OPENED.flatMap(opened => PRESSED.map(button => ({ opened, button }))).filter(
  (_, index) => IS_WHOLE_MATRIX || index === 3,
)

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openAdmin(browser)
  context = page.context()
  // The browser asks whoever leaves a form that holds words.
  page.on('dialog', dialog => void dialog.accept())
})

afterEach(() => page.unrouteAll())

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** What was typed stands in the form, also what is a relation or within a block. */
const wordsOf = (opened: Opened, words: string) => [
  `Titel ${words}`, `Vorspann ${words}`, `Zitat ${words}`, `Hinweis ${words}`,
  ...opened === 'new translation' ? [] : ['Bildung'],
]

/** Leaves the form although it holds words. */
const leave = () => page.goto('about:blank')

describe('a save that fails', () => {
  test.each(CASES)('$fault: $opened, $button: every word stays', async ({ fault, opened, button }) => {
    const [answer, sentence] = FAULTS[fault] ?? []
    await openForm(page, opened)
    await fillForm(page, opened, fault)
    const typed = await wordsIn(page)
    expect(typed).toEqual(expect.arrayContaining(wordsOf(opened, fault)))
    await page.route(`**${ARTICLES}**`, route =>
      route.request().method() === 'GET' ? route.continue() : answer?.(route),
    )
    await press(page, button)
    await page.getByText(sentence ?? '').first().waitFor()
    await page.waitForTimeout(IS_WHOLE_MATRIX ? 5000 : 1500)
    expect(await wordsIn(page)).toEqual(typed)
    expect(await page.locator('body').innerText()).not.toMatch(/Ups|Unexpected|Session|unknown/)
    // Whoever reads that it was not saved presses the button again.
    expect(await page.getByRole('button', { name: 'Speichern', exact: true }).isEnabled()).toBe(true)
    await leave()
  })

  test('away from the network, and back: the same words are saved by the same button', async () => {
    for (const opened of OPENED) {
      await openForm(page, opened)
      await fillForm(page, opened, 'unterwegs')
      const typed = await wordsIn(page)
      await context.setOffline(true)
      await press(page, 'Speichern')
      await page.getByText('Der Server ist nicht zu erreichen').first().waitFor()
      expect(await wordsIn(page)).toEqual(typed)
      await context.setOffline(false)
      await press(page, 'Speichern')
      await page.getByText('Gespeichert', { exact: true }).first().waitFor()
      // A stored entry shows its blocks folded: what was typed into them is there, and not in sight.
      const inSight = typed.filter(word => /^(Titel|Vorspann) unterwegs/.test(word))
      await expect.poll(() => wordsIn(page), { timeout: 15_000 }).toEqual(expect.arrayContaining(inSight))
    }
  })

  test('the sentence stays until it is closed or something has worked: nobody reads it in four seconds', async () => {
    await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', 'in Ruhe')
    await page.route(`**${ARTICLES}**`, route => route.request().method() === 'GET' ? route.continue() : route.abort())
    const sentence = page.getByText('Der Server ist nicht zu erreichen')
    for (let tries = 1; tries <= 2; tries += 1) {
      await press(page, 'Speichern')
      await sentence.waitFor()
      await page.waitForTimeout(6000)
      expect(await sentence.count()).toBe(1)
    }
    await page.unrouteAll()
    await press(page, 'Speichern')
    await page.getByText('Gespeichert', { exact: true }).first().waitFor()
    await sentence.waitFor({ state: 'detached' })
  })

  test('a part that another editor removed: all words stay', async () => {
    const documentId = await openForm(page, 'existing entry')
    await fillForm(page, 'existing entry', 'und mehr')
    const typed = await wordsIn(page)
    await send('PUT', `${ARTICLES}/${documentId}`, { title: 'Von jemand anderem', body: [] })
    await press(page, 'Speichern')
    await page.getByText(/Nicht gespeichert|inzwischen/).first().waitFor()
    await page.waitForTimeout(1500)
    expect(await wordsIn(page)).toEqual(typed)
    await leave()
  })

  test.each(UNANSWERED)('no answer for 30 seconds: $opened, $button: all words stay', async ({ opened, button }) => {
    await openForm(page, opened)
    await fillForm(page, opened, 'ohne Antwort')
    const typed = await wordsIn(page)
    expect(typed).toEqual(expect.arrayContaining(wordsOf(opened, 'ohne Antwort')))
    await page.route(`**${ARTICLES}**`, route => route.request().method() === 'GET' ? route.continue() : undefined)
    await press(page, button)
    await page.getByText(/Vielleicht nicht (gespeichert|veröffentlicht)/).first().waitFor({ timeout: 40_000 })
    expect(await wordsIn(page)).toEqual(typed)
    await leave()
  })
})
