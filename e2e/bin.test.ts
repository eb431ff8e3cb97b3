/** Deleting, taking off the website and bringing back, as the Redaktion and authors see it in the admin. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import {
  addressIn, make, openAdmin, paragraph, pressForRows, publish, read, remove, removeWhatWasMade, send, to, translate,
} from './editor'
import { AUTHOR } from './product'
import { watchForEnglish, wordsSeen } from './watch-for-english'

const cms = inject('cms')
const list = (uid: string) =>
  `${cms}/admin/content-manager/collection-types/${uid}?page=1&pageSize=50&sort=id:DESC&plugins[i18n][locale]=de`
const form = (uid: string, documentId: string, locale = 'de') =>
  `${cms}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=${locale}`

const SOURCE = 'api::source.source'
const PAGE = 'api::page.page'
const TERM = 'api::page.glossary-term'
const BIN = 'api::ledger.bin-entry'
/** What Strapi calls an entry that has no name. */
const ID = /^[a-z0-9]{24}$/
const WHOLE = /^Eintrag löschen( \(alle Sprachen\))?$/
const ONE_LANGUAGE = /^Eintrag löschen \((?!alle)/

let browser: Browser
let admin: Page

beforeAll(async () => {
  browser = await openBrowser()
  admin = await openAdmin(browser)
}, 120_000)

afterAll(async () => {
  await removeWhatWasMade()
  await browser?.close()
})

/** Written as an entry that the test itself deletes. */
async function written(collection: 'source' | 'page' | 'term', values: object): Promise<string> {
  const { data: { documentId } } = await send('POST', addressIn(collection), values)
  if (collection === 'page') await publish(collection, documentId, values)
  return documentId
}

const pageNamed = (title: string) => written('page', { title, text: [paragraph('Ein Absatz.')] })
const dialog = () => admin.getByRole('dialog')
const confirm = () => dialog().getByRole('button', { name: 'Löschen', exact: true })

async function open(address: string): Promise<void> {
  await admin.goto(address)
  await admin.getByRole('heading', { level: 1 }).first().waitFor()
  await watchForEnglish(admin)
}

/** Opens what stands behind the three dots of a form. */
async function inMenu(name: string | RegExp): Promise<Locator> {
  await admin.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
  const item = admin.getByRole('menuitem', { name })
  await item.waitFor()
  return item
}

async function look(name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  await admin.waitForTimeout(400)
  await admin.screenshot({ path: `screenshots/bin-${name}.png` })
}

describe('before an entry is deleted', () => {
  test('the Redaktion reads which one, in which languages and what uses it, and cannot where something public rests '
    + 'on it', async () => {
    const source = await make('source', { kind: 'report', title: 'Der einzige Beleg' })
    // Other tests count the measures of the other plans.
    const plan = await make('plan', {
      title: 'Plan im Test', slug: 'plan-im-test', summary: 'Ein Satz.', valid: '1990/1991',
      citations: [{ source: to(await make('source', { kind: 'report', title: 'Beleg des Plans' })) }],
    })
    const measure = await make('measure', {
      title: 'Mit Beleg', kind: 'administrative', summary: 'Ein Satz.', plan: to(plan),
      citations: [{ source: to(source) }],
    })
    await open(form(SOURCE, source))
    await (await inMenu(WHOLE)).click()
    await expect.poll(() => dialog().textContent()).toContain('Quelle „Der einzige Beleg“')
    expect(await dialog().textContent()).toContain(
      'Ein anderer Eintrag verwendet ihn:Maßnahme „Mit Beleg“ (Belege, öffentlich)',
    )
    expect(await dialog().textContent()).toContain('Dieser Eintrag lässt sich noch nicht löschen')
    expect(await confirm().isDisabled()).toBe(true)
    await look('refused')
    await dialog().getByRole('button', { name: 'Abbrechen' }).click()
    expect(await wordsSeen(admin)).toEqual([])

    const free = await make('source', { kind: 'report', title: 'Ohne Gebrauch' })
    await open(list(SOURCE))
    await pressForRows(admin, 'Löschen', 'Der einzige Beleg', 'Ohne Gebrauch')
    await expect
      .poll(() => dialog().textContent())
      .toContain('Solange einer von ihnen bleiben muss, wird keiner gelöscht.')
    for (const words of ['Maßnahme „Mit Beleg“', 'Quelle „Ohne Gebrauch“Kein anderer Eintrag verwendet ihn']) {
      await expect.poll(() => dialog().textContent()).toContain(words)
    }
    expect(await confirm().isDisabled()).toBe(true)
    await look('refused-many')
    await dialog().getByRole('button', { name: 'Abbrechen' }).click()
    expect(await wordsSeen(admin)).toEqual([])
    await remove('measure', measure)
    for (const id of [source, free]) await remove('source', id)
  })

  test('an author is offered no deletion', async () => {
    const documentId = await make('page', { title: 'Nicht für Autorinnen', text: [paragraph('Ein Absatz.')] })
    const author = await openAdmin(browser, AUTHOR)
    await author.goto(form(PAGE, documentId))
    await author.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
    const items = author.getByRole('menuitem', { name: /löschen/i })
    await items.first().waitFor()
    for (const item of await items.all()) expect(await item.getAttribute('aria-disabled')).toBe('true')
    await author.context().close()
  })
})

describe.each([
  ['a source, which has no drafts', 'source', SOURCE, { kind: 'report', title: 'Kommt weg' }],
  ['a page', 'page', PAGE, { title: 'Kommt weg', text: [paragraph('Ein Absatz.')] }],
  ['a term', 'term', TERM, { title: 'Kommt weg', explanation: 'Ein Wort.' }],
] as const)('after deleting %s', (_name, collection, uid, values) => {
  test('the list is shown, and nothing else is said than that it is deleted', async () => {
    const documentId = await written(collection, values)
    await open(list(uid))
    await open(form(uid, documentId))
    await (await inMenu(WHOLE)).click()
    await expect.poll(() => dialog().textContent()).toContain('30 Tage in den Papierkorb')
    await look(`delete-${collection}`)
    await confirm().click()
    await expect.poll(() => admin.url()).not.toContain(documentId)
    await admin.waitForTimeout(4000)
    await look(`deleted-${collection}`)
    expect(new URL(admin.url()).pathname).toBe(`/admin/content-manager/collection-types/${uid}`)
    expect(await wordsSeen(admin)).toEqual([])
    expect(await admin.getByRole('row', { name: 'Kommt weg' }).count()).toBe(0)
  })
})

describe('the bin', () => {
  test('several are deleted from a list and one is brought back to its address', async () => {
    const documentId = await pageNamed('Geht und kommt')
    const other = await pageNamed('Geht auch')
    await translate('page', documentId, 'en', { title: 'Goes and comes', text: [paragraph('A paragraph.')] })
    const before = await publicPage(documentId)
    await open(form(PAGE, documentId))
    await (await inMenu(WHOLE)).click()
    await expect.poll(() => dialog().textContent()).toContain('In allen Sprachen: Deutsch, English')
    await look('delete-translated')
    await confirm().click()
    await expect.poll(() => publicPage(documentId)).toEqual([])
    await open(list(PAGE))
    await pressForRows(admin, 'Löschen', 'Geht auch')
    await expect.poll(() => dialog().textContent()).toContain('Seite „Geht auch“Kein anderer Eintrag verwendet ihn')
    await look('delete-many')
    await confirm().click()
    await expect.poll(() => publicPage(other)).toEqual([])

    await open(list(BIN))
    await look('bin')
    await admin.getByRole('row', { name: 'Geht und kommt' }).first().click()
    await admin.getByRole('button', { name: 'Zurückholen' }).waitFor()
    await look('bin-entry')
    await admin.getByRole('button', { name: 'Zurückholen' }).click()
    await expect.poll(() => admin.url()).toContain(documentId)
    await admin.getByText('„Geht und kommt“ ist wieder da.').waitFor()
    await look('brought-back')
    expect(await publicPage(documentId)).toEqual(before)
    expect(await wordsSeen(admin)).toEqual([])
    await send('DELETE', `${addressIn('page')}/${documentId}?locale=*`)
  })

  test('one language goes alone, and the dialog says so', async () => {
    const documentId = await pageNamed('Zwei Sprachen')
    await translate('page', documentId, 'en', { title: 'Two languages', text: [paragraph('A paragraph.')] })
    await open(form(PAGE, documentId, 'en'))
    await (await inMenu(ONE_LANGUAGE)).click()
    await expect
      .poll(() => dialog().textContent())
      .toContain('Gelöscht wird nur die Fassung in dieser Sprache: Englisch.')
    await look('delete-language')
    await confirm().click()
    await expect.poll(() => publicPage(documentId, 'en')).toEqual(await publicPage(documentId))
    await admin.waitForTimeout(2000)
    expect(await wordsSeen(admin)).toEqual([])
    expect(await publicPage(documentId)).toHaveLength(1)

    await open(form(PAGE, documentId))
    await translate('page', documentId, 'tr', { title: 'İki dil', text: [paragraph('Bir paragraf.')] })
    await (await inMenu(ONE_LANGUAGE)).click()
    await expect.poll(() => dialog().textContent()).toContain('Bitte löschen Sie zuerst die Übersetzungen')
    expect(await confirm().isDisabled()).toBe(true)
    await look('refused-language')
    await dialog().getByRole('button', { name: 'Abbrechen' }).click()
    await send('DELETE', `${addressIn('page')}/${documentId}?locale=*`)
  })
})

test('„Von der Website nehmen“ asks before, in German, and keeps the draft', async () => {
  const documentId = await pageNamed('Nur noch Entwurf')
  await open(form(PAGE, documentId))
  await admin.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click()
  await admin.getByRole('menuitem', { name: 'Von der Website nehmen', exact: true }).click()
  const question = admin.getByRole('alertdialog')
  await expect.poll(() => question.textContent()).toContain('„Nur noch Entwurf“ (Deutsch) von der Website nehmen?')
  await look('unpublish')
  expect(await publicPage(documentId)).toHaveLength(1)
  await question.getByRole('button', { name: 'Von der Website nehmen' }).click()
  await expect.poll(async () => (await publicPage(documentId)).length).toBe(0)
  expect(await wordsSeen(admin)).toEqual([])
  expect(await admin.locator('input[name="title"]').inputValue()).toBe('Nur noch Entwurf')
  await send('DELETE', `${addressIn('page')}/${documentId}?locale=*`)
})

test('a row of citations and the picker of sources say which source it is', async () => {
  const question
    = '{ measures(filters: { slug: { eq: "tiny-houses" } }) { documentId citations { source { label } } } }'
  const {
    measures: [measure],
  } = await read<{ measures: Cited[] }>(question)
  const labels = measure?.citations.map(({ source }) => source.label) ?? []
  expect(labels.length).toBeGreaterThan(0)
  await open(form('api::measure.measure', measure?.documentId ?? ''))
  for (const label of labels) await admin.getByRole('button', { name: label }).first().waitFor()
  await admin.getByRole('button', { name: labels[0] ?? '' }).first().click()
  const picker = admin.getByRole('combobox', { name: 'Quelle' }).first()
  await picker.click()
  await expect.poll(() => admin.getByRole('option').count()).toBeGreaterThan(5)
  await look('citations')
  for (const option of await admin.getByRole('option').allTextContents()) {
    expect(option).toMatch(/[\p{L}\p{N}]{3}/u)
    expect(option).not.toMatch(ID)
  }
  expect(await admin.getByText(/Unbenannt|Untitled/).count()).toBe(0)
})

test('a source that has a number and no title is named by it in the list', async () => {
  const source = await make('source', { kind: 'council_paper', paperNumber: '4321/2031' })
  const { data } = await send('GET', `${addressIn('source')}/${source}`)
  const label = String(Reflect.get(data, 'label'))
  expect(label).toContain('4321/2031')
  await open(list(SOURCE))
  await admin.getByRole('row', { name: label }).waitFor()
  await look('sources')
})

interface Cited {
  documentId: string
  citations: { source: { label: string } }[]
}

async function publicPage(documentId: string, language = 'de'): Promise<object[]> {
  const { pages } = await read<{ pages: object[] }>(
    `{ pages(locale: "${language}", filters: { documentId: { eq: "${documentId}" } }) { title slug } }`,
  )
  return pages
}
