/** What is published or taken off the website at a moment, by itself: over the admin's own interface, as the role. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE } from './cast'
import { editorOf, entriesOf } from './editor'
import { type Editor, editor } from './editors'
import { startProcess } from './process'
import { type Cms, newDatabase, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { keepDue }: { keepDue: (strapi: unknown) => Promise<void> } = require('../dist/src/appointments/due')

const APPOINTMENT = 'api::ledger.appointment'
const TEXT = [{ type: 'paragraph', children: [{ type: 'text', text: 'Ein Absatz.' }] }]
const MINUTE = 60_000

let cms: Cms
let rita: Editor
let anton: Editor
let otto: Editor

beforeAll(async () => {
  cms = await startCms()
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
  otto = await editor(cms, 'Otto Ohne', 'strapi-author')
})

afterAll(() => cms?.stop())

/** As the clock in Hannover shows it. */
const timeIn = (milliseconds: number) => {
  const hannover = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
  return hannover.format(Date.now() + milliseconds).replace(' ', 'T')
}
const TOMORROW = timeIn(24 * 60 * MINUTE)

async function write(title: string, values: Values = { text: TEXT }, by = anton): Promise<string> {
  const { data, error } = await by.send('POST', entriesOf(PAGE), { title, ...values })
  expect(error).toBeNull()
  return String(data.documentId)
}

const addressOf = (documentId: string, locale = 'de', uid = PAGE) => `/appointments/${uid}/${documentId}?locale=${locale}`
const plan = (documentId: string, step: string, { at = TOMORROW, by = rita, locale = 'de' }: { at?: unknown, by?: Editor, locale?: string } = {}) =>
  by.send('POST', addressOf(documentId, locale), { step, at })
const planned = async (documentId: string, locale = 'de'): Promise<Values[]> =>
  Object.values((await rita.send('GET', addressOf(documentId, locale))).data).map(each => Object(each))
const isPublic = async (documentId: string, locale = 'de') =>
  await cms.strapi.db.query(PAGE).count({ where: { documentId, locale, publishedAt: { $notNull: true } } }) > 0

/** The moment comes. */
async function comes(...documents: string[]): Promise<void> {
  const where = { document: { $in: documents } }
  await cms.strapi.db.query(APPOINTMENT).updateMany({ where, data: { at: new Date(Date.now() - 1000) } })
}

async function publish(documentId: string): Promise<void> {
  expect((await rita.publish(PAGE, await rita.open(PAGE, documentId))).status).toBe(200)
}

async function listed(account: Editor): Promise<Values[]> {
  const { data } = await account.send('GET', '/desk')
  return Object(data.appointments).lines
}

describe('an appointment', () => {
  test('publishes what the draft says then, within seconds, and is over', async () => {
    const documentId = await write('Kommt von selbst')
    const { status, data } = await plan(documentId, 'publish')
    expect([status, Object.values(data)]).toEqual([200, [
      expect.objectContaining({ step: 'publish', problem: null, who: 'Rita Redaktion' }),
    ]])
    await anton.save(PAGE, await anton.open(PAGE, documentId), { title: 'Kommt von selbst, geändert' })
    expect(await isPublic(documentId)).toBe(false)
    await comes(documentId)
    await expect.poll(() => isPublic(documentId), { timeout: 15_000, interval: 200 }).toBe(true)
    const live = { where: { documentId, publishedAt: { $notNull: true } } }
    expect(await cms.strapi.db.query(PAGE).findOne(live)).toMatchObject({ title: 'Kommt von selbst, geändert' })
    expect(await planned(documentId)).toEqual([])
  })

  test('takes off the website what is public, also what will be by then', async () => {
    const documentId = await write('Geht von selbst')
    expect((await plan(documentId, 'unpublish', { at: TOMORROW })).error?.message).toBe('Dann ist der Eintrag nicht auf der Website.')
    await plan(documentId, 'publish', { at: timeIn(20 * MINUTE) })
    expect((await plan(documentId, 'unpublish')).status).toBe(200)
    expect((await planned(documentId)).map(({ step }) => step)).toEqual(['publish', 'unpublish'])
    await publish(documentId)
    expect((await planned(documentId)).map(({ step }) => step)).toEqual(['unpublish'])
    await comes(documentId)
    await keepDue(cms.strapi)
    expect([await isPublic(documentId), await planned(documentId)]).toEqual([false, []])
  })

  test('of a text and its translation publishes the text first, whichever was planned first', async () => {
    const documentId = await write('Beides')
    await rita.send('PUT', `${entriesOf(PAGE)}/${documentId}?locale=en`, { title: 'Both', text: TEXT })
    for (const locale of ['en', 'de']) expect((await plan(documentId, 'publish', { locale })).status).toBe(200)
    await comes(documentId)
    await keepDue(cms.strapi)
    expect([await isPublic(documentId), await isPublic(documentId, 'en')]).toEqual([true, true])
  })

  test('is moved by another one, and can be struck', async () => {
    const documentId = await write('Verschoben')
    await plan(documentId, 'publish', { at: timeIn(20 * MINUTE) })
    await plan(documentId, 'publish')
    const [{ at } = {}, ...others] = await planned(documentId)
    expect([new Date(String(at)).getTime() - Date.now() > 23 * 60 * MINUTE, others]).toEqual([true, []])
    expect((await rita.send('DELETE', `${addressOf(documentId)}&step=publish`)).status).toBe(200)
    await comes(documentId)
    await keepDue(cms.strapi)
    expect([await planned(documentId), await isPublic(documentId)]).toEqual([[], false])
  })

  test('is not kept of what is deleted, nor of what was done by hand', async () => {
    const deleted = await write('Wird gelöscht')
    await plan(deleted, 'publish')
    await rita.send('DELETE', `${entriesOf(PAGE)}/${deleted}?locale=*`)
    const taken = await write('Wird heruntergenommen')
    await publish(taken)
    await plan(taken, 'unpublish')
    await rita.send('POST', `${entriesOf(PAGE)}/${taken}/actions/unpublish`, {})
    expect(await cms.strapi.db.query(APPOINTMENT).count({ where: { document: { $in: [deleted, taken] } } })).toBe(0)
  })

  test('stands in the list beside its language, and on the start page of whoever may publish', async () => {
    const documentId = await write('Steht in der Liste')
    await plan(documentId, 'publish')
    const { data } = await rita.send('GET', `/translation-states/${PAGE}?documents=${documentId}`)
    expect(data[documentId]).toContainEqual(
      { locale: 'de', state: 'source', planned: [expect.objectContaining({ step: 'publish', problem: null })] },
    )
    const line = expect.objectContaining({ documentId, title: 'Steht in der Liste', step: 'publish', problem: null })
    expect(await listed(rita)).toContainEqual(line)
    expect(await listed(anton)).toEqual([])
  })
})

describe('what cannot be done at its moment', () => {
  /** Its moment has come; what is told of it. */
  async function afterwards(documentId: string): Promise<unknown> {
    await comes(documentId)
    await keepDue(cms.strapi)
    const [{ problem } = {}] = await planned(documentId)
    return problem
  }

  test('is told in the words of the form, first on the start page, and not tried again', async () => {
    const documentId = await write('Unvollständig', {})
    await plan(documentId, 'publish')
    const { error } = await rita.publish(PAGE, await rita.open(PAGE, documentId))
    expect(await afterwards(documentId)).toBe(error?.message)
    const [first] = await listed(rita)
    expect(first).toMatchObject({ documentId, problem: error?.message })
    await rita.save(PAGE, await rita.open(PAGE, documentId), { text: TEXT })
    await keepDue(cms.strapi)
    expect(await isPublic(documentId)).toBe(false)
  })

  test.each<[string, (account: number) => Promise<unknown>]>([
    ['has left', account => cms.strapi.db.query('admin::user').update({ where: { id: account }, data: { isActive: false } })],
    ['is blocked', account => cms.strapi.db.query('admin::user').update({ where: { id: account }, data: { blocked: true } })],
    ['was deleted', account => cms.strapi.db.query('admin::user').delete({ where: { id: account } })],
    ['may not publish any more', async (account) => {
      const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-author' } })
      await cms.strapi.db.query('admin::user').update({ where: { id: account }, data: { roles: [role.id] } })
    }],
  ])('is what its maker may not do any more who %s', async (how, leave) => {
    const name = `Vera V${how.replaceAll(' ', '')}`
    const vera = await editor(cms, name)
    const documentId = await write(`Von einer, die ${how}`)
    expect((await plan(documentId, 'publish', { by: vera })).status).toBe(200)
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { email: `${name.replace(' ', '.')}@example.org`.toLowerCase() } })
    await leave(id)
    expect(await afterwards(documentId)).toContain('das inzwischen nicht mehr')
    expect(await isPublic(documentId)).toBe(false)
  })

  test('of several the others happen', async () => {
    const [bad, good] = [await write('Geht nicht', {}), await write('Geht')]
    for (const documentId of [bad, good]) await plan(documentId, 'publish')
    await comes(bad, good)
    await keepDue(cms.strapi)
    expect([await isPublic(bad), await isPublic(good)]).toEqual([false, true])
  })

  test('for a reason that passes is tried again, stored as a whole, and keeps nothing else waiting', async () => {
    const [documentId, other] = [await write('Später'), await write('Rechtzeitig')]
    for (const each of [documentId, other]) await plan(each, 'publish')
    await comes(documentId, other)
    let failures = 1
    cms.strapi.documents.use(async ({ action, params }, next) => {
      const result = await next()
      if (action === 'publish' && Reflect.get(params, 'documentId') === documentId && failures-- > 0) throw new Error('The disk is full.')
      return result
    })
    await keepDue(cms.strapi)
    expect([await isPublic(documentId), await isPublic(other)]).toEqual([false, true])
    expect(await planned(documentId)).toEqual([expect.objectContaining({ problem: null })])
    await keepDue(cms.strapi)
    expect([await isPublic(documentId), await planned(documentId)]).toEqual([true, []])
  })
})

describe('an appointment is not made', () => {
  const nextYear = new Date().getFullYear() + 1
  const sunday = (month: number) => {
    const last = new Date(Date.UTC(nextYear, month + 1, 0))
    return new Date(last.getTime() - last.getUTCDay() * 24 * 60 * MINUTE).toISOString().slice(0, 10)
  }

  test.each<[string, unknown, string]>([
    ['without a moment', undefined, 'Bitte geben Sie Tag und Uhrzeit an.'],
    ['at what is no moment', 'morgen', 'Bitte geben Sie Tag und Uhrzeit an.'],
    ['on a day alone', '2030-01-01', 'Bitte geben Sie Tag und Uhrzeit an.'],
    ['in the past', '2020-01-01T09:00', 'Dieser Zeitpunkt ist schon vorbei.'],
    ['in the hour that there is not', `${sunday(2)}T02:30`, 'Diese Uhrzeit gibt es an dem Tag nicht'],
    ['in the hour that there is twice', `${sunday(9)}T02:30`, 'Diese Uhrzeit gibt es an dem Tag zweimal'],
  ])('%s', async (_when, at, sentence) => {
    const documentId = await write('Wann')
    const { status, error } = await rita.send('POST', addressOf(documentId), { step: 'publish', at })
    expect([status, error?.message]).toEqual([400, expect.stringContaining(sentence)])
    expect(await planned(documentId)).toEqual([])
  })

  test.each<[string, () => Editor, string, number]>([
    ['by an author', () => anton, 'publish', 403], ['for a step that there is not', () => rita, 'delete', 400],
  ])('%s', async (_what, who, step, expected) => {
    const documentId = await write('Bleibt')
    expect((await plan(documentId, step, { by: who() })).status).toBe(expected)
    expect((await who().send('DELETE', `${addressOf(documentId)}&step=${step}`)).status).toBe(expected)
    expect(await planned(documentId)).toEqual([])
  })

  test('nor read by who may not read the draft, and of nothing that has no drafts', async () => {
    const documentId = await write('Nicht für Otto')
    expect((await otto.send('GET', addressOf(documentId))).status).toBe((await otto.send('GET', `${entriesOf(PAGE)}/${documentId}`)).status)
    expect((await rita.send('GET', addressOf('unknown'))).status).toBe(404)
    expect((await rita.send('GET', '/appointments/plugin::upload.file/1')).status).toBe(404)
    expect((await fetch(cms.address + addressOf(documentId))).status).toBe(401)
  })
})

test('what a stop has missed is caught up once, at the start', async () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-appointments-'))
  const databaseUrl = await newDatabase()
  const execute = async (statement: string) => {
    if (!databaseUrl) return new DatabaseSync(path.join(dataDirectory, 'lip-lab.db')).exec(statement)
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  let running = await startProcess(dataDirectory, databaseUrl)
  const admin = await editorOf(running)
  const { data: { documentId } } = await admin.send('POST', entriesOf(PAGE), { title: 'Nachgeholt', text: TEXT })
  expect((await admin.send('POST', addressOf(String(documentId)), { step: 'publish', at: TOMORROW })).status).toBe(200)
  running.child.kill('SIGTERM')
  await running.ended
  await execute(databaseUrl ? 'update appointments set at = now() - interval \'1 day\'' : 'update appointments set at = 1')
  running = await startProcess(dataDirectory, databaseUrl)
  const versions = async () => {
    const query = '{ publications(since: "2020-01-01") { nodes { title } } }'
    const answer = await fetch(`${running.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }),
    })
    return (await answer.text()).split('"Nachgeholt"').length - 1
  }
  expect(await versions()).toBe(1)
  running.child.kill('SIGTERM')
  await running.ended
  running = await startProcess(dataDirectory, databaseUrl)
  expect(await versions()).toBe(1)
  running.child.kill('SIGTERM')
  await running.ended
  rmSync(dataDirectory, { recursive: true, force: true })
})
