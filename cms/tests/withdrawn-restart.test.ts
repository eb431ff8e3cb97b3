/**
 * A withdrawal outlives restarts and crashes: it has happened as a whole or not at all, and no answer names the person,
 * under no name that she has had.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ARTICLE, CONSENT, PERSON } from './cast'
import { type Editor, editorOf, entriesOf, type Reply } from './editor'
import { type Running, startProcess } from './process'
import { newDatabase, type Values } from './strapi'

vi.setConfig({ testTimeout: 240_000 })

const FORMER = 'Quendolina Öhlzweig'
const NOW = 'Quendolina Ahornblatt'
const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-restart-'))

let databaseUrl = ''
let cms: Running
let editor: Editor

interface Agreed {
  name: string
  person: string
  consent: string
}

beforeAll(async () => {
  databaseUrl = await newDatabase()
  await start()
})

afterAll(async () => {
  cms?.child.kill('SIGKILL')
  await cms?.ended
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function start(): Promise<void> {
  cms = await startProcess(dataDirectory, databaseUrl)
  expect(cms.child.exitCode, cms.output()).toBe(null)
  editor = await editorOf(cms)
}

async function crash(): Promise<void> {
  cms.child.kill('SIGKILL')
  await cms.ended
}

async function send(method: string, address: string, values: Values = {}): Promise<string> {
  const { status, data, message }: Reply = await editor.send(method, address, values)
  expect([status < 300, message]).toEqual([true, ''])
  return String(data.documentId)
}

/** Somebody who has agreed, and an article that names her. */
async function agreed(name: string): Promise<Agreed> {
  const person = await send('POST', entriesOf(PERSON), { name, publicGround: 'consent' })
  const consent = await send('POST', entriesOf(CONSENT), {
    person: { connect: [{ documentId: person }] }, coversName: true, givenOn: '2021-01-01',
  })
  await send('POST', `${entriesOf(PERSON)}/${person}/actions/publish`)
  await publishArticle(name)
  return { name, person, consent }
}

function publishArticle(name: string): Promise<string> {
  return send('POST', `${entriesOf(ARTICLE)}/actions/publish`, {
    title: `Im Gespräch mit ${name}`, kind: 'report', date: '2021-11-01', byline: `Von ${name}`, lead: `${name} sprach.`,
  })
}

const QUERIES = [
  '{ articles(pagination: { limit: 100 }) { slug title byline lead } }', '{ people { name slug } }',
  '{ publications(since: "2020-01-01", pageSize: 100) { nodes { title slug } } }',
  '{ search(q: "Quendolina") { hits { title { text } excerpt { text } slug } } }',
]

/** All that readers can ask, old versions among it. */
async function everythingSaid(): Promise<string> {
  const ask = async (query: string, variables: Values = {}): Promise<string> => {
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }),
    })
    return response.text()
  }
  const answers = await Promise.all(QUERIES.map(query => ask(query)))
  const slugs = [...answers.join('').matchAll(/"slug":"([^"]+)"/g)].map(([, slug]) => slug)
  const versions = '($slug: String!) { a: revision(type: "Article", slug: $slug, number: 1) { slug snapshot } '
    + 'b: revision(type: "Article", slug: $slug, number: 2) { slug snapshot } }'
  return [...answers, ...await Promise.all([...new Set(slugs)].map(slug => ask(`query ${versions}`, { slug })))].join('\n')
}

async function execute(statement: string): Promise<void> {
  if (!databaseUrl) return new DatabaseSync(path.join(dataDirectory, 'lip-lab.db')).exec(statement)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const withdraw = ({ consent }: Agreed) =>
  editor.send('PUT', `${entriesOf(CONSENT)}/${consent}`, { withdrawnOn: '2026-01-01' })

test('who was renamed is gone under the former name too, also after a restart', async () => {
  const quendolina = await agreed(FORMER)
  await editor.send('PUT', `${entriesOf(PERSON)}/${quendolina.person}`, { name: NOW })
  await send('POST', `${entriesOf(PERSON)}/${quendolina.person}/actions/publish`)
  await publishArticle(NOW)
  expect(await everythingSaid()).toMatch(/Öhlzweig[^]*Ahornblatt/)
  expect((await withdraw(quendolina)).status).toBe(200)
  expect(await everythingSaid()).not.toMatch(/hlzweig|hornblatt/i)
  await crash()
  await start()
  expect(await everythingSaid()).not.toMatch(/hlzweig|hornblatt/i)
  expect(await everythingSaid()).toContain('Von N. N.')
})

test('whose consent was taken back while the cms was down is gone when it starts', async () => {
  const berta = await agreed('Berta Kieferzapfen')
  await crash()
  await execute(`update consent_records set withdrawn_on = '2026-01-01' where document_id = '${berta.consent}'`)
  await start()
  expect(await everythingSaid()).not.toMatch(/kieferzapfen/i)
})

test('a crash amid a withdrawal leaves all of it or nothing', async () => {
  for (const [name, milliseconds] of [['Anna Fichtenast', 10], ['Carla Lindenblatt', 60], ['Dora Ulmenwurzel', 150]] as const) {
    const somebody = await agreed(name)
    const attempt = withdraw(somebody).catch(() => null)
    await new Promise(resolve => setTimeout(resolve, milliseconds))
    await crash()
    const reply = await attempt
    await start()
    const { data } = await editor.send('GET', `${entriesOf(CONSENT)}/${somebody.consent}`)
    const isGone = !(await everythingSaid()).includes(name.split(' ')[1] ?? '')
    expect([name, isGone]).toEqual([name, data.withdrawnOn !== null])
    if (reply?.status === 200) expect(isGone).toBe(true)
  }
})
