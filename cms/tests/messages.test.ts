/** What readers send: kept for the editors alone, mailed, and deleted when its time is over. */
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, type Cms, startCms, type Values } from './strapi'

const { keepMessagesShort }: { keepMessagesShort: (strapi: Cms['strapi']) => Promise<void> } = createRequire(
  import.meta.url,
)('../dist/src/messages')
const MESSAGE = 'api::ledger.message'
const message = {
  kind: 'correction', page: '/massnahmen/dritte-orte', text: '<b>Das Datum</b> stimmt nicht & „mehr“.',
  replyTo: 'leserin@example.org', language: 'de',
}

let cms: Cms
let server: SMTPServer
const mails: { to: string[], text: string }[] = []

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => {
      // @ts-expect-error a server that listens on a port has an address of this kind
      const { port }: AddressInfo = server.server.address()
      resolve(port)
    }),
  )
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'website@example.org', MAIL_TO: 'redaktion@example.org',
  })
  cms = await startCms()
})

afterAll(() => cms?.stop())

beforeEach(async () => {
  mails.length = 0
  await cms.strapi.db.query(MESSAGE).deleteMany({})
})

async function post(body: unknown): Promise<number> {
  const response = await fetch(`${cms.address}/messages`, {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'Connection': 'close' }, body: JSON.stringify(body),
  })
  return response.status
}

const kept = (): Promise<Values[]> => cms.strapi.db.query(MESSAGE).findMany({ orderBy: { id: 'asc' } })

describe('a message', () => {
  test('is kept as it was written, with the time it came', async () => {
    expect(await post(message)).toBe(204)
    expect(await kept()).toEqual([
      expect.objectContaining({
        ...message,
        label: 'Korrektur · <b>Das Datum</b> stimmt nicht & „mehr“.', isDone: false,
      }),
    ])
    expect(Math.abs(Date.now() - new Date(String((await kept())[0]?.receivedOn)).getTime())).toBeLessThan(60_000)
  })

  test('is mailed to the editors, who can answer, and nothing in it is taken for HTML', async () => {
    await post(message)
    await expect.poll(() => mails.length).toBe(1)
    const [mail] = mails
    expect(mail?.to).toEqual(['redaktion@example.org'])
    expect(mail?.text).toContain('Reply-To: leserin@example.org')
    expect(mail?.text).toContain('From: website@example.org')
    expect(mail?.text).not.toMatch(/<pre>[^]*<b>/)
    expect(mail?.text).toContain('&lt;b>')
  })

  test.each([
    ['no text', { ...message, text: ' ' }], ['no kind', { ...message, kind: 'spam' }],
    ['a header in the address', { ...message, replyTo: 'a@example.org\nBcc: b@example.org' }],
    ['a page elsewhere', { ...message, page: 'https://evil.example' }],
    ['too long', { ...message, text: 'a'.repeat(5001) }], ['a list', [message]], ['nothing', null],
    ['an object for a text', { ...message, text: { a: 1 } }],
  ])('is refused with %s', async (_name, body) => {
    expect(await post(body)).toBe(400)
    expect(await kept()).toEqual([])
  })

  test('arrives when two hundred came before it, and is marked for the editors', async () => {
    const now = new Date()
    await cms.strapi.db
      .query(MESSAGE)
      .createMany({ data: Array.from({ length: 200 }, () => ({ kind: 'question', text: 'x', receivedOn: now })) })
    const mailed = mails.length
    expect([await post(message), await post({ ...message, text: 'Von einer Leserin' })]).toEqual([204, 204])
    const marked = await cms.strapi.db.query(MESSAGE).findMany({ where: { isInFlood: true } })
    expect(marked.map(({ text }: Values) => text)).toEqual([message.text, 'Von einer Leserin'])
    expect(mails.length - mailed, 'one mail tells of it').toBe(1)
    await cms.strapi.db
      .query(MESSAGE)
      .updateMany({ where: {}, data: { receivedOn: new Date(now.getTime() - 61 * 60 * 1000) } })
    expect(await post({ ...message, text: 'Danach' })).toBe(204)
    expect(await cms.strapi.db.query(MESSAGE).findOne({ where: { text: 'Danach' } })).toMatchObject({
      isInFlood: false,
    })
  })

  test('of a flood makes room for the next ones when two thousand are kept, and nothing else does', async () => {
    const now = new Date()
    await cms.strapi.db
      .query(MESSAGE)
      .createMany({ data: Array.from({ length: 200 }, () => ({ kind: 'question', text: 'vorher', receivedOn: now })) })
    for (let time = 0; time < 4; time += 1)
      await cms.strapi.db
        .query(MESSAGE)
        .createMany({
          data: Array.from({ length: 500 }, () => ({
            kind: 'question', text: 'Flut', receivedOn: now, isInFlood: true,
          })),
        })
    expect([await post(message), await post(message)]).toEqual([204, 204])
    const count = (where: object) => cms.strapi.db.query(MESSAGE).count({ where })
    expect([
      await count({ text: 'vorher' }), await count({ text: 'Flut' }), await count({ text: message.text }),
    ]).toEqual([200, 1998, 2])
  })

  test('is deleted after 180 days, at the start and once a day', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
    await cms.strapi.db
      .query(MESSAGE)
      .createMany({
        data: [179, 181].map(days => ({ kind: 'question', text: String(days), receivedOn: daysAgo(days) })),
      })
    await keepMessagesShort(cms.strapi)
    expect((await kept()).map(({ text }) => text)).toEqual(['179'])
  })

  test('is in no public answer', async () => {
    await post(message)
    const { data } = await ask<{ __schema: { types: { name: string }[] } }>(cms, '{ __schema { types { name } } }')
    expect(data?.__schema.types.map(({ name }) => name).filter(name => /message|consent/i.test(name))).toEqual([])
    for (const query of ['{ messages { documentId } }', '{ messages_connection { nodes { text } } }'])
      expect((await ask(cms, query)).errors[0]?.message).toMatch(/Cannot query field/)
    expect((await fetch(`${cms.address}/messages`, { headers: { Connection: 'close' } })).status).toBe(404)
  })

  test('is kept even when the mail server is gone', async () => {
    await new Promise<void>(resolve => server.close(resolve))
    expect(await post(message)).toBe(204)
    expect(await kept()).toHaveLength(1)
  })
})
