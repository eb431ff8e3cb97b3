/** What each role meets in the admin: no English, no code, no request that fails, nothing asked of anybody else. */
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { openAdmin } from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { ADMIN, AUTHOR, EDITOR, invite, LEAD, TRANSLATOR } from './product'
import { strangeTexts } from './watch-for-english'

const cms = inject('cms')
/** Every kind in the full matrix; else some of each sort: with drafts, without, of the ledger, a single one. */
const SAMPLE = /timeline-event|article\.article|source\.source|status-update|bin-entry|revision|page\.site/
const OTHERS = ['/', '/new', '/catalogue', '/me', '/me/sessions', '/plugins/upload', '/nirgends']
const FOR_ADMINISTRATORS = ['/settings/users', '/settings/roles', '/settings/sign-in-links', '/settings/internationalization']
const ACTIONS = ['Weitere Aktionen', 'Weitere Dokumentaktionen']
const GONE = ['Vorschau einrichten', 'Modell bearbeiten', 'Anzeige konfigurieren', 'Ansicht konfigurieren', 'Kennung']

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  await invite(cms, [LEAD, TRANSLATOR])
})
afterAll(() => browser?.close())

const ROLES = [
  ['an author', AUTHOR, []], ['the Redaktion', EDITOR, []], ['who installed it', ADMIN, FOR_ADMINISTRATORS],
  ['who leads', LEAD, FOR_ADMINISTRATORS.slice(0, 3)], ['who translates', TRANSLATOR, []],
] as const

// Those who do least of their own here are for the full matrix.
describe.each(ROLES.slice(0, IS_WHOLE_MATRIX ? undefined : 2))('%s', (_name, account, more) => {
  test('meets neither English nor a code, and nothing fails on the way', async () => {
    const met = new Set<string>()
    const admin = await openAdmin(browser, account)
    const untilQuiet = listen(admin, met)
    const look = async (where: string) => {
      for (const text of await strangeTexts(admin)) met.add(`${where}: ${text}`)
      if (!where.startsWith('/content-manager')) return
      for (const word of GONE) if (await admin.getByText(word).count() > 0) met.add(`${where}: ${word}`)
    }
    const go = async (address: string) => {
      // As a link within the admin leads there: without loading all of it again.
      await admin.evaluate((to) => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, `/admin${address}`)
      await untilQuiet()
      await admin.locator('main h1').first().waitFor()
      await look(address)
    }
    // Whoever translates has no right to files, and no link leads her there.
    const pages = account === TRANSLATOR ? OTHERS.filter(address => address !== '/plugins/upload') : OTHERS
    for (const address of [...pages, ...more]) await go(address)
    for (const kind of await kindsIn(admin)) {
      await go(kind)
      await openEach(admin, ['Filter'], () => look(`${kind}, filters`))
      const first = await firstEntryOf(admin)
      if (first) {
        await go(first)
        await openEach(admin, ACTIONS, () => look(`${first}, actions`))
      }
      await go(kind)
      if (await admin.getByRole('link', { name: 'Neuer Eintrag' }).count() > 0) await go(`${kind}/create`)
    }
    await admin.context().close()
    expect([...met].join('\n')).toBe('')
  }, 600_000)
})

/** Nothing has been asked for so long, and nothing is drawn. */
const QUIET_MILLISECONDS = 300

/** Notes what goes wrong, and returns what waits until everything that was asked is answered and drawn. */
function listen(admin: Page, met: Set<string>): () => Promise<void> {
  const waiting = new Set<Request>()
  let last = Date.now()
  const settle = (request: Request) => {
    waiting.delete(request)
    last = Date.now()
  }
  admin.on('requestfinished', settle)
  admin.on('requestfailed', settle)
  admin.on('request', (request) => {
    waiting.add(request)
    last = Date.now()
    if (!request.url().startsWith(cms) && !/^(data|blob):/.test(request.url())) met.add(`asks ${request.url()}`)
  })
  admin.on('response', (response) => {
    if (response.status() >= 400) met.add(`${response.status()} ${new URL(response.url()).pathname}`)
  })
  return async () => {
    last = Date.now()
    while (waiting.size > 0 || Date.now() - last < QUIET_MILLISECONDS) {
      await admin.waitForTimeout(QUIET_MILLISECONDS / 4)
      await admin.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)))
    }
  }
}

/** The addresses of the lists in the menu. */
async function kindsIn(admin: Page): Promise<string[]> {
  await admin.goto(`${cms}/admin/content-manager`)
  await admin.getByRole('link', { name: 'Ereignisse' }).waitFor()
  const addresses = await admin.locator('a[href*="-types/"]').evaluateAll(links => links.map(link => link.getAttribute('href')))
  const kinds = addresses.flatMap(address => /\/content-manager\/(?:collection|single)-types\/[\w:.-]+/.exec(address ?? '') ?? [])
  return [...new Set(kinds)].filter(kind => IS_WHOLE_MATRIX || SAMPLE.test(kind))
}

async function firstEntryOf(admin: Page): Promise<string | null> {
  const links = admin.locator('main td a[href*="/content-manager/collection-types/"]')
  const address = await links.count() > 0 ? await links.first().getAttribute('href') : null
  return address?.replace(/^\/admin/, '') ?? null
}

async function openEach(admin: Page, names: string[], look: () => Promise<void>): Promise<void> {
  for (const name of names) {
    const button = admin.getByRole('button', { name, exact: true }).first()
    if (await button.count() === 0 || !await button.isEnabled()) continue
    await button.click()
    await look()
    await admin.keyboard.press('Escape')
  }
}
