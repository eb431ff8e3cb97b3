/** What people come for, without script unless it says otherwise. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { addressIn, idOf, send, to } from './editor'
import { EDITOR } from './product'
import { follow } from './reading'

const web = inject('web')
const cms = inject('cms')
const EVENTS = addressIn('event')
const PLANS = addressIn('plan')

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

beforeEach(async () => {
  context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
})

afterEach(() => context.close())

const heading = () => page.getByRole('heading', { level: 1 }).innerText()

describe('a reader', () => {
  test('goes from the home page to the plan, its field, and back to the events', async () => {
    await page.goto(web)
    await page.getByRole('main').getByRole('link', { name: 'WIR2.0', exact: true }).click()
    expect(await heading()).toBe('WIR2.0')
    await page.getByRole('region', { name: 'Handlungsfelder' }).getByRole('link', { name: 'Bildung' }).click()
    expect(await heading()).toContain('Bildung')
    await page.getByRole('link', { name: 'Zeitleiste' }).first().click()
    expect(page.url()).toBe(`${web}/zeitleiste`)
  })

  test('finds the short timeline as an ordered list, oldest first', async () => {
    await page.goto(web)
    const dates = await page
      .locator('.braid-path time')
      .evaluateAll(times => times.map(time => time.getAttribute('datetime')?.slice(0, 4) ?? ''))
    const known = dates.filter(Boolean)
    expect(known.length).toBeGreaterThanOrEqual(8)
    expect(known).toEqual([...known].sort())
  })

  test('chooses events by phase, kind and plan, and the address keeps the choice', async () => {
    await page.goto(`${web}/zeitleiste`)
    const all = await page.locator('article.event').count()
    expect(all).toBeGreaterThanOrEqual(77)
    await page.getByLabel('Art', { exact: true }).selectOption('council_decision')
    await follow(page.getByRole('button', { name: 'Anzeigen' }))
    expect(new URL(page.url()).searchParams.get('kind')).toBe('council_decision')
    const found = await page.locator('article.event').count()
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(all)
    expect(await page.getByLabel('Art', { exact: true }).inputValue()).toBe('council_decision')
    await follow(page.getByRole('link', { name: 'Alle Ereignisse zeigen' }).first())
    expect(await page.locator('article.event').count()).toBe(all)
  })

  test('changes the language and keeps page and filter', async () => {
    await page.goto(`${web}/zeitleiste?kind=council_decision&all=1`)
    const german = await page.locator('article.event').count()
    await page.locator('.language-menu summary').click()
    await follow(page.getByRole('link', { name: 'العربية' }))
    const address = new URL(page.url())
    expect([address.pathname, address.search]).toEqual(['/ar/timeline', '?kind=council_decision&all=1'])
    expect(await page.locator('article.event').count()).toBe(german)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  })

  test('is told when a choice is not known, and when nothing fits', async () => {
    await page.goto(`${web}/zeitleiste?kind=%3Cb%3Enonsense`)
    expect(await page.getByRole('main').innerText()).toContain('Diese Auswahl kennen wir nicht: <b>nonsense')
    await page.goto(`${web}/zeitleiste?kind=election&plan=lip-2008`)
    expect(await page.getByRole('main').innerText()).toContain('Kein Ereignis passt')
  })

  test('reaches an event by its own address and its sources from there', async () => {
    await page.goto(web)
    const link = page.locator('.braid-path a').first()
    const title = await link.innerText()
    await link.click()
    const event = page.locator(':target')
    expect(await event.getByRole('heading').innerText()).toContain(title)
    await event.locator('summary').first().click()
    expect(await event.locator('details[open] a[href^="https://"]').count()).toBeGreaterThan(0)
  })

  test('reads under which name the plan was known on the day of an event', async () => {
    await page.goto(`${web}/zeitleiste`)
    const event = page
      .locator('article.event', { has: page.locator('time[datetime="2020-06-25"], time[datetime^="2020-0"]') })
      .filter({ hasText: 'LIP 2.0' })
      .first()
    expect(await event.locator('.facts').innerText()).toContain('damals: LIP 2.0')
  })

  test('reaches the content with the keyboard first', async () => {
    await page.goto(web)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Zum Inhalt')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#content')
  })

  test('gets dates in words of the language, in the Gregorian calendar', async () => {
    await page.goto(`${web}/zeitleiste`)
    expect(await page.getByRole('main').innerText()).toMatch(/17\.–18\. Januar 2020/)
    await page.goto(`${web}/ar/timeline`)
    expect(await page.locator('time').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/2020|٢٠٢٠/)]),
    )
  })
})

describe('an address', () => {
  test.each([
    ['/plaene/gibt-es-nicht', 'Diese Seite gibt es nicht'], ['/en/plans/nope', 'This page does not exist'],
    ['/handlungsfelder/%00', 'Diese Seite gibt es nicht'], ['/plaene/%E0%A4%A', ''],
  ])('%s that leads nowhere says so in its language', async (address, title) => {
    const response = await page.goto(web + address)
    expect(response?.status()).toBeGreaterThanOrEqual(400)
    expect(response?.status()).toBeLessThan(500)
    if (title) expect(await heading()).toBe(title)
  })

  test('that is written to is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${web}/zeitleiste`, { method })).status).toBe(405)
  })

  test('of a language that does not exist is not there', async () => {
    for (const address of ['/xx', '/xx/timeline', '/de/zeitleiste'])
      expect((await fetch(web + address)).status).toBe(404)
    expect((await fetch(`${web}/api/timeline?locale=xx`)).status).toBe(400)
  })

  test.each([
    '?x=1', '?page=-1', '?kind=a&kind=b', `?q=${'x'.repeat(4000)}`, '?kind=%F0%9F%98%80', '?phase[]=x', '?kind=%00',
  ])('with %s is answered', async (query) => {
    expect((await fetch(`${web}/zeitleiste${query}`)).status).toBe(200)
  })

  test.each(['//evil.example', '/\\evil.example', '/%0d%0aSet-Cookie:x=1', '/en//evil.example'])(
    '%s never leads away',
    async (address) => {
      const response = await fetch(web + address, { redirect: 'manual' })
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(new URL(response.headers.get('location') ?? '/', web).host).toBe(new URL(web).host)
    },
  )
})

describe('a partner', () => {
  test('asks over GraphQL at the website\'s own address', async () => {
    const response = await fetch(`${web}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Origin': 'https://partner.example' },
      body: JSON.stringify({ query: '{ plans { slug title } }' }),
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(JSON.parse(await response.text())).toMatchObject({
      data: { plans: expect.arrayContaining([expect.objectContaining({ slug: 'wir-2-0' })]) },
    })
  })

  test('gets no draft there, not even with the key', async () => {
    const secrets = JSON.parse(readFileSync(path.join(inject('dataDirectory'), 'secrets.json'), 'utf8'))
    const response = await fetch(`${web}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'x-preview-key': secrets.previewKey },
      body: JSON.stringify({ query: '{ timelineEvents(status: DRAFT) { title } }' }),
    })
    expect(JSON.parse(await response.text()).errors).toHaveLength(1)
  })
})

describe('an editor', () => {
  test('writes a draft that nobody sees, publishes it, and within a minute it is on the page', async () => {
    const title = 'Ein Ereignis aus dem Test der Redaktion'
    const event = { title, date: '2024-05', kind: 'other', plan: to(await idOf('plans', 'wir-2-0')) }
    const {
      data: { documentId },
    } = await send('POST', EVENTS, event)
    const asked = await fetch(`${cms}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: `{ timelineEvents(filters: { title: { eq: "${title}" } }) { title } }` }),
    })
    expect(JSON.parse(await asked.text())).toEqual({ data: { timelineEvents: [] } })
    await send('POST', `${EVENTS}/${documentId}/actions/publish`, event)
    await expect.poll(async () => {
      await page.goto(`${web}/en/timeline?all=1`)
      return page.locator('article.event h4 [lang="de"]', { hasText: title }).count()
    }, { timeout: 55_000, interval: 2000 }).toBe(1)
  })

  test('changes the address of a plan, and the old one leads to the new one in every language', async () => {
    const {
      data: { documentId },
    } = await send('POST', PLANS, { title: 'Plan mit neuer Adresse', slug: 'adresse-alt', valid: '2001/2002' })
    await send('PUT', `${PLANS}/${documentId}`, {
      title: 'Plan mit neuer Adresse', slug: 'adresse-neu', valid: '2001/2002',
    })
    for (const [from, to] of [
      ['/plaene/adresse-alt', '/plaene/adresse-neu'], ['/en/plans/adresse-alt', '/en/plans/adresse-neu'],
      ['/ar/plans/adresse-alt', '/ar/plans/adresse-neu'],
    ]) {
      const response = await fetch(`${web}${from}`, { redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([308, to])
    }
  })

  describe('in the admin', () => {
    let admin: Page
    const hosts = new Set<string>()

    beforeAll(async () => {
      const withScript = await browser.newContext({ viewport: { width: 1400, height: 1000 } })
      admin = await withScript.newPage()
      admin.on('request', request => hosts.add(new URL(request.url()).host))
      await admin.goto(`${cms}/admin`)
      await admin.getByText('Willkommen im LIP-Lab').waitFor()
      await admin.getByLabel('E-Mail').fill(EDITOR.email)
      await admin.locator('input[name="password"]').fill(EDITOR.password)
      await admin.getByRole('button', { name: 'Anmelden' }).click()
      await admin.getByRole('link', { name: 'Inhalt' }).first().waitFor()
    })

    afterAll(() => admin?.context().close())

    const form = `${new URL(cms).origin}/admin/content-manager/collection-types/api::timeline.timeline-event`

    test('works in German, chooses from German words, and meets no foreign address', async () => {
      await admin.goto(`${form}/create`)
      await admin.getByLabel('Titel').first().waitFor()
      await admin.getByRole('combobox', { name: 'Art' }).click()
      await admin.getByRole('option', { name: 'Umbenennung' }).click()
      expect([...hosts]).toEqual([new URL(cms).host])
    })

    test('is told beside the field what is wrong, and keeps every word that was typed', async () => {
      const {
        data: { documentId },
      } = await send('POST', EVENTS, { title: 'Vor dem Tippen', date: '2024-06', kind: 'other' })
      await admin.goto(`${form}/${documentId}`)
      await admin.locator('input[name="title"]').fill('Lange überlegt und getippt')
      await admin.locator('input[name="date"]').fill('2021-02-30')
      await admin.getByRole('button', { name: 'Speichern' }).click()
      await admin.getByText('„2021-02-30“ ist kein Datum').first().waitFor()
      await admin.waitForTimeout(1500)
      expect(await admin.locator('input[name="title"]').inputValue()).toBe('Lange überlegt und getippt')
      expect(await admin.locator('input[name="date"]').inputValue()).toBe('2021-02-30')
      await admin.locator('input[name="date"]').fill('2021-02-28')
      await admin.getByRole('button', { name: 'Speichern' }).click()
      await admin.getByText('Lange überlegt und getippt').first().waitFor()
      await admin.reload()
      await admin.locator('input[name="title"]').waitFor()
      expect([
        await admin.locator('input[name="title"]').inputValue(), await admin.locator('input[name="date"]').inputValue(),
      ]).toEqual(['Lange überlegt und getippt', '2021-02-28'])
    })

    test('sees in a translation only what is translated', async () => {
      const {
        data: { documentId },
      } = await send('POST', EVENTS, { title: 'Zum Übersetzen', date: '2024-06', kind: 'other' })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=ar`)
      await admin.locator('input[name="title"]').waitFor()
      expect(await admin.locator('input[name="date"], input[name="slug"]').count()).toBe(0)
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=de`)
      await admin.locator('input[name="date"]').waitFor()
    })

    test('is told beside a translation what its source has said since, and confirms it', async () => {
      const event = { title: 'Zum Vergleichen', date: '2024-06', kind: 'other' }
      const { data: { documentId } } = await send('POST', EVENTS, event)
      await send('PUT', `${EVENTS}/${documentId}?locale=en`, { title: 'To compare' })
      await send('PUT', `${EVENTS}/${documentId}?locale=de`, { ...event, title: 'Nicht zum Vergleichen' })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=en`)
      await admin.getByText('Veraltet', { exact: true }).waitFor()
      await admin.getByText('Nicht zum Vergleichen', { exact: true }).waitFor()
      await admin.locator('input[name="isConfirmed"]').click()
      await admin.getByText('Beim Speichern wird vermerkt').waitFor()
      await admin.getByRole('button', { name: 'Speichern' }).click()
      await admin.getByText('Aktuell', { exact: true }).waitFor()
    })

    test('who first wrote in English finds everything in the English form again', async () => {
      const {
        data: { documentId },
      } = await send('POST', `${EVENTS}?locale=en`, {
        title: 'First written in English', date: '2024-06', kind: 'other',
      })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=en`)
      await admin.locator('input[name="title"]').waitFor()
      expect(await admin.locator('input[name="date"]').inputValue()).toBe('2024-06')
    })
  })
})
