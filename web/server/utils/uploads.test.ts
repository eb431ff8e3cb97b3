import { createServer, type RequestListener, type Server } from 'node:http'
import { createApp, createRouter, toNodeListener } from 'h3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import passFile from '../routes/uploads/[...path]'

const WORDS = 'Beispielton '.repeat(1000)
const MODIFIED = 'Thu, 26 Nov 2026 04:57:54 GMT'
const asked: { method?: string, url?: string, range?: string, cookie?: string }[] = []

async function listen(listener: RequestListener): Promise<{ server: Server, address: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The server has no port.')
  return { server, address: `http://127.0.0.1:${address.port}` }
}

/** A cms that keeps one file, answers to ranges, and breaks on another. */
const cms = await listen(({ method, url, headers }, response) => {
  asked.push({ method, url, range: headers.range, cookie: headers.cookie })
  if (url === '/uploads/krank.mp3') return response.writeHead(500).end('The database is gone.')
  if (url !== '/uploads/ton_1.mp3') return response.writeHead(404).end('secret of the cms')
  const told = {
    'Content-Type': 'audio/mpeg', 'Last-Modified': MODIFIED, 'Accept-Ranges': 'bytes', 'Set-Cookie': 'a=b',
    'Access-Control-Allow-Origin': '*',
  }
  if (headers.range === 'bytes=0-9')
    return response
      .writeHead(206, { ...told, 'Content-Length': 10, 'Content-Range': `bytes 0-9/${WORDS.length}` })
      .end(WORDS.slice(0, 10))
  if (headers.range) return response.writeHead(416).end()
  response.writeHead(200, { ...told, 'Content-Length': WORDS.length }).end(method === 'HEAD' ? undefined : WORDS)
})
process.env.CMS_URL = cms.address
const web = await listen(toNodeListener(createApp().use(createRouter().use('/uploads/**:path', passFile))))

const fetchFile = (name: string, init?: RequestInit) => fetch(`${web.address}/uploads/${name}`, init)

beforeAll(() => { asked.length = 0 })
afterAll(() => {
  web.server.close()
  cms.server.close()
})

describe('a file that was uploaded', () => {
  it('is passed on whole, with what it is, and fresh for a minute', async () => {
    const answer = await fetchFile('ton_1.mp3', { headers: { Cookie: 'session=1' } })
    expect(await answer.text()).toBe(WORDS)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/mpeg', 'content-length': String(WORDS.length), 'last-modified': MODIFIED,
      'accept-ranges': 'bytes',
    })
    expect(answer.headers.get('cache-control')).toContain('public, max-age=60')
  })

  it('brings nothing else of the cms, and nothing of the reader goes there', async () => {
    const answer = await fetchFile('ton_1.mp3', { headers: { Cookie: 'session=1' } })
    expect(answer.headers.has('set-cookie') || answer.headers.has('access-control-allow-origin')).toBe(false)
    expect(asked.every(({ cookie }) => cookie === undefined)).toBe(true)
  })

  it('can be asked for without being sent', async () => {
    const answer = await fetchFile('ton_1.mp3', { method: 'HEAD' })
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200, String(WORDS.length), '',
    ])
    expect(asked.at(-1)?.method).toBe('HEAD')
  })

  it('is not sent again to whoever has it', async () => {
    const answer = await fetchFile('ton_1.mp3', { headers: { 'If-Modified-Since': MODIFIED } })
    expect([answer.status, await answer.text()]).toEqual([304, ''])
  })

  it('can be heard from the middle', async () => {
    const answer = await fetchFile('ton_1.mp3', { headers: { Range: 'bytes=0-9' } })
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([
      206, `bytes 0-9/${WORDS.length}`, WORDS.slice(0, 10),
    ])
    expect((await fetchFile('ton_1.mp3', { headers: { Range: 'bytes=x' } })).status).toBe(416)
  })

  it('comes whole where a part would only do if nothing had changed', async () => {
    expect((await fetchFile('ton_1.mp3', { headers: { 'Range': 'bytes=0-9', 'If-Range': MODIFIED } })).status).toBe(200)
  })
})

describe('a file that is not there', () => {
  it('is said so in plain words, not in those of the cms', async () => {
    const answer = await fetchFile('nie.png')
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      404, 'text/plain; charset=utf-8', 'Not Found',
    ])
  })

  it.each([
    'skript.svg', 'seite.html', 'ohne-endung', '.tmp.png', '-rf.png', 'ordner/bild.png', '%2e%2e/bild.png',
    'bild.png%00.svg', 'bild..png', 'bild.png%0A', 'b%C3%BCld.png',
  ])('"%s" is not even asked for', async (name) => {
    const before = asked.length
    expect((await fetchFile(name)).status).toBe(404)
    expect(asked).toHaveLength(before)
  })

  it('is not "not there" when the cms is out of order', async () => {
    expect((await fetchFile('krank.mp3')).status).toBe(503)
    cms.server.close()
    cms.server.closeAllConnections()
    expect((await fetchFile('ton_1.mp3')).status).toBe(503)
  })
})
