/** Links to previews in front of the kept pages, with a cms that is asked over HTTP: real requests, real files. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { createApp, toNodeListener } from 'h3'
import { CurrentSlugDocument } from 'shared-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { headers, previewHeaders } from '../../config/headers'
import { ask, forgetKeptAnswers } from '../cms/client'
import { noteFollowing } from '../cms/following'
import { complaints } from '../cms/well-being'
import refuseEnded from '../middleware/preview'
import { answer, keepRendered } from '../pages/answer'
import { keptPages, openPages } from '../pages/pages'
import { currentPreview, inPreview, whilePreviewing } from './current'
import { openPreview } from './open'

const TOKEN = `${'a'.repeat(40)}.${'b'.repeat(43)}`
const BASE = `/vorschau/${TOKEN}`
const SHOWN = { until: '2026-12-02T10:00:00.000Z', framedBy: 'https://redaktion.example.org' }

const root = mkdtempSync(path.join(tmpdir(), 'lip-lab-previews-'))
/** What the cms says of the link, and whether it says anything. */
let standing: object = SHOWN
let isSick = false
/** The link with which each question came, if any. */
let asked: (string | undefined)[] = []
/** What the framework saw of each request. */
let seen: string[] = []
const servers: Server[] = []
let address = ''

async function listen(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return `http://127.0.0.1:${Reflect.get(Object(server.address()), 'port')}`
}

function linkOf({ headers: { 'x-preview': link } }: IncomingMessage): string | undefined {
  return typeof link === 'string' ? link : undefined
}

beforeAll(async () => {
  process.env.DATA_DIR = root
  process.env.CMS_URL = await listen(createServer(async (request, response) => {
    response.setHeader('Content-Type', 'application/json')
    if (isSick) response.statusCode = 500
    if (request.url === '/previews') return response.end(JSON.stringify({ data: standing }))
    await text(request)
    asked.push(linkOf(request))
    response.end(JSON.stringify({ data: { currentSlug: linkOf(request) ? 'Entwurf' : 'veröffentlicht' } }))
  }))
  openPages()
  const app = createApp({
    onBeforeResponse: (event, { body }) => keepRendered(event, body),
    onError: (error, event) => {
      seen.push(`error at ${getRequestURL(event).pathname} in ${currentPreview()?.base}`)
      return send(event, `error ${error.statusCode} ${JSON.stringify(error.data)}`)
    },
  })
  app.use(eventHandler(refuseEnded))
  app.use(eventHandler(async (event) => {
    seen.push(`${event.path} ${getRequestURL(event).href}`)
    if (event.path.startsWith('/boom')) throw new Error('boom')
    return `<p>${(await ask(CurrentSlugDocument, { type: 'Plan', formerSlug: 'x' })).currentSlug}`
  }))
  const { handler } = app
  app.handler = eventHandler(event => openPreview(event, eventHandler(inner => answer(inner, handler)), app))
  address = await listen(createServer(toNodeListener(app)))
})
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => {
  noteFollowing(true)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  standing = SHOWN
  isSick = false
  asked = []
  seen = []
})
afterEach(() => {
  forgetKeptAnswers()
  keptPages()?.forgetAll()
})

async function get(place: string): Promise<{ status: number, body: string }> {
  const response = await fetch(address + place)
  return { status: response.status, body: await response.text() }
}

describe('a page of a preview', () => {
  it('says what the draft says, and the public page what is published, whichever is asked for first', async () => {
    const [draft, live] = [{ status: 200, body: '<p>Entwurf' }, { status: 200, body: '<p>veröffentlicht' }]
    for (const order of [[BASE, ''], ['', BASE]])
      for (const base of [...order, ...order])
        expect(await get(`${base}/massnahmen/eins`), base).toEqual(base === BASE ? draft : live)
  })

  it('is kept nowhere: neither the page nor an answer, and each is asked for anew with the link', async () => {
    await get(`${BASE}/massnahmen/eins`)
    await get(`${BASE}/massnahmen/eins`)
    expect(asked).toEqual([TOKEN, TOKEN])
    expect([keptPages()?.size, readdirSync(path.join(root, 'pages'))]).toEqual([0, []])
    await get('/massnahmen/eins')
    expect(asked.at(-1)).toBeUndefined()
    expect(keptPages()?.size).toBe(1)
  })

  it('shows no last good answer while the cms is sick, nor is the cms taken for away by it', async () => {
    await get('/massnahmen/eins')
    isSick = true
    const preview = { base: BASE, token: TOKEN, shown: SHOWN, ending: null }
    const inOne = whilePreviewing(preview, () => ask(CurrentSlugDocument, { type: 'Plan', formerSlug: 'x' }))
    await expect(inOne).rejects.toMatchObject({ statusCode: 503 })
    expect(complaints()).toEqual([])
    expect(await get('/massnahmen/eins')).toEqual({ status: 200, body: '<p>veröffentlicht' })
  })

  it('is written where nothing sees the link: not in what the framework says of requests and errors', async () => {
    await get(`${BASE}/en/measures?q=x`)
    await get(`${BASE}?q=x`)
    expect((await get(`${BASE}/boom`)).status).toBe(500)
    expect(seen.map(line => line.replace(/http:\/\/[^/]*/, ''))).toEqual([
      '/en/measures?q=x /en/measures?q=x', '/?q=x /?q=x', '/boom /boom', `error at /boom in ${BASE}`,
    ])
  })
})

describe('a link that does not count', () => {
  it.each([
    ['expired', 410], ['ended', 410], ['deleted', 410], ['unknown', 404],
  ])('because it is %s is answered with %i, and nothing public stands in its place', async (ending, status) => {
    standing = { ending }
    await get('/massnahmen/eins')
    expect(await get(`${BASE}/massnahmen/eins`)).toEqual({
      status, body: `error ${status} ${JSON.stringify({ previewEnding: ending })}`,
    })
  })

  it.each(['', 'x', '%3Cscript%3E', 'ü'.repeat(30), 'a'.repeat(5000), `${TOKEN}%0d%0aX-Evil:1`])(
    'because it is none (%.20s) is not even asked about', async (token) => {
      standing = {}
      const body = JSON.stringify({ previewEnding: 'unknown' })
      expect(await get(`/vorschau/${encodeURI(token)}/massnahmen/eins`)).toEqual({ status: 404, body: `error 404 ${body}` })
    },
  )

  it('because the cms is sick is answered with 503', async () => {
    isSick = true
    expect((await get(`${BASE}/massnahmen/eins`)).status).toBe(503)
    isSick = false
    standing = { nonsense: true }
    expect((await get(`${BASE}/massnahmen/eins`)).status).toBe(503)
  })
})

describe('an address within a preview', () => {
  const preview = { base: BASE, token: TOKEN, shown: SHOWN, ending: null }

  it.each([
    ['/', BASE], ['/en', `${BASE}/en`], ['/massnahmen/eins', `${BASE}/massnahmen/eins`], ['/?q=1', `${BASE}?q=1`],
    ['/suche?q=a.b', `${BASE}/suche?q=a.b`], ['/zeitleiste#eins', `${BASE}/zeitleiste#eins`],
  ])('%s is %s', (own, within) => {
    expect(whilePreviewing(preview, () => inPreview(own))).toBe(within)
    expect(inPreview(own)).toBe(own)
  })

  it.each([
    '//evil.example', '/data/de/plans.csv', '/uploads/x.png', '/graphql', '/_nuxt/a.css', '/enhance.js', 'https://a.example',
    `${BASE}/en`, '#content',
  ])('%s stays', own => expect(whilePreviewing(preview, () => inPreview(own))).toBe(own))

  it('stays where the preview is over: what is public then is public', () => {
    expect(whilePreviewing({ ...preview, shown: null }, () => inPreview('/massnahmen'))).toBe('/massnahmen')
  })
})

it('a preview is sent with all that every page is sent with; the admin may frame it, nobody keeps or lists it', () => {
  const { 'Content-Security-Policy': policy, ...rest } = previewHeaders('https://redaktion.example.org')
  const { 'Content-Security-Policy': usual, ...others } = headers
  expect(rest).toEqual({ ...others, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
  expect(policy).toBe(usual.replace('frame-ancestors \'none\'', 'frame-ancestors https://redaktion.example.org'))
  expect(previewHeaders(null)['Content-Security-Policy']).toBe(usual)
})
