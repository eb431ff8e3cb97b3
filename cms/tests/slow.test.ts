/** On PostgreSQL no statement goes on for ever: whoever asked is told so, and the rest goes on. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { castOf } from './cast'
import { type Editor, editorOf, entriesOf, readinessOf } from './editor'
import { ask, type Cms, type Row, startCms } from './strapi'

const SECONDS = 2
/** A limit, and what the machine takes around it. */
const AT_MOST_MILLISECONDS = 15_000

interface Client {
  connect: () => Promise<void>
  query: (sql: string) => Promise<unknown>
  end: () => Promise<void>
}

const { Client: PgClient }: { Client: new (options: { connectionString: string }) => Client }
  = createRequire(import.meta.url)('pg')

/** What is not in memory: the register and the search index are read in whole, and again after a change. */
const QUESTIONS: [string, string][] = [
  ['a list', '{ plans { title } }'],
  ['a document', '{ plan(documentId: "ID") { title } }'],
  ['several at once', '{ sources { title } plan(documentId: "ID") { title } }'],
]

describe.runIf(inject('postgresUrl'))('a statement that takes too long', () => {
  let cms: Cms
  let editor: Editor
  let plan: Row
  let other: Client

  beforeAll(async () => {
    process.env.STATEMENT_SECONDS = String(SECONDS)
    cms = await startCms()
    editor = await editorOf(cms)
    plan = await (await castOf(cms)).plan()
    other = new PgClient({ connectionString: String(process.env.DATABASE_URL) })
    await other.connect()
  })
  afterAll(async () => {
    delete process.env.STATEMENT_SECONDS
    await other?.end()
    await cms?.stop()
  })

  /** While another program has the table of plans to itself. */
  async function whileHeld<Result>(work: () => Promise<Result>): Promise<Result> {
    await other.query('begin')
    await other.query('lock table plans in access exclusive mode')
    try {
      return await work()
    } finally {
      await other.query('rollback')
    }
  }

  test('is given up by PostgreSQL, on every connection', async () => {
    const started = performance.now()
    const sleeps = Array.from({ length: 12 }, () =>
      cms.strapi.db.connection.raw('select pg_sleep(60)').then(() => 'slept', (error: { code?: string }) => error.code))
    expect(new Set(await Promise.all(sleeps))).toEqual(new Set(['57014']))
    expect(performance.now() - started).toBeLessThan(AT_MOST_MILLISECONDS)
  })

  test.each(QUESTIONS)('of %s is answered with 503 and a sentence', async (_what, question) => {
    const started = performance.now()
    const { status, errors } = await whileHeld(() => ask(cms, question.replaceAll('ID', plan.documentId)))
    expect([status, errors[0]?.message]).toEqual([503, expect.stringMatching(/^The database .*try again in a minute\.$/)])
    expect(performance.now() - started).toBeLessThan(AT_MOST_MILLISECONDS)
    expect(await ask(cms, question.replaceAll('ID', plan.documentId))).toMatchObject({ status: 200, errors: [] })
  })

  test('of an editor is answered with 503: nothing was saved, and the portal stays ready', async () => {
    const saved = await whileHeld(() =>
      editor.send('PUT', `${entriesOf('api::plan.plan')}/${plan.documentId}`, { title: 'Zu langsam' }))
    expect([saved.status, saved.message]).toEqual([503, expect.stringMatching(/^Nicht gespeichert: Die Datenbank hat/)])
    expect(await cms.documents('api::plan.plan').findOne({ documentId: plan.documentId })).toMatchObject({ title: 'Ein Plan' })
    expect(await readinessOf(cms)).toMatchObject({ status: 200 })
  })
})
