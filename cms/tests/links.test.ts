/** Addresses elsewhere: where they stand, what counts as gone, who is told, and where nobody looks. */
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Core } from '@strapi/strapi'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readEnvironment } from '../src/environment'
import { archivedCopy } from '../src/links/archive'
import { type Outcome, visit } from '../src/links/visit'
import { castOf, PAGE } from './cast'
import { type Editor, editor } from './editors'
import { type Cms, startCms, type Values } from './strapi'

vi.setConfig({ testTimeout: 120_000 })

const require = createRequire(import.meta.url)
interface Round {
  pauseMilliseconds: number
  now: Date
  signal?: AbortSignal
}
const { lookRound }: { lookRound: (strapi: Core.Strapi, round: Round) => Promise<void> } = require('../dist/src/links/round')

const SOURCE = 'api::source.source'
const LINK_CHECK = 'api::ledger.link-check'
const DAY = 24 * 60 * 60 * 1000
/** No name server knows names that end so (RFC 6761). */
const NO_NAME = 'http://gibt-es-nicht.invalid/'

/** What each address of the server does; asked for `/x/y` it does what `/x` does. */
const DOES: Record<string, RequestListener> = {
  there: (_, response) => response.end('<p>Da</p>'),
  gone: (_, response) => response.writeHead(404).end(),
  removed: (_, response) => response.writeHead(410).end(),
  closed: (_, response) => response.writeHead(403).end(),
  account: (_, response) => response.writeHead(401).end(),
  busy: (_, response) => response.writeHead(429).end(),
  broken: (_, response) => response.writeHead(500).end(),
  moved: (_, response) => response.writeHead(301, { Location: '/there' }).end(),
  astray: (_, response) => response.writeHead(302, { Location: '/gone' }).end(),
  round: (_, response) => response.writeHead(302, { Location: '/round' }).end(),
  nowhere: (_, response) => response.writeHead(302).end(),
  mail: (_, response) => response.writeHead(302, { Location: 'mailto:x@example.org' }).end(),
  inward: (_, response) => response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end(),
  silent: () => {},
  cut: (request) => { request.socket.destroy() },
  endless: (_, response) => {
    const timer = setInterval(() => response.write('x'.repeat(100_000)), 5)
    response.on('close', () => clearInterval(timer))
  },
}

let asked: { path: string, agent: string }[] = []
let copies: Record<string, unknown> = {}
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
  asked.push({ path: request.url ?? '', agent: String(request.headers['user-agent']) })
  if (pathname === '/archive') return response.end(JSON.stringify(copies[searchParams.get('url') ?? ''] ?? {}))
  const act = DOES[pathname.split('/')[1] ?? ''] ?? DOES.gone
  act?.(request, response)
})
let at = ''

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // @ts-expect-error a server that listens on a port has an address of this kind
  const { port }: AddressInfo = server.address()
  at = `http://127.0.0.1:${port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  asked = []
})

const MANNERS = { isInsideAllowed: true, name: 'Ein Test', milliseconds: 500 }

describe('an address that', () => {
  test.each<[string, Outcome, string]>([
    ['there', 'there', '200'], ['moved', 'there', '200'], ['closed', 'there', '403'], ['account', 'there', '401'],
    ['busy', 'there', '429'], ['endless', 'there', '200'], ['nowhere', 'there', '302'], ['gone', 'gone', '404'],
    ['removed', 'gone', '410'], ['astray', 'gone', '404'], ['mail', 'gone', 'mailto:'], ['broken', 'away', '500'],
    ['round', 'away', 'ELOOP'], ['silent', 'away', 'ETIMEDOUT'], ['cut', 'away', 'ECONNRESET'],
  ])('is %s is %s (%s)', async (name, outcome, answer) => {
    expect(await visit(`${at}/${name}`, MANNERS)).toEqual({ outcome, answer })
    expect(asked[0]?.agent).toBe('Ein Test')
    expect(asked.length).toBeLessThan(8)
  })

  test('has a name that nobody knows is gone', async () => {
    expect((await visit(NO_NAME, MANNERS)).outcome).not.toBe('there')
  })

  test('has nobody who listens is away', async () => {
    expect(await visit('http://127.0.0.1:1/', MANNERS)).toEqual({ outcome: 'away', answer: 'ECONNREFUSED' })
  })
})

describe('the network of the server is not asked', () => {
  const port = () => new URL(at).port
  test.each([
    '127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '[::1]', '[::]',
    '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]', '[fd00::1]', '10.0.0.1',
    '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255',
  ])('at %s', async (host) => {
    const seen = await visit(`http://${host}:${port()}/there`, { ...MANNERS, isInsideAllowed: false })
    expect(seen).toEqual({ outcome: 'closed', answer: 'ECLOSED' })
    expect(asked).toEqual([])
  })

  test('nor by a step on from where it was allowed', async () => {
    const seen = await visit(`${at}/inward`, { ...MANNERS, isInsideAllowed: false })
    expect(seen.outcome).toBe('closed')
  })
})

describe('an archive that', () => {
  const PAGE_GONE = 'https://example.org/weg'
  test.each<[string, unknown, string | null]>([
    ['has a copy', { archived_snapshots: { closest: { available: true, url: 'http://web.example/1/x' } } }, 'https://web.example/1/x'],
    ['has none', { archived_snapshots: {} }, null],
    ['has one no more', { archived_snapshots: { closest: { available: false, url: 'http://web.example/1/x' } } }, null],
    ['leads to a script', { archived_snapshots: { closest: { available: true, url: 'javascript:alert(1)' } } }, null],
    ['says something else', ['x'], null], ['says nothing', null, null],
  ])('%s', async (_, answer, copy) => {
    copies = { [PAGE_GONE]: answer }
    expect(await archivedCopy(`${at}/archive`, PAGE_GONE)).toBe(copy)
  })

  test.each(['/gone', '/broken', '/there', '/moved', '/cut'])('is none: %s', async (path) => {
    expect(await archivedCopy(at + path, PAGE_GONE)).toBeNull()
  })
})

test.each([['LINK_CHECKS', 'ja'], ['LINK_ARCHIVE', 'archive.org']])('%s=%s ends the start with what would be right', async (name, value) => {
  vi.stubEnv(name, value)
  vi.resetModules()
  const { readEnvironment: readAgain } = await import('../src/environment')
  expect(() => readAgain()).toThrow(new RegExp(`${name} is "${value}". It must be`))
  vi.unstubAllEnvs()
})

describe('what is public', () => {
  let cms: Cms
  let rita: Editor
  let anton: Editor
  let page: string
  let source: string

  const link = (url: string) => ({ type: 'link', url, children: [{ type: 'text', text: 'Dort' }] })
  const paragraph = (...children: object[]) => [{ type: 'paragraph', children: [{ type: 'text', text: 'Siehe ' }, ...children] }]
  const known = async (address: string): Promise<Values | null> =>
    cms.strapi.db.query(LINK_CHECK).findOne({ where: { address } })
  const days = (count: number) => new Date(Date.now() + count * DAY)
  const round = (now = new Date()) => lookRound(cms.strapi, { pauseMilliseconds: 0, now })
  const adviceAt = async (account: Editor, uid: string, documentId: string, locale = 'de') => {
    const { data } = await account.send('GET', `/checks/${uid}/${documentId}?locale=${locale}`)
    // @ts-expect-error what the route answers
    const [checked]: { advice: { check: string, message: string, at: Values }[] }[] = data
    return checked?.advice.filter(({ check }) => check === 'broken-link') ?? []
  }
  const desk = async (account: Editor) => {
    const { data } = await account.send('GET', '/desk')
    // @ts-expect-error what the route answers
    const { brokenLinks }: { brokenLinks: { lines: Values[], total: number } } = data
    return brokenLinks
  }

  beforeAll(async () => {
    Object.assign(process.env, { LINK_CHECKS: 'all', LINK_ARCHIVE: `${at}/archive` })
    cms = await startCms()
    const cast = await castOf(cms)
    rita = await editor(cms, 'Rita Redaktion')
    anton = await editor(cms, 'Anton Autor', 'strapi-author')
    const written = await cms.documents(PAGE).create({
      data: {
        title: 'Mit Links', slug: 'mit-links', lead: 'Kurz.', sourceLanguage: 'de',
        text: paragraph(link(`${at}/gone/1#stelle`), link(`${at}/there/1`), link('mailto:x@example.org'), link('/kontakt')),
      },
      status: 'published',
    })
    page = written.documentId
    const cited = await cms.documents(SOURCE).create({
      data: { kind: 'web_page', title: 'Bericht', url: `${at}/broken/2`, language: 'de' },
    })
    source = cited.documentId
    await cms.documents(PAGE).create({
      data: { title: 'Nur Entwurf', slug: 'nur-entwurf', sourceLanguage: 'de', text: paragraph(link(`${at}/gone/entwurf`)) },
      status: 'draft',
    })
    await cast.person({ name: 'Beispielperson Amt', website: `${at}/gone/person` })
    copies = { [`${at}/gone/1`]: { archived_snapshots: { closest: { available: true, url: 'http://web.example/2020/x' } } } }
  })

  afterAll(async () => {
    await cms?.stop()
    delete process.env.LINK_CHECKS
    delete process.env.LINK_ARCHIVE
  })

  test('is looked at: every address once, those of drafts and of people not at all', async () => {
    await round()
    const paths = asked.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['/gone/1', '/there/1', '/broken/2']))
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter(path => /entwurf|person|kontakt|archive/.test(path))).toEqual([])
    expect(asked[0]?.agent).toBe(`LIP-Lab link check (+${readEnvironment().siteUrl})`)
    expect((await known(`${at}/gone/1`))?.places).toEqual([{ type: PAGE, documentId: page, locale: 'de', field: 'text' }])
  })

  test('is no news on the first day, and not asked for again within it', async () => {
    await round(days(0.1))
    expect(asked).toEqual([])
    expect(await desk(rita)).toEqual({ lines: [], total: 0 })
    expect(await adviceAt(rita, PAGE, page)).toEqual([])
  })

  test('is told once it was gone for a day, with a copy; an error of the server after three', async () => {
    await round(days(1.1))
    expect(asked.map(({ path }) => path).filter(path => path.includes('/there'))).toEqual([])
    expect(asked.map(({ path }) => path)).toContain(`/archive?url=${encodeURIComponent(`${at}/gone/1`)}`)
    const [line, ...others] = (await desk(rita)).lines
    expect(others).toEqual([])
    expect(line).toMatchObject({
      type: PAGE, documentId: page, locale: 'de', title: 'Mit Links', field: 'text', archive: 'https://web.example/2020/x',
    })
    expect(line?.problem).toMatch(/^127\.0\.0\.1:\d+\/gone\/1 führt zu keiner Seite mehr \(404\) seit dem \d/)
    await round(days(3.2))
    expect((await desk(rita)).lines.map(({ documentId }) => documentId)).toEqual(
      expect.arrayContaining([page, source]),
    )
    expect((await desk(rita)).total).toBe(2)
  })

  test('is advised beside the form, at its field, and stands against nothing', async () => {
    for (const account of [rita, anton]) {
      const [line, ...others] = await adviceAt(account, PAGE, page)
      expect(others).toEqual([])
      expect(line?.at).toMatchObject({ documentId: page, locale: 'de', field: 'text' })
      expect(line?.message).toMatch(/^„Text“: .*\(404\).*\. Eine Kopie liegt im Archiv: https:\/\/web\.example\/2020\/x$/)
    }
    expect((await rita.publish(PAGE, await rita.open(PAGE, page))).status).toBe(200)
  })

  test('is told to those alone who may change it', async () => {
    const told = (await desk(anton)).lines.map(({ type }) => type)
    expect(told).toEqual([PAGE])
    const amira = await editor(cms, 'Amira Übersetzerin', 'translator-ar')
    expect((await desk(amira)).lines).toEqual([])
  })

  test('is not told where readers find a copy beside it', async () => {
    await cms.documents(SOURCE).update({ documentId: source, data: { archiveUrl: 'https://web.example/2021/y' } })
    expect((await desk(rita)).lines.map(({ documentId }) => documentId)).toEqual([page])
  })

  test('is told no more once it leads somewhere again, or the address is another', async () => {
    const gone = DOES.gone
    DOES.gone = DOES.there ?? (() => {})
    await round(days(5))
    if (gone) DOES.gone = gone
    expect(await desk(rita)).toEqual({ lines: [], total: 0 })
    expect(await known(`${at}/gone/1`)).toMatchObject({ failingSince: null, failure: null, archive: null })
    await cms.documents(PAGE).update({ documentId: page, data: { text: paragraph(link(`${at}/there/1`)) } })
    await cms.documents(PAGE).publish({ documentId: page })
    await round(days(5))
    expect(await known(`${at}/gone/1`)).toBeNull()
    expect(await known(`${at}/there/1`)).not.toBeNull()
  })

  test('is not looked at any more where the portal stops', async () => {
    const stopped = new AbortController()
    stopped.abort()
    await lookRound(cms.strapi, { pauseMilliseconds: 0, now: days(30), signal: stopped.signal })
    expect(asked).toEqual([])
  })
})
