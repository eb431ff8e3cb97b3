/** The admin as volunteers work in it: from what there is to do, by the work that it is, with two people at it. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, draft, idOf, make, openAdmin, paragraph, removeWhatWasMade, send, to } from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { AUTHOR, EDITOR } from './product'

const cms = inject('cms')
const TITLE = 'Über die Werkstatt'
const MANY = '/content-manager/collection-types'

let browser: Browser
let anton: Page
let rita: Page

beforeAll(async () => {
  browser = await openBrowser()
  anton = await openAdmin(browser, AUTHOR)
  rita = await openAdmin(browser, EDITOR)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

test('whoever is here for the first time reads three steps, once', async () => {
  await anton.goto(`${cms}/admin/`)
  const steps = anton.locator('section', { hasText: 'Zum ersten Mal hier?' })
  await expect.poll(() => steps.getByRole('listitem').count()).toBe(3)
  if (process.env.SCREENSHOTS) await anton.screenshot({ path: 'screenshots/desk-first.png' })
  expect(await axeProblems(anton, 'main')).toEqual([])
  await steps.getByRole('button', { name: 'Verstanden, nicht mehr zeigen' }).click()
  await anton.reload()
  await anton.getByRole('heading', { name: 'Meine Entwürfe' }).waitFor()
  expect(await steps.count()).toBe(0)
})

describe('a draft', () => {
  test('is begun with „Neu“, and given to be checked', async () => {
    await anton.goto(`${cms}/admin/`)
    await anton.getByRole('link', { name: 'Neu schreiben' }).click()
    await anton.getByRole('link', { name: 'Eine Seite', exact: true }).click()
    // Nobody types before the form stands: Strapi fills it once more when the last answer is there.
    await anton.locator('input[name="title"]').waitFor()
    await anton.waitForLoadState('networkidle')
    await anton.locator('input[name="title"]').fill(TITLE)
    await anton.getByRole('button', { name: 'Speichern', exact: true }).click()
    await anton.getByLabel(/Worauf ist zu achten/).fill('Stimmt der Titel?')
    await anton.getByRole('button', { name: 'Zur Prüfung geben' }).click()
    await anton.getByText('Anton Autor hat den Entwurf zur Prüfung gegeben').waitFor()
  })

  test('is one click away from whoever checks it, and goes back with a remark', async () => {
    await rita.goto(`${cms}/admin/`)
    await rita.getByRole('link', { name: TITLE }).first().click()
    await rita.getByText('Stimmt der Titel?').waitFor()
    await rita.getByLabel('Was ist noch zu tun?').fill('Der Text fehlt noch.')
    await rita.getByRole('button', { name: 'Zurück mit Bemerkung' }).click()
    await rita.getByText('Rita Redaktion hat den Entwurf zurückgegeben').waitFor()
  })

  test('stands with the remark on the start page of whoever wrote it, once', async () => {
    await anton.goto(`${cms}/admin/`)
    await anton.getByText('„Der Text fehlt noch.“').waitFor()
    expect(await anton.getByRole('link', { name: TITLE }).count()).toBe(1)
  })
})

test('a comment stands beside the draft at its paragraph, leads there, is on the start page, and is done', async () => {
  const page = await draft('page', { title: 'Mit Anmerkung', text: [paragraph('Ein Absatz.'), paragraph('Noch einer.')] })
  const form = `${cms}/admin${MANY}/api::page.page/${page}?plugins[i18n][locale]=de`
  await anton.goto(form)
  await anton.getByRole('button', { name: 'Anmerkung schreiben' }).click()
  await anton.getByRole('combobox', { name: 'Wozu' }).click()
  await anton.getByRole('option', { name: 'Text, Absatz 2: Noch einer.' }).click()
  await anton.getByRole('textbox', { name: 'Anmerkung', exact: true }).fill('Seit wann?')
  if (process.env.SCREENSHOTS) await anton.screenshot({ path: 'screenshots/comment-writing.png' })
  await anton.getByRole('button', { name: 'Anmerken' }).click()
  await anton.getByText('Anton Autor, ').first().waitFor()
  if (process.env.SCREENSHOTS) await anton.screenshot({ path: 'screenshots/comment.png' })
  await rita.goto(`${cms}/admin/`)
  const told = rita.locator('section', { hasText: 'Anmerkungen' })
  await told.getByText('„Seit wann?“').waitFor()
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/comment-desk.png' })
  await told.getByRole('link', { name: 'Mit Anmerkung' }).click()
  await rita.getByRole('button', { name: 'Text, Absatz 2' }).click()
  const focused = () => rita.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field)
  await expect.poll(focused).toBe('text')
  await rita.getByRole('button', { name: 'Erledigt', exact: true }).click()
  await rita.getByText('Erledigt (1)').click()
  await rita.getByRole('button', { name: 'Doch noch offen' }).waitFor()
  // Strapi's form has two parts of the page that are named alike.
  expect(await axeProblems(rita, 'aside', ['landmark-unique'])).toEqual([])
  await rita.goto(`${cms}/admin/`)
  await rita.getByRole('heading', { name: 'Meine Entwürfe' }).waitFor()
  expect(await told.count()).toBe(0)
})

test('an appointment is set beside a draft, told to whoever writes it, in the list and on the start page, and struck', async () => {
  const page = await draft('page', { title: 'Kommt zu Weihnachten', text: [paragraph('Ein Absatz.')] })
  const form = `${cms}/admin${MANY}/api::page.page/${page}?plugins[i18n][locale]=de`
  const year = new Date().getFullYear() + 1
  await rita.goto(form)
  const setting = rita.getByRole('button', { name: 'Termin setzen' })
  await setting.click()
  await setting.click()
  await rita.getByText('Bitte geben Sie Tag und Uhrzeit an.').first().waitFor()
  await rita.getByLabel('Tag und Uhrzeit').fill(`${year}-12-24T09:00`)
  await setting.click()
  const sentence = new RegExp(`Wird am \\S+, 24\\. Dezember ${year} um 9:00 Uhr veröffentlicht\\.`)
  await rita.getByText(sentence).waitFor()
  await anton.goto(form)
  await anton.getByText(sentence).waitFor()
  expect(await anton.getByRole('button', { name: /Termin/ }).count()).toBe(0)
  await rita.goto(`${cms}/admin/`)
  await rita.locator('section', { hasText: 'Termine' }).getByText(/wird am .* 9:00 Uhr veröffentlicht/).first().waitFor()
  await rita.goto(`${cms}/admin${MANY}/api::page.page`)
  await rita.getByRole('row', { name: 'Kommt zu Weihnachten' }).getByText(`24.12.${year}`).waitFor()
  await rita.goto(form)
  await rita.getByRole('button', { name: 'Termin streichen' }).click()
  await rita.getByText('Der Termin ist gestrichen.').first().waitFor()
  await rita.getByText(sentence).waitFor({ state: 'detached' })
})

test('what was chosen under „Neu“ is filled in', async () => {
  await anton.goto(`${cms}/admin/new`)
  await anton.getByRole('link', { name: 'Ein Interview', exact: true }).click()
  await expect.poll(() => anton.getByRole('combobox', { name: 'Art' }).textContent()).toContain('Interview')
})

test('a translation is told with how much it is, and opened at its first place', async () => {
  await rita.goto(`${cms}/admin/`)
  await rita.getByRole('checkbox', { name: 'Türkçe' }).click()
  const line = rita.locator('section', { hasText: 'Zu übersetzen' }).getByRole('listitem').first()
  await line.getByText(/\d+ (Wort|Wörter), etwa \d+ Minuten?/).waitFor()
  expect(await line.getByRole('link').getAttribute('href')).toMatch(/plugins\[i18n\]\[locale\]=tr&field=\w+&beside=source$/)
  await rita.getByRole('link', { name: 'Alles in einer Tabelle' }).click()
  await rita.getByRole('columnheader', { name: 'Türkçe' }).waitFor()
  const cell = rita.getByRole('cell').first().getByRole('link')
  expect(await cell.innerText()).toMatch(/^(geändert|unvollständig|bitte prüfen|fehlt)/)
  expect(await cell.getAttribute('href')).toMatch(/plugins\[i18n\]\[locale\]=tr&field=\w+&beside=source$/)
  expect(await axeProblems(rita, 'main')).toEqual([])
})

test('beside a decision the status update that goes with it is one click away, filled in', async () => {
  const citations = [{ source: to(await make('source', { kind: 'report', title: 'Bericht für den Schreibtisch' })) }]
  const measure = to(await idOf('measures', 'tiny-houses'))
  const decision = await draft('decision', { measure, date: '2022-05-03', outcome: 'postponed', citations })
  await rita.goto(`${cms}/admin${addressIn('decision')}/${decision}`)
  await rita.getByText('Der Stand „zurückgestellt“, 3. Mai 2022, folgt schon').waitFor()
  await rita.getByRole('button', { name: 'Sachstand schreiben' }).click()
  await rita.getByText('Zu lesen als: 3. Mai 2022').waitFor()
  expect(await rita.getByRole('combobox', { name: 'Stand' }).textContent()).toContain('zurückgestellt')
  await rita.getByText('Bericht für den Schreibtisch').first().waitFor()
  const [, update] = /status-update\/(\w+)/.exec(rita.url()) ?? []
  await send('DELETE', `${addressIn('update')}/${update}?locale=*`)
})

test('the buttons of a long form stay in view', async () => {
  await rita.goto(`${cms}/admin${MANY}/api::article.article/create`)
  const save = rita.getByRole('button', { name: 'Speichern', exact: true })
  await save.waitFor()
  await rita.mouse.move(600, 600)
  await rita.mouse.wheel(0, 2500)
  await rita.getByText('Gewissheit').first().waitFor()
  await expect.poll(async () => (await save.boundingBox())?.y ?? -1).toBeGreaterThan(0)
  expect((await save.boundingBox())?.y).toBeLessThan(300)
})

test('lists say kinds, dates and languages in words', async () => {
  await rita.goto(`${cms}/admin${MANY}/api::article.article`)
  const row = rita.getByRole('row', { name: /Beispiel: Vier Muster/ })
  for (const words of ['Fotoserie', 'Mai 2025']) await row.getByText(words, { exact: true }).waitFor()
  await row.getByRole('link', { name: /en aktuell/ }).waitFor()
})

const LOOKED_AT = ['/', '/new', '/translations', '/catalogue', `${MANY}/api::article.article`, `${MANY}/api::source.source`]

/** In `npm test` each at one width, the next at the other. */
describe.each([[1366, 900], [390, 844]])('at %s pixels', (width, height) => {
  test.each(LOOKED_AT.filter((_, index) => IS_WHOLE_MATRIX || (index % 2 === 0) === (width < 1000)))(
    '%s can be used by everybody, and is no wider than the window',
    async (address) => {
      await rita.setViewportSize({ width, height })
      await rita.goto(`${cms}/admin${address}`)
      await rita.locator('main h1').waitFor()
      await rita.waitForLoadState('networkidle')
      expect(await axeProblems(rita)).toEqual([])
      expect(await rita.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const table = rita.locator('main table')
      if (await table.count() > 0) expect((await table.boundingBox())?.width).toBeLessThanOrEqual(width)
    },
  )
})
