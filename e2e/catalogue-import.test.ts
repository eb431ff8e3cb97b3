/** Many measures at once, as the Redaktion reads them in: a table is tried and read in; again it changes nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { draft, openAdmin, removeWhatWasMade, send, addressIn } from './editor'

const cms = inject('cms')
const PLAN = 'Beispielplan für eine Tabelle'
const TITLES = ['Beispiel: Lesen', 'Beispiel: Schreiben', 'Beispiel: Rechnen']
const CSV = ['Nr.;Name;Handlungsfeld;Bemerkung', ...TITLES.map((title, index) => `1.${index + 1};${title};Beispielfeld;intern`)].join('\r\n')

let browser: Browser
let rita: Page
let plan: string

beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
  plan = await draft('plan', { title: PLAN, valid: '2030/..' })
  await draft('field', { title: 'Beispielfeld', plan: { connect: [{ documentId: plan }] } })
})

afterAll(async () => {
  await browser?.close()
  for (const { documentId } of await measures()) await send('DELETE', `${addressIn('measure')}/${documentId}?locale=*`)
  await removeWhatWasMade()
})

async function measures(): Promise<{ documentId: string }[]> {
  const filter = `filters[plan][documentId][$eq]=${plan}&pageSize=100`
  return (await send('GET', `${addressIn('measure')}?${filter}`)).results
}

async function choose(text: string): Promise<void> {
  await rita.goto(`${cms}/admin/catalogue`)
  await rita.getByLabel('Plan', { exact: true }).selectOption({ label: PLAN })
  await rita.getByLabel('Tabelle (.xlsx oder CSV)').setInputFiles({ name: 'katalog.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) })
}

test('the page is found under „Neu“ and from the list of measures', async () => {
  await rita.goto(`${cms}/admin/new`)
  await rita.getByRole('link', { name: 'Viele Maßnahmen auf einmal' }).click()
  await rita.getByRole('heading', { name: 'Maßnahmenkatalog' }).waitFor()
  await rita.goto(`${cms}/admin${addressIn('measure')}`)
  await rita.getByRole('link', { name: 'Als Tabelle' }).click()
  await rita.getByRole('heading', { name: 'Maßnahmenkatalog' }).waitFor()
})

test('a row that is not possible is said in German, and nothing is read in', async () => {
  await choose(CSV.replace('Beispielfeld', 'Nirgendwo'))
  await rita.getByText('3 Zeilen: 1 nicht möglich, 2 neu.').waitFor()
  await rita.getByText('„Nirgendwo“ gibt es in diesem Plan nicht (Handlungsfeld).').waitFor()
  expect(await rita.getByRole('button', { name: '2 Entwürfe anlegen' }).isDisabled()).toBe(true)
  expect(await measures()).toEqual([])
})

test('three rows become three drafts; the same file again changes nothing', async () => {
  await choose(CSV)
  await rita.getByText('3 Zeilen: 3 neu.').waitFor()
  await rita.getByText('Spalten: 3 zugeordnet, 1 nicht eingelesen').waitFor()
  expect(await measures()).toEqual([])
  await rita.getByRole('button', { name: '3 Entwürfe anlegen' }).click()
  await rita.getByText('3 Entwürfe sind angelegt.').waitFor()
  expect(await measures()).toHaveLength(3)
  await choose(CSV)
  await rita.getByText('3 Zeilen: 3 unverändert. Es gibt nichts zu tun.').waitFor()
  expect(await rita.getByRole('button', { name: /Entw/ }).count()).toBe(0)
})

test('what a column means is chosen once and remembered', async () => {
  await choose(CSV)
  await rita.getByText('Spalten: 3 zugeordnet').click()
  await rita.getByLabel('„Bemerkung“ bedeutet').selectOption({ label: 'Kosten' })
  await rita.getByRole('button', { name: '3 Entwürfe ändern' }).waitFor()
  await choose(CSV)
  await rita.getByText('Alle Spalten sind zugeordnet').waitFor()
  await rita.getByText('3 Zeilen: 3 geändert.').waitFor()
})

test('what is given out is read in again without a change', async () => {
  await rita.goto(`${cms}/admin/catalogue`)
  await rita.getByLabel('Plan', { exact: true }).selectOption({ label: PLAN })
  const [download] = await Promise.all([
    rita.waitForEvent('download'), rita.getByRole('button', { name: 'Als Excel-Tabelle ausgeben' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`Maßnahmen ${PLAN}.xlsx`)
  await rita.getByLabel('Tabelle (.xlsx oder CSV)').setInputFiles(await download.path())
  await rita.getByText('Es gibt nichts zu tun.').waitFor()
})

describe.each([[1366, 900], [390, 844]])('at %s pixels', (width, height) => {
  test('what becomes of a table can be used by everybody, and is no wider than the window', async () => {
    await rita.setViewportSize({ width, height })
    await choose(CSV.replace('Lesen', 'Lesenundschreibenundrechnen'.repeat(6)).replace('1.2', '1.9').replace('Beispielfeld;intern', 'Nirgendwo;intern'))
    await rita.getByText(/^3 Zeilen:/).waitFor()
    await rita.locator('summary').first().click()
    expect(await axeProblems(rita)).toEqual([])
    expect(await rita.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
