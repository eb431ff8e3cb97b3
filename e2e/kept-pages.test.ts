/** Pages that are kept: what is published is in them, and they outlive everything behind them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ADMIN, EDITOR, freePort, invite, type Product, signIn, startProduct } from './product'
import { type SecondWeb, startSecondWeb } from './second-web'

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-kept-'))
const NOBODY = 'http://127.0.0.1:9'
/** It is on the disk within seconds, also on a busy machine. */
const SOON = { timeout: 30_000, interval: 100 }

/** A product of its own: nobody else publishes anything in it. */
let product: Product
let web: string
let cms: string
let token: string
let port: number

beforeAll(async () => {
  port = await freePort()
  const cmsPort = await freePort()
  product = startProduct({
    PORT: String(port), CMS_PORT: String(cmsPort), DATA_DIR: folder, SEED: 'none', ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
  })
  ;[web, cms] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${cmsPort}`]
  expect(await product.ready, product.output()).toBe(`ready ${web}`)
  await invite(cms, [EDITOR])
  token = await signIn(cms, EDITOR)
}, 180_000)

const started: SecondWeb[] = []

async function startWeb(...where: Parameters<typeof startSecondWeb>): Promise<SecondWeb> {
  const second = await startSecondWeb(...where)
  started.push(second)
  return second
}

afterAll(async () => {
  for (const { stop } of started) await stop()
  await product?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const BODY = '/content-manager/collection-types/api::contributor.organisation'
const PERSON = '/content-manager/collection-types/api::contributor.person'
const CONSENT = '/content-manager/collection-types/api::ledger.consent-record'

async function send(method: string, address: string, values: object): Promise<string> {
  const answer = await fetch(cms + address, {
    method, headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(values),
  })
  const text = await answer.text()
  expect(answer.status, text).toBeLessThan(300)
  return JSON.parse(text).data.documentId
}

/** Writes of a body what readers see, of a new one where no id is given. */
function publishBody(slug: string, about: string, id?: string): Promise<string> {
  const values = { slug, kind: 'other', name: `Gremium ${slug}`, about }
  return id ? send('PUT', `${BODY}/${id}`, values) : send('POST', BODY, values)
}

interface Kept { keys: string[] | null, changedOn: number, text: string }

/** What lies in the folder, by address. */
function keptIn(directory: string): Map<string, Kept> {
  const pages = path.join(directory, 'pages')
  const names = readdirSync(pages).filter(name => /^[0-9a-f]{40}$/.test(name))
  return new Map(names.map((name) => {
    const file = path.join(pages, name)
    const text = readFileSync(file, 'utf8')
    const { path: address, keys } = JSON.parse(text.slice(0, text.indexOf('\n')))
    return [address, { keys, changedOn: statSync(file).mtimeMs, text }]
  }))
}

const textAt = async (address: string) => (await (await fetch(address)).text()).replaceAll('\u00AD', '')
/** Kept when the ledger is heard, and what it told is in every page. */
const untilUpToDate = (address = web) => vi.waitFor(async () => {
  const { ledger, pages } = await (await fetch(`${address}/readyz`)).json()
  expect([ledger.isHearing, pages.outdated]).toEqual([true, 0])
}, SOON)
const cursorIn = (directory: string) => readFileSync(path.join(directory, 'pages/state.json'), 'utf8')

const ADDRESSES = [
  '/', '/ar', '/zeitleiste', '/en/timeline', '/massnahmen', '/beitraege', '/glossar', '/organisationen/eins',
  '/organisationen/zwei', '/sitemap.xml', '/data/de/calendar.ics',
]

describe('what is published', () => {
  test('is in the files of exactly the pages that are made of it, though nobody asks', async () => {
    const [one] = [await publishBody('eins', 'Erste Fassung'), await publishBody('zwei', 'Bleibt')]
    for (const address of ADDRESSES) expect((await fetch(web + address)).status, address).toBe(200)
    await expect.poll(() => keptIn(folder).size, SOON).toBe(ADDRESSES.length)
    await untilUpToDate()
    const before = keptIn(folder)
    await publishBody('eins', 'Zweite Fassung', one)
    await expect.poll(() => keptIn(folder).get('/organisationen/eins')?.text, SOON).toContain('Zweite Fassung')
    const told = ['Organisation', 'Organisation/eins', one]
    const made = ADDRESSES.filter(address => before.get(address)?.keys?.some(key => told.includes(key)) ?? true)
    const changed = () => {
      const after = keptIn(folder)
      return ADDRESSES.filter(address => after.get(address)?.changedOn !== before.get(address)?.changedOn)
    }
    await expect.poll(changed, SOON).toEqual(made)
    await sleep(2000)
    expect(changed()).toEqual(made)
    expect(made).toContain('/organisationen/eins')
    expect(made).not.toContain('/zeitleiste')
    expect(made).not.toContain('/organisationen/zwei')
  })

  test('while no web is there is on the page when one is there again', async () => {
    const directory = mkdtempSync(path.join(folder, 'second-'))
    const three = await publishBody('drei', 'Vorher')
    const first = await startWeb(cms, { dataDirectory: directory, port: await freePort() })
    expect(await textAt(`${first.address}/organisationen/drei`)).toContain('Vorher')
    await textAt(`${first.address}/zeitleiste`)
    await expect.poll(() => keptIn(directory).size, SOON).toBe(2)
    await expect.poll(() => cursorIn(directory), SOON).toContain('cursor')
    await first.stop()
    const timeline = keptIn(directory).get('/zeitleiste')?.changedOn
    await publishBody('drei', 'Nachher', three)
    const again = await startWeb(cms, { dataDirectory: directory, port: Number(new URL(first.address).port) })
    await untilUpToDate(again.address)
    expect(await textAt(`${again.address}/organisationen/drei`)).toContain('Nachher')
    await textAt(`${again.address}/zeitleiste`)
    expect(keptIn(directory).get('/zeitleiste')?.changedOn).toBe(timeline)
    await again.stop()
  })
})

test('a kept page has every header of a rendered one, and a mark by which it is known', async () => {
  const EITHER_WAY = [
    'etag', 'vary', 'content-length', 'content-encoding', 'transfer-encoding', 'date', 'connection', 'keep-alive',
  ]
  const headersAt = async (address: string) => {
    const { headers } = await fetch(web + address)
    return Object.fromEntries([...headers].filter(([name]) => !EITHER_WAY.includes(name)))
  }
  for (const address of ADDRESSES) expect(await headersAt(address), address).toEqual(await headersAt(`${address}?x=1`))
  const kept = await fetch(`${web}/zeitleiste`, { headers: { 'Accept-Encoding': 'br' } })
  expect([kept.headers.get('content-encoding'), kept.headers.get('vary')]).toEqual(['br', 'Accept-Encoding'])
  const known = await fetch(`${web}/zeitleiste`, { headers: { 'If-None-Match': kept.headers.get('etag') ?? '' } })
  expect(known.status).toBe(304)
})

test('what is for one reader alone is not kept', async () => {
  const ticket = async () => /name="ticket" value="([^"]+)"/.exec(await textAt(`${web}/kontakt`))?.[1]
  expect(await ticket()).not.toBe(await ticket())
  const offer = await (await fetch(`${web}/en`, { headers: { 'Accept-Language': 'ar' } })).text()
  expect(offer).toContain('language-offer')
  expect(await textAt(`${web}/en`)).not.toContain('language-offer')
  await expect.poll(() => keptIn(folder).has('/en'), SOON).toBe(true)
  expect(keptIn(folder).has('/kontakt')).toBe(false)
})

test('who may no longer be named is within the second in no file and in no answer of any web', async () => {
  const NAME = 'Zurückgezogene Person'
  const values = { name: NAME, slug: 'zurueckgezogen', publicGround: 'consent' }
  const person = await send('POST', PERSON, values)
  const agreed = { person: { connect: [{ documentId: person }] }, coversName: true, givenOn: '2025-01-01' }
  const consent = await send('POST', CONSENT, agreed)
  await send('POST', `${PERSON}/${person}/actions/publish`, values)
  const directory = mkdtempSync(path.join(folder, 'other-'))
  const other = await startWeb(cms, { dataDirectory: directory })
  for (const site of [web, other.address]) {
    for (const address of ['/personen/zurueckgezogen', '/en/people/zurueckgezogen', '/personen', ...ADDRESSES])
      expect((await fetch(site + address)).status, site + address).toBe(200)
  }
  const folders = [folder, directory]
  for (const one of folders)
    await expect.poll(() => keptIn(one).get('/personen/zurueckgezogen')?.text, SOON).toContain(NAME)
  for (const site of [web, other.address]) await untilUpToDate(site)
  await send('PUT', `${CONSENT}/${consent}`, { ...agreed, person: undefined, withdrawnOn: '2025-06-01' })
  const named = () => folders
    .map(one => path.join(one, 'pages'))
    .flatMap(pages => readdirSync(pages).map(name => path.join(pages, name)))
    .filter(file => readFileSync(file, 'utf8').includes(NAME))
  const shown = async () => {
    const pages = [web, other.address].flatMap(site => ['/personen', '/personen/zurueckgezogen'].map(at => site + at))
    const texts = await Promise.all(pages.map(textAt))
    return pages.filter((_page, index) => texts[index]?.includes(NAME))
  }
  await expect.poll(async () => [named(), await shown()], { timeout: 1000, interval: 20 }).toEqual([[], []])
  for (const site of [web, other.address])
    expect((await fetch(`${site}/personen/zurueckgezogen`)).status).not.toBe(200)
  await sleep(1000)
  expect([named(), await shown()]).toEqual([[], []])
  await other.stop()
}, 90_000)

describe('without cms and database', () => {
  let alone: SecondWeb
  let shown: string[]

  beforeAll(async () => {
    await untilUpToDate()
    shown = await Promise.all(ADDRESSES.map(address => textAt(web + address)))
    await vi.waitFor(() => expect([...keptIn(folder).keys()]).toEqual(expect.arrayContaining(ADDRESSES)), SOON)
    await untilUpToDate()
    await sleep(1000)
    await product.stop()
    alone = await startWeb(NOBODY, { dataDirectory: folder, port })
  }, 120_000)

  test('a web that was started anew shows every page that is kept, and says what it lacks', async () => {
    expect(await Promise.all(ADDRESSES.map(address => textAt(web + address)))).toEqual(shown)
    expect((await fetch(`${web}/organisationen/vier`)).status).toBe(503)
    const ready = await fetch(`${web}/readyz`)
    expect([ready.status, (await ready.json()).pages]).toEqual([503, expect.objectContaining({ trouble: null })])
  })

  test('no other spelling of an address leads into the folder, and no query makes a file', async () => {
    const before = readdirSync(path.join(folder, 'pages'))
    for (const address of ['/..%2f..%2fsecrets.json', '/pages/state.json', '/%2e%2e/pages/state.json', '/organisationen/..%5cx', '/ZEITLEISTE', '/zeitleiste/', '/m%61ssnahmen'])
      expect((await fetch(web + address)).status, address).toBeGreaterThanOrEqual(400)
    for (let one = 0; one < 500; one += 1) await (await fetch(`${web}/zeitleiste?x=${one}`)).text()
    expect(readdirSync(path.join(folder, 'pages'))).toEqual(before)
  })

  test('a web that is killed while it writes is none the worse for it', async () => {
    await alone.stop()
    const directory = mkdtempSync(path.join(folder, 'killed-'))
    const killedPort = await freePort()
    product = startProduct({
      PORT: String(port), CMS_PORT: new URL(cms).port, DATA_DIR: folder, SEED: 'none',
    })
    expect(await product.ready, product.output()).toBe(`ready ${web}`)
    for (let time = 0; time < 8; time += 1) {
      const one = await startWeb(cms, { dataDirectory: directory, port: killedPort })
      void Promise.allSettled(ADDRESSES.map(address => fetch(one.address + address)))
      await sleep(60 * time)
      await one.stop('SIGKILL')
    }
    const whole = await startWeb(cms, { dataDirectory: directory, port: killedPort })
    for (const address of ADDRESSES) expect((await fetch(whole.address + address)).status, address).toBe(200)
    await whole.stop()
    alone = await startWeb(NOBODY, { dataDirectory: directory, port: killedPort })
    for (const address of ADDRESSES) expect((await fetch(alone.address + address)).status, address).toBe(200)
    expect(readdirSync(path.join(directory, 'pages')).filter(name => !/^([0-9a-f]{40}|state\.json)$/.test(name))).toEqual([])
  }, 180_000)
})
