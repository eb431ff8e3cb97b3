/** The administrator, or whoever leads, gives people their access, in the browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { openAdmin } from './editor'
import { ADMIN, AUTHOR, invite, LEAD } from './product'
import { strangeTexts, watchForEnglish, wordsSeen } from './watch-for-english'

const cms = inject('cms')

let browser: Browser
let admin: Page

beforeAll(async () => {
  browser = await openBrowser()
  admin = await openAdmin(browser, ADMIN)
})

afterAll(() => browser?.close())

test('a link is shown whole, and with it somebody reaches the page where a password is set', async () => {
  await admin.goto(`${cms}/admin/settings/sign-in-links`)
  const row = admin.getByRole('row', { name: new RegExp(AUTHOR.email) })
  await row.getByRole('button', { name: 'Neuen Link machen' }).click()
  const output = row.locator('output')
  const link = await output.innerText()
  expect(link).toMatch(/\/admin\/auth\/reset-password\?code=[0-9a-f]{40}$/)
  const [shown, table] = [await output.boundingBox(), await admin.locator('table').boundingBox()]
  if (!shown || !table) throw new Error('Nothing is shown.')
  expect(shown.x + shown.width).toBeLessThanOrEqual(table.x + table.width)
  expect(await output.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0)
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.locator('input[name="password"]').waitFor()
  await page.context().close()
})

test('Escape in the list of roles leaves a page that goes on working', async () => {
  await admin.goto(`${cms}/admin/settings/users`)
  await admin.getByRole('button', { name: 'Benutzer einladen' }).first().click()
  const dialog = admin.getByRole('dialog')
  await dialog.waitFor()
  await dialog.getByRole('combobox').last().click()
  await admin.getByRole('listbox').waitFor()
  await admin.keyboard.press('Escape')
  await admin.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await admin.getByRole('link', { name: 'Rollen' }).click({ timeout: 5000 })
  await expect.poll(() => admin.url()).toContain('/settings/roles')
})

test('whoever leads invites somebody, and gives no role of the administration', async () => {
  await invite(cms, [LEAD])
  const lea = await openAdmin(browser, LEAD)
  await lea.goto(`${cms}/admin/settings/users`)
  await watchForEnglish(lea)
  await lea.getByRole('button', { name: 'Benutzer einladen' }).first().click()
  const dialog = lea.getByRole('dialog')
  await dialog.getByLabel(/Vorname/).fill('Neu')
  await dialog.getByLabel(/E-Mail/).fill(`neu-${Date.now()}@example.org`)
  const choose = async (role: string) => {
    await dialog.getByRole('combobox').last().click()
    await lea.getByRole('option', { name: role }).click()
    await lea.keyboard.press('Escape')
  }
  await choose('Super Admin')
  const submit = dialog.locator('button[type="submit"]')
  await submit.click()
  await lea.getByText('Diese Rolle vergibt nur die Administration.').first().waitFor()
  if (process.env.SCREENSHOTS) await lea.screenshot({ path: 'screenshots/lead-refused.png' })
  await choose('Super Admin')
  await choose('Autorin oder Autor')
  await submit.click()
  await dialog.getByText('register?registrationToken=').first().waitFor()
  expect([...await wordsSeen(lea), ...await strangeTexts(lea)]).toEqual([])
  await lea.context().close()
})
