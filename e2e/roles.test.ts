/** What the Redaktion and authors may do after a restart: by every address of the admin, and with their own hands. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser'
import { openAdmin } from './editor'
import {
  type Account, ADMIN, AUTHOR, EDITOR, freePort, invite, type Product, root, signIn, startProduct,
} from './product'

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
const tokens = new Map<Account, string>()

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
    if (start === 'first') await invite(cms, [EDITOR, AUTHOR])
    if (start === 'first') await product.stop()
  }
  for (const account of [EDITOR, AUTHOR]) tokens.set(account, await signIn(cms, account))
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
function may(account: Account, { uid, kind, hasDrafts }: Type, action: ActionName): boolean {
  const isLedger = uid.startsWith('api::ledger.')
  if (account === AUTHOR) {
    if (isLedger) return false
    return action === 'read' || (hasDrafts && (action === 'create' || action === 'update'))
  }
  if (kind === 'singleType' && action === 'delete') return false
  if (!isLedger || uid === 'api::ledger.consent-record') return true
  if (uid === 'api::ledger.bin-entry') return action === 'read' || action === 'delete'
  return action === 'read' || action === 'update'
}

async function request(
  account: Account, method: string, address: string, values?: object,
): Promise<{ status: number, text: string }> {
  const headers = { 'Authorization': `Bearer ${tokens.get(account)}`, 'Content-Type': 'application/json' }
  const response = await fetch(`${cms}/content-manager/${address}`, {
    method, headers, body: values && JSON.stringify(values),
  })
  return { status: response.status, text: await response.text() }
}

const publishes = (action: ActionName) => action === 'publish' || action === 'unpublish'

describe.each([EDITOR, AUTHOR])('after the second start, $firstname', (account) => {
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
        if (isAllowed !== may(account, type, action) || status >= 500)
          wrong.push(`${action} ${type.uid}: ${status} ${text.slice(0, 100)}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('after the second start, in the browser', () => {
  const text = [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz.' }] }]
  const pageForm = (documentId: string) => `${cms}/admin/content-manager/collection-types/${PAGES}/${documentId}`

  async function draft(title: string): Promise<string> {
    const { status, text: answer } = await request(EDITOR, 'POST', `collection-types/${PAGES}`, { title, text })
    expect(status, answer).toBe(201)
    return JSON.parse(answer).data.documentId
  }

  async function changeTo(admin: Page, language: string): Promise<void> {
    await admin.getByRole('combobox', { name: /Sprache|Locale/ }).click()
    await admin.getByRole('option', { name: language }).click()
  }

  test('the Redaktion publishes, takes off the website, changes to العربية, writes there and deletes', async () => {
    const documentId = await draft('Eine Seite der Redaktion')
    const admin = await openAdmin(browser, EDITOR, cms)
    await admin.goto(pageForm(documentId))
    await admin.locator('input[name="title"]').waitFor()
    await admin.getByRole('button', { name: 'Veröffentlichen', exact: true }).click()
    await expect.poll(() => countPublished(documentId)).toBe(1)
    await admin.getByRole('button', { name: 'Weitere Dokumentaktionen' }).click()
    await admin.getByRole('menuitem', { name: 'Von der Website nehmen', exact: true }).click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Von der Website nehmen' }).click()
    await expect.poll(() => countPublished(documentId)).toBe(0)
    await changeTo(admin, 'العربية')
    await expect.poll(() => admin.url()).toContain('locale]=ar')
    await admin.locator('input[name="title"]').fill('صفحة')
    await admin.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect
      .poll(async () => (await request(EDITOR, 'GET', `collection-types/${PAGES}/${documentId}?locale=ar`)).text)
      .toContain('صفحة')
    await admin.getByRole('button', { name: 'Weitere Aktionen', exact: true }).click()
    await admin.getByRole('menuitem', { name: 'Eintrag löschen (alle Sprachen)' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true }).click()
    await expect
      .poll(async () => (await request(EDITOR, 'GET', `collection-types/${PAGES}/${documentId}`)).status)
      .toBe(404)
    await admin.context().close()
  })

  async function countPublished(documentId: string): Promise<number> {
    const response = await fetch(`${cms}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: `{ pages(filters: { documentId: { eq: "${documentId}" } }) { title } }` }),
    })
    return JSON.parse(await response.text()).data.pages.length
  }

  test('an author changes to العربية and writes there, and is offered no publishing', async () => {
    const documentId = await draft('Eine Seite für die Autorin')
    const admin = await openAdmin(browser, AUTHOR, cms)
    await admin.goto(pageForm(documentId))
    await admin.locator('input[name="title"]').waitFor()
    await changeTo(admin, 'العربية')
    await expect.poll(() => admin.url()).toContain('locale]=ar')
    await admin.locator('input[name="title"]').fill('صفحة أخرى')
    await admin.getByRole('button', { name: 'Speichern', exact: true }).click()
    await expect
      .poll(async () => (await request(AUTHOR, 'GET', `collection-types/${PAGES}/${documentId}?locale=ar`)).text)
      .toContain('صفحة أخرى')
    expect(await admin.getByRole('button', { name: 'Veröffentlichen', exact: true }).isEnabled()).toBe(false)
    await admin.context().close()
  })
})
