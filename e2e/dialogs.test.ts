/**
 * What editors are asked: each question says what it is about and what each button does, in German, light and dark, in
 * wide windows and in narrow ones.
 */
import type { Browser, Locator, Page, Route } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ARTICLES, openFormOf, press } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import {
  addressIn, draft, editorToken, make, openAdmin, paragraph, pressForRows, publish, remove, removeWhatWasMade, send, to,
  upload,
} from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { AUTHOR } from './product'
import { strangeTexts } from './watch-for-english'

const cms = inject('cms')
const PAGES = addressIn('page')
/** On what dark dialogs are written. */
const DARK = 'rgb(33, 33, 52)'
/** Longer than the pause after which words are kept. */
const A_MOMENT = 2000

let browser: Browser
let rita: Page

beforeAll(async () => {
  browser = await openBrowser()
  rita = await openAdmin(browser)
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** Ends the tab as a crash does: nothing in it is asked. */
async function crash(): Promise<void> {
  const context = rita.context()
  await rita.close({ runBeforeUnload: false })
  rita = await context.newPage()
}

const question = () => rita.getByRole('alertdialog')
const answer = (name: string) => question().getByRole('button', { name, exact: true })
const offer = () => rita.getByRole('button', { name: 'Ansehen und übernehmen' })
const title = (within: Page | Locator = rita) => within.locator('input[name="title"]')

async function open(address: string): Promise<void> {
  await rita.goto(`${cms}/admin${address}`)
  await rita.getByRole('heading', { level: 1 }).first().waitFor()
  await rita.waitForLoadState('networkidle')
}

const article = () => draft('article', { kind: 'report', title: 'Was da war', date: '2024-05-01' })

/** A page whose draft says something else than the website. */
async function changedPage(now = 'Inzwischen anders'): Promise<string> {
  const values = { title: 'Auf der Website', text: [paragraph('Ein Absatz.')] }
  const documentId = await draft('page', values)
  await publish('page', documentId, values)
  await send('PUT', `${PAGES}/${documentId}`, { title: now })
  return documentId
}

async function chooseBesidePublish(name: string): Promise<void> {
  await rita.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click()
  await rita.getByRole('menuitem', { name, exact: true }).click()
  await question().waitFor()
}

/** What is asked can be used by everybody, and in German. */
async function isFine(within: string): Promise<void> {
  expect(await axeProblems(rita, within)).toEqual([])
  expect(await strangeTexts(rita)).toEqual([])
}

describe('whoever leaves a form with words that are not saved', () => {
  test('is told that they are kept, and is offered them on return', async () => {
    const documentId = await article()
    await openFormOf(rita, documentId)
    await rita.waitForLoadState('networkidle')
    await title().fill('Angefangen und verlassen')
    await rita.getByRole('link', { name: 'Bilder und Dateien' }).first().click()
    await question().getByText('Ihr Browser hebt es 14 Tage auf').waitFor()
    await isFine('[role="alertdialog"]')
    await answer('Im Formular bleiben').click()
    expect(await title().inputValue()).toBe('Angefangen und verlassen')
    await rita.waitForTimeout(A_MOMENT)
    await rita.getByRole('link', { name: 'Bilder und Dateien' }).first().click()
    await answer('Verlassen').click()
    await rita.waitForURL(/plugins\/upload/)
    await openFormOf(rita, documentId)
    await offer().click()
    await rita.getByRole('dialog').getByText('Angefangen und verlassen').waitFor()
    await rita.getByRole('dialog').getByRole('button', { name: 'Nicht mehr aufheben' }).click()
    await offer().waitFor({ state: 'detached' })
  })
})

describe('a related entry in a window over the form', () => {
  /** Opens the form of a measure and, over it, that of its source. */
  async function openSource(): Promise<{ source: string, field: Locator }> {
    const source = await draft('source', { kind: 'report', title: 'Bericht im Fenster' })
    const citations = [{ source: to(source) }]
    await open(`${addressIn('measure')}/${await draft('measure', { title: 'Mit Quelle', kind: 'administrative', citations })}`)
    await rita.getByRole('button', { name: 'Bericht im Fenster' }).first().click()
    await rita.locator('main li').getByRole('button', { name: 'Bericht im Fenster' }).last().click()
    const field = title(rita.getByRole('dialog', { name: 'Eintrag bearbeiten' }))
    await field.waitFor()
    await rita.waitForLoadState('networkidle')
    return { source, field }
  }

  // The window was closed, opened anew without the words, and lay over its question: more often on a busy machine.
  test.each(IS_WHOLE_MATRIX ? [1, 2, 3] : [1])('is not left by Escape right after a key stroke: its question is asked (%i)', async () => {
    const { field } = await openSource()
    await field.fill('Gerade getippt')
    await rita.keyboard.press('Escape')
    await question().getByText('auf seiner eigenen Seite').waitFor()
    await answer('Im Formular bleiben').click()
    expect(await field.inputValue()).toBe('Gerade getippt')
    await rita.keyboard.press('Escape')
    await answer('Verlassen').click()
    await rita.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('has its words kept, also when the tab crashes, and they are offered on its own page', async () => {
    const { source, field } = await openSource()
    await field.fill('Im Fenster geschrieben')
    await rita.waitForTimeout(A_MOMENT)
    await crash()
    await open(`${addressIn('source')}/${source}`)
    await offer().click()
    await rita.getByRole('dialog').getByText('Im Fenster geschrieben').waitFor()
    await rita.getByRole('dialog').getByRole('button', { name: 'Alles übernehmen' }).click()
    await expect.poll(() => title().inputValue()).toBe('Im Fenster geschrieben')
    await press(rita, 'Speichern')
    await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
    await rita.reload()
    await title().waitFor()
    await rita.waitForTimeout(A_MOMENT)
    expect(await offer().count()).toBe(0)
  })

  test('keeps nothing once it is saved there', async () => {
    const { source, field } = await openSource()
    await field.fill('Im Fenster gespeichert')
    await rita.waitForTimeout(A_MOMENT)
    await rita.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click()
    await rita.getByText('Gespeichert', { exact: true }).first().waitFor()
    await open(`${addressIn('source')}/${source}`)
    await rita.waitForTimeout(A_MOMENT)
    expect(await title().inputValue()).toBe('Im Fenster gespeichert')
    expect(await offer().count()).toBe(0)
  })
})

describe('before something goes', () => {
  test('whoever discards changes reads of which entry, and what the draft will say', async () => {
    const documentId = await changedPage()
    await open(`${PAGES}/${documentId}?plugins[i18n][locale]=de`)
    await rita.locator('textarea[name="lead"]').fill('Nur getippt')
    await chooseBesidePublish('Änderungen verwerfen')
    await question().getByText('„Inzwischen anders“ (Deutsch)').waitFor()
    await isFine('[role="alertdialog"]')
    await answer('Verwerfen').click()
    await expect.poll(() => title().inputValue()).toBe('Auf der Website')
    expect(await rita.locator('textarea[name="lead"]').inputValue()).toBe('')
  })

  test('whoever takes off the website what has changed since is not told that the draft stays, but asked', async () => {
    const documentId = await changedPage()
    await open(`${PAGES}/${documentId}?plugins[i18n][locale]=de`)
    await chooseBesidePublish('Von der Website nehmen')
    await question().getByText('„Inzwischen anders“ (Deutsch) von der Website nehmen?').waitFor()
    await question().getByText('Was soll mit ihm geschehen?').waitFor()
    expect(await question().innerText()).not.toContain('Der Entwurf bleibt hier')
    await answer('Abbrechen').click()
  })

  test('whoever takes off several presses a button that says so', async () => {
    await changedPage('Eine von vielen')
    await open(`${PAGES}?sort=id:DESC&plugins[i18n][locale]=de`)
    await pressForRows(rita, 'Von der Website nehmen', 'Eine von vielen')
    await question().getByText('Es geht um die Fassung').waitFor()
    expect(await question().getByRole('button').allInnerTexts()).toEqual(['Abbrechen', 'Von der Website nehmen'])
    await answer('Abbrechen').click()
  })

  test('whoever deletes a file reads which, and that it does not come back; what is used stays', async () => {
    const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#264' } }).png().toBuffer()
    const [free, used] = [await upload('frei.png', await picture()), await upload('gebraucht.png', await picture())]
    await draft('image', {
      title: 'Braucht sie', file: { id: used.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
      texts: [{ language: 'de', alt: 'Eine Fläche' }],
    })
    for (const name of ['gebraucht.png', 'frei.png']) {
      await open('/plugins/upload')
      await rita.getByRole('button', { name: new RegExp(name) }).first().click()
      await rita.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click()
      await question().getByText(`„${name}“ ist danach weg: In den Papierkorb kommen Dateien nicht.`).waitFor()
      await isFine('[role="alertdialog"]')
      await answer('Löschen').click()
      if (name === 'gebraucht.png') await rita.getByText('denn die Datei wird noch verwendet').first().waitFor()
    }
    const headers = { Authorization: `Bearer ${await editorToken()}` }
    const statusOf = async (id: number) => (await fetch(`${cms}/upload/files/${id}`, { headers })).status
    await expect.poll(() => statusOf(free.id)).toBe(404)
    expect(await statusOf(used.id)).toBe(200)
  })

  test('several chosen files are counted in German, and their deletion says what goes', async () => {
    await open('/plugins/upload')
    await rita.locator('main').getByRole('checkbox').nth(1).click()
    await rita.getByText('1 Datei ausgewählt').waitFor()
    expect(await strangeTexts(rita)).toEqual([])
    await rita.locator('main').getByRole('button', { name: 'Löschen', exact: true }).click()
    await question().getByText('Wird etwas davon noch verwendet, wird nichts gelöscht.').waitFor()
    await answer('Abbrechen').click()
  })
})

test('files are chosen by the keyboard as well', async () => {
  await open('/plugins/upload')
  await rita.getByRole('button', { name: 'Dateien hinzufügen' }).click()
  const field = rita.getByRole('dialog').locator('input[type="file"]')
  await field.focus()
  for (const key of ['Shift+Tab', 'Tab']) await rita.keyboard.press(key)
  expect(await field.evaluate(input => input === document.activeElement)).toBe(true)
  const outline = await field.evaluate(input => getComputedStyle(input.closest('label > div') ?? input).outlineStyle)
  expect(outline).toBe('solid')
  await isFine('[role="dialog"]')
  await rita.keyboard.press('Escape')
})

test('a form is filled from another language by a question that the keyboard reaches', async () => {
  await openFormOf(rita, await article(), 'tr')
  await rita.getByRole('button', { name: 'Aus anderer Sprache übernehmen' }).click()
  await question().getByText('Gespeichert ist damit noch nichts.').waitFor()
  expect(await answer('Abbrechen').evaluate(button => button === document.activeElement)).toBe(true)
  await rita.keyboard.press('Enter')
  await question().waitFor({ state: 'detached' })
})

test('the form of a translation has no holes where shared fields would stand', async () => {
  await openFormOf(rita, await article(), 'tr')
  await rita.waitForLoadState('networkidle')
  const gaps = await rita.locator('main form').evaluate((form) => {
    const rows = [...form.querySelectorAll('div:has(> [data-field])')].filter(row => row.checkVisibility())
    return rows.filter(row => [...row.querySelectorAll(':scope > [data-field]')].every(field => field.childElementCount === 0))
      .length
  })
  expect(gaps).toBe(0)
  const [kicker, heading] = [rita.locator('[data-field="kicker"]'), rita.locator('[data-field="title"]')]
  expect((await kicker.boundingBox())?.x).toBe((await heading.boundingBox())?.x)
})

test('whoever deletes the record of a consent reads who goes with it, and what would be right instead', async () => {
  const values = { name: `Beispielperson ${Date.now()}`, publicGround: 'consent' }
  const person = await draft('person', values)
  const consent = await make('consent', { person: to(person), coversName: true, givenOn: '2025-01-01' })
  await publish('person', person, values)
  await open(`${addressIn('consent')}/${consent}`)
  await rita.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
  await rita.getByRole('menuitem', { name: /^Eintrag löschen/ }).click()
  const dialog = rita.getByRole('dialog')
  await dialog.getByText(`verschwindet „${values.name}“ damit von der Website`).waitFor()
  await dialog.getByText('tragen Sie stattdessen den Tag des Widerrufs ein').waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: 'Löschen' }).isEnabled()).toBe(true)
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/delete-consent.png' })
  await isFine('[role="dialog"]')
  await dialog.getByRole('button', { name: 'Abbrechen' }).click()
})

describe('a question of our own that is answered by', () => {
  const english = { status: 500, json: { error: { status: 500, name: 'InternalServerError', message: 'Internal Server Error' } } }
  const page = { status: 502, contentType: 'text/html', body: '<html>Bad gateway</html>' }

  test.each<[string, (route: Route) => Promise<void>]>([
    ['nobody', route => route.abort()], ['a page of a proxy', route => route.fulfill(page)],
    ['a fault', route => route.fulfill(english)],
  ])('%s says so in German', async (_, answered) => {
    const [gone, waits] = await Promise.all([article(), article()])
    await remove('article', gone)
    await rita.route(/\/(bin-entries|appointments)\//, route =>
      route.request().method() === 'GET' ? route.continue() : answered(route))
    await open('/content-manager/collection-types/api::ledger.bin-entry?sort=id:DESC')
    await rita.getByRole('row', { name: 'Was da war' }).first().click()
    await rita.getByRole('button', { name: 'Zurückholen' }).click()
    await rita.getByText('Das ging gerade nicht.').first().waitFor()
    expect(await strangeTexts(rita)).toEqual([])
    await open(`${ARTICLES}/${waits}?plugins[i18n][locale]=de`)
    await rita.getByRole('button', { name: 'Termin setzen' }).click()
    await rita.getByLabel('Tag und Uhrzeit').fill(`${new Date().getFullYear() + 1}-12-24T09:00`)
    await rita.getByRole('button', { name: 'Termin setzen' }).click()
    await rita.getByText('Das ging gerade nicht.').first().waitFor()
    expect(await strangeTexts(rita)).toEqual([])
    await rita.unroute(/\/(bin-entries|appointments)\//)
  })
})

test('a copy from a list whose answer got lost is told in German, and made once', async () => {
  const name = `Vorlage ${Date.now()}`
  await draft('article', { kind: 'report', title: name, date: '2024-05-01' })
  const copies = async () => (await send('GET', `${addressIn('article')}?_q=${name}`)).results.length
  await rita.route(/\/auto-clone\//, async (route) => {
    await route.fetch()
    await route.abort()
  }, { times: 1 })
  await open(`${ARTICLES}?_q=${name}`)
  for (const answered of ['Nicht kopiert: Der Server ist nicht zu erreichen.', 'Dokument dupliziert']) {
    await rita.getByRole('row', { name }).last().getByRole('button', { name: 'Zeilenaktionen' }).click()
    await rita.getByRole('menuitem', { name: 'Duplizieren' }).click()
    await rita.getByText(answered).first().waitFor()
    expect(await rita.getByRole('dialog').count()).toBe(0)
    expect(await copies()).toBe(2)
  }
})

describe.runIf(IS_WHOLE_MATRIX)('in dark colours', () => {
  beforeAll(() => rita.emulateMedia({ colorScheme: 'dark' }))
  afterAll(() => rita.emulateMedia({ colorScheme: 'light' }))

  test('two texts side by side can be read', async () => {
    const documentId = await article()
    await openFormOf(rita, documentId)
    await rita.waitForLoadState('networkidle')
    await send('PUT', `${ARTICLES}/${documentId}`, { title: 'Aus einem anderen Fenster' })
    await title().fill('Hier getippt')
    await press(rita, 'Speichern')
    const dialog = rita.locator('dialog')
    await dialog.getByRole('radio').first().check()
    await isFine('dialog')
    expect(await dialog.evaluate(element => getComputedStyle(element).backgroundColor)).toBe(DARK)
    await dialog.getByRole('button', { name: 'Zurück zum Formular' }).click()
    await rita.goto('about:blank')
  })

  test('whoever signs out reads what is asked, and may stay', async () => {
    const anton = await openAdmin(browser, AUTHOR)
    await openFormOf(anton, 'create')
    await anton.waitForLoadState('networkidle')
    await title(anton).fill('Noch nicht fertig')
    await anton.waitForTimeout(A_MOMENT)
    const page = await anton.context().newPage()
    await anton.close({ runBeforeUnload: false })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${cms}/admin`)
    for (const choice of ['Nicht abmelden', 'Löschen und abmelden']) {
      await page.getByRole('button', { name: 'Anton Autor' }).click()
      await page.getByRole('menuitem', { name: 'Abmelden' }).click()
      const dialog = page.getByRole('dialog', { name: 'Sie haben noch nicht alles gespeichert' })
      await dialog.waitFor()
      expect(await axeProblems(page, 'dialog')).toEqual([])
      expect(await dialog.evaluate(element => getComputedStyle(element).backgroundColor)).toBe(DARK)
      await dialog.getByRole('button', { name: choice }).click()
      await dialog.waitFor({ state: 'detached' })
      if (choice !== 'Nicht abmelden') continue
      await page.getByRole('link', { name: 'Inhalt', exact: true }).first().click()
      await expect.poll(() => page.url()).toContain('/content-manager/')
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    await page.context().close()
  })
})

describe.runIf(IS_WHOLE_MATRIX)('in a narrow window', () => {
  beforeAll(() => rita.setViewportSize({ width: 1024, height: 768 }))
  afterAll(() => rita.setViewportSize({ width: 1400, height: 1000 }))

  test('what was typed and not saved is offered in sight', async () => {
    const documentId = await article()
    const other = await rita.context().newPage()
    await openFormOf(other, documentId)
    await other.waitForLoadState('networkidle')
    await title(other).fill('Vor dem Absturz')
    await other.waitForTimeout(A_MOMENT)
    await other.close({ runBeforeUnload: false })
    await openFormOf(rita, documentId)
    await offer().click()
    await rita.getByRole('dialog').getByRole('button', { name: 'Nicht mehr aufheben' }).click()
    await rita.getByRole('button', { name: 'Weniger zum Eintrag zeigen' }).click()
    await isFine('main')
  })

  test('the buttons below long texts stay in sight', async () => {
    const [documentId, long] = [await article(), 'Ein langer Vorspann. '.repeat(60)]
    await openFormOf(rita, documentId)
    await rita.waitForLoadState('networkidle')
    await send('PUT', `${ARTICLES}/${documentId}`, { title: 'Von nebenan', lead: long })
    await title().fill('Von hier')
    await rita.locator('textarea[name="lead"]').fill(`${long} Und noch einer.`)
    await press(rita, 'Speichern')
    const dialog = rita.locator('dialog')
    const button = dialog.getByRole('button', { name: 'Mit dieser Auswahl speichern' })
    await button.waitFor()
    const endOf = async (element: Locator) => {
      const box = await element.boundingBox()
      return box ? box.y + box.height : NaN
    }
    expect(await endOf(button)).toBeLessThan(await endOf(dialog))
    await dialog.getByRole('button', { name: 'Zurück zum Formular' }).click()
    await rita.goto('about:blank')
  })

  test('what lies in the bin is brought back in sight', async () => {
    const documentId = await draft('page', { title: 'Geht und kommt schmal', text: [paragraph('Ein Absatz.')] })
    await remove('page', documentId)
    await open('/content-manager/collection-types/api::ledger.bin-entry?sort=id:DESC')
    await rita.getByRole('row', { name: 'Geht und kommt schmal' }).first().click()
    await rita.getByRole('button', { name: 'Zurückholen' }).click()
    await rita.getByText('ist wieder da').first().waitFor()
    await send('DELETE', `${PAGES}/${documentId}?locale=*`)
  })

  test('who else is here is said', async () => {
    const documentId = await article()
    const anton = await openAdmin(browser, AUTHOR)
    await openFormOf(anton, documentId)
    await openFormOf(rita, documentId)
    await rita.getByText('Gerade auch hier: Anton Autor').first().waitFor()
    await anton.context().close()
  })
})

test('a person is given a sheet to sign, in German and in her own language; every cross is hers', async () => {
  const name = `Beispielperson ${Date.now()}`
  const person = await draft('person', { name, publicGround: 'consent' })
  await open(`${addressIn('person')}/${person}`)
  const link = rita.getByRole('link', { name: 'Bogen zum Unterschreiben' })
  expect(await link.getAttribute('href')).toBe(`/admin/consent-sheets/${person}`)
  await open(`/consent-sheets/${person}?locale=ar`)
  const sheet = rita.locator('.consent-sheet')
  await sheet.getByRole('heading', { name: 'الموافقة على النشر' }).waitFor()
  expect(await sheet.getByRole('heading', { name: 'Einwilligung in eine Veröffentlichung' }).count()).toBe(1)
  expect(await sheet.locator('section').evaluateAll(parts => parts.map(part =>
    [part.getAttribute('lang'), part.getAttribute('dir'), part.querySelectorAll('li').length])))
    .toEqual([['de', 'ltr', 7], ['ar', 'rtl', 7]])
  expect(await sheet.innerText()).toContain(name)
  await isFine('.consent-sheet')
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/consent-sheet.png' })
  await rita.emulateMedia({ media: 'print' })
  if (process.env.SCREENSHOTS) await rita.screenshot({ path: 'screenshots/consent-sheet-print.png' })
  expect(await rita.getByRole('navigation').first().isVisible()).toBe(false)
  await rita.emulateMedia({ media: null })
})
