/** What people come for, without script unless it says otherwise. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { addressIn, editorToken, idOf, make, removeWhatWasMade, rewrite, send, to, typeInto } from './editor'
import { EDITOR } from './product'
import { follow, PHONE, screensOf, unfold } from './reading'

const web = inject('web')
const cms = inject('cms')
const EVENTS = addressIn('event')

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

beforeEach(async () => {
  context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
})

afterEach(() => context.close())

const heading = () => page.getByRole('heading', { level: 1 }).innerText()

describe('a reader', () => {
  test('goes from the home page to the plan, its field, and back to the events', async () => {
    await page.goto(web)
    await page.getByRole('main').getByRole('link', { name: 'WIR2.0', exact: true }).first().click()
    expect(await heading()).toBe('WIR2.0')
    await page.locator('.stage-rows').getByRole('link', { name: 'Bildung', exact: true }).click()
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
    await unfold(page)
    await page.getByLabel('Art', { exact: true }).selectOption('council_decision')
    await follow(page.getByRole('button', { name: 'Anzeigen' }))
    expect(new URL(page.url()).searchParams.get('kind')).toBe('council_decision')
    const found = await page.locator('article.event').count()
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(all)
    expect(await page.locator('#filter-kind').inputValue()).toBe('council_decision')
    expect(await page.locator('.filter-fold > summary').innerText()).toBe('Ausgewählt: Beschluss')
    await follow(page.getByRole('link', { name: 'Alle Ereignisse zeigen' }).first())
    // Other journeys write events meanwhile.
    expect(await page.locator('article.event').count()).toBeGreaterThan(found)
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
    expect(await event.getByRole('heading').first().innerText()).toContain(title)
    await event.locator('.citation-list a[href^="http"]').first().waitFor()
  })

  test('reads under which name the plan was known on the day of an event', async () => {
    await page.goto(`${web}/zeitleiste`)
    const event = page
      .locator('article.event', { has: page.locator('time[datetime="2020-06-25"], time[datetime^="2020-0"]') })
      .filter({ hasText: 'LIP 2.0' })
      .first()
    await event.locator('summary').click()
    expect(await event.locator('.facts').innerText()).toContain('damals: LIP 2.0')
  })

  test('reads the timeline as lines, each of which opens, in ten screens of a phone', async () => {
    await page.setViewportSize(PHONE)
    await page.goto(`${web}/zeitleiste`)
    expect(await screensOf(page)).toBeLessThanOrEqual(10)
    const events = await page.locator('article.event').count()
    expect(await page.locator('article.event > details:not([open]) > summary').count()).toBe(events)
    expect(await page.locator('article.event .citation-list a[href^="http"]').count()).toBeGreaterThan(events / 2)
    const year = page.getByRole('navigation', { name: 'Zu einem Jahr springen' }).getByRole('link', { name: '2022' })
    await year.click()
    expect(new URL(page.url()).hash).toBe('#year-2022')
    expect(await year.isVisible()).toBe(true)
    const place = await page.locator('#year-2022').boundingBox()
    expect(place?.y).toBeGreaterThanOrEqual(40)
    expect(place?.y).toBeLessThan(PHONE.height / 2)
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
    for (const address of ['/xx', '/xx/timeline', '/de-x/zeitleiste'])
      expect((await fetch(web + address)).status).toBe(404)
    expect((await fetch(`${web}/api/timeline?locale=xx`)).status).toBe(400)
  })

  test.each([
    ['/de', '/'], ['/de/', '/'], ['/de?x=1', '/?x=1'], ['/de/zeitleiste?kind=pause', '/zeitleiste?kind=pause'],
    ['/de//evil.example', '/evil.example'], ['/de/%5Cevil.example', '/evil.example'],
    ['/de/%09/evil.example', '/evil.example'], ['/de/%C3%BCber-uns', '/%C3%BCber-uns'],
  ])('%s, with the code of German, which addresses do not have, leads to %s', async (address, location) => {
    const response = await fetch(web + address, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([308, location])
  })

  test.each([
    ['/lip-lab', 'Das LIP-Lab', '/seiten/lip-lab'], ['/massnahmen/lip-lab', 'Das LIP-Lab', '/seiten/lip-lab'],
    ['/plaene/WIR-2-0', 'WIR', '/plaene/wir-2-0'],
    ['/massnahmen/Kulturorte%E2%80%A6', 'Kulturorte', '/massnahmen/kulturorte-der-vielfalt'],
    ['/en/measures/Tiny_Houses.html', 'Tiny', '/en/measures/tiny-houses'], ['/measures', 'Maßnahmen', '/massnahmen'],
  ])('%s is not there, and what it may mean is named first: %s', async (address, name, target) => {
    const response = await page.goto(web + address)
    expect(response?.status()).toBe(404)
    const first = page.locator('main section li a').first()
    expect([await first.getAttribute('href'), await first.innerText()]).toEqual([target, expect.stringContaining(name)])
  })

  test('that is not there has a search with its words in it', async () => {
    await page.goto(`${web}/massnahmen/tiny-haeuser-am-kronsberg`)
    const field = page.locator('main input[name="q"]')
    expect(await field.inputValue()).toBe('tiny haeuser am kronsberg')
    await field.fill('Tiny Houses')
    await follow(page.locator('main form button'))
    expect(new URL(page.url()).pathname).toBe('/suche')
    expect(await page.locator('main a[href="/massnahmen/tiny-houses"]').count()).toBeGreaterThan(0)
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

  test('asks by an address too, and not again for what has stayed the same', async () => {
    const address = `${web}/graphql?query=${encodeURIComponent('{ plans { slug title } }')}`
    const response = await fetch(address, { headers: { Origin: 'https://partner.example' } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect(JSON.parse(await response.text()).data.plans.length).toBeGreaterThan(1)
    const known = { 'If-None-Match': response.headers.get('etag') ?? '' }
    expect(known['If-None-Match']).toMatch(/^"[\w-]{43}"$/)
    const again = await fetch(address, { headers: known })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await fetch(`${web}/graphql?query=%7B`)).status).toBe(400)
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
  test('writes a draft that nobody sees, publishes it, and at once it is on the page', async () => {
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
    }, { timeout: 55_000, interval: 100 }).toBe(1)
  })

  test('changes the address of a plan, and the old one leads to the new one in every language', async () => {
    const plan = { title: 'Plan mit neuer Adresse', valid: '2001/2002' }
    const documentId = await make('plan', { ...plan, slug: 'adresse-alt' })
    await rewrite('plan', documentId, { ...plan, slug: 'adresse-neu' })
    for (const [from, to] of [
      ['/plaene/adresse-alt', '/plaene/adresse-neu'], ['/en/plans/adresse-alt', '/en/plans/adresse-neu'],
      ['/ar/plans/adresse-alt', '/ar/plans/adresse-neu'],
    ]) {
      const response = await fetch(`${web}${from}`, { redirect: 'manual' })
      expect([response.status, response.headers.get('location')]).toEqual([308, to])
      const asked = await fetch(`${web}${from}?asof=2021-12-31`, { redirect: 'manual' })
      expect(asked.headers.get('location')).toBe(`${to}?asof=2021-12-31`)
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
      await typeInto(admin, { title: 'Lange überlegt und getippt', date: '2021-02-30' })
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
      ]).toEqual(['Lange überlegt und getippt', '28. Februar 2021'])
    })

    test('keeps what was typed while Strapi completes an address that names no language', async () => {
      const { data: { documentId } } = await send('POST', EVENTS, { title: 'Ohne Sprache', date: '2024-07', kind: 'other' })
      const languages = '**/i18n/locales'
      await admin.route(languages, async (route) => {
        await admin.waitForTimeout(2500)
        await route.continue()
      })
      // The window remembers no language from before.
      await admin.evaluate(() => localStorage.removeItem('STRAPI_LOCALE'))
      await admin.goto(`${form}/${documentId}`)
      const title = admin.locator('input[name="title"]')
      await title.fill('Ohne Sprache, und weiter')
      expect(admin.url()).not.toContain('locale')
      await admin.waitForURL(/locale/)
      await admin.waitForTimeout(1000)
      expect(await title.inputValue()).toBe('Ohne Sprache, und weiter')
      await admin.unroute(languages)
      await title.fill('Ohne Sprache')
    })

    test.each([
      ['tr', 'an entry that is there in it', 'Dilsiz'], ['ar', 'an entry that is not translated into it', ''],
    ])('keeps what was typed where the window remembers %s: %s', async (language, _entry, stored) => {
      const { data: { documentId } } = await send('POST', EVENTS, { title: 'Ohne Sprache', date: '2024-07', kind: 'other' })
      await send('PUT', `${EVENTS}/${documentId}?locale=tr`, { title: 'Dilsiz' })
      const languages = '**/i18n/locales'
      await admin.route(languages, async (route) => {
        await admin.waitForTimeout(2500)
        await route.continue()
      })
      const remembered = JSON.stringify({ plugins: { i18n: { locale: language } } })
      await admin.evaluate(text => localStorage.setItem('STRAPI_LOCALE', text), remembered)
      await admin.goto(`${form}/${documentId}`)
      const title = admin.locator('input[name="title"]')
      await title.waitFor()
      expect(await title.inputValue()).toBe(stored)
      await title.fill('Gleich getippt')
      await admin.waitForTimeout(4000)
      expect(admin.url()).toContain(`locale]=${language}`)
      expect(await title.inputValue()).toBe('Gleich getippt')
      await admin.unroute(languages)
      await title.fill(stored)
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

    test('is told beside a translation what its source has said since, and confirms it, or says that it does not matter', async () => {
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
      await send('PUT', `${EVENTS}/${documentId}?locale=de`, { ...event, title: 'Nicht mehr zum Vergleichen' })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=en`)
      await admin.getByText('Die Änderung betrifft die Übersetzung nicht').click()
      await admin.getByRole('button', { name: 'Die Übersetzung sagt es schon so' }).click()
      await admin.getByText('Aktuell', { exact: true }).waitFor()
      await admin.getByText('betraf sie nicht: Die Übersetzung sagt es schon so.').waitFor()
    })

    test('who first wrote in English finds everything in the English form again', async () => {
      const {
        data: { documentId },
      } = await send('POST', `${EVENTS}?locale=en`, {
        title: 'First written in English', date: '2024-06', kind: 'other',
      })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=en`)
      await admin.locator('input[name="title"]').waitFor()
      expect(await admin.locator('input[name="date"]').inputValue()).toBe('Juni 2024')
    })

    test('a date is written as people write it, shown as it will read, and stored as EDTF', async () => {
      const {
        data: { documentId },
      } = await send('POST', EVENTS, { title: 'Mit einem Datum', date: '2024-06', kind: 'other' })
      await admin.goto(`${form}/${documentId}?plugins[i18n][locale]=de`)
      await admin.locator('input[name="date"]').fill('bald')
      await admin.getByText('Das ist noch kein Datum.').waitFor()
      await admin.locator('input[name="date"]').fill('Herbst 2019')
      await admin.getByText('Zu lesen als: September–November 2019').waitFor()
      await admin.getByRole('button', { name: 'Speichern' }).click()
      await admin.getByText('Gespeichert', { exact: true }).first().waitFor()
      const stored = await fetch(`${cms}${EVENTS}/${documentId}`, {
        headers: { Authorization: `Bearer ${await editorToken()}` },
      })
      expect(JSON.parse(await stored.text()).data.date).toBe('2019-09/2019-11')
    })
  })
})
