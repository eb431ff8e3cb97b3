/** What was answered "saved" is stored: with real faults of the database, through the admin's own interface. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PAGE, paragraph } from './cast'
import { type Editor, editorOf, entriesOf, readinessOf } from './editor'
import { type Cms, startCms, type Values } from './strapi'

const PAGES = entriesOf(PAGE)
const isPostgres = Boolean(inject('postgresUrl'))

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
    await connection.raw(`create or replace function refuse() returns trigger as $$ begin raise exception 'refused at commit'; end $$ language plpgsql`)
    await connection.raw(`create constraint trigger refuse after insert or update on ${table} deferrable initially deferred for each row when (new.${column} like '%${word}%') execute function refuse()`)
    return async () => void await connection.raw(`drop trigger refuse on ${table}`)
  }
  await connection.raw('create table if not exists nobody (id integer primary key)')
  await connection.raw('create table if not exists orphans (parent integer references nobody (id) deferrable initially deferred)')
  for (const event of ['insert', 'update']) await connection.raw(`create trigger refuse_${event} after ${event} on ${table} when new.${column} like '%${word}%' begin insert into orphans values (1); end`)
  return async () => {
    for (const event of ['insert', 'update']) await connection.raw(`drop trigger refuse_${event}`)
  }
}

describe('a COMMIT that fails', () => {
  let documentId: string
  let accept: () => Promise<void>

  beforeAll(async () => {
    documentId = await newPage('Der alte Titel')
    accept = await refuseAtCommit('pages', 'title', 'kaputt')
  })

  afterAll(() => accept?.())

  test.each([
    ['saving', 'PUT', '', 200],
    ['publishing what was typed', 'POST', '/actions/publish', 200],
  ])('is an error to whoever is %s, nothing is stored, and the next save that is stored ends it', async (_what, method, action) => {
    const { status, message } = await editor.send(method, `${PAGES}/${documentId}${action}`, { title: 'Das ist kaputt', text: [paragraph('Ein Absatz.')] })
    expect({ status, message }).toMatchObject({ status: 503, message: expect.stringMatching(/^Nicht gespeichert: .*speichern Sie noch einmal/) })
    expect(await titlesOf(documentId)).toEqual(['Der alte Titel'])
    expect(await readinessOf(cms)).toMatchObject({ status: 503, reasons: ['The database has refused to keep what was written.'] })
    expect(await editor.send('PUT', `${PAGES}/${documentId}`, { title: 'Der alte Titel' })).toMatchObject({ status: 200 })
    expect(await readinessOf(cms)).toMatchObject({ status: 200 })
  })

  test.each([['a new entry', ''], ['a new entry that is published at once', '/actions/publish']])('is an error for %s', async (_what, action) => {
    expect(await editor.send('POST', `${PAGES}${action}`, { title: 'Neu und kaputt', text: [paragraph('Ein Absatz.')] })).toMatchObject({ status: 503 })
    expect(await cms.strapi.db.query(PAGE).count({ where: { title: 'Neu und kaputt' } })).toBe(0)
  })

  test('is an error for a new translation', async () => {
    expect(await editor.send('PUT', `${PAGES}/${documentId}?locale=en`, { title: 'This is kaputt', text: [paragraph('A paragraph.')] })).toMatchObject({ status: 503 })
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

describe('six first saves with one title at once', () => {
  test.each([['saved', ''], ['published', '/actions/publish']])('are all %s, each with an address of its own', async (_what, action) => {
    for (let round = 0; round < 8; round += 1) {
      const title = `Zugleich ${action.length} ${round}`
      const replies = await Promise.all(Array.from({ length: 6 }, () => editor.send('POST', `${PAGES}${action}`, { title, text: [paragraph('Ein Absatz.')] })))
      expect(replies.map(({ status, message }) => `${status} ${message}`.trim())).toEqual(replies.map(() => action ? '200' : '201'))
      expect(new Set(replies.map(({ data }) => data.slug)).size).toBe(6)
    }
  })
})
