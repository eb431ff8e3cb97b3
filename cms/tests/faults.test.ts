/**
 * What happens to a cms that is a process of its own: stopped at work, killed, started twice, started without its
 * database.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { PAGE, paragraph } from './cast'
import { type Editor, editorOf, entriesOf, readinessOf } from './editor'
import { picture } from './files'
import { canMount } from './mounts'
import { type Running, startProcess } from './process'
import { newDatabase } from './strapi'

/** Nearly every test starts a cms, some three of them. */
vi.setConfig({ testTimeout: 240_000 })

const PAGES = entriesOf(PAGE)
const isPostgres = Boolean(inject('postgresUrl'))
const isMounted = canMount()
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-faults-'))
const databaseFile = path.join(dataDirectory, 'lip-lab.db')

let databaseUrl = ''
let cms: Running
let editor: Editor

beforeAll(async () => {
  if (isMounted) mount()
  databaseUrl = await newDatabase()
  await start()
})

afterAll(async () => {
  cms?.child.kill('SIGKILL')
  await cms?.ended
  if (isMounted) execFileSync('umount', [dataDirectory])
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function start(): Promise<void> {
  cms = await startProcess(dataDirectory, databaseUrl)
  editor = await editorOf(cms)
}

/** A disk of its own for everything that the portal keeps: small enough to be filled. */
function mount(): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', dataDirectory])
}

const newPage = (title: string) => editor.send('POST', PAGES, { title, text: [paragraph('Ein Absatz.')] })

async function titleOf(documentId: string): Promise<string> {
  const { status, data } = await editor.send('GET', `${PAGES}/${documentId}`)
  expect(status).toBe(200)
  return String(data.title)
}

test('a second cms on the same database is refused with a sentence that says which process holds it', async () => {
  const second = await startProcess(dataDirectory, databaseUrl)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`Another cms is at work with this database: process ${cms.child.pid} on `)
})

/** As another machine has left it, whose clock is a day ahead. */
async function leaseFromTomorrow() {
  const statement = `update portal_lease set host = 'elsewhere', beat = beat + ${24 * 60 * 60 * 1000}`
  if (!databaseUrl) return new DatabaseSync(path.join(dataDirectory, 'lip-lab.db')).exec(statement)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('what was acknowledged is there after a kill, and the next start need not wait for the lease', async () => {
  const acknowledged = new Map<string, number>()
  let saves = 0
  const saving = ['A', 'B', 'C', 'D'].map(async (letter) => {
    const { data } = await newPage(`${letter} 0`)
    const documentId = String(data.documentId)
    for (let round = 0; ; round += 1) {
      acknowledged.set(documentId, round)
      const title = `${letter} ${round + 1}`
      const action = round % 3 === 2 ? '/actions/publish' : ''
      const { status } = await editor.send(
        action ? 'POST' : 'PUT', `${PAGES}/${documentId}${action}`, { title, text: [paragraph('Ein Absatz.')] },
      )
      expect(status).toBe(200)
      saves += 1
      if (saves === 20) cms.child.kill('SIGKILL')
    }
  })
  for (const { status } of await Promise.allSettled(saving)) expect(status).toBe('rejected')
  await cms.ended
  const begun = performance.now()
  await start()
  expect(cms.output()).not.toContain('Another cms')
  expect(performance.now() - begun).toBeLessThan(60_000)
  expect(acknowledged.size).toBe(4)
  for (const [documentId, round] of acknowledged)
    expect(Number((await titleOf(documentId)).split(' ')[1])).toBeGreaterThanOrEqual(round)
})

describe.skipIf(!isMounted)('a full disk (skipped where nothing can be mounted)', () => {
  const NOT_SAVED
    = 'Nicht gespeichert: Auf dem Server ist kein Speicherplatz frei. Ihre Eingaben stehen noch im Formular: '
      + 'Bitte lassen Sie es offen, sagen Sie der Administration Bescheid und speichern Sie danach noch einmal.'
  const filler = path.join(dataDirectory, 'filler')
  const LONG = [paragraph('Ein langer Absatz. '.repeat(30_000))]
  const uploads = () => readdirSync(path.join(dataDirectory, 'public', 'uploads')).sort()

  /** Leaves so many bytes free, and no more. */
  function fill(free: number): void {
    const { bavail, bsize } = statfsSync(dataDirectory)
    writeFileSync(filler, Buffer.alloc(bavail * bsize - free))
  }

  async function empty(): Promise<void> {
    rmSync(filler)
    await expect.poll(async () => (await readinessOf(cms)).reasons.join()).not.toContain('MB are free')
  }

  test('below the margin refuses every way to save before anything is begun; reading and signing in go on', async () => {
    const { data: { documentId } } = await newPage('Vor dem vollen Datenträger')
    const address = `${PAGES}/${String(documentId)}`
    const form = new FormData()
    form.append('files', new Blob([Buffer.from(await picture('png', 400, 20))], { type: 'image/png' }), 'voll.png')
    form.append('fileInfo', JSON.stringify({ name: 'voll.png' }))
    const before = uploads()
    fill(8_000_000)
    await expect.poll(() => readinessOf(cms)).toMatchObject({
      status: 503, reasons: [expect.stringContaining('Less than 16 MB are free')],
    })
    for (const [deed, method, place, values] of [
      ['gespeichert', 'PUT', address, { title: 'Zu viel' }],
      ['gespeichert', 'POST', PAGES, { title: 'Zu viel' }],
      ['gespeichert', 'PUT', `${address}?locale=en`, { title: 'Too much' }],
      ['veröffentlicht', 'POST', `${address}/actions/publish`, { title: 'Zu viel' }],
      ['gelöscht', 'DELETE', address, undefined],
      ['hochgeladen', 'POST', '/upload', form],
    ] as const)
      expect(await editor.send(method, place, values), `${method} ${place}`).toMatchObject({
        status: 507,
        message: expect.stringContaining(`Nicht ${deed}: Auf dem Server ist kein Speicherplatz frei.`),
      })
    expect(uploads()).toEqual(before)
    expect(await titleOf(String(documentId))).toBe('Vor dem vollen Datenträger')
    expect((await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"query":"{ pages { title } }"}',
    })).status).toBe(200)
    editor = await editorOf(cms)
    await empty()
    expect(await editor.send('PUT', address, { title: 'Wieder Platz' })).toMatchObject({ status: 200 })
  })

  // PostgreSQL keeps its tables on a disk of its own.
  test.skipIf(isPostgres)('that fills up while people save is an error to whom it hits: nothing of theirs is stored, and it is named', async () => {
    const ids: string[] = []
    for (let number = 0; number < 8; number += 1)
      ids.push(String((await newPage(`Vor der Fülle ${number}`)).data.documentId))
    // What was measured counts for a second: within it, whoever saves meets the disk itself.
    await expect.poll(async () => (await readinessOf(cms)).status).toBe(200)
    fill(0)
    const replies = await Promise.all(ids.map(documentId =>
      editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Ganz oder gar nicht', text: LONG })))
    const refused = replies.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.map(({ status, message }) => `${status} ${message}`)).toEqual(refused.map(() => `507 ${NOT_SAVED}`))
    expect((await readinessOf(cms)).reasons.join()).toMatch(/The disk is full|MB are free/)
    // What SQLite has already taken from the disk it fills before it meets the end of it.
    for (const [number, documentId] of ids.entries())
      expect(await titleOf(documentId)).toBe(
        replies[number]?.status === 200 ? 'Ganz oder gar nicht' : `Vor der Fülle ${number}`,
      )
    await empty()
    for (const documentId of ids)
      expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Nachgeholt', text: LONG })).toMatchObject({
        status: 200,
      })
    expect(await readinessOf(cms)).toMatchObject({ status: 200 })
  })
})

describe.skipIf(!isMounted || !isPostgres)('a full disk of PostgreSQL (skipped where nothing can be mounted)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-tablespace-'))
  const filler = path.join(folder, 'filler')
  /** Nothing that could be stored shorter. */
  const long = () => [paragraph(randomBytes(500_000).toString('hex'))]

  beforeAll(async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', folder])
    execFileSync('chown', ['postgres', folder])
    await inDatabase(`create tablespace small location '${folder}'`, 'alter table pages set tablespace small')
  })

  afterAll(async () => {
    rmSync(filler, { force: true })
    await inDatabase('alter table pages set tablespace pg_default', 'drop tablespace small')
    execFileSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  })

  async function inDatabase(...statements: string[]): Promise<void> {
    const client = new pg.Client(databaseUrl)
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }

  test('is an error to whom it hits: nothing of it is stored, it is named, and passes when there is room', async () => {
    const { data: { documentId } } = await newPage('Vor der vollen Datenbank')
    const address = `${PAGES}/${String(documentId)}`
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    expect(await editor.send('PUT', address, { title: 'Zu viel', text: long() })).toMatchObject({
      status: 507, message: expect.stringContaining('Auf dem Server ist kein Speicherplatz frei.'),
    })
    expect(await titleOf(String(documentId))).toBe('Vor der vollen Datenbank')
    expect((await readinessOf(cms)).reasons.join()).toContain('The disk is full')
    rmSync(filler)
    expect(await editor.send('PUT', address, { title: 'Wieder Platz', text: long() })).toMatchObject({ status: 200 })
    expect(await titleOf(String(documentId))).toBe('Wieder Platz')
    await expect.poll(() => readinessOf(cms)).toMatchObject({ status: 200 })
  })
})

test('a lease from a clock that is ahead is waited for no longer than any other', async () => {
  cms.child.kill('SIGKILL')
  await cms.ended
  await leaseFromTomorrow()
  cms = await startProcess(dataDirectory, databaseUrl)
  expect(cms.child.exitCode).toBeNull()
  editor = await editorOf(cms)
}, 300_000)

test('whoever never ends a request holds up the sign to stop for ten seconds and no longer', async () => {
  const { hostname, port } = new URL(cms.address)
  const endless = connect(Number(port), hostname)
  endless.on('error', () => undefined)
  endless.write('POST /admin/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{')
  await new Promise(resolve => setTimeout(resolve, 500))
  const begun = performance.now()
  cms.child.kill('SIGTERM')
  expect(await cms.ended).toBe(0)
  const took = performance.now() - begun
  expect(took).toBeGreaterThan(9000)
  expect(took).toBeLessThan(15_000)
  endless.destroy()
  await start()
})

test('whoever has asked before the sign to stop is answered, and nobody new is let in', async () => {
  const asked = Array.from({ length: 4 }, (_, number) => newPage(`Unterwegs ${number}`))
  await new Promise(resolve => setTimeout(resolve, 100))
  cms.child.kill('SIGTERM')
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([201, 201, 201, 201])
  const late = () => newPage('Zu spät').then(() => 'let in', () => 'refused')
  await expect.poll(late).toBe('refused')
  expect(await cms.ended).toBe(0)
})

test.skipIf(!isPostgres)('an empty database beside the secrets of a portal is refused, and the backup is named', async () => {
  const attempt = await startProcess(dataDirectory, await newDatabase())
  expect(await attempt.ended).toBe(1)
  expect(attempt.output()).toMatch(/The database of DATABASE_URL is empty, although .* from the last backup/)
})

describe.skipIf(isPostgres)('a database file that was partly overwritten', () => {
  let whole: Buffer

  beforeAll(() => {
    for (const suffix of ['-wal', '-shm']) rmSync(databaseFile + suffix, { force: true })
    whole = readFileSync(databaseFile)
  })

  afterAll(() => writeFileSync(databaseFile, whole))

  /** Writes noise over so many pages from one on; pages are numbered from 1. */
  function damage(page: number, pages: number): void {
    const size = whole.readUInt16BE(16)
    writeFileSync(databaseFile, Buffer.from(whole).fill('x', (page - 1) * size, (page - 1 + pages) * size))
  }

  test.each(['measures', 'strapi_core_store_settings'])(
    'at the table %s is noticed at the start, and the backup is named',
    async (table) => {
      const database = new DatabaseSync(databaseFile, { readOnly: true })
      const { rootpage } = Object(database.prepare('select rootpage from sqlite_master where name = ?').get(table))
      database.close()
      damage(rootpage, 1)
      await noticed()
    },
  )

  test('in its middle is noticed at the start, and the backup is named', async () => {
    damage(Math.round(whole.length / whole.readUInt16BE(16) / 2), 8)
    await noticed()
  })

  /** What can still be read is shown, and what is wrong stands at `/readyz`; or it says so and does not start. */
  async function noticed(): Promise<void> {
    const attempt = await startProcess(dataDirectory)
    expect(attempt.output()).toMatch(/The database file is damaged\. .* last backup/)
    if (attempt.child.exitCode === null)
      expect(await readinessOf(attempt)).toMatchObject({
        status: 503, reasons: expect.arrayContaining([expect.stringContaining('The database file is damaged')]),
      })
    attempt.child.kill('SIGKILL')
    await attempt.ended
    writeFileSync(databaseFile, whole)
  }
})

test.skipIf(isPostgres)(
  'a missing, an empty and an overwritten database are refused with a sentence that names the backup',
  async () => {
    const file = databaseFile
    const kept = readFileSync(file)
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    for (const [change, sentence] of [
      [() => rmSync(file), 'is missing'], [() => writeFileSync(file, ''), 'is missing'],
      [() => writeFileSync(file, Buffer.alloc(100_000, 'x')), 'it was overwritten'],
    ] as const) {
      change()
      const attempt = await startProcess(dataDirectory)
      expect(await attempt.ended).toBe(1)
      expect(attempt.output()).toContain(sentence)
      expect(attempt.output()).toContain('backup')
    }
    writeFileSync(file, kept)
  },
)
