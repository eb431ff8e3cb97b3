/** A framework that asks a cms over HTTP, behind the kept pages: real requests, real files. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createApp, toNodeListener, toPlainHandler } from 'h3'
import { CurrentSlugDocument, SiteDocument } from 'shared-types'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { emptyAnswer } from '~~/test/empty-answer'
import { HANGING, openSickCms, WRONG } from '~~/test/sick-cms'
import { headers as always } from '../../config/headers'
import { ask, askLasting, forgetKeptAnswers } from '../cms/client'
import { noteFollowing } from '../cms/following'
import { complaints, isCmsAway } from '../cms/well-being'
import { answer, keepRendered, renderAhead } from './answer'
import { failing } from './failures'
import { noteForNow } from './made-of'
import { keptPages, openPages } from './pages'

const root = mkdtempSync(path.join(tmpdir(), 'lip-lab-answers-'))
const PICTURE = '/data/de/plans/a/share.png'
const pages = () => keptPages() ?? never()
let cms: Awaited<ReturnType<typeof openSickCms>>
let says = ''
/** As Nitro asks itself. */
let askItself: (path: string) => Promise<{ status: number }>
let server: Server
let port = 0
let rendered: string[] = []

beforeAll(async () => {
  process.env.DATA_DIR = root
  cms = await openSickCms(({ operationName }) =>
    operationName === 'CurrentSlug' ? { currentSlug: says } : emptyAnswer(operationName),
  )
  openPages()
  const app = createApp({ onBeforeResponse: (event, { body }) => keepRendered(event, body) })
  app.use(async (event) => {
    setResponseHeaders(event, { ...always, 'Content-Type': 'text/html;charset=utf-8' })
    const [address = ''] = event.path.split('?')
    rendered.push(event.path)
    if (address.startsWith('/api/')) return 'not a page'
    if (address === '/none') throw createError({ statusCode: 404 })
    if (address === '/moved') return sendRedirect(event, '/massnahmen', 308)
    if (address === '/sorry') setResponseStatus(event, 410)
    if (address === '/one-reader') noteForNow()
    if (address === '/en') setResponseHeader(event, 'Vary', 'Accept-Language')
    if (address === PICTURE) {
      setResponseHeader(event, 'Content-Type', 'image/png')
      return Buffer.from((await ask(CurrentSlugDocument, { type: 'Plan', formerSlug: address })).currentSlug ?? '')
    }
    return `<p>${(await ask(CurrentSlugDocument, { type: 'Plan', formerSlug: address })).currentSlug} ${'x'.repeat(2000)}`
  })
  const { handler } = app
  app.handler = eventHandler(event => answer(event, handler))
  const plain = toPlainHandler(app)
  askItself = address => plain({ method: 'GET', path: address, headers: {} })
  server = createServer(toNodeListener(app))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  port = Number(Reflect.get(Object(server.address()), 'port'))
})
afterAll(() => {
  server.close()
  cms.close()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  noteFollowing(true)
  rendered = []
  says = 'before'
})
afterEach(async () => {
  vi.restoreAllMocks()
  cms.recover()
  await vi.waitFor(() => expect(complaints()).toEqual([]), { timeout: 5000 })
  forgetKeptAnswers()
  pages().forgetAll()
})

interface Got { status: number, headers: IncomingHttpHeaders, body: Buffer }

/** As it comes over the wire: nothing is decompressed. */
function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: address, headers, method, agent: false }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await buffer(response) })
    }).on('error', reject).end()
  })
}
const textOf = async (address: string) => (await get(address)).body.toString().slice(3, 9)
const files = () => readdirSync(path.join(root, 'pages'))

/** A page for which the cms lets wait, while it answers others. */
async function textOfWhileWell(address: string): Promise<string> {
  const text = textOf(address)
  await sleep(200)
  await askAnother()
  return text
}

async function askAnother(): Promise<void> {
  forgetKeptAnswers()
  await askLasting(SiteDocument, 'de')
}

/** How many of twenty readers wait for `/a`; all see the last good page. */
async function waiting(): Promise<number> {
  const readers = Array.from({ length: 20 }, () => textOf('/a'))
  let left = readers.length
  for (const reader of readers) void reader.then(() => { left -= 1 })
  await sleep(1000)
  const stillWaiting = left
  await askAnother()
  expect(new Set(await Promise.all(readers))).toEqual(new Set(['before']))
  return stillWaiting
}

const now = performance.now.bind(performance)

/** Sets the clock on. */
function later(seconds: number): void {
  vi.spyOn(performance, 'now').mockImplementation(() => now() + seconds * 1000)
}

/** Something that every page is made of has changed. */
function happens(): void {
  says = 'after!'
  forgetKeptAnswers()
  pages().outdate(Number.MAX_SAFE_INTEGER, null)
}

it('a page is rendered once, and sent the same way then and later, with all headers', async () => {
  const [{ headers: first }, { headers: second }] = [await get('/massnahmen'), await get('/massnahmen')]
  expect(second).toEqual({ ...first, date: second.date })
  expect(rendered).toEqual(['/massnahmen'])
  for (const [name, value] of Object.entries(always)) expect(second[name.toLowerCase()], name).toBe(value)
  expect(second).toMatchObject({
    'vary': 'Accept-Encoding', 'etag': expect.stringMatching(/^W\/"[\w-]{22}"$/),
    'content-type': 'text/html;charset=utf-8',
  })
})

it.each([
  ['gzip, deflate, br, zstd', 'br'], ['gzip, deflate', 'gzip'], ['zstd', undefined], ['', undefined], ['identity', undefined],
  ['br;q=0, gzip;q=0.5', 'gzip'], ['*', 'br'], ['compress', undefined], ['x'.repeat(5000), undefined],
])('who takes "%.40s" gets %s', async (accepted, encoding) => {
  const plain = await get('/massnahmen')
  for (const { headers, body } of [
    await get('/massnahmen', { 'Accept-Encoding': accepted }), await get('/massnahmen', { 'Accept-Encoding': accepted }),
  ]) {
    expect([headers['content-encoding'], headers['content-length']]).toEqual([encoding, String(body.length)])
    if (encoding === 'br') expect(brotliDecompressSync(body)).toEqual(plain.body)
    if (encoding === 'gzip') expect(gunzipSync(body)).toEqual(plain.body)
    if (!encoding) expect(body).toEqual(plain.body)
  }
})

it('whoever has a page is told so, until it is another one', async () => {
  const { headers } = await get('/massnahmen')
  const known = { 'If-None-Match': `"x", ${headers.etag}` }
  const answered = await get('/massnahmen', known)
  expect([answered.status, answered.body.length, answered.headers.etag, answered.headers['content-security-policy']]).toEqual([
    304, 0, headers.etag, always['Content-Security-Policy'],
  ])
  happens()
  expect((await get('/massnahmen', known)).status).toBe(200)
})

it('a picture is kept as it is, and drawn anew when what it is made of changes', async () => {
  for (const time of ['drawn', 'kept']) {
    const { headers, body } = await get(PICTURE, { 'Accept-Encoding': 'br, gzip' })
    expect([headers['content-type'], headers['content-encoding'], body.toString()], time).toEqual(['image/png', undefined, 'before'])
  }
  expect(rendered).toEqual([PICTURE])
  happens()
  expect((await get(PICTURE)).body.toString()).toBe('after!')
})

it('HEAD is answered like GET, without the page', async () => {
  for (const time of ['rendered', 'kept']) {
    const head = await get('/massnahmen', {}, 'HEAD')
    expect([head.status, head.body.length], time).toEqual([200, 0])
    expect(head.headers['content-length']).toBe((await get('/massnahmen')).headers['content-length'])
  }
})

it('what changed is shown with the next request, and rendered ahead where nobody asks', async () => {
  expect(await textOf('/a')).toBe('before')
  expect(await textOf('/b')).toBe('before')
  happens()
  expect(await textOf('/a')).toBe('after!')
  await renderAhead('/b', askItself)
  rendered = []
  expect([await textOf('/a'), await textOf('/b'), rendered]).toEqual(['after!', 'after!', []])
})

it('many who ask at once wait for one rendering', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => textOf('/a')))
  expect([new Set(all), rendered]).toEqual([new Set(['before']), ['/a']])
})

it('while the cms is sick, what cannot be rendered is shown as it was, is named, and is tried again', async () => {
  await textOf('/a')
  happens()
  cms.fall(WRONG['status 500'])
  expect((await get('/new')).status).toBe(503)
  expect([await textOf('/a'), failing()]).toEqual(['before', ['/a']])
  cms.recover()
  later(6)
  expect([await textOf('/a'), failing()]).toEqual(['after!', []])
  expect(await textOf('/new')).toBe('after!')
})

it('a question that the cms lets wait costs one reader at a time: the others see the last good page', async () => {
  await textOf('/a')
  happens()
  cms.fallFor('CurrentSlug', HANGING['no headers'])
  expect(await textOfWhileWell('/a')).toBe('before')
  expect([await waiting(), failing(), isCmsAway()]).toEqual([0, ['/a'], false])
  later(6)
  expect(await waiting()).toBe(1)
  pages().forgetAll()
  expect(await textOfWhileWell('/a')).not.toBe('before')
  cms.recover()
  expect(await textOf('/a')).toBe('after!')
}, 30_000)

it('while the ledger is not heard, nothing that is kept passes for news', async () => {
  await textOf('/a')
  says = 'after!'
  forgetKeptAnswers()
  noteFollowing(false)
  expect(await textOf('/a')).toBe('after!')
})

it('what is no page any more is not kept', async () => {
  await textOf('/a')
  await pages().settled()
  expect(files()).toHaveLength(1)
  for (const address of ['/none', '/moved', '/sorry']) {
    expect((await get(address)).status).not.toBe(200)
    await renderAhead(address, askItself)
    expect(pages().has(address)).toBe(false)
  }
})

it('what somebody sends is not answered with a page', async () => {
  await get('/a')
  await pages().settled()
  rendered = []
  for (const method of ['POST', 'PUT', 'DELETE']) await get('/a', {}, method)
  await get('/b', {}, 'POST')
  expect(rendered).toEqual(['/a', '/a', '/a', '/b'])
  expect(pages().has('/b')).toBe(false)
})

it('what is right for one reader, or for now, is not kept', async () => {
  await get('/one-reader')
  await get('/en', { 'Accept-Language': 'ar' })
  expect(pages().size).toBe(0)
  await get('/en', { 'Accept-Language': 'en' })
  await get('/en')
  expect(rendered).toEqual(['/one-reader', '/en', '/en'])
  await get('/en', { 'Accept-Language': 'ar' })
  expect(rendered).toHaveLength(4)
  expect((await get('/en')).headers.vary).toBe('Accept-Language, Accept-Encoding')
})

it.each([
  '/massnahmen/', '/Massnahmen', '/m%61ssnahmen', '/massnahmen/..%2f..%2fx', '/massnahmen%00', '/api/x', '/_nuxt/x',
  '/x.html', '//massnahmen', '/data/../x.json', `/${'a'.repeat(1000)}`, '/?', '/massnahmen?x=1', '/uploads/x', '/readyz',
])('%.40s is no address of a page: it is rendered, and not kept', async (address) => {
  await get(address)
  await get(address)
  expect([rendered.length, pages().size]).toEqual([2, 0])
})

it('however many queries there are, there is no page and no file more', async () => {
  for (let one = 0; one < 100_000; one += 1000) {
    const addresses = Array.from({ length: 1000 }, (_, index) => `/massnahmen?x=${one + index}`)
    await Promise.all(addresses.slice(0, 5).map(address => get(address)))
    for (const path of addresses) {
      const event = Object.assign(Object.create(null), { path, node: { req: { method: 'GET' } } })
      expect(answer(event, eventHandler(() => 'rendered'))).toBe('rendered')
    }
  }
  await pages().settled()
  expect([pages().size, files()]).toEqual([0, []])
}, 60_000)

function never(): never {
  throw new Error('There is no store.')
}
