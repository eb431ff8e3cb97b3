/** Plans, their fields, goals and phases, and lineages have drafts: in data made before they had, and from now on. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type Cast, castOf, DECISION, EVENT, FIELD, LINEAGE, MEASURE, PHASE, PLAN, PROJECT, read, UPDATE,
} from './cast'
import { type Editor, editorOf, entriesOf } from './editor'
import { type Running, startProcess } from './process'
import { ask, type Cms, newDatabase, refusalOf, type Row, startCms, type Values } from './strapi'

const { bringBack } = createRequire(import.meta.url)('../dist/src/bin/bring-back')

vi.setConfig({ testTimeout: 240_000 })

const GOAL = 'api::plan.goal'
/** What SQLite keeps in a column. */
type Stored = string | number | null

const DRAFTED = [PLAN, FIELD, GOAL, PHASE, LINEAGE]

/** Made by the version before plans had drafts: every table with content, a question, and how it was answered. */
const RECORDED: { query: string, answers: Values, tables: Record<string, Record<string, Stored>[]> } = JSON.parse(
  readFileSync('tests/recorded/before-drafts.json', 'utf8'),
)

interface Database {
  run: (statement: string, values?: (Stored | boolean | Date)[]) => Promise<Values[]>
  end: () => Promise<void>
}

async function open(dataDirectory: string, url: string): Promise<Database> {
  if (url) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    let count = 0
    const numbered = (statement: string) => {
      count = 0
      return statement.replaceAll('?', () => `$${count += 1}`)
    }
    return {
      run: async (statement, values = []) => (await client.query(numbered(statement), values)).rows,
      end: () => client.end(),
    }
  }
  const database = new DatabaseSync(path.join(dataDirectory, 'lip-lab.db'), { enableForeignKeyConstraints: false })
  return {
    run: async (statement, values = []) => database.prepare(statement)
      .all(...values.map(value => typeof value === 'boolean' || value instanceof Date ? Number(value) : value)),
    end: async () => database.close(),
  }
}

/** Puts the recorded rows into an empty portal, and what Strapi notes of the content types of that time. */
async function putBack(dataDirectory: string, url: string): Promise<void> {
  const database = await open(dataDirectory, url)
  if (url) await database.run('set session_replication_role = replica')
  for (const [table, rows] of Object.entries(RECORDED.tables)) {
    const kinds = url
      ? await database.run('select column_name, data_type from information_schema.columns where table_name = ?', [table])
      : []
    const kindOf = new Map(kinds.map(kind => [String(kind.column_name), String(kind.data_type)]))
    for (const row of rows) {
      const columns = Object.keys(row)
      await database.run(
        `insert into "${table}" (${columns.map(column => `"${column}"`).join(', ')}) `
        + `values (${columns.map(() => '?').join(', ')})`,
        columns.map(column => inKind(row[column] ?? null, kindOf.get(column))),
      )
    }
    if (url) await database.run(`select setval(pg_get_serial_sequence('"${table}"', 'id'), max(id)) from "${table}"`)
  }
  const where = 'where key = \'strapi_content_types_schema\''
  const [{ value } = {}] = await database.run(`select value from strapi_core_store_settings ${where}`)
  const types: Record<string, { options: Values }> = JSON.parse(String(value))
  for (const uid of DRAFTED) Object.assign(types[uid]?.options ?? {}, { draftAndPublish: false })
  await database.run(`update strapi_core_store_settings set value = ? ${where}`, [JSON.stringify(types)])
  await database.end()
}

/** A value as SQLite keeps it, for a column of PostgreSQL. */
function inKind(value: Stored, kind = ''): Stored | boolean | Date {
  if (value === null) return null
  if (kind === 'boolean') return Boolean(value)
  return kind.startsWith('timestamp') ? new Date(Number(value)) : value
}

describe('what the version before them left', () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-drafts-'))
  let url = ''
  let cms: Running
  let editor: Editor

  async function start(): Promise<void> {
    cms = await startProcess(dataDirectory, url)
    expect(cms.child.exitCode, cms.output()).toBe(null)
  }

  async function stop(): Promise<void> {
    cms.child.kill('SIGTERM')
    await cms.ended
  }

  beforeAll(async () => {
    url = await newDatabase()
    await start()
    await stop()
    await putBack(dataDirectory, url)
    await start()
    editor = await editorOf(cms)
  }, 240_000)

  afterAll(async () => {
    cms?.child.kill('SIGKILL')
    await cms?.ended
    rmSync(dataDirectory, { recursive: true, force: true })
  })

  async function answers(): Promise<Values> {
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Connection': 'close' },
      body: JSON.stringify({ query: RECORDED.query }),
    })
    const { data, errors = [] } = JSON.parse(await response.text())
    expect(errors).toEqual([])
    return data
  }

  /** What an editor sees of a relation in the draft's form. */
  async function related(uid: string, documentId: string, attribute: string): Promise<string[]> {
    const { results } = await editor.send(
      'GET', `/content-manager/relations/${uid}/${documentId}/${attribute}?locale=de&status=draft`,
    )
    return results.map(result => String(result.documentId))
  }

  const rowsOf = (table: string) => RECORDED.tables[table] ?? []
  const idOf = (table: string, slug: string) =>
    String(rowsOf(table).find(row => row.slug === slug || row.title === slug)?.document_id)

  test('everything that was public is public', async () => {
    expect(await answers()).toEqual(RECORDED.answers)
  })

  test('every draft leads where it led, and to nothing else', async () => {
    const [old, next] = [idOf('plans', 'alter-plan'), idOf('plans', 'neuer-plan')]
    const [education, social] = [idOf('fields_of_action', 'bildung'), idOf('fields_of_action', 'soziales')]
    const newSocial = idOf('fields_of_action', 'soziales-neu')
    const [one, other, draft] = ['die-eine', 'die-andere', 'entwurf'].map(slug => idOf('measures', slug))
    const expected: [string, string, string, string[]][] = [
      [MEASURE, one ?? '', 'plan', [old]], [MEASURE, one ?? '', 'fieldOfAction', [education]],
      [MEASURE, other ?? '', 'plan', [next]], [MEASURE, other ?? '', 'fieldOfAction', [newSocial]],
      [MEASURE, draft ?? '', 'plan', [old]], [MEASURE, draft ?? '', 'fieldOfAction', [social]],
      [FIELD, education, 'plan', [old]], [FIELD, newSocial, 'plan', [next]],
      [GOAL, idOf('goals', 'Ein Ziel'), 'fieldOfAction', [education]],
      [PHASE, idOf('phases', 'erste-phase'), 'plan', [old]],
      [EVENT, idOf('timeline_events', 'ereignis'), 'plan', [old]],
      [EVENT, idOf('timeline_events', 'ereignis'), 'phase', [idOf('phases', 'erste-phase')]],
      [LINEAGE, String(rowsOf('lineages')[0]?.document_id), 'from', [one ?? '']],
      [LINEAGE, String(rowsOf('lineages')[0]?.document_id), 'to', [other ?? '']],
      [DECISION, String(rowsOf('decisions')[0]?.document_id), 'plan', [old]],
      ['api::article.article', String(rowsOf('articles')[0]?.document_id), 'fieldsOfAction', [social, education]],
      [PROJECT, String(rowsOf('funded_projects')[0]?.document_id), 'plan', [old]],
      ['api::plan.reported-figure', String(rowsOf('reported_figures')[0]?.document_id), 'plan', [old]],
    ]
    const seen = []
    for (const [uid, documentId, attribute] of expected)
      seen.push([uid, documentId, attribute, (await related(uid, documentId, attribute)).toSorted()])
    expect(seen).toEqual(expected.map(([uid, id, name, targets]) => [uid, id, name, targets.toSorted()]))
  })

  test('an editor saves and publishes a plan, its field and its measure, and all stays as it was', async () => {
    for (const [uid, table, slug] of [
      [PLAN, 'plans', 'alter-plan'], [FIELD, 'fields_of_action', 'bildung'], [MEASURE, 'measures', 'die-eine'],
      [EVENT, 'timeline_events', 'ereignis'],
    ] as const) {
      const place = `${entriesOf(uid)}/${idOf(table, slug)}`
      const { data: { title } } = await editor.send('GET', `${place}?locale=de`)
      for (const [method, address] of [['PUT', `${place}?locale=de`], ['POST', `${place}/actions/publish?locale=de`]])
        expect(await editor.send(method ?? '', address ?? '', { title })).toMatchObject({ status: 200 })
    }
    expect(await answers()).toEqual(RECORDED.answers)
  })

  test('nothing changes with the next start', async () => {
    await stop()
    await start()
    expect(await answers()).toEqual(RECORDED.answers)
  })
})

describe('a new plan', () => {
  let cms: Cms
  let cast: Cast
  let plan: Row
  let measure: Row
  let before: Row

  const QUERY = `{ plans { title } fieldsOfAction { title plan { title } } goals { title } phases { title }
    measures { title plan { title } fieldOfAction { title } } timelineEvents { title } lineages { kind }
    decisions { outcome } statusUpdates { stage } ar: fieldsOfAction(locale: "ar") { title } }`

  beforeAll(async () => {
    cms = await startCms()
    cast = await castOf(cms)
    const old = await cast.plan({ title: 'Der alte Plan' })
    before = await cast.measure(old, { title: 'Die alte Maßnahme' })
    plan = await cms.documents(PLAN).create({
      data: { title: 'Der neue Plan', valid: '2027/2032', citations: cast.citations }, status: 'draft',
    })
  })

  afterAll(() => cms?.stop())

  const draft = (uid: string, data: Values) => cms.documents(uid).create({ data, status: 'draft' })

  test('is written in private, with all that belongs to it', async () => {
    const public_ = await read<Values>(cms, QUERY)
    const { citations } = cast
    for (const title of ['Bildung', 'Wohnen', 'Arbeit', 'Kultur', 'Gesundheit', 'Sprache', 'Sport']) {
      const field = await draft(FIELD, { title, plan: plan.documentId, citations })
      await cms.documents(FIELD).update({ documentId: field.documentId, locale: 'ar', data: { title: 'مجال' } })
      await draft(GOAL, { title: `Ziel für ${title}`, fieldOfAction: field.documentId, citations })
      const made = await draft(MEASURE, {
        title: `Maßnahme für ${title}`, kind: 'fundable', plan: plan.documentId, fieldOfAction: field.documentId,
        citations,
      })
      measure ??= made
    }
    await draft(PHASE, { title: 'Die Vorbereitung', plan: plan.documentId, valid: '2026/2027' })
    await draft(EVENT, {
      title: 'Der Auftakt', date: '2026-05-01', kind: 'other', certainty: 'documented', plan: plan.documentId, citations,
    })
    await draft(DECISION, { measure: measure.documentId, date: '2026-06-01', outcome: 'agreed', citations })
    await draft(UPDATE, { measure: measure.documentId, date: '2026-07-01', stage: 'adopted', citations })
    await draft(LINEAGE, {
      kind: 'continued', from: [before.documentId], to: [measure.documentId], certainty: 'documented', citations,
    })
    expect(await read(cms, QUERY)).toEqual(public_)
    const { data } = await ask(cms, '{ search(q: "Wohnen") { hits { slug } } }')
    expect(data).toEqual({ search: { hits: [] } })
  })

  test('does not appear while a part is not complete, and that part is named', async () => {
    const unfinished = await draft(MEASURE, { title: 'Noch ohne Art', plan: plan.documentId })
    const public_ = await read<Values>(cms, QUERY)
    const refusal = await refusalOf(cms.documents(PLAN).publish({ documentId: plan.documentId }))
    expect(refusal).toContain('Maßnahme „Noch ohne Art“, die mit dem Plan erscheinen soll: ')
    expect(await read(cms, QUERY)).toEqual(public_)
    await cms.documents(MEASURE).delete({ documentId: unfinished.documentId })
  })

  test('appears whole when it is published, in all languages of its parts', async () => {
    await cms.documents(PLAN).publish({ documentId: plan.documentId })
    const seen = await read<Record<string, Values[]>>(cms, QUERY)
    expect(Object.fromEntries(Object.entries(seen).map(([name, entries]) => [name, entries.length]))).toEqual({
      plans: 2, fieldsOfAction: 7, goals: 7, phases: 1, measures: 8, timelineEvents: 1, lineages: 1, decisions: 1,
      statusUpdates: 1, ar: 7,
    })
    expect(seen.ar?.map(({ title }) => title)).toEqual(Array.from({ length: 7 }, () => 'مجال'))
    expect(seen.measures?.filter(({ fieldOfAction }) => fieldOfAction === null)).toHaveLength(1)
    const { data } = await ask(cms, '{ measures(filters: { title: { contains: "Bildung" } }) { stage { stage } } }')
    expect(data).toEqual({ measures: [{ stage: { stage: 'adopted' } }] })
  })

  test('goes on to have drafts: what is changed is not public until it is published', async () => {
    await cms.documents(PLAN).update({ documentId: plan.documentId, data: { title: 'Ein anderer Titel' } })
    const later = await draft(MEASURE, { title: 'Später', kind: 'fundable', plan: plan.documentId, citations: cast.citations })
    await cms.documents(PLAN).publish({ documentId: plan.documentId })
    const { data } = await ask(cms, '{ plans(sort: "title") { title } measures { title } }')
    expect(data?.plans).toEqual([{ title: 'Der alte Plan' }, { title: 'Ein anderer Titel' }])
    expect(data?.measures).not.toContainEqual({ title: 'Später' })
    await cms.documents(MEASURE).delete({ documentId: later.documentId })
  })

  test.each([
    ['the plan', PLAN], ['a field', FIELD],
  ])('%s stays on the website as long as something public belongs to it', async (_, uid) => {
    const [entry] = await cms.documents(uid).findMany({
      filters: uid === PLAN ? { documentId: plan.documentId } : { title: 'Bildung' }, status: 'published',
    })
    expect(await refusalOf(cms.documents(uid).unpublish({ documentId: entry?.documentId }))).toMatch(
      /^Dieser Eintrag lässt sich noch nicht von der Website nehmen: Auf ihm beruht, was öffentlich ist, nämlich /,
    )
  })

  test('a goal can be taken off the website', async () => {
    const [goal] = await cms.documents(GOAL).findMany({ status: 'published' })
    await cms.documents(GOAL).unpublish({ documentId: goal?.documentId })
    expect((await read<{ goals: Values[] }>(cms, '{ goals { title } }')).goals).toHaveLength(6)
  })

  test('that was taken off the website comes back without what was taken off with it', async () => {
    const again = await draft(PLAN, { title: 'Noch ein Plan', valid: '2030/..', citations: cast.citations })
    const field = await draft(FIELD, { title: 'Ein Feld', plan: again.documentId, citations: cast.citations })
    const isPublic = async () => (await cms.documents(FIELD).findOne({
      documentId: field.documentId, status: 'published',
    })) !== null
    await cms.documents(PLAN).publish({ documentId: again.documentId })
    expect(await isPublic()).toBe(true)
    await cms.documents(FIELD).unpublish({ documentId: field.documentId })
    await cms.documents(PLAN).unpublish({ documentId: again.documentId })
    await cms.documents(PLAN).publish({ documentId: again.documentId })
    expect(await isPublic()).toBe(false)
  })

  test('what went into the bin before there were drafts comes back with one', async () => {
    const goals = cms.documents(GOAL)
    const [goal] = await goals.findMany({ status: 'published', populate: ['fieldOfAction'] })
    const documentId = goal?.documentId
    await goals.delete({ documentId, locale: '*' })
    const entry = await cms.strapi.db.query('api::ledger.bin-entry').findOne({ where: { document: documentId } })
    const where = { entry: entry.documentId }
    const { content } = await cms.strapi.db.query('api::ledger.bin-content').findOne({ where })
    const rows = content.rows.filter(({ values }: { values: Values }) => values.published_at !== null)
    await cms.strapi.db.query('api::ledger.bin-content').update({ where, data: { content: { ...content, rows } } })
    await bringBack(cms.strapi, entry)
    for (const status of ['published', 'draft'])
      expect(await goals.findOne({ documentId, status, populate: ['fieldOfAction'] })).toMatchObject({
        title: goal?.title, fieldOfAction: { documentId: Object(goal?.fieldOfAction).documentId },
      })
  })
})
