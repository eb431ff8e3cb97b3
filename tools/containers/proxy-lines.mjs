/** What the proxy of a running stack lets through, adds and takes away, line by line of proxy/Caddyfile. */
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sendRaw } from './raw.mjs'

const KB = 1000
const MB = 1_000_000
/** Older Caddys answer 503 where newer ones answer 413. */
const TOO_LARGE = [413, 503]
const PAGES = '/content-manager/collection-types/api::page.page'
const PEOPLE = '/content-manager/collection-types/api::contributor.person'
const SOURCES = '/content-manager/collection-types/api::source.source'
/** What a busy machine needs for a page. */
const SLOW_MILLISECONDS = 5000
const TEXT = [{ type: 'paragraph', children: [{ type: 'text', text: 'Dieser Satz bleibt nicht.' }] }]
const SENT_WITH_PAGES = {
  'content-security-policy': expect.stringContaining('frame-ancestors \'none\''),
  'strict-transport-security': expect.stringContaining('max-age='),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': expect.stringContaining('camera=()'),
}
const CLOSED = [
  '/graphql', '/api', '/api/pages', '/messages', '/ledger', '/previews', '/healthz', '/readyz', '/_health',
  '/content-type-builder/content-types', '/documentation', '/users-permissions/roles', '/connect/google',
  '/admin/transfer', '/admin/transfer/runner/push', '/ADMIN/transfer', '//admin//transfer', '/admin/%74ransfer',
  '/admin/../graphql', '/admin/%2e%2e/graphql', '/uploads/..%2fgraphql', '/uploads/%2e%2e/readyz', '//graphql',
]

/** `admin` and `site` are addresses, `signedIn` sends as the administrator. */
export function testProxy({ site, admin, signedIn, findPreviewKey }) {
  const ask = (path, sent) => sendRaw(site, path, sent)
  const askAdmin = (path, sent) => sendRaw(admin, path, sent)

  test('passes the headers of the website unchanged, compressed where asked, and adds none of its own', async () => {
    const plain = await ask('/')
    expect(plain).toMatchObject({ status: 200, headers: SENT_WITH_PAGES })
    for (const name of ['server', 'via', 'x-powered-by', 'set-cookie']) expect(plain.headers[name]).toBeUndefined()
    const small = await ask('/', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', 'vary': expect.stringMatching(/accept-encoding/i) })
    expect(gunzipSync(small.body).length).toBe(plain.body.length)
    // Kept pages come compressed from web, all else is compressed by the proxy.
    for (const [path, best] of [['/zeitleiste', 'br'], ['/zeitleiste?a=b', 'zstd']]) {
      const { headers } = await ask(path, { headers: { 'Accept-Encoding': 'br, zstd, gzip' } })
      expect(headers['content-encoding'], path).toBe(best)
    }
  })

  test('answers HEAD as GET, without a body', async () => {
    for (const path of ['/', '/zeitleiste', '/sitemap.xml', '/gibt-es-nicht']) {
      const [whole, head] = [await ask(path), await ask(path, { method: 'HEAD' })]
      expect([head.status, head.body.length], path).toEqual([whole.status, 0])
      expect(head.headers['content-type']).toBe(whole.headers['content-type'])
      expect(head.headers['content-security-policy']).toBe(whole.headers['content-security-policy'])
    }
  })

  test('believes no host and no header in which a visitor poses as somebody', async () => {
    const canonical = /<link[^>]*rel="canonical"[^>]*>/
    const mine = canonical.exec(String((await ask('/zeitleiste')).body))[0]
    const claims = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', 'Forwarded': 'host=evil.example' }
    for (const headers of [claims, { Host: 'evil.example' }, { Host: 'x:99999' }, { Host: '[' }, { Host: 'a b' }]) {
      const { status, body } = await ask('/zeitleiste', { headers })
      expect([200, 400], JSON.stringify(headers)).toContain(status)
      expect(String(body)).not.toContain('evil.example')
      if (status === 200) expect(String(body)).toContain(mine)
    }
  })

  test('takes 100 kB at the website and 55 MB at the admin, and no more', async () => {
    const question = size => ({
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: 'x'.repeat(size) }),
    })
    expect((await ask('/graphql', question(15 * KB))).status).toBeLessThan(500)
    // The interface takes 20 kB, and says so where it is asked before the proxy has counted to its own limit.
    expect([400, ...TOO_LARGE]).toContain((await ask('/graphql', question(120 * KB))).status)
    expect(TOO_LARGE).toContain((await ask('/kontakt', question(120 * KB))).status)
    expect(TOO_LARGE).toContain((await askAdmin('/admin/login', question(60 * MB))).status)
  })

  test('lets a file of 50 MB in, and parts of it out, at both addresses', async () => {
    const sound = soundOf(50 * MB)
    const form = new FormData()
    form.append('files', new Blob([sound], { type: 'audio/mpeg' }), 'lang.mp3')
    const [{ url, id }] = await signedIn('POST', '/upload', form)
    for (const ask of [askAdmin, (path, sent) => sendRaw(site, path, sent)]) {
      expect((await ask(url)).body.equals(sound)).toBe(true)
      const part = await ask(url, { headers: { 'Range': 'bytes=49999990-', 'Accept-Encoding': 'gzip' } })
      expect(part).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 49999990-49999999/50000000' } })
      expect(part.body.equals(sound.subarray(-10))).toBe(true)
      expect((await ask(url, { headers: { Range: 'bytes=50000000-' } })).status).toBe(416)
      const head = await ask(url, { method: 'HEAD' })
      expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '50000000', 0])
      expect(head.headers['content-security-policy']).toBe('default-src \'none\'; sandbox')
    }
    await signedIn('DELETE', `/upload/files/${id}`)
  })

  test('refuses a file that is larger, with a sentence that the admin understands', async () => {
    const form = new FormData()
    form.append('files', new Blob([soundOf(51 * MB)], { type: 'audio/mpeg' }), 'zu-lang.mp3')
    await expect(signedIn('POST', '/upload', form)).rejects.toThrow(/: 4\d\d/)
  })

  test('opens of the cms what the admin needs, and nothing else, however the address is written', async () => {
    expect(await askAdmin('/')).toMatchObject({ status: 302, headers: { location: '/admin' } })
    const page = await askAdmin('/admin')
    expect(page).toMatchObject({ status: 200, headers: { 'content-security-policy': expect.stringContaining('default-src') } })
    for (const name of ['server', 'via', 'x-powered-by']) expect(page.headers[name]).toBeUndefined()
    for (const path of CLOSED) expect((await askAdmin(path)).status, path).toBe(404)
    for (const path of ['/admin', '/content-manager/content-types', '/upload']) expect((await ask(path)).status).toBe(404)
  })

  test('lets nobody read drafts, not even with the right key', async () => {
    const { data: { documentId } } = await signedIn('POST', PAGES, {
      sourceLanguage: 'de', title: 'Nur ein Entwurf', slug: 'nur-ein-entwurf', lead: 'Kurz.',
    })
    const headers = { 'X-Preview-Key': findPreviewKey(), 'Content-Type': 'application/json' }
    expect((await ask('/seiten/nur-ein-entwurf', { headers })).status).toBe(404)
    const question = { query: '{ pages(status: DRAFT, filters: { slug: { eq: "nur-ein-entwurf" } }) { title } }' }
    const { body } = await ask('/graphql', { method: 'POST', headers, body: JSON.stringify(question) })
    expect(String(body)).not.toContain('Nur ein Entwurf')
    await signedIn('DELETE', `${PAGES}/${documentId}`)
  })

  test('tells the website within two seconds that somebody was taken back, although answers are kept for ten', async () => {
    const { results: [source] } = await signedIn('GET', `${SOURCES}?pageSize=1`)
    const citations = [{ source: { connect: [{ documentId: source.documentId }] } }]
    const named = { name: 'Mara Beispiel', slug: 'mara-beispiel', publicGround: 'public_role' }
    const person = { sourceLanguage: 'de', ...named, citations }
    await takeBack(PEOPLE, person, { at: '/personen/mara-beispiel', within: 2000 })
  })

  test('has on the website after ten seconds at most what was published, and no more what was taken back', async () => {
    const page = { sourceLanguage: 'de', title: 'Bald fort', slug: 'bald-fort', lead: 'Kurz.', text: TEXT }
    await takeBack(PAGES, page, { at: '/seiten/bald-fort', within: 10_000 + SLOW_MILLISECONDS })
  })

  async function takeBack(entries, entry, { at, within }) {
    const isShown = async () => (await ask(at)).status === 200
    const { data: { documentId } } = await signedIn('POST', entries, entry)
    await signedIn('POST', `${entries}/${documentId}/actions/publish`, entry)
    await expect.poll(isShown, { timeout: 10_000 + SLOW_MILLISECONDS }).toBe(true)
    await signedIn('POST', `${entries}/${documentId}/actions/unpublish`, {})
    await expect.poll(isShown, { timeout: within, interval: 100 }).toBe(false)
    await signedIn('DELETE', `${entries}/${documentId}`)
  }
}

/** An MP3 by its first bytes; the rest is noise that nobody can compress. */
function soundOf(bytes) {
  const sound = Buffer.alloc(bytes)
  for (let place = 0; place + 4 <= bytes; place += 4)
    sound.writeUInt32LE((place * 2_654_435_761) % 4_294_967_296, place)
  sound.set([0xff, 0xfb, 0x90, 0x64])
  return sound
}
