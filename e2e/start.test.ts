/** How the product starts, refuses to start, and bears that its cms is away. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type ServerResponse } from 'node:http'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { ADMIN, EDITOR, freePort, invite, signIn, startProduct } from './product'
import { startSecondWeb } from './second-web'
import { SECURITY, securityOf } from './security-headers'

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-start-'))
const stopping: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm start', () => {
  test('names the port that is in use and another one, and leaves nothing behind', async () => {
    const port = new URL(inject('web')).port
    const dataDirectory = path.join(folder, 'never')
    const product = startProduct({ PORT: port, CMS_PORT: String(await freePort()), DATA_DIR: dataDirectory })
    expect(await product.ended).toBe(1)
    expect(product.output()).toBe(
      `Port ${port} is in use. Stop the program that uses it, or choose another one: PORT=${Number(port) + 100} npm `
      + `start\n`,
    )
    expect(existsSync(dataDirectory)).toBe(false)
  })

  test('says what is wrong with a data directory that cannot be written', async () => {
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    const product = startProduct({
      PORT: String(await freePort()), CMS_PORT: String(await freePort()), DATA_DIR: path.join(file, 'data'),
    })
    expect(await product.ended).toBe(1)
    expect(product.output()).toMatch(/^The data directory .* cannot be written\. .*\n$/)
  })

  test.each([
    ['PORT', '99999'], ['PORT', 'abc'], ['CMS_PORT', '-1'], ['SEED', 'nonsense'], ['SITE_URL', 'nonsense'],
    ['SITE_URL', 'ftp://example.org'], ['ADMIN_URL', 'redaktion.example.org'],
  ])('refuses %s=%s with what would be right', async (name, value) => {
    const product = startProduct({
      PORT: String(await freePort()), CMS_PORT: String(await freePort()), DATA_DIR: path.join(folder, 'data'),
      [name]: value,
    })
    expect(await product.ended).toBe(1)
    expect(product.output()).toContain(`${name} is "${value}". It must be`)
  })

  test('starts anew on its data, without seeding again, and SIGTERM stops both programs cleanly', async () => {
    const dataDirectory = mkdtempSync(path.join(folder, 'again-'))
    const env = {
      PORT: String(await freePort()), CMS_PORT: String(await freePort()), DATA_DIR: dataDirectory, SEED: 'none',
    }
    for (const start of ['first', 'second']) {
      const product = startProduct(env)
      expect(await product.ready, product.output()).toBe(`ready http://127.0.0.1:${env.PORT}`)
      expect(product.output()).not.toMatch(/seeding|building|installing/)
      expect(await product.stop(), start).toBe(0)
      for (const port of [env.PORT, env.CMS_PORT])
        await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
    }
    expect(readdirSync(dataDirectory)).toEqual(expect.arrayContaining(['first-admin', 'lip-lab.db', 'secrets.json']))
  }, 240_000)
})

describe('npm start that is stopped while somebody asks', () => {
  interface Asking {
    /** Sends the rest and waits for the answer. */
    finish: () => Promise<string>
  }

  /** Sends half of a request over a connection that would be kept for more. */
  async function beginToAsk(address: string, place: string, values: object, token = ''): Promise<Asking> {
    const { hostname, port } = new URL(address)
    const body = JSON.stringify(values)
    const socket = connect(Number(port), hostname)
    const answer = text(socket)
    const head = [
      `POST ${place} HTTP/1.1`, `Host: ${hostname}`, 'Content-Type: application/json', 'Connection: keep-alive',
      `Content-Length: ${body.length}`, ...token ? [`Authorization: Bearer ${token}`] : [],
    ]
    await new Promise<void>((resolve) => {
      socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`, () => resolve())
    })
    return {
      finish: () => {
        socket.write(body.slice(10))
        return answer
      },
    }
  }

  const isOpen = (address: string) => fetch(`${address}/healthz`).then(() => true, () => false)
  const moment = () => new Promise(resolve => setTimeout(resolve, 500))

  test('answers it at both programs, lets nobody new in, and ends cleanly', async () => {
    const dataDirectory = path.join(folder, 'stopped')
    const [web, cms] = [await freePort(), await freePort()].map(port => `http://127.0.0.1:${port}`)
    if (!web || !cms) throw new Error('There are no free ports.')
    const product = startProduct({
      PORT: new URL(web).port, CMS_PORT: new URL(cms).port, DATA_DIR: dataDirectory, SEED: 'none',
      ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password,
    })
    expect(await product.ready, product.output()).toBe(`ready ${web}`)
    await invite(cms, [EDITOR])
    const token = await signIn(cms, EDITOR)
    const page = { title: 'Unterwegs', text: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }] }
    const reading = await beginToAsk(web, '/graphql', { query: '{ pages { title } }' })
    const saving = await beginToAsk(cms, '/content-manager/collection-types/api::page.page', page, token)
    await moment()
    const stopped = performance.now()
    const ended = product.stop()
    await expect.poll(() => isOpen(web)).toBe(false)
    await moment()
    expect(await reading.finish()).toMatch(/^HTTP\/1\.1 200 [^]*connection: close[^]*"pages"/i)
    await expect.poll(() => isOpen(cms), { timeout: 10_000 }).toBe(false)
    await moment()
    expect(await saving.finish()).toMatch(/^HTTP\/1\.1 201 [^]*connection: close[^]*"Unterwegs"/i)
    expect(await ended).toBe(0)
    // Sooner than either is ended by force.
    expect(performance.now() - stopped).toBeLessThan(14_000)
    const database = new DatabaseSync(path.join(dataDirectory, 'lip-lab.db'), { readOnly: true })
    expect(database.prepare('select title from pages').all()).toMatchObject([{ title: 'Unterwegs' }])
    expect(database.prepare('select * from portal_lease').all()).toEqual([])
    database.close()
  }, 120_000)
})

describe('a website whose cms is away', () => {
  let cmsPort: number
  let stop: () => unknown

  // A product of its own, on what the common one holds by now: other journeys go on changing that one.
  beforeAll(async () => {
    const dataDirectory = path.join(folder, 'copied')
    mkdirSync(dataDirectory)
    const copied = path.join(dataDirectory, 'lip-lab.db')
    const common = new DatabaseSync(path.join(inject('dataDirectory'), 'lip-lab.db'))
    common.prepare('VACUUM INTO ?').run(copied)
    common.close()
    const copy = new DatabaseSync(copied)
    copy.exec('DROP TABLE portal_lease')
    copy.close()
    cmsPort = await freePort()
    const product = startProduct({
      PORT: String(await freePort()), CMS_PORT: String(cmsPort), DATA_DIR: dataDirectory, SEED: 'none',
    })
    stop = product.stop
    expect(await product.ready, product.output()).not.toBeNull()
  })

  afterAll(() => stop())

  async function startWeb(port: number): Promise<string> {
    const { address, stop } = await startSecondWeb(`http://127.0.0.1:${port}`)
    stopping.push(stop)
    return address
  }

  /** A way to the real cms that can be closed. */
  async function aWayToTheCms(): Promise<{ port: number, close: () => Promise<void> }> {
    const sockets = new Set<{ destroy: () => void }>()
    const server: Server = createServer((socket) => {
      const onward = connect(cmsPort, '127.0.0.1')
      for (const end of [socket, onward]) {
        sockets.add(end)
        end.on('error', () => undefined)
      }
      socket.pipe(onward).pipe(socket)
    })
    const port = await freePort()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    const close = () => new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    })
    return { port, close }
  }

  test('says so in the language of the page, with 503 and a way to try again, and is not ready', async () => {
    const web = await startWeb(await freePort())
    for (const [address, words] of [
      ['/', 'Die Inhalte sind gerade nicht erreichbar'], ['/en/timeline', 'The content cannot be reached right now'],
      ['/ar/plans/wir-2-0', 'لا يمكن الوصول إلى المحتوى'],
    ] as const) {
      const response = await fetch(web + address, { headers: { Accept: 'text/html' } })
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('60')
      expect(securityOf(response.headers)).toEqual(SECURITY)
      expect(/<h1>(.*)<\/h1>/.exec(await response.text())?.[1]?.replaceAll('\u00AD', '')).toContain(words)
    }
    expect((await fetch(`${web}/readyz`)).status).toBe(503)
    expect((await fetch(`${web}/graphql`, { method: 'POST', body: '{}' })).status).toBe(503)
  })

  /** The real cms, until it is told to fall sick. */
  async function aSickeningCms(): Promise<{
    port: number
    say: (answer: ((end: ServerResponse) => void) | undefined) => void
  }> {
    let sickness: ((end: ServerResponse) => void) | undefined
    const server = createHttpServer(async (request, response) => {
      if (sickness && request.url === '/graphql') return sickness(response)
      const asked = { 'X-Depends-On': String(request.headers['x-depends-on'] ?? '') }
      const onward = await fetch(
        `http://127.0.0.1:${cmsPort}${request.url}`,
        request.method === 'POST'
          ? { method: 'POST', headers: { 'Content-Type': 'application/json', ...asked }, body: await text(request) }
          : {},
      )
      for (const name of ['content-type', 'ledger-position'])
        if (onward.headers.has(name)) response.setHeader(name, onward.headers.get(name) ?? '')
      response.writeHead(onward.status)
      response.end(await onward.text())
    })
    const port = await freePort()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    stopping.push(() => {
      server.closeAllConnections()
      server.close()
    })
    return { port, say: (answer) => { sickness = answer } }
  }

  const KNOWN = [
    '/', '/ar', '/zeitleiste', '/en/timeline', '/massnahmen', '/massnahmen/tiny-houses', '/plaene/wir-2-0',
    '/beitraege', '/mitwirkende', '/glossar', '/impressum', '/datenschutz', '/barrierefreiheit', '/kontakt',
    '/ar/imprint', '/sitemap.xml', '/data/de/articles/feed.atom',
  ]
  const sizes = async (web: string) => {
    const found: [string, number, number][] = []
    for (const address of KNOWN) {
      const response = await fetch(web + address)
      found.push([address, response.status, Math.round((await response.text()).length / 1000)])
    }
    return found
  }

  test('whose answers are none shows what it has, tells the reason, and forgets nothing over unknown addresses', { timeout: 240_000 }, async () => {
    const cms = await aSickeningCms()
    const web = await startWeb(cms.port)
    const before = await sizes(web)
    expect(before.map(([, status]) => status)).toEqual(KNOWN.map(() => 200))
    expect((await fetch(`${web}/readyz`)).status).toBe(200)
    for (let one = 0; one < 620; one += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => fetch(`${web}/seiten/x-${one + index}`).then(answer => answer.text())),
      )
    }
    cms.say(response => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"data":{}}'))
    expect(await sizes(web)).toEqual(before)
    const ready = await fetch(`${web}/readyz`)
    expect([ready.status, (await ready.json()).reasons[0]]).toEqual([
      503, expect.stringContaining('without what was asked'),
    ])
    cms.say(() => undefined)
    await fetch(`${web}/massnahmen?q=haus`)
    const start = performance.now()
    expect(await sizes(web)).toEqual(before)
    expect((await fetch(`${web}/massnahmen/mentoring`)).status).toBe(503)
    expect(performance.now() - start).toBeLessThan(5000)
    cms.say(undefined)
    await expect
      .poll(() => fetch(`${web}/readyz`).then(({ status }) => status), { timeout: 75_000, interval: 500 })
      .toBe(200)
  })

  test('goes on showing the last good page, never an empty one, and loses nothing that somebody writes', async () => {
    const way = await aWayToTheCms()
    const web = await startWeb(way.port)
    const before = await (await fetch(`${web}/zeitleiste`)).text()
    const form = await (await fetch(`${web}/kontakt`)).text()
    expect(before.match(/<article/g)?.length).toBeGreaterThanOrEqual(77)
    await way.close()
    // Nobody answers any more; and no form is taken sooner than somebody can have written it.
    await new Promise(resolve => setTimeout(resolve, 3500))
    const response = await fetch(`${web}/zeitleiste`)
    expect(response.status).toBe(200)
    expect(securityOf(response.headers)).toEqual(SECURITY)
    expect((await response.text()).match(/<article/g)?.length).toBe(before.match(/<article/g)?.length)
    expect((await fetch(`${web}/plaene/wir-2-0`)).status).toBe(503)
    const sent = await fetch(`${web}/kontakt`, {
      method: 'POST',
      body: new URLSearchParams({
        kind: 'question', text: 'Lange überlegt und getippt',
        ticket: /name="ticket" value="([^"]+)"/.exec(form)?.[1] ?? '',
      }),
    })
    expect(sent.status).toBe(503)
    expect(await sent.text()).toMatch(/Ihr Text ist noch da\.[\s\S]*>Lange überlegt und getippt<\/textarea>/)
  })
})
