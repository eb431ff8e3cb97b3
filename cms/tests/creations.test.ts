/** The server makes no entry twice, whatever becomes of its answer. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms, type Values } from './strapi'

const TYPES = '/content-manager/collection-types'
const ARTICLES = `${TYPES}/api::article.article`
const TERMS = `${TYPES}/api::page.glossary-term`

let cms: Cms
let token: string

beforeAll(async () => {
  cms = await startCms()
  const [email, password] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
  const response = await fetch(`${cms.address}/admin/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  })
  token = JSON.parse(await response.text()).data.token
})

afterAll(() => cms?.stop())

interface Reply {
  status: number
  body: { data?: Values, error?: { message: string } }
}

async function send(address: string, values: Values, key?: string, method = 'POST'): Promise<Reply> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}` }
  if (key) headers['Idempotency-Key'] = key
  const response = await fetch(cms.address + address, { method, headers, body: JSON.stringify(values) })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

const titles = async (uid: string, title: string) =>
  (await cms.documents(uid).findMany({ filters: { title: { $contains: title } } })).map(row => row.title)

describe('the same attempt', () => {
  test.each([
    ['article', ARTICLES, 'api::article.article', { kind: 'report', date: '2024-05-01' }],
    ['glossary term', TERMS, 'api::page.glossary-term', { explanation: 'Was es heißt.' }],
  ])('eight times at once makes one %s', async (name, address, uid, values) => {
    const key = randomUUID()
    const title = `Einmal ${name}`
    const replies = await Promise.all(Array.from({ length: 8 }, () => send(address, { title, ...values }, key)))
    expect(replies.map(({ status, body }) => status < 300 || body.error?.message)).toEqual(replies.map(() => true))
    expect(new Set(replies.map(({ body }) => body.data?.documentId)).size).toBe(1)
    expect(await titles(uid, title)).toEqual([title])
  })

  test('after its answer was lost, with other words: they are in the entry that was made', async () => {
    const key = randomUUID()
    const first = await send(ARTICLES, { title: 'Verloren' }, key)
    const second = await send(ARTICLES, { title: 'Verloren und ergänzt', lead: 'Neu' }, key)
    expect(second.body.data).toMatchObject({ documentId: first.body.data?.documentId, lead: 'Neu' })
    expect(await titles('api::article.article', 'Verloren')).toEqual(['Verloren und ergänzt'])
  })

  test('repeated after somebody else wrote in the entry keeps what she wrote, and asks where both wrote the same', async () => {
    const key = randomUUID()
    const first = await send(ARTICLES, { title: 'Zu zweit', lead: 'Meins' }, key)
    const address = `${ARTICLES}/${String(first.body.data?.documentId)}`
    expect((await send(address, { title: 'Zu zweit, ihr Titel' }, undefined, 'PUT')).status).toBe(200)
    const again = await send(ARTICLES, { title: 'Zu zweit', lead: 'Meins und mehr' }, key)
    expect(again.body.data).toMatchObject({ title: 'Zu zweit, ihr Titel', lead: 'Meins und mehr' })
    const same = await send(ARTICLES, { title: 'Zu zweit, mein Titel', lead: 'Meins' }, key)
    expect(same.status).toBe(409)
    expect(await titles('api::article.article', 'Zu zweit')).toEqual(['Zu zweit, ihr Titel'])
  })

  test('published after it was saved is one entry, and published twice too', async () => {
    const key = randomUUID()
    const values = {
      title: 'Gleich öffentlich', kind: 'report', date: '2024-05-01', isExample: true,
      body: [{ __component: 'article.quote', quote: 'Ja' }],
    }
    await send(ARTICLES, values, key)
    const first = await send(`${ARTICLES}/actions/publish`, values, key)
    const second = await send(`${ARTICLES}/actions/publish`, values, key)
    expect([first.status, second.status], JSON.stringify(first.body.error)).toEqual([200, 200])
    expect(await titles('api::article.article', 'Gleich öffentlich')).toHaveLength(1)
  })

  test('that was refused before makes the entry once it is right', async () => {
    const key = randomUUID()
    expect((await send(ARTICLES, { title: 'Zuerst falsch', date: 'gestern' }, key)).status).toBe(400)
    expect((await send(`${ARTICLES}/actions/publish`, { title: 'Zuerst falsch' }, key)).status).toBe(400)
    expect(await titles('api::article.article', 'Zuerst falsch')).toEqual([])
    expect((await send(ARTICLES, { title: 'Zuerst falsch', date: '2024' }, key)).status).toBe(201)
    expect(await titles('api::article.article', 'Zuerst falsch')).toHaveLength(1)
  })

  test('whose entry was deleted since makes a new one', async () => {
    const key = randomUUID()
    const { body } = await send(ARTICLES, { title: 'Gelöscht' }, key)
    await cms.documents('api::article.article').delete({ documentId: body.data?.documentId })
    expect((await send(ARTICLES, { title: 'Gelöscht' }, key)).status).toBe(201)
  })

  test('to copy makes one copy', async () => {
    const { body } = await send(ARTICLES, { title: 'Vorlage' })
    const key = randomUUID()
    const copies = [1, 2].map(() => send(`${ARTICLES}/clone/${body.data?.documentId}`, { title: 'Abschrift' }, key))
    expect((await Promise.all(copies)).map(({ status }) => status < 300)).toEqual([true, true])
    expect(await titles('api::article.article', 'Abschrift')).toHaveLength(1)
  })

  test('to copy from a list makes one copy, also where the first answer was lost', async () => {
    const { body } = await send(ARTICLES, { title: 'Aus der Liste' })
    const key = randomUUID()
    const copy = () => send(`${ARTICLES}/auto-clone/${body.data?.documentId}`, {}, key)
    expect([(await copy()).status < 300, (await copy()).status < 300]).toEqual([true, true])
    expect(await titles('api::article.article', 'Aus der Liste')).toHaveLength(2)
  })
})

test('two attempts with the same words are two entries: somebody may want that', async () => {
  for (const key of [randomUUID(), randomUUID()]) await send(ARTICLES, { title: 'Zweimal gewollt' }, key)
  expect(await titles('api::article.article', 'Zweimal gewollt')).toHaveLength(2)
})
