/** Whoever works with the keyboard alone goes on after a save where she pressed the button. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ARTICLES, openForm, type Opened } from './article-form'
import { openBrowser } from './browser'
import { openAdmin, removeWhatWasMade } from './editor'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openAdmin(browser)
  page.on('dialog', dialog => void dialog.accept())
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const OPENED: Opened[] = ['new entry', 'existing entry', 'new translation']
const save = () => page.getByRole('button', { name: 'Speichern', exact: true })

/** Types a title, and presses „Speichern“ by the keyboard, or the keys for it while it stays in the field. */
async function saveByKeyboard(opened: Opened, place: 'button' | 'field'): Promise<void> {
  await openForm(page, opened)
  await page.waitForLoadState('networkidle')
  await page.locator('input[name="title"]').fill(`Mit der Tastatur: ${opened}, ${place} ${Date.now()}`)
  await expect.poll(() => save().isEnabled()).toBe(true)
  if (place === 'button') await save().focus()
  await page.keyboard.press(place === 'button' ? 'Enter' : 'Control+Enter')
}

const focused = () => page.evaluate(() => {
  const element = document.activeElement
  return element?.getAttribute('name') ?? (element === document.body ? 'nothing' : element?.textContent)
})

test.each(OPENED.flatMap(opened => (['button', 'field'] as const).map(place => ({ opened, place }))))(
  '$opened: after a save the keyboard is where it was, in the $place', async ({ opened, place }) => {
    await saveByKeyboard(opened, place)
    await page.getByText('Gespeichert', { exact: true }).first().waitFor()
    await page.waitForTimeout(3000)
    expect(await focused()).toBe(place === 'button' ? 'Speichern' : 'title')
    // There is nothing to save: the button that has the keyboard does nothing.
    expect(await save().isEnabled()).toBe(false)
  })

test.each(OPENED)('%s: after a refused save, too, and the same key tries again', async (opened) => {
  await page.route(`**${ARTICLES}**`, route => route.request().method() === 'GET' ? route.continue() : route.abort())
  await saveByKeyboard(opened, 'button')
  await page.getByRole('alert').getByText('Der Server ist nicht zu erreichen').waitFor()
  await expect.poll(focused).toBe('Speichern')
  await page.unrouteAll()
  await expect.poll(() => save().isEnabled()).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByText('Gespeichert', { exact: true }).first().waitFor()
})
