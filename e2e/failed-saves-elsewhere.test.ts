/** No failed save touches a form of any other kind either (`failed-saves.test.ts` is about an article's). */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { press, wordsIn } from './article-form'
import { openBrowser } from './browser'
import { openAdmin, removeWhatWasMade } from './editor'
import { FAULTS } from './faults'
import { IS_WHOLE_MATRIX } from './matrix'
import { fillKind, openKind, OTHER_FORMS } from './other-forms'
import { strangeTexts } from './watch-for-english'

/** Every way of opening meets every fault, with one button after the other; `npm test` meets one fault in each kind. */
const CASES = OTHER_FORMS.flatMap((form, row) => form.opened.flatMap((opened, column) => Object.keys(FAULTS)
  .map((fault, at) => ({ ...form, form, opened, fault, button: form.buttons[(column + at) % form.buttons.length] }))
  .filter((_, at) => IS_WHOLE_MATRIX || (column === row % form.opened.length && at === (row * 3) % 8))))

/** The whole matrix waits once in each kind, `npm test` not at all: `failed-saves.test.ts` does. */
const UNANSWERED = IS_WHOLE_MATRIX ? OTHER_FORMS : []

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openAdmin(browser)
  page.on('dialog', dialog => void dialog.accept())
})

afterEach(async () => {
  await page.unrouteAll()
  await page.goto('about:blank')
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

test.each(CASES)('$fault: $kind, $opened, $button: every word stays', async ({ fault, form, opened, button }) => {
  const [answer, sentence] = FAULTS[fault] ?? []
  await openKind(page, form, opened)
  const mustStand = await fillKind(page, form, opened, fault)
  const typed = await wordsIn(page)
  for (const words of mustStand) expect(typed.join('\n')).toContain(words)
  await page.route(`**${form.address}**`, route =>
    route.request().method() === 'GET' ? route.continue() : answer?.(route),
  )
  await press(page, button ?? 'Speichern')
  await page.getByText(sentence ?? '').first().waitFor()
  await page.waitForTimeout(1500)
  expect(await wordsIn(page)).toEqual(typed)
  expect(await strangeTexts(page)).toEqual([])
  expect(await page.getByRole('button', { name: 'Speichern', exact: true }).isEnabled()).toBe(true)
})

test.each(UNANSWERED)('no answer for 30 seconds: $kind: every word stays', async (form) => {
  const [opened = 'existing entry'] = form.opened
  await openKind(page, form, opened)
  await fillKind(page, form, opened, 'ohne Antwort')
  const typed = await wordsIn(page)
  await page.route(`**${form.address}**`, route => route.request().method() === 'GET' ? route.continue() : undefined)
  await press(page, 'Speichern')
  await page.getByText('Vielleicht nicht gespeichert').first().waitFor({ timeout: 40_000 })
  expect(await wordsIn(page)).toEqual(typed)
})
