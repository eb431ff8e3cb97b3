/** What was answered "saved" is stored: with real faults of the database, through the admin's own interface. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { CONSENT, PAGE, paragraph, PERSON } from './cast'
import { type Editor, editorOf, entriesOf, readinessOf } from './editor'
import { picture } from './files'
import { canMount } from './mounts'
import { type Cms, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const {
  watchIntegrity,
}: {
  watchIntegrity: (strapi: Cms['strapi'], everyMilliseconds: number) => Promise<void>
} = require('../dist/src/storage/integrity')
interface Database {
  dialect: unknown
  connection: { raw: (sql: string, values: string[]) => Promise<unknown> }
}
const { noteFolding }: {
  noteFolding: (strapi: { db: Database, log: { warn: (words: string) => void } }) => Promise<void>
} = require('../dist/src/storage/folding')

const PAGES = entriesOf(PAGE)
const isPostgres = Boolean(inject('postgresUrl'))

/** In `npm test` fewer rounds, and locks as short as show the same. */
const isFull = process.env.TEST_MATRIX === 'full'
const [FIRST_SAVES, CUT_SAVES, LOCK_SECONDS] = isFull ? [8, 20, 3] : [2, 8, 2]

let cms: Cms
let editor: Editor

beforeAll(async () => {
  cms = await startCms()
  editor = await editorOf(cms)
})

afterAll(() => cms?.stop())

async function newPage(title: string): Promise<string> {
  const { status, data, message } = await editor.send('POST', PAGES, { title, text: [paragraph('Ein Absatz.')] })
  expect(status, message).toBe(201)
  return String(data.documentId)
}

async function titlesOf(documentId: string): Promise<unknown[]> {
  const rows: Values[] = await cms.strapi.db.query(PAGE).findMany({ where: { documentId } })
  return rows.map(({ title }) => title)
}

/** Makes the database refuse at COMMIT whatever writes these rows, until the returned function is called. */
async function refuseAtCommit(table: string, column: string, word: string): Promise<() => Promise<void>> {
  const { connection } = cms.strapi.db
  if (isPostgres) {
    await connection.raw(
      `create or replace function refuse() returns trigger as $$ begin raise exception 'refused at commit'; end $$ `
      + `language plpgsql`,
    )
    await connection.raw(
      `create constraint trigger refuse after insert or update on ${table} deferrable initially deferred for each row `
      + `when (new.${column} like '%${word}%') execute function refuse()`,
    )
    return async () => void (await connection.raw(`drop trigger refuse on ${table}`))
  }
  await connection.raw('create table if not exists nobody (id integer primary key)')
  await connection.raw(
    'create table if not exists orphans (parent integer references nobody (id) deferrable initially deferred)',
  )
  for (const event of ['insert', 'update'])
    await connection.raw(
      `create trigger refuse_${table}_${event} after ${event} on ${table} when new.${column} like '%${word}%' begin insert `
      + `into orphans values (1); end`,
    )
  return async () => {
    for (const event of ['insert', 'update']) await connection.raw(`drop trigger refuse_${table}_${event}`)
  }
}

// As it does on a full disk.
test.skipIf(isPostgres)('what follows in a transaction that SQLite has ended by itself is not stored', async () => {
  const { db } = cms.strapi
  const documentId = await newPage('Vor dem Ende')
  await db.connection.raw(
    'create trigger give_up after update on pages when new.title = \'voll\' begin select raise(rollback, \'full\'); end',
  )
  try {
    const writing = db.transaction(async ({ trx }) => {
      const write = (title: string) => trx.raw('update pages set title = ? where document_id = ?', [title, documentId])
      await expect(write('voll')).rejects.toThrow('full')
      await write('danach')
    })
    await expect(writing).rejects.toThrow('given up')
  } finally {
    await db.connection.raw('drop trigger give_up')
  }
  expect(await titlesOf(documentId)).toEqual(['Vor dem Ende'])
})

describe('a COMMIT that fails', () => {
  let documentId: string
  let accept: () => Promise<void>

  beforeAll(async () => {
    documentId = await newPage('Der alte Titel')
    accept = await refuseAtCommit('pages', 'title', 'kaputt')
  })

  afterAll(() => accept?.())

  test.each([
    ['saving', 'PUT', '', 'gespeichert'],
    ['publishing what was typed', 'POST', '/actions/publish', 'veröffentlicht'],
  ])(
    'is an error to whoever is %s, nothing is stored, and the next save that is stored ends it',
    async (_what, method, action, deed) => {
      const logged = vi.spyOn(cms.strapi.log, 'error')
      const { status, message } = await editor.send(method, `${PAGES}/${documentId}${action}`, {
        title: 'Das ist kaputt', text: [paragraph('Ein Absatz.')],
      })
      expect(logged.mock.calls.flat().map(String)).toEqual(expect.arrayContaining([
        expect.stringContaining('The database has refused to keep what was written.'),
        expect.stringMatching(new RegExp(`^${method} ${PAGES}/${documentId}${action} was answered with 503: `)),
      ]))
      logged.mockRestore()
      expect({ status, message }).toMatchObject({
        status: 503, message: expect.stringMatching(`^Nicht ${deed}: .*speichern Sie noch einmal`),
      })
      expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
      expect(await readinessOf(cms)).toMatchObject({
        status: 503, reasons: ['The database has refused to keep what was written.'],
      })
      expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Der alte Titel' })).toMatchObject({
        status: 200,
      })
      expect(await readinessOf(cms)).toMatchObject({ status: 200 })
    },
  )

  test.each([
    ['a new entry', ''], ['a new entry that is published at once', '/actions/publish'],
  ])('is an error for %s', async (_what, action) => {
    expect(
      await editor.send('POST', `${PAGES}${action}`, { title: 'Neu und kaputt', text: [paragraph('Ein Absatz.')] }),
    ).toMatchObject({ status: 503 })
    expect(await cms.strapi.db.query(PAGE).count({ where: { title: 'Neu und kaputt' } })).toBe(0)
  })

  test('is an error for whoever deletes, with a sentence that says so, and nothing is gone', async () => {
    const acceptBin = await refuseAtCommit('bin_entries', 'label', 'Bleibt')
    const kept = await newPage('Bleibt')
    expect(await editor.send('DELETE', `${PAGES}/${kept}`)).toMatchObject({
      status: 503, message: expect.stringMatching(/^Nicht gelöscht: Die Datenbank hat es abgelehnt\. Bitte versuchen/),
    })
    expect(await titlesOf(kept)).toEqual(['Bleibt'])
    await acceptBin()
    expect(await editor.send('DELETE', `${PAGES}/${kept}`)).toMatchObject({ status: 200 })
  })

  test('is an error for a new translation', async () => {
    expect(
      await editor.send('PUT', `${PAGES}/${documentId}?locale=en`, {
        title: 'This is kaputt', text: [paragraph('A paragraph.')],
      }),
    ).toMatchObject({ status: 503 })
    expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
  })

  test('is an error in a transaction of Strapi itself, and what should follow the commit does not happen', async () => {
    let followed = false
    const attempt = cms.strapi.db.transaction(async ({ trx, onCommit }) => {
      onCommit(() => {
        followed = true
      })
      await trx('pages').update({ title: 'kaputt' })
    })
    await expect(attempt).rejects.toThrow()
    expect(followed).toBe(false)
    const parts = await cms.strapi.db.transaction()
    await parts.get()('pages').update({ title: 'kaputt' })
    await expect(parts.commit()).rejects.toThrow()
    expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
  })

  test('is an error in every way of knex to make a transaction', async () => {
    const { connection } = cms.strapi.db
    await expect(connection.transaction(trx => trx('pages').update({ title: 'kaputt' }))).rejects.toThrow()
    const trx = await connection.transaction()
    await trx('pages').update({ title: 'kaputt' })
    await expect(trx.commit()).rejects.toThrow()
    expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
  })
})

test('a transaction in which a statement has failed is not stored, whoever caught the error', async () => {
  const documentId = await newPage('Ein Titel')
  const attempt = cms.strapi.db.transaction(async ({ trx }) => {
    await trx('pages').where({ document_id: documentId }).update({ title: 'Ein anderer Titel' })
    await trx.raw('select * from there_is_no_such_table').catch(() => undefined)
  })
  const isStored = await attempt.then(() => true, () => false)
  expect(await titlesOf(documentId)).toEqual([isStored ? 'Ein anderer Titel' : 'Ein Titel'])
  if (isPostgres) await expect(attempt).rejects.toThrow('there_is_no_such_table')
})

test.skipIf(isPostgres)('files of the database that cannot be written are an error to the editor and named', async () => {
  const documentId = await newPage('Der alte Titel')
  // SQLite then refuses as it does on a disk that the system has made read-only.
  await cms.strapi.db.connection.raw('pragma query_only = on')
  expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Ein neuer Titel' })).toMatchObject({
    status: 503, message: expect.stringMatching(/^Nicht gespeichert: Auf dem Server lässt sich gerade nichts ablegen/),
  })
  expect(await readinessOf(cms)).toMatchObject({
    status: 503, reasons: ['The files of the database cannot be written: nothing can be saved.'],
  })
  expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
  await cms.strapi.db.connection.raw('pragma query_only = off')
  expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Ein neuer Titel' })).toMatchObject({ status: 200 })
  expect(await readinessOf(cms)).toMatchObject({ status: 200 })
})

describe('six first saves with one title at once', () => {
  test.each([
    ['saved', ''], ['published', '/actions/publish'],
  ])('are all %s, each with an address of its own', async (_what, action) => {
    for (let round = 0; round < FIRST_SAVES; round += 1) {
      const title = `Zugleich ${action.length} ${round}`
      const replies = await Promise.all(
        Array.from({ length: 6 }, () =>
          editor.send('POST', `${PAGES}${action}`, { title, text: [paragraph('Ein Absatz.')] }),
        ),
      )
      expect(replies.map(({ status, message }) => `${status} ${message}`.trim())).toEqual(
        replies.map(() => (action ? '200' : '201')),
      )
      expect(new Set(replies.map(({ data }) => data.slug)).size).toBe(6)
    }
  })
})

describe('an upload that fails', () => {
  const uploads = () => readdirSync(path.join(cms.dataDirectory, 'public', 'uploads')).sort()
  const everything = () =>
    uploads().map(name => `${name} ${readFileSync(path.join(cms.dataDirectory, 'public', 'uploads', name), 'base64')}`)
  const rowsOf = (name: string) => cms.strapi.db.query('plugin::upload.file').count({ where: { name } })

  async function send(name: string, width: number, place = '/upload'): Promise<number> {
    const form = new FormData()
    form.append('files', new Blob([Buffer.from(await picture('png', width, 20))], { type: 'image/png' }), name)
    form.append('fileInfo', JSON.stringify({ name }))
    return (await editor.send('POST', place, form)).status
  }

  /** Runs it while the folder of the uploads has room for so many more files and no more. */
  async function withRoomFor(files: number, work: () => Promise<void>): Promise<void> {
    const folder = path.join(cms.dataDirectory, 'public', 'uploads')
    const kept = mkdtempSync(path.join(tmpdir(), 'lip-lab-kept-'))
    cpSync(folder, kept, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=60m,nr_inodes=${1 + uploads().length + files}`, 'tmpfs', folder])
    try {
      cpSync(kept, folder, { recursive: true })
      await work()
    } finally {
      execFileSync('umount', [folder])
      rmSync(kept, { recursive: true })
    }
  }

  test.skipIf(!canMount())(
    'at any of its files leaves no file and no row (skipped where nothing can be mounted)',
    async () => {
      for (const files of [0, 1, 2, 4])
        await withRoomFor(files, async () => {
          const before = everything()
          expect(await send(`zu-viel-${files}.png`, 700)).toBe(507)
          expect(everything()).toEqual(before)
          expect(await rowsOf(`zu-viel-${files}.png`)).toBe(0)
        })
    },
  )

  test('at its row leaves no file and no row, also of the files beside it', async () => {
    const accept = await refuseAtCommit('files', 'name', 'kaputt')
    const before = everything()
    const form = new FormData()
    for (const name of ['gut.png', 'kaputt.png']) {
      form.append('files', new Blob([Buffer.from(await picture('png', 400, 20))], { type: 'image/png' }), name)
      form.append('fileInfo', JSON.stringify({ name }))
    }
    const { status, message } = await editor.send('POST', '/upload', form)
    expect({ status, message }).toMatchObject({ status: 503, message: expect.stringContaining('Nicht hochgeladen') })
    expect(everything()).toEqual(before)
    expect(await rowsOf('gut.png') + await rowsOf('kaputt.png')).toBe(0)
    await accept()
  })

  test('in the place of another leaves the other as it was', async () => {
    expect(await send('alt.png', 700)).toBe(201)
    const { id } = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { name: 'alt.png' } })
    const accept = await refuseAtCommit('files', 'name', 'kaputt')
    const before = everything()
    expect(await send('kaputt.png', 400, `/upload?id=${id}`)).toBe(503)
    expect(everything()).toEqual(before)
    expect(await rowsOf('alt.png')).toBe(1)
    await accept()
    expect(await send('neu.png', 400, `/upload?id=${id}`)).toBe(200)
    expect(uploads().length).toBeLessThan(before.length)
  })
})

test.skipIf(!isPostgres)(
  'connections that are cut while four people save end neither the process nor a save without a word',
  async () => {
    const ids = await Promise.all(['A', 'B', 'C', 'D'].map(letter => newPage(`Geschnitten ${letter}`)))
    const stranger = new pg.Client({
      connectionString: cms.strapi.db.connection.client.connectionSettings.connectionString,
    })
    await stranger.connect()
    let isOver = false
    let saved = 0
    const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
    const cutting = (async () => {
      while (!isOver) {
        await stranger.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> '
          + 'pg_backend_pid()',
        )
        // However busy the machine is, something is saved between two cuts.
        const before = saved
        await pause(700)
        for (let turn = 0; turn < 100 && saved === before && !isOver; turn += 1) await pause(100)
      }
    })()
    const acknowledged = new Map<string, string>()
    const answers = await Promise.all(
      ids.map(async (documentId) => {
        const seen: string[] = []
        for (let round = 0; round < CUT_SAVES; round += 1) {
          const title = `Geschnitten ${documentId} ${round}`
          const [action, deed] = round % 4 === 3 ? ['/actions/publish', 'veröffentlicht'] : ['', 'gespeichert']
          const { status, message } = await editor.send(action ? 'POST' : 'PUT', `${PAGES}/${documentId}${action}`, {
            title, text: [paragraph('Ein Absatz.')],
          })
          if (status === 200) acknowledged.set(documentId, title)
          if (status === 200) saved += 1
          seen.push(status === 200 ? 'done' : `${status} ${message.startsWith(`Nicht ${deed}: `) ? 'named' : message}`)
        }
        return seen
      }),
    )
    isOver = true
    await cutting
    await stranger.end()
    expect(new Set(answers.flat())).toEqual(new Set(['done', '503 named']))
    for (const documentId of ids)
      expect(await roundOf(documentId)).toBeGreaterThanOrEqual(
        Number(acknowledged.get(documentId)?.split(' ').at(-1) ?? -1),
      )
    await expect.poll(() => editor.send('PUT', `${PAGES}/${ids[0]}`, { title: 'Wieder da' }), { timeout: 10_000 })
      .toMatchObject({ status: 200 })
  },
)

test.skipIf(!isPostgres)(
  'connections that are cut while people and consents are saved, and while somebody has forgotten a password, too',
  async () => {
    const { data } = await editor.send('POST', entriesOf(PERSON), { name: 'Rahel Rundum', publicGround: 'consent' })
    const consent = await editor.send('POST', entriesOf(CONSENT), {
      person: { connect: [{ documentId: data.documentId }] }, coversName: true, givenOn: '2025-01-01',
    })
    const { connection } = cms.strapi.db
    const stranger = new pg.Client({ connectionString: connection.client.connectionSettings.connectionString })
    await stranger.connect()
    const cut = () => stranger.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const statuses = new Set<number>()
    for (let round = 0; round < CUT_SAVES; round += 1) {
      const saves = [
        editor.send('PUT', `${entriesOf(PERSON)}/${data.documentId}`, { about: `Runde ${round}` }),
        editor.send('PUT', `${entriesOf(CONSENT)}/${consent.data.documentId}`, { note: `Runde ${round}` }),
      ]
      const forgotten = cms.strapi.service('admin::auth').forgotPassword({ email: 'niemand@example.org' })
      await new Promise(resolve => setTimeout(resolve, 5 + 15 * round))
      await cut()
      for (const { status } of await Promise.all(saves)) statuses.add(status)
      await forgotten
    }
    await stranger.end()
    expect([...statuses].filter(status => ![200, 503].includes(status))).toEqual([])
    // The last cut may be heard of only now.
    await expect.poll(() => editor.send('PUT', `${entriesOf(PERSON)}/${data.documentId}`, { about: 'Wieder da' }), { timeout: 10_000 })
      .toMatchObject({ status: 200 })
  },
)

test.skipIf(!isPostgres)('a database that takes Ü and ü for two letters is named at the start', async () => {
  const { connection } = cms.strapi.db
  const said: string[] = []
  const startedOn = (of: Database['connection']) =>
    noteFolding({ db: { dialect: cms.strapi.db.dialect, connection: of }, log: { warn: words => said.push(words) } })
  await startedOn({ raw: async (sql, values) => connection.raw(sql, values) })
  expect(said).toEqual([])
  await connection.raw(`create database ascii_only template template0 locale_provider libc locale 'C'`)
  const address = new URL(String(connection.client.connectionSettings.connectionString))
  address.pathname = '/ascii_only'
  const other = new pg.Client({ connectionString: address.href })
  await other.connect()
  await startedOn({ raw: (sql, values) => other.query(sql.replace('?', '$1'), values) })
  await other.end()
  await connection.raw('drop database ascii_only')
  expect(said).toEqual([expect.stringContaining('docs/operations.md')])
})

/** The number of the round whose title is stored. */
async function roundOf(documentId: string): Promise<number> {
  const rows: Values[] = await cms.strapi.db.query(PAGE).findMany({ where: { documentId, publishedAt: null } })
  return Number(String(rows[0]?.title).split(' ').at(-1))
}

describe('a lock that another program holds', () => {
  const lock = isPostgres ? 'lock table pages in exclusive mode' : 'begin exclusive'

  /** Another process that holds the lock for so long. */
  async function lockedFor(seconds: number): Promise<{ other: ChildProcess, released: Promise<unknown> }> {
    const { filename, connectionString } = cms.strapi.db.connection.client.connectionSettings
    const child = spawn(
      process.execPath, ['tests/foreign-lock.mjs', lock, String(seconds), connectionString ?? filename],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const released = once(child, 'exit')
    await once(child.stdout, 'data')
    return { other: child, released }
  }

  test('is waited for, and reading goes on meanwhile', async () => {
    const documentId = await newPage('Gesperrt')
    const { released } = await lockedFor(LOCK_SECONDS)
    let isSaved = false
    const saving = editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Nach der Sperre' }).finally(() => {
      isSaved = true
    })
    expect(await editor.send('GET', `${PAGES}/${documentId}`)).toMatchObject({ status: 200 })
    expect(isSaved).toBe(false)
    expect(await saving).toMatchObject({ status: 200 })
    await released
  })

  test.skipIf(isPostgres && !isFull)(
    'for longer than anybody can wait is answered with 503 and a sentence, and nothing is stored',
    async () => {
      const documentId = await newPage('Lange gesperrt')
      const { other, released } = await lockedFor(30)
      const { status, message } = await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Nie gespeichert' })
      other.kill()
      await released
      expect({ status, message }).toMatchObject({
        status: 503, message: expect.stringMatching(/^Nicht gespeichert: .*gesperrt.*in einer Minute/),
      })
      expect(await titlesOf(documentId)).toEqual(['Lange gesperrt'])
      expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Wieder frei' })).toMatchObject({
        status: 200,
      })
    },
  )
})

/** The last one: the file is damaged meanwhile. */
test.skipIf(isPostgres)('a file that is damaged while the cms is at work is named by the next look at it', async () => {
  const { connection } = cms.strapi.db
  const { filename } = connection.client.connectionSettings
  await watchIntegrity(cms.strapi, 300)
  expect(await readinessOf(cms)).toMatchObject({ status: 200 })
  await connection.raw('pragma wal_checkpoint(truncate)')
  const whole = readFileSync(filename)
  // The root of a table that nobody asks for.
  const [{ rootpage }] = await connection.raw('select rootpage from sqlite_master where name = ?', 'strapi_workflows')
  writeFileSync(filename, Buffer.from(whole).fill('x', (rootpage - 1) * 4096, rootpage * 4096))
  await expect.poll(() => readinessOf(cms), { timeout: 10_000 }).toMatchObject({
    status: 503, reasons: expect.arrayContaining([expect.stringContaining('The database file is damaged')]),
  })
  writeFileSync(filename, whole)
  await expect.poll(() => readinessOf(cms), { timeout: 10_000 }).toMatchObject({ status: 200 })
})
