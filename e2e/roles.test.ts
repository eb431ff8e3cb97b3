/** What each role may do after a restart: by every address of the admin, and with her own hands. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser'
import { openAdmin, paragraph, type SignIn, typeInto } from './editor'
import {
  type Account, ADMIN, AUTHOR, EDITOR, freePort, invite, type Product, root, signIn, startProduct, TRANSLATOR,
} from './product'
import { strangeTexts, watchForEnglish, wordsSeen } from './watch-for-english'

const PAGES = 'api::page.page'
const SITE = 'api::page.site'
const LOCALES = ['de', 'ar']
/** What the admin asks for at each type; a `:document` that does not exist is a 404 to whoever may. */
const ACTIONS = [
  ['read', 'GET', ''],
  ['create', 'POST', ''],
  ['update', 'PUT', '/unknown'],
  ['publish', 'POST', '/unknown/actions/publish'],
  ['unpublish', 'POST', '/unknown/actions/unpublish'],
  ['delete', 'DELETE', '/unknown'],
] as const

type ActionName = (typeof ACTIONS)[number][0]

let browser: Browser
let product: Product
let cms = ''
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-roles-'))
const tokens = new Map<SignIn, string>()

beforeAll(async () => {
  browser = await openBrowser()
  const [port, cmsPort] = [await freePort(), await freePort()]
  const env = {
    PORT: String(port), CMS_PORT: String(cmsPort), DATA_DIR: dataDirectory, SEED: 'none', ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  }
  cms = `http://127.0.0.1:${cmsPort}`
  for (const start of ['first', 'second']) {
    product = startProduct(env)
    expect(await product.ready, `${start} start: ${product.output()}`).toContain('ready')
    if (start === 'first') await invite(cms, [EDITOR, AUTHOR, TRANSLATOR])
    if (start === 'first') await product.stop()
  }
  for (const account of [EDITOR, AUTHOR, TRANSLATOR, ADMIN]) tokens.set(account, await signIn(cms, account))
  // Who may not write it is only told what there is.
  for (const locale of LOCALES) {
    const { status, text } = await request(EDITOR, 'PUT', `single-types/${SITE}?locale=${locale}`, { title: 'LIP-Lab' })
    expect(status, text).toBe(200)
  }
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

interface Type {
  uid: string
  kind: string
  hasDrafts: boolean
  isLocalised: boolean
}

/** Every type that editors see. */
function types(): Type[] {
  const folder = path.join(root, 'cms/src/api')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('schema.json'))
  return files.flatMap((file) => {
    const { info, kind, options, pluginOptions } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    if (pluginOptions?.['content-manager']?.visible === false) return []
    const [domain] = file.split(path.sep)
    const uid = `api::${domain}.${info.singularName}`
    return [
      { uid, kind, hasDrafts: options?.draftAndPublish === true, isLocalised: pluginOptions?.i18n?.localized === true },
    ]
  })
}

/** What the role may do at a type, in the words of the content model's own page (`docs/architecture.md`). */
function may(
  account: Account, { uid, kind, hasDrafts, isLocalised }: Type, action: ActionName, locale: string,
): boolean {
  const isLedger = uid.startsWith('api::ledger.')
  if (account === TRANSLATOR) {
    const isHers = hasDrafts && isLocalised && locale === 'ar'
    return !isLedger && (action === 'read' || (action === 'update' && isHers))
  }
  if (account === AUTHOR) {
    if (isLedger) return false
    const isWritten = hasDrafts || uid === 'api::source.source' || uid === 'api::image.image'
    return action === 'read' || (isWritten && (action === 'create' || action === 'update'))
  }
  if (kind === 'singleType' && action === 'delete') return false
  if (!isLedger || uid === 'api::ledger.consent-record') return true
  if (uid === 'api::ledger.bin-entry') return action === 'read' || action === 'delete'
  return action === 'read' || action === 'update'
}

async function request(
  account: SignIn, method: string, address: string, values?: object,
): Promise<{ status: number, text: string }> {
  const headers = { 'Authorization': `Bearer ${tokens.get(account)}`, 'Content-Type': 'application/json' }
  const response = await fetch(`${cms}/content-manager/${address}`, {
    method, headers, body: values && JSON.stringify(values),
  })
  return { status: response.status, text: await response.text() }
}

const publishes = (action: ActionName) => action === 'publish' || action === 'unpublish'

describe.each([EDITOR, AUTHOR, TRANSLATOR])('after the second start, $firstname', (account) => {
  test.each(LOCALES)('may do at every type what the role says, in the language %s', async (locale) => {
    const wrong: string[] = []
    for (const type of types()) {
      for (const [action, method, rest] of ACTIONS) {
        if (publishes(action) && !type.hasDrafts) continue
        const isSingle = type.kind === 'singleType'
        if (isSingle && action === 'create') continue
        const place = isSingle
          ? `single-types/${type.uid}${rest.replace('/unknown', '')}`
          : `collection-types/${type.uid}${rest}`
        const language = type.isLocalised ? `?locale=${locale}` : ''
        const { status, text } = await request(account, method, place + language, method === 'GET' ? undefined : {})
        const isAllowed = status !== 403
        if (isAllowed !== may(account, type, action, locale) || status >= 500)
          wrong.push(`${action} ${type.uid}: ${status} ${text.slice(0, 100)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

const CONTENT = { title: 'Eine Seite', text: 'Ein Absatz.', other: 'Eine andere Seite' }
const TRANSLATION = { title: 'صفحة', text: 'فقرة.' }

/** Who works in the browser, and what must not happen to them there. */
describe.each([
  ['the Redaktion', EDITOR, true], ['an author', AUTHOR, false], ['who installed it', ADMIN, true],
])('after the second start, in the browser, %s', (_name, account, mayPublish) => {
  let admin: Page
  let documentId = ''

  beforeAll(async () => {
    admin = await openAdmin(browser, account, cms)
  })

  afterAll(() => admin?.context().close())

  test('writes a page, translates it into العربية and confirms the translation', async () => {
    await admin.goto(`${cms}/admin/content-manager/collection-types/${PAGES}/create`)
    // Strapi fills the form once more when the last answer is there.
    await admin.locator('input[name="title"]').waitFor()
    await admin.waitForLoadState('networkidle')
    await type(CONTENT)
    await watchForEnglish(admin)
    await save()
    await expect.poll(() => /\/([a-z0-9]{24})\?/.exec(admin.url())?.[1]).toBeTruthy()
    documentId = /\/([a-z0-9]{24})\?/.exec(admin.url())?.[1] ?? ''
    await changeTo('العربية')
    await type(TRANSLATION)
    await save()
    await expect.poll(() => stored('ar')).toMatchObject({ title: TRANSLATION.title })
    await changeTo('Deutsch')
    await typeInto(admin, { title: CONTENT.other })
    await save()
    await expect.poll(() => stored('de')).toMatchObject({ title: CONTENT.other })
    await changeTo('العربية')
    await admin.getByText('Veraltet', { exact: true }).waitFor()
    await admin.locator('input[name="isConfirmed"]').click()
    await admin.getByText('Beim Speichern wird vermerkt').waitFor()
    await save()
    await admin.getByText('Aktuell', { exact: true }).waitFor()
    expect([...await wordsSeen(admin), ...await strangeTexts(admin)]).toEqual([])
    expect(JSON.stringify([await stored('de'), await stored('ar')])).toContain(CONTENT.text)
    expect(JSON.stringify(await stored('ar'))).toContain(TRANSLATION.text)
  })

  test.runIf(!mayPublish)('is offered neither publishing nor deleting', async () => {
    expect(await admin.getByRole('button', { name: 'Veröffentlichen', exact: true }).isEnabled()).toBe(false)
    await admin.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
    const deletion = admin.getByRole('menuitem', { name: /löschen/i })
    await deletion.first().waitFor()
    for (const item of await deletion.all()) expect(await item.getAttribute('aria-disabled')).toBe('true')
    expect([...await wordsSeen(admin), ...await strangeTexts(admin)]).toEqual([])
  })

  test.runIf(mayPublish)('publishes both, takes one off the website and publishes it again', async () => {
    for (const [language, locale] of [['Deutsch', 'de'], ['العربية', 'ar']] as const) {
      await changeTo(language)
      await admin.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
      await expect.poll(() => countPublished(documentId, locale)).toBe(1)
    }
    await changeTo('Deutsch')
    await admin.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click()
    await admin.getByRole('menuitem', { name: 'Von der Website nehmen', exact: true }).click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Von der Website nehmen' }).click()
    await expect.poll(() => countPublished(documentId, 'de')).toBe(0)
    await admin.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
    await expect.poll(() => countPublished(documentId, 'de')).toBe(1)
    expect(await countPublished(documentId, 'ar')).toBe(1)
    expect([...await wordsSeen(admin), ...await strangeTexts(admin)]).toEqual([])
  })

  test.runIf(mayPublish)('deletes it, and brings back from the bin all that was there', async () => {
    const before = [await stored('de'), await stored('ar')]
    await admin.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
    await admin.getByRole('menuitem', { name: 'Eintrag löschen (alle Sprachen)' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true }).click()
    await expect.poll(() => countPublished(documentId, 'de')).toBe(0)
    expect([...await wordsSeen(admin), ...await strangeTexts(admin)]).toEqual([])
    await admin.goto(`${cms}/admin/content-manager/collection-types/api::ledger.bin-entry?sort=id:DESC`)
    await watchForEnglish(admin)
    await admin.getByRole('row', { name: CONTENT.other }).first().click()
    await admin.getByRole('button', { name: 'Zurückholen' }).click()
    await expect.poll(() => admin.url()).toContain(documentId)
    await expect.poll(() => countPublished(documentId, 'ar')).toBe(1)
    expect([await stored('de'), await stored('ar')]).toEqual(before)
    expect([...await wordsSeen(admin), ...await strangeTexts(admin)]).toEqual([])
  })

  async function type({ title, text }: { title: string, text: string }): Promise<void> {
    await typeInto(admin, { title })
    await admin.locator('main [contenteditable="true"]').first().click()
    await admin.keyboard.type(text)
  }

  /**
   * „Gespeichert“ of the save before may still stand there, and a form closes its button while it is being saved, too:
   * what is saved has been read anew.
   */
  async function save(): Promise<void> {
    const button = admin.getByRole('button', { name: 'Speichern', exact: true })
    await button.click()
    await admin.getByText('Gespeichert', { exact: true }).first().waitFor()
    await admin.waitForLoadState('networkidle')
    await expect.poll(() => button.isDisabled()).toBe(true)
  }

  async function changeTo(language: string): Promise<void> {
    await admin.getByRole('combobox', { name: 'Sprachen' }).click()
    await admin.getByRole('option', { name: language }).click()
    await expect.poll(() => admin.getByRole('combobox', { name: 'Sprachen' }).textContent()).toContain(language)
    await admin.locator('input[name="title"]').waitFor()
    await admin.waitForLoadState('networkidle')
  }

  /** Title and text as they are stored. */
  async function stored(locale: string): Promise<object> {
    const { text: answer } = await request(
      account, 'GET', `collection-types/${PAGES}/${documentId}?locale=${locale}`,
    )
    const { title, text, slug } = JSON.parse(answer).data ?? {}
    return { title, text, slug }
  }
})

test('after the second start, in the browser, whoever translates finds her work and hands it over', async () => {
  const german = { title: 'Eine Seite zum Übersetzen', text: [paragraph('Ein Absatz.')] }
  const { status, text } = await request(EDITOR, 'POST', `collection-types/${PAGES}?locale=de`, german)
  expect(status, text).toBe(201)
  const { documentId } = JSON.parse(text).data
  const amira = await openAdmin(browser, TRANSLATOR, cms)
  await watchForEnglish(amira)
  const isFine = async () => expect([...await wordsSeen(amira), ...await strangeTexts(amira)]).toEqual([])
  await amira.getByRole('heading', { name: 'العربية' }).waitFor()
  await amira.getByText('In welche Sprachen übersetzen Sie?').click()
  expect(await amira.getByRole('checkbox').count()).toBe(1)
  for (const name of ['Neu', 'Neu schreiben']) expect(await amira.getByRole('link', { name, exact: true }).count()).toBe(0)
  await isFine()
  if (process.env.SCREENSHOTS) await amira.screenshot({ path: 'screenshots/translator-start.png' })
  await amira.getByRole('link', { name: german.title }).first().click()
  await amira.locator('input[name="title"]').waitFor()
  await amira.waitForLoadState('networkidle')
  await typeInto(amira, { title: TRANSLATION.title })
  await amira.locator('main [contenteditable="true"]').first().click()
  await amira.keyboard.type(TRANSLATION.text)
  await amira.getByRole('button', { name: 'Speichern', exact: true }).click()
  await amira.getByText('Gespeichert', { exact: true }).first().waitFor()
  await amira.getByRole('button', { name: 'Zur Prüfung geben' }).click()
  await amira.getByText('Amira Arabisch hat den Entwurf zur Prüfung gegeben').waitFor()
  expect(await amira.getByRole('button', { name: 'Veröffentlichen', exact: true }).isEnabled()).toBe(false)
  if (process.env.SCREENSHOTS) await amira.screenshot({ path: 'screenshots/translator-form.png' })
  await isFine()
  // The text in another language is there to be read.
  await amira.goto(`${cms}/admin/content-manager/collection-types/${PAGES}/${documentId}?plugins[i18n][locale]=de`)
  await watchForEnglish(amira)
  await expect.poll(() => amira.locator('input[name="title"]').inputValue()).toBe(german.title)
  expect(await amira.locator('input[name="title"]').isEditable()).toBe(false)
  await isFine()
  // A list offers nothing to begin or to copy.
  await amira.goto(`${cms}/admin/content-manager/collection-types/${PAGES}?plugins[i18n][locale]=ar`)
  await watchForEnglish(amira)
  const row = amira.getByRole('row', { name: /Amira Arabisch/ }).first()
  await row.waitFor()
  expect(await amira.getByRole('link', { name: 'Neuer Eintrag' }).count()).toBe(0)
  await row.getByRole('button', { name: 'Zeilenaktionen' }).click()
  const copying = amira.getByRole('menuitem', { name: 'Duplizieren' })
  await copying.waitFor()
  expect(await copying.getAttribute('aria-disabled')).toBe('true')
  await isFine()
  await amira.context().close()
})

async function countPublished(documentId: string, locale: string): Promise<number> {
  const query = `{ pages(locale: "${locale}", filters: { documentId: { eq: "${documentId}" } }) { title } }`
  const response = await fetch(`${cms}/graphql`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }),
  })
  return JSON.parse(await response.text()).data.pages.length
}
