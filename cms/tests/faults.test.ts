/**
 * What happens to a cms that is a process of its own: stopped at work, killed, started twice, started without its
 * database.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { PAGE, paragraph } from './cast'
import { type Editor, editorOf, entriesOf } from './editor'
import { type Running, startProcess } from './process'
import { newDatabase } from './strapi'

const PAGES = entriesOf(PAGE)
const isPostgres = Boolean(inject('postgresUrl'))
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-faults-'))

let databaseUrl = ''
let cms: Running
let editor: Editor

beforeAll(async () => {
  databaseUrl = await newDatabase()
  cms = await startProcess(dataDirectory, databaseUrl)
  editor = await editorOf(cms)
})

afterAll(async () => {
  cms?.child.kill('SIGKILL')
  await cms?.ended
  rmSync(dataDirectory, { recursive: true, force: true })
})

const newPage = (title: string) => editor.send('POST', PAGES, { title, text: [paragraph('Ein Absatz.')] })

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
  const pages = await Promise.all(Array.from({ length: 5 }, (_, number) => newPage(`Bestätigt ${number}`)))
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 201))
  cms.child.kill('SIGKILL')
  await cms.ended
  const begun = performance.now()
  cms = await startProcess(dataDirectory, databaseUrl)
  expect(cms.output()).not.toContain('Another cms')
  expect(performance.now() - begun).toBeLessThan(60_000)
  editor = await editorOf(cms)
  for (const { data } of pages)
    expect(await editor.send('GET', `${PAGES}/${data.documentId}`)).toMatchObject({
      status: 200, data: { title: data.title },
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

test('whoever has asked before the sign to stop is answered, and nobody new is let in', async () => {
  const asked = Array.from({ length: 4 }, (_, number) => newPage(`Unterwegs ${number}`))
  await new Promise(resolve => setTimeout(resolve, 100))
  cms.child.kill('SIGTERM')
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([201, 201, 201, 201])
  await expect(newPage('Zu spät')).rejects.toThrow()
  expect(await cms.ended).toBe(0)
})

test.skipIf(isPostgres)(
  'a missing, an empty and an overwritten database are refused with a sentence that names the backup',
  async () => {
    const file = path.join(dataDirectory, 'lip-lab.db')
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
