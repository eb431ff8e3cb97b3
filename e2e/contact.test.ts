/**
 * What readers send to the editors: it arrives, it stays private, and nothing that was typed is lost. In this order:
 * every message counts.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { XSS_VECTORS } from '../cms/tests/vectors'
import { openBrowser } from './browser'
import { addressIn, send } from './editor'

const web = inject('web')
const cms = inject('cms')
/** The form takes nothing that comes faster than anybody types. */
const NOT_TOO_FAST_MILLISECONDS = 3100
const FORM_TYPE = 'application/x-www-form-urlencoded'

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  context = await browser.newContext({ javaScriptEnabled: false })
  page = await context.newPage()
})

afterAll(() => browser?.close())

interface Answer {
  status: number
  html: string
  location: string | null
  cookie: string | null
}

async function answerOf(response: Response): Promise<Answer> {
  return {
    status: response.status, html: await response.text(), location: response.headers.get('location'),
    cookie: response.headers.get('set-cookie'),
  }
}

async function ticketFrom(path: string): Promise<string> {
  const html = await (await fetch(web + path)).text()
  return /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** Sends the form as a browser does. */
async function sendForm(
  path: string, fields: Record<string, string>, headers: Record<string, string> = {},
): Promise<Answer> {
  return answerOf(
    await fetch(web + path, {
      method: 'POST', redirect: 'manual', headers: { 'Content-Type': FORM_TYPE, ...headers },
      body: String(
        new URLSearchParams({ kind: 'correction', text: '', page: '', replyTo: '', website: '', ...fields }),
      ),
    }),
  )
}

async function received(): Promise<Record<string, unknown>[]> {
  const { results } = await send('GET', `${addressIn('message')}?pageSize=100`)
  return results.map(result => ({ ...result }))
}

/** What a reader sees at a field that was sent back. */
const inForm = (html: string, name: string) =>
  (name === 'text' ? /<textarea[^>]*>([\s\S]*?)<\/textarea>/ : new RegExp(`name="${name}"[^>]* value="([^"]*)"`)).exec(
    html,
  )?.[1]

describe('a correction', () => {
  test('goes from the page that is wrong to the editors, without script, and leaves nothing with the reader', async () => {
    await page.goto(`${web}/massnahmen/tiny-houses`)
    await page.getByRole('link', { name: 'Fehler auf dieser Seite?' }).click()
    expect(await page.getByLabel('Welche Seite?').inputValue()).toBe('/massnahmen/tiny-houses')
    expect(await page.getByLabel('Etwas stimmt nicht').isChecked()).toBe(true)
    await page.getByLabel('Ihre Nachricht').fill('Das Jahr stimmt nicht.\nQuelle: „Rundbrief“ <3>')
    await page.getByLabel('Ihre E-Mail-Adresse').fill('leserin@example.org')
    await page.waitForTimeout(NOT_TOO_FAST_MILLISECONDS)
    await page.getByRole('button', { name: 'Absenden' }).click()
    expect(new URL(page.url()).search).toBe('?sent=1')
    expect(await page.getByRole('status').innerText()).toBe('Danke. Ihre Nachricht ist bei der Redaktion angekommen.')
    expect(await context.cookies()).toEqual([])
    expect(await received()).toContainEqual(
      expect.objectContaining({
        kind: 'correction', page: '/massnahmen/tiny-houses', text: 'Das Jahr stimmt nicht.\nQuelle: „Rundbrief“ <3>',
        replyTo: 'leserin@example.org', language: 'de', isDone: false,
      }),
    )
  })

  test('comes in Arabic too', async () => {
    await page.goto(`${web}/ar/timeline`)
    await page.getByRole('contentinfo').locator('a[href*="contact?page="]').click()
    await page.getByLabel('رسالتكم').fill('التاريخ غير صحيح')
    await page.waitForTimeout(NOT_TOO_FAST_MILLISECONDS)
    await page.getByRole('button', { name: 'إرسال' }).click()
    expect(await page.getByRole('status').innerText()).toContain('وصلت رسالتكم')
    expect(await received()).toContainEqual(
      expect.objectContaining({ page: '/ar/timeline', text: 'التاريخ غير صحيح', replyTo: '', language: 'ar' }),
    )
  })

  test('is nothing that anybody could ask for', async () => {
    for (const query of [
      '{ messages { text } }', '{ messages_connection { nodes { text } } }', '{ __schema { types { name } } }',
      '{ search(q: "Rundbrief") { hits { excerpt { text } } otherHits { excerpt { text } } } }',
    ]) {
      const answer = await (
        await fetch(`${web}/graphql`, {
          method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }),
        })
      ).text()
      expect(answer, query).not.toMatch(/Rundbrief <|stimmt nicht|leserin|"Message/)
    }
    for (const address of [`${cms}/api/messages`, `${web}/api/messages`])
      expect((await fetch(address)).status).toBe(404)
  })
})

describe('a form that cannot be sent', () => {
  let ticket: string
  const typed = { text: 'Ein langer Brief, sorgfältig getippt.', page: '/zeitleiste', replyTo: 'leserin@example.org' }

  beforeAll(async () => {
    ticket = await ticketFrom('/kontakt')
    await new Promise(resolve => setTimeout(resolve, NOT_TOO_FAST_MILLISECONDS))
  })

  test.each([
    ['is empty', { text: ' \n ' }, 'Bitte schreiben Sie eine Nachricht.', 'contact-text'],
    ['is too long', { text: 'x'.repeat(5001) }, 'Höchstens 5000 Zeichen sind möglich', 'contact-text'],
    [
      'has a bad address', { replyTo: 'leserin(at)example' }, 'Diese E-Mail-Adresse hat einen Fehler.',
      'contact-replyTo',
    ],
    [
      'names a page elsewhere',
      { page: 'https://evil.example/' },
      'Die Seite beginnt mit einem Schrägstrich', 'contact-page',
    ],
    ['was filled in by a program', { website: 'https://evil.example/' }, 'Bitte leeren Sie es.', 'contact-website'],
    ['has no ticket', { ticket: '' }, 'Das Formular war zu lange offen.', null],
    ['has a ticket of another time', { ticket: '1700000000000.abc' }, 'Das Formular war zu lange offen.', null],
  ])('because it %s says so and keeps what was typed', async (_how, fields, sentence, field) => {
    const given = { ...typed, ticket, ...fields }
    const { status, html, cookie } = await sendForm('/kontakt', given)
    expect([status, cookie]).toEqual([422, null])
    expect(html).toContain(sentence)
    expect(field ? html.includes(`href="#${field}"`) : true).toBe(true)
    for (const name of ['text', 'page', 'replyTo'] as const) expect(inForm(html, name)?.trim()).toBe(given[name].trim())
    expect(html).toContain('<title>Noch nicht abgesendet')
  })

  test('because it came too fast says so, and can be sent again as it is', async () => {
    const { status, html } = await sendForm('/en/contact', { ...typed, ticket: await ticketFrom('/en/contact') })
    expect([status, inForm(html, 'text')]).toEqual([422, typed.text])
    expect(html).toContain('That was very quick.')
  })

  test('leads from what is wrong to its field', async () => {
    await page.goto(`${web}/kontakt`)
    await page.locator('main form').evaluate(form => form instanceof HTMLFormElement && form.setAttribute('novalidate', ''))
    await page.getByLabel('Ihre E-Mail-Adresse').fill('falsch')
    await page.getByRole('button', { name: 'Absenden' }).click()
    const alert = page.getByRole('alert')
    expect(await alert.innerText()).toContain(
      'Diese E-Mail-Adresse hat einen Fehler. Richtig wäre zum Beispiel name@example.org.',
    )
    await alert.getByRole('link', { name: 'E-Mail-Adresse' }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe('contact-replyTo')
    expect(await page.locator('#contact-replyTo').getAttribute('aria-invalid')).toBe('true')
  })

  test.each([
    ['41 kB', FORM_TYPE, `text=${'x'.repeat(41_000)}`], ['JSON', 'application/json', '{"text":"x"}'],
    ['parts', 'multipart/form-data; boundary=x', '--x--'], ['no type', '', 'text=x'],
  ])('of %s is refused with a page in the language of the form', async (_what, type, body) => {
    const { status, html } = await answerOf(
      await fetch(`${web}/kontakt`, { method: 'POST', headers: { 'Content-Type': type, 'Accept': 'text/html' }, body }),
    )
    expect(status).toBe(400)
    expect(html).toContain('<html  lang="de"')
  })

  test('is answered whatever its address says', async () => {
    const many = `?${Array.from({ length: 200 }, (_, number) => `p${number}=${number}`).join('&')}&page=/zeitleiste&page=/en&text[]=x`
    expect((await fetch(`${web}/kontakt${many}`)).status).toBe(200)
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${web}/kontakt`, { method })).status).toBe(405)
    for (const address of ['/zeitleiste', '/kontakt/', '/xx/contact', '/contact'])
      expect([404, 405], address).toContain(
        (await fetch(web + address, { method: 'POST', headers: { 'Content-Type': FORM_TYPE }, body: 'text=x' })).status,
      )
  })

  test('shows what was typed as text, whatever it is', async () => {
    const withScript = await browser.newContext()
    const trap = await withScript.newPage()
    const ran: string[] = []
    trap.on('dialog', (dialog) => {
      ran.push(dialog.message())
      void dialog.dismiss()
    })
    trap.on('console', message => ran.push(message.text()))
    await trap.goto(`${web}/kontakt?page=${encodeURIComponent(XSS_VECTORS.slice(0, 4).join(' '))}`)
    await trap.locator('main form').evaluate(form => form instanceof HTMLFormElement && form.setAttribute('novalidate', ''))
    const text = XSS_VECTORS.join('\n')
    await trap.locator('#contact-text').fill(text)
    for (const name of ['page', 'replyTo'])
      await trap.locator(`#contact-${name}`).fill(XSS_VECTORS.join(' ').replaceAll('\n', ' ').slice(0, 250))
    await trap.getByRole('button', { name: 'Absenden' }).click()
    await trap.getByRole('alert').waitFor()
    expect((await trap.locator('#contact-text').inputValue()).replaceAll(/[\u2028\u2029]/g, '')).toBe(
      text.replaceAll(/[\u2028\u2029]/g, ''),
    )
    expect(ran.filter(words => !words.includes('422'))).toEqual([])
    expect(await trap.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await withScript.close()
  })

  test('because it is the sixth within an hour says so and keeps what was typed, also for those who name another '
    + 'address', async () => {
    // A test that was tried twice has sent its message twice.
    for (let number = (await received()).length + 1; number <= 5; number += 1)
      expect((await sendForm('/kontakt', { text: `Nummer ${number}`, ticket })).location).toBe('/kontakt?sent=1')
    const headersTried: Record<string, string>[] = [
      {}, { 'X-Forwarded-For': '203.0.113.7' }, { Forwarded: 'for=203.0.113.8' },
    ]
    for (const headers of headersTried) {
      const { status, html } = await sendForm('/kontakt', { ...typed, ticket }, headers)
      expect([status, inForm(html, 'text')]).toEqual([429, typed.text])
      expect(html).toContain('Von Ihrem Anschluss kamen in der letzten Stunde schon mehrere Nachrichten.')
    }
    expect((await sendForm('/ar/contact', { ...typed, ticket })).status).toBe(429)
    expect((await received()).map(({ text }) => text)).not.toContain(typed.text)
  })
})
