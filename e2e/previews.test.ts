/** A draft on the real pages before it is public: beside its form, and for a colleague without an account. */
import { createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { press } from './article-form'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import { addressIn, draft, editorToken, make, openAdmin, paragraph, removeWhatWasMade, send } from './editor'
import { AUTHOR, EDITOR, invite, signIn } from './product'
import { strangeTexts } from './watch-for-english'

const web = inject('web')
const cms = inject('cms')
const MEASURES = addressIn('measure')
const PAGES = addressIn('page')
/** Signs out in a test: nobody else's session may end with hers. */
const LEAVER = { ...EDITOR, email: 'lena@example.org', firstname: 'Lena', lastname: 'Leise' }

let browser: Browser
/** A colleague without an account. */
let colleague: Page

beforeAll(async () => {
  browser = await openBrowser()
})

beforeEach(async () => {
  colleague = await (await browser.newContext()).newPage()
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const panelOf = (admin: Page) => admin.locator('aside, section', { hasText: 'Daneben zeigen' }).last()
const linkIn = (admin: Page) => admin.getByRole('link', { name: 'In neuem Fenster zeigen' }).getAttribute('href')
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const bannerOf = (page: Page) => page.locator('.preview-banner')

/** As the panel asks for it. */
async function linkFor(type: string, documentId: string, token?: string, locale = 'de'): Promise<string> {
  const answer = await fetch(`${cms}/previews/api::${type}/${documentId}?locale=${locale}`, {
    headers: { Authorization: `Bearer ${token ?? await editorToken()}` },
  })
  return JSON.parse(await answer.text()).data.link
}

async function open(admin: Page, address: string, locale = 'de'): Promise<void> {
  await admin.goto(`${cms}/admin${address}?plugins[i18n][locale]=${locale}`)
  await admin.getByRole('link', { name: 'In neuem Fenster zeigen' }).waitFor()
}

describe('beside the form', () => {
  test.each([['an author', AUTHOR], ['the Redaktion', EDITOR]] as const)(
    '%s sees what was saved, on the page, and readers do not', async (who, account) => {
      const slug = `vorschau-${account.role}`
      const documentId = await make('page', { title: 'Öffentlich', slug, text: [paragraph('Ein Absatz.')] })
      const admin = await openAdmin(browser, account)
      await open(admin, `${PAGES}/${documentId}`)
      await admin.getByRole('button', { name: 'Daneben zeigen' }).click()
      const shown = admin.frameLocator('.beside-form iframe')
      await shown.getByRole('heading', { level: 1, name: 'Öffentlich' }).waitFor()
      await admin.locator('input[name="title"]').fill(`Geändert von ${who}`)
      await admin.getByText('Gezeigt wird, was zuletzt gespeichert wurde.').waitFor()
      await press(admin, 'Speichern')
      await shown.getByRole('heading', { level: 1, name: `Geändert von ${who}` }).waitFor()
      await shown.getByText('Vorschau eines Entwurfs.').waitFor()
      await colleague.goto(`${web}/seiten/${slug}`)
      expect(await headingOf(colleague)).toBe('Öffentlich')
      expect(await bannerOf(colleague).count()).toBe(0)
      await admin.context().close()
    },
  )

  test('the page is as wide as a phone or as a desktop, every word is German, and nobody is shut out', async () => {
    const documentId = await draft('page', { title: 'Breite der Vorschau', text: [paragraph('Ein Absatz.')] })
    const admin = await openAdmin(browser)
    await open(admin, `${PAGES}/${documentId}`)
    await admin.getByRole('button', { name: 'Daneben zeigen' }).click()
    const widthOf = () => admin.frameLocator('.beside-form iframe').locator('html').evaluate(page => page.clientWidth)
    await expect.poll(widthOf).toBe(390)
    await admin.getByRole('button', { name: 'Computer' }).click()
    await expect.poll(widthOf).toBe(1280)
    expect(await strangeTexts(admin)).toEqual([])
    expect(await axeProblems(admin, '.beside-form')).toEqual([])
    await admin.getByRole('button', { name: 'Schließen', exact: true }).click()
    await expect.poll(() => admin.locator('.beside-form').count()).toBe(0)
    expect(await panelOf(admin).getByText(/auch ohne Konto, bis .* Uhr oder bis Sie sich abmelden\./).count()).toBe(1)
    await admin.context().close()
  })
})

describe('a link', () => {
  test('shows a colleague the draft in Arabic, from right to left, on lists and home as well', async () => {
    const documentId = await draft('page', {
      title: 'Neue Seite im Menü', menuOrder: 1, text: [paragraph('Ein Absatz.')],
    })
    await send('PUT', `${PAGES}/${documentId}?locale=ar`, { title: 'صفحة جديدة', text: [paragraph('فقرة.')] })
    await colleague.goto(await linkFor('page.page', documentId, undefined, 'ar'))
    expect(await headingOf(colleague)).toBe('صفحة جديدة')
    expect(await bannerOf(colleague).innerText()).toContain('معاينة مسودة.')
    expect(await colleague.locator('html').getAttribute('dir')).toBe('rtl')
    const inMenu = () => colleague.getByRole('contentinfo').getByRole('link', { name: 'صفحة جديدة' }).count()
    expect(await inMenu()).toBe(1)
    await colleague.locator('header').getByRole('link').first().click()
    expect(new URL(colleague.url()).pathname).toMatch(/^\/vorschau\/[\w.-]+\/ar$/)
    expect([await bannerOf(colleague).count(), await inMenu()]).toEqual([1, 1])
    await bannerOf(colleague).getByRole('link').click()
    expect(colleague.url()).toBe(`${web}/ar`)
    expect([await bannerOf(colleague).count(), await inMenu()]).toEqual([0, 0])
  })

  test('is kept by nobody and listed nowhere, and may be framed by the admin alone', async () => {
    const link = await linkFor('page.page', await draft('page', { title: 'Nicht öffentlich', text: [paragraph('Nein.')] }))
    for (const address of [link, `${link.split('/').slice(0, 5).join('/')}/gibt-es-nicht`]) {
      const { headers } = await fetch(address)
      expect(Object.fromEntries(headers), address).toMatchObject({
        'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringMatching(/frame-ancestors http:\/\/127\.0\.0\.1:\d+$/),
      })
      expect(headers.get('etag')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
    expect((await fetch(`${web}/seiten/nicht-oeffentlich`)).status).toBe(404)
    expect(await (await fetch(`${web}/sitemap.xml`)).text()).not.toContain('/vorschau/')
  })

  test('shows a measure that has never been public, and what is missing in it, on its page and in the list', async () => {
    const documentId = await draft('measure', { title: 'Unfertige Maßnahme', slug: 'unfertige-massnahme' })
    const untitled = await draft('measure', { slug: 'ohne-titel' })
    await colleague.goto(await linkFor('measure.measure', untitled))
    expect(await headingOf(colleague)).toBe('[Titel fehlt]')
    const link = await linkFor('measure.measure', documentId)
    await colleague.goto(link)
    expect(await headingOf(colleague)).toContain('Unfertige Maßnahme')
    const list = `${link.replace(/\/unfertige-massnahme$/, '')}?q=Unfertige`
    await colleague.goto(list)
    await colleague.getByRole('link', { name: 'Unfertige Maßnahme' }).first().waitFor()
    await colleague.goto(`${web}/massnahmen?q=Unfertige`)
    expect(await colleague.getByRole('link', { name: 'Unfertige Maßnahme' }).count()).toBe(0)
  })
})

describe('a link that is over', () => {
  async function says(link: string, status: number, words: string): Promise<void> {
    const response = await colleague.goto(link)
    expect(response?.status()).toBe(status)
    expect(await headingOf(colleague)).toBe('Diese Vorschau lässt sich nicht zeigen')
    expect(await colleague.getByRole('main').innerText()).toContain(words)
    expect(response?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    expect(await bannerOf(colleague).count()).toBe(0)
  }

  test('says after its day that it is, and when it was changed that it is none', async () => {
    const documentId = await make('page', { title: 'Von gestern', slug: 'von-gestern', text: [paragraph('Ein Absatz.')] })
    const { previewKey } = JSON.parse(readFileSync(path.join(inject('dataDirectory'), 'secrets.json'), 'utf8'))
    const said = Buffer.from(JSON.stringify(['api::page.page', documentId, 1, Date.now() - 25 * 60 * 60 * 1000]))
      .toString('base64url')
    const key = Buffer.from(hkdfSync('sha256', previewKey, '', 'links to previews', 32))
    const token = `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
    await says(`${web}/vorschau/${token}/seiten/von-gestern`, 410, 'Der Link galt 24 Stunden.')
    await says(`${web}/vorschau/${token.slice(0, -2)}xx/seiten/von-gestern`, 404, 'nicht vollständig')
    await colleague.goto(`${web}/vorschau/${token}/ar/pages/von-gestern`)
    expect(await headingOf(colleague)).toBe('لا يمكن عرض هذه المعاينة')
  })

  test('says so when its draft was deleted', async () => {
    const documentId = await draft('page', { title: 'Bald gelöscht', text: [paragraph('Ein Absatz.')] })
    const link = await linkFor('page.page', documentId)
    await colleague.goto(link)
    expect(await headingOf(colleague)).toBe('Bald gelöscht')
    await send('DELETE', `${PAGES}/${documentId}?locale=*`)
    await says(link, 410, 'Der Entwurf wurde gelöscht.')
  })

  test('says so when its maker has signed out', async () => {
    await invite(cms, [LEAVER])
    const documentId = await draft('measure', { title: 'Vor dem Abmelden', slug: 'vor-dem-abmelden' })
    const admin = await openAdmin(browser, LEAVER)
    await open(admin, `${MEASURES}/${documentId}`)
    const link = String(await linkIn(admin))
    await colleague.goto(link)
    expect(await headingOf(colleague)).toContain('Vor dem Abmelden')
    await admin.getByRole('button', { name: 'Lena Leise' }).click()
    await admin.getByRole('menuitem', { name: 'Abmelden' }).click()
    await admin.getByLabel('E-Mail').waitFor()
    await says(link, 410, 'hat sich abgemeldet')
    const again = await linkFor('measure.measure', documentId, await signIn(cms, LEAVER))
    await colleague.goto(again)
    expect(await headingOf(colleague)).toContain('Vor dem Abmelden')
    await admin.context().close()
  })
})
