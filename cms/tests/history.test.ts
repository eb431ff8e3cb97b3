/** What was done with an entry, by whom, what it said then, and how it comes back into the form. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { beginningOf, dayOf } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLE, type Cast, castOf, FIELD, PAGE, paragraph, PERSON } from './cast'
import { editorOf, entriesOf } from './editor'
import { type Editor, editor, type Form } from './editors'
import { pdf, upload } from './files'
import { startProcess } from './process'
import { type Cms, newDatabase, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { thinOut, whatStays }: {
  thinOut: (strapi: unknown) => Promise<void>
  whatStays: (deeds: Values[]) => { deeds: number[], states: number[] }
} = require('../dist/src/history/keeping')
const { standingOf }: {
  standingOf: (strapi: unknown, schema: unknown, documentId: string, locale: string) => Promise<{ now: unknown }>
} = require('../dist/src/together/check')

const BIN = 'api::ledger.bin-entry'
const FORMER_STATE = 'api::ledger.former-state'
const REVISION = 'api::ledger.revision'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let cms: Cms
let cast: Cast
let rita: Editor
let anton: Editor

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  rita = await editor(cms, 'Rita Redaktion')
  anton = await editor(cms, 'Anton Autor', 'strapi-author')
})

afterAll(() => cms?.stop())

const text = (words: string) => [paragraph(words)]
const part = (words: string) => ({ __component: 'article.text', text: text(words) })

interface Told {
  key: string
  deed: string | null
  at: string
  name: string | null
  who: string | null
  changed: string
  isKept: boolean
  isTold: boolean
}

interface Difference {
  name: string
  label: string
  lines: { kind: string, text: string }[][]
}

const historyAt = (documentId: string, { uid = PAGE, locale = 'de', state = '', query = '' } = {}) =>
  `/histories/${uid}/${documentId}${state && `/${state}`}?locale=${locale}${query}`

async function told(
  documentId: string, asked: { uid?: string, locale?: string, query?: string } = {}, by = rita,
): Promise<Told[]> {
  const { status, data } = await by.send('GET', historyAt(documentId, asked))
  expect(status).toBe(200)
  return toldIn(data.states)
}

function toldIn(states: unknown): Told[] {
  if (!Array.isArray(states)) throw new Error(`These are no states: ${JSON.stringify(states)}`)
  return states
}

/** „Rita Redaktion: save, Geändert: Titel.“, the newest first. */
const linesOf = (states: Told[]) => states.map(({ who, deed, changed }) => `${who ?? '–'}: ${deed ?? 'before'}, ${changed}`)

async function write(title: string, by = rita, values: Values = { text: text('Ein Absatz.') }): Promise<string> {
  const { data, error } = await by.send('POST', entriesOf(PAGE), { title, ...values })
  expect(error).toBeNull()
  return String(data.documentId)
}

async function save(documentId: string, changes: Values, by = rita, uid = PAGE): Promise<void> {
  expect(await by.save(uid, await by.open(uid, documentId), changes)).toMatchObject({ status: 200, error: null })
}

async function publish(documentId: string, by = rita, uid = PAGE): Promise<void> {
  expect((await by.publish(uid, await by.open(uid, documentId))).status).toBe(200)
}

/** As if all that was done so far had been done earlier. */
async function earlier(documentId: string, milliseconds: number): Promise<void> {
  for (const [uid, moment] of [[FORMER_STATE, 'savedOn'], [REVISION, 'publishedOn']] as const) {
    const rows: Values[] = await cms.strapi.db.query(uid).findMany({ where: { document: documentId } })
    for (const { id, [moment]: at } of rows) {
      const before = new Date(new Date(String(at)).getTime() - milliseconds)
      await cms.strapi.db.query(uid).update({ where: { id }, data: { [moment]: before } })
    }
  }
}

/** Says what each of these does, an hour after the one before. */
async function inTheCourseOf(documentId: string, deeds: (() => Promise<unknown>)[]): Promise<void> {
  for (const deed of deeds) {
    await earlier(documentId, 60 * MINUTE)
    await deed()
  }
}

const act = (documentId: string, action: string, by = rita, uid = PAGE) =>
  by.send('POST', `${entriesOf(uid)}/${documentId}/actions/${action}`, {})

describe('a deed', () => {
  test('of an author and of the Redaktion is told with who did it, and what changed in words', async () => {
    const documentId = await write('Eins', anton)
    await inTheCourseOf(documentId, [
      () => save(documentId, { title: 'Zwei' }, anton),
      () => save(documentId, { title: 'Drei', text: text('Ein anderer Absatz.') }),
      () => publish(documentId),
      () => save(documentId, { title: 'Vier' }, anton),
      () => publish(documentId),
      () => save(documentId, { title: 'Fünf' }),
      () => act(documentId, 'discard'),
      () => act(documentId, 'unpublish'),
    ])
    expect(linesOf(await told(documentId))).toEqual([
      'Rita Redaktion: unpublish, ',
      'Rita Redaktion: discard, Geändert: Titel.',
      'Rita Redaktion: save, Geändert: Titel.',
      'Rita Redaktion: publish, Text geändert (Wörter: 1).',
      'Anton Autor: save, Geändert: Titel.',
      'Rita Redaktion: publish, Neu.',
      'Rita Redaktion: save, Geändert: Titel, Text.',
      'Anton Autor: save, Geändert: Titel.',
      'Anton Autor: create, ',
    ])
  })

  test('stands in the language in which it was done', async () => {
    const documentId = await write('Deutsch')
    await rita.send('PUT', `${entriesOf(PAGE)}/${documentId}?locale=en`, { title: 'English', text: text('A paragraph.') })
    await earlier(documentId, 60 * MINUTE)
    await rita.send('PUT', `${entriesOf(PAGE)}/${documentId}?locale=en`, { title: 'In English', text: text('A paragraph.') })
    expect(linesOf(await told(documentId))).toEqual(['Rita Redaktion: create, '])
    expect(linesOf(await told(documentId, { locale: 'en' }))).toEqual([
      'Rita Redaktion: save, Geändert: Titel.', 'Rita Redaktion: create, ',
    ])
  })

  test('of what has no drafts and no languages is told as well', async () => {
    const { data: { documentId } } = await rita.send('POST', entriesOf('api::source.source'), { kind: 'report', title: 'Bericht' })
    await earlier(String(documentId), 60 * MINUTE)
    await rita.send('PUT', `${entriesOf('api::source.source')}/${String(documentId)}`, { kind: 'minutes', title: 'Bericht' })
    const states = await told(String(documentId), { uid: 'api::source.source' })
    expect(linesOf(states)).toEqual(['Rita Redaktion: save, Geändert: Art.', 'Rita Redaktion: create, '])
    const { data } = await rita.send('GET', historyAt(String(documentId), { uid: 'api::source.source', state: states[1]?.key }))
    expect(wordsIn(data.differences)).toEqual({ kind: ['-Bericht', '+Protokoll oder Tagesordnung'] })
  })

  test('in the bin is kept with the entry, and told when it comes back', async () => {
    const documentId = await write('Gelöscht')
    await inTheCourseOf(documentId, [
      () => save(documentId, { title: 'Bald gelöscht' }),
      () => rita.send('DELETE', `${entriesOf(PAGE)}/${documentId}?locale=*`),
    ])
    expect((await rita.send('GET', historyAt(documentId))).status).toBe(404)
    await bringBackFrom(documentId)
    expect(linesOf(await told(documentId))).toEqual([
      'Rita Redaktion: restore, ', 'Rita Redaktion: delete, ', 'Rita Redaktion: save, Geändert: Titel.', 'Rita Redaktion: create, ',
    ])
    const [, , changed] = await told(documentId)
    const { data } = await rita.send('GET', historyAt(documentId, { state: changed?.key }))
    expect(data.differences).toEqual([])
  })

  test('of nobody who is signed in has no name, and what was never published here by hand begins with what is public', async () => {
    const { documentId } = await cast.page({ title: 'Aus den Fakten' })
    await save(documentId, { title: 'Von Hand' })
    await earlier(documentId, 60 * MINUTE)
    await cms.documents(PAGE).update({ documentId, data: { title: 'Vom Programm' } })
    expect(linesOf(await told(documentId))).toEqual([
      '–: save, Geändert: Titel.', 'Rita Redaktion: save, Geändert: Titel.', '–: publish, Neu.',
    ])
  })

  test('that is refused is noted nowhere', async () => {
    const documentId = await write('Unvollständig', rita, {})
    const before = await told(documentId)
    const form = await rita.open(PAGE, documentId)
    expect((await rita.save(PAGE, form, { slug: 'Keine Adresse!' })).status).toBe(400)
    expect((await rita.publish(PAGE, form)).status).toBe(400)
    expect((await anton.publish(PAGE, form)).status).toBe(403)
    expect(await told(documentId)).toEqual(before)
  })
})

describe('what is saved often', () => {
  test('by one account within minutes is one state, and so is what is published at once', async () => {
    const documentId = await write('Oft')
    await earlier(documentId, 60 * MINUTE)
    for (const title of ['A', 'B', 'C']) await save(documentId, { title }, anton)
    await save(documentId, { title: 'D' })
    await publish(documentId)
    expect(linesOf(await told(documentId))).toEqual([
      'Rita Redaktion: publish, Neu.', 'Anton Autor: save, Geändert: Titel.', 'Rita Redaktion: create, ',
    ])
    const [published, saved] = await told(documentId)
    const { data } = await rita.send('GET', historyAt(documentId, { state: saved?.key, query: `&with=${published?.key}` }))
    expect(wordsIn(data.differences)).toEqual({ title: ['-C', '+D'] })
  })

  test('is told at first with the last of each day, what was published, and what has a name', async () => {
    const documentId = await write('Viele Tage')
    const sinceNoon = Date.now() - beginningOf(dayOf(new Date().toISOString())).getTime() + DAY / 2
    for (const [title, milliseconds] of [
      ['Vorgestern', DAY], ['Gestern', MINUTE * 20], ['Gestern noch', sinceNoon],
    ] as const) {
      await save(documentId, { title })
      await earlier(documentId, milliseconds)
    }
    const { data } = await rita.send('POST', historyAt(documentId), { name: ' Für den Ausschuss ' })
    expect(toldIn(data.states).at(0)).toMatchObject({ deed: 'name', name: 'Für den Ausschuss', isTold: true })
    expect((await told(documentId)).map(({ deed, isTold }) => `${deed} ${isTold}`)).toEqual([
      'name true', 'save true', 'save false', 'save true', 'create true',
    ])
  })

  test.each([['an author may name it', () => anton, 200], ['nobody without a name', () => rita, 400]])(
    '%s', async (_who, who, status) => {
      const documentId = await write('Benannt')
      const name = status === 200 ? 'Erste Runde' : '  '
      expect((await who().send('POST', historyAt(documentId), { name })).status).toBe(status)
    },
  )

  test('and changes nothing is not told', async () => {
    const documentId = await write('Unverändert')
    await inTheCourseOf(documentId, [() => save(documentId, {}), () => save(documentId, {})])
    expect(linesOf(await told(documentId))).toEqual(['Rita Redaktion: create, '])
  })

  test('is told a hundred at a time', async () => {
    const documentId = await write('Hundert')
    for (let index = 0; index < 120; index += 1)
      await cms.documents(PAGE).update({ documentId, data: { title: `Titel ${index}` } })
    const { data } = await rita.send('GET', historyAt(documentId))
    const more = await rita.send('GET', historyAt(documentId, { query: `&until=${String(data.earlier)}` }))
    const all = [...toldIn(data.states), ...toldIn(more.data.states)]
    expect([all.length, new Set(all.map(({ key }) => key)).size, more.data.earlier, all.at(-1)?.deed]).toEqual(
      [121, 121, null, 'create'],
    )
  })

  test('is not asked about by the window that was faster than its own answer', async () => {
    const { documentId } = await cast.page({ title: 'Doppelt' })
    const form = await rita.open(PAGE, documentId)
    expect((await rita.save(PAGE, form, { title: 'Einmal' })).status).toBe(200)
    await rita.send('POST', historyAt(documentId), { name: 'Dazwischen' })
    expect((await rita.save(PAGE, form, { title: 'Zweimal' })).status).toBe(200)
    expect((await rita.publish(PAGE, form, { title: 'Dreimal' })).status).toBe(200)
    const other = await anton.save(PAGE, form, { title: 'Von Anton' })
    expect([other.status, other.error?.details.contested[0]?.who]).toEqual([409, 'Rita Redaktion'])
  })

  test('costs one row for each deed, beside what was read before', async () => {
    const documentId = await write('Was es kostet')
    const form = await rita.open(PAGE, documentId)
    expect(await statementsAbout('former_states', () => rita.save(PAGE, form, { title: 'Gespeichert' }))).toEqual(['select', 'insert'])
    expect(await statementsAbout('former_states', () => publish(documentId))).toEqual(
      expect.arrayContaining(['insert']),
    )
  })
})

describe('a state is told', () => {
  let documentId: string

  beforeAll(async () => {
    documentId = await write('Für Kolleginnen', rita, { text: text('Vorher.') })
    await inTheCourseOf(documentId, [() => save(documentId, { title: 'Danach', text: text('Nachher.') })])
  })

  /** Somebody of a role of her own. */
  async function somebodyOf(name: string, rights: Values[]): Promise<Editor> {
    const { id } = await cms.strapi.service('admin::role').create({ name, code: name.toLowerCase().replace(' ', '-') })
    await cms.strapi.service('admin::role').addPermissions(id, rights)
    const { code } = await cms.strapi.db.query('admin::role').findOne({ where: { id } })
    return editor(cms, name, code)
  }

  test('to nobody who is not signed in', async () => {
    expect((await fetch(cms.address + historyAt(documentId))).status).toBe(401)
  })

  test('to nobody who may not read the entry', async () => {
    const otto = await somebodyOf('Otto Ohne', [])
    const answers = await Promise.all(['', 'now'].map(state => otto.send('GET', historyAt(documentId, { state }))))
    expect(answers.map(({ status }) => status)).toEqual([403, 403])
    expect((await otto.send('POST', historyAt(documentId, { state: 'now' }), {})).status).toBe(403)
  })

  test('without what somebody may not read, and named by nobody who may not write', async () => {
    const rights = { fields: ['title'], locales: ['de'] }
    const reading = { action: 'plugin::content-manager.explorer.read', subject: PAGE, properties: rights }
    const tina = await somebodyOf('Tina Titel', [reading])
    const states = await told(documentId, {}, tina)
    expect(linesOf(states)).toEqual(['Rita Redaktion: save, Geändert: Titel.', 'Rita Redaktion: create, '])
    const { data } = await tina.send('GET', historyAt(documentId, { state: states[1]?.key }))
    expect(wordsIn(data.differences)).toEqual({ title: ['-Für Kolleginnen', '+Danach'] })
    const { taken } = (await tina.send('POST', historyAt(documentId, { state: states[1]?.key }), {})).data
    expect(taken).toEqual({ title: 'Für Kolleginnen' })
    expect((await tina.send('POST', historyAt(documentId), { name: 'Meins' })).status).toBe(403)
    expect((await tina.send('GET', historyAt(documentId, { locale: 'en' }))).status).toBe(404)
  })

  test('without the name of who has no account any more', async () => {
    const vera = await editor(cms, 'Vera Weg')
    const of = await write('Von Vera', vera)
    const { id } = await cms.strapi.db.query('admin::user').findOne({ where: { email: 'vera.weg@example.org' } })
    await cms.strapi.db.query('admin::user').delete({ where: { id } })
    expect(linesOf(await told(of))).toEqual(['–: create, '])
  })

  test.each(['0', '999999', 'constructor', '-1', 'now;'])('not by a key that there is not: %s', async (state) => {
    expect((await rita.send('GET', historyAt(documentId, { state }))).status).toBe(404)
  })

  test.each<[string, Values]>([
    ['what there is not', { gibtEsNicht: 1 }], ['a text as a list', { text: [[1]] }], ['a number as a title', { title: {} }],
  ])('beside no form that sends %s', async (_what, values) => {
    const { status, error } = await rita.send('POST', historyAt(documentId, { state: 'now' }), values)
    expect([status, error?.name]).toEqual([400, 'ValidationError'])
  })

  test('not by the key of another entry', async () => {
    const other = await write('Ein anderer')
    await save(other, { title: 'Geändert' })
    const [, created] = await told(other)
    expect((await rita.send('GET', historyAt(documentId, { state: created?.key }))).status).toBe(404)
  })
})

describe('a former state comes back through the form', () => {
  const image = async (title: string) => (await cast.image({ title })).documentId
  const files = async () => [(await upload(cms, 'eins.pdf', pdf())).id, (await upload(cms, 'zwei.pdf', pdf())).id]

  interface Kind {
    kind: string
    uid: string
    locale?: string
    make: () => Promise<string>
    /** What is saved then, in the place of it. */
    change: (form: Form) => Values | Promise<Values>
  }

  const article = async (values: Values) => (await cast.article(values, 'draft')).documentId
  const fields = async (...titles: string[]) => {
    const { documentId: plan } = await cast.plan()
    const made = titles.map(title =>
      cms.documents(FIELD).create({ data: { title, plan, citations: cast.citations }, status: 'published' }))
    return (await Promise.all(made)).map(({ documentId }) => documentId)
  }

  const KINDS: Kind[] = [
    {
      kind: 'a line, a text, a word of a list, a yes or no, and rich text', uid: ARTICLE,
      make: () => article({ title: 'A', lead: 'Vorspann', kind: 'report', isExample: true, body: [part('eins')] }),
      change: () => ({ title: 'B', lead: null, kind: 'interview', isExample: false }),
    },
    {
      kind: 'a dynamic zone of which parts were changed, moved, removed and added', uid: ARTICLE,
      make: async () => article({
        body: [
          part('eins'), { __component: 'article.quote', quote: 'Zitat', attribution: 'Jemand', citations: cast.citations },
          { __component: 'article.gallery', images: [await image('Bild 1'), await image('Bild 2')] }, part('zwei'),
        ],
      }),
      change: ({ values }) => {
        const [first = {}, , gallery = {}, last = {}] = Array.isArray(values.body) ? values.body : []
        return { body: [last, { ...first, text: text('anders') }, part('neu'), gallery] }
      },
    },
    {
      kind: 'a relation to several, in its order', uid: ARTICLE,
      make: async () => article({ fieldsOfAction: await fields('eins', 'zwei', 'drei') }),
      change: async ({ documentId }) => {
        const row = await cms.documents(ARTICLE).findOne({ documentId, populate: { fieldsOfAction: true } })
        const [one, two, three] = Object(row?.fieldsOfAction).map((target: Values) => target.documentId)
        const [four] = await fields('vier')
        const connect = [
          { documentId: four, position: { start: true } }, { documentId: three, position: { before: one } },
        ]
        return { fieldsOfAction: { connect, disconnect: [{ documentId: two }] } }
      },
    },
    {
      kind: 'a relation to one', uid: ARTICLE,
      make: async () => article({ cover: await image('Titelbild') }),
      change: async () => ({ cover: { connect: [{ documentId: await image('Ein anderes') }], disconnect: [] } }),
    },
    {
      kind: 'a relation that was empty', uid: ARTICLE,
      make: () => article({}),
      change: async () => ({
        cover: { connect: [{ documentId: await image('Titelbild') }], disconnect: [] },
        fieldsOfAction: { connect: (await fields('eins')).map(documentId => ({ documentId })), disconnect: [] },
      }),
    },
    {
      kind: 'a list of parts that relate to something', uid: ARTICLE,
      make: () => article({ citations: [{ ...cast.citations[0], page: '1' }, { ...cast.citations[0], page: '2' }] }),
      change: ({ values }) => ({ citations: Object(values.citations).slice(1) }),
    },
    {
      kind: 'files', uid: ARTICLE,
      make: async () => article({ body: (await files()).map(file => ({ __component: 'article.download', title: 'Datei', file })) }),
      change: ({ values }) => ({ body: Object(values.body).slice(1) }),
    },
    {
      kind: 'a translation', uid: ARTICLE, locale: 'en',
      make: async () => {
        const documentId = await article({ title: 'Deutsch', body: [part('eins')] })
        await cms.documents(ARTICLE).update({
          documentId, locale: 'en', data: { title: 'English', lead: 'A lead', body: [part('one'), part('two')] },
        })
        return documentId
      },
      change: ({ values }) => ({ title: 'Changed', lead: null, body: Object(values.body).toReversed().slice(1) }),
    },
  ]

  test.each(KINDS)('$kind', async ({ uid, locale = 'de', make, change }) => {
    const documentId = await make()
    const opened = await rita.open(uid, documentId, locale)
    const before = await stateNow(uid, documentId, locale)
    expect(await rita.save(uid, opened, await change(opened), { locale })).toMatchObject({ status: 200, error: null })
    expect(await stateNow(uid, documentId, locale)).not.toEqual(before)
    const states = await told(documentId, { uid, locale })
    const form = await rita.open(uid, documentId, locale)
    const first = historyAt(documentId, { uid, locale, state: states.at(-1)?.key })
    const { status, data } = await rita.send('POST', first, form.values)
    expect(status).toBe(200)
    expect(await rita.save(uid, form, asSent(data.taken), { locale })).toMatchObject({ status: 200, error: null })
    expect(await stateNow(uid, documentId, locale)).toEqual(before)
  })

  test('against what is typed and not saved, one attribute as well as all', async () => {
    const documentId = await write('Gespeichert', rita, { text: text('Eins.') })
    await earlier(documentId, 60 * MINUTE)
    await save(documentId, { title: 'Jetzt' })
    const [, created] = await told(documentId)
    const { values } = await rita.open(PAGE, documentId)
    const typed = { ...values, title: 'Getippt', text: text('Eins und zwei.') }
    const { data } = await rita.send('POST', historyAt(documentId, { state: created?.key }), typed)
    expect(wordsIn(data.differences)).toEqual({
      title: ['-Gespeichert', '+Getippt'], text: ['Eins', '+ und zwei', '.'],
    })
    expect(data.taken).toEqual({ title: 'Gespeichert', text: text('Eins.') })
  })

  test('without what is gone since', async () => {
    const [kept = '', gone = ''] = await fields('bleibt', 'geht')
    const documentId = await article({ fieldsOfAction: [gone, kept] })
    const form = await rita.open(ARTICLE, documentId)
    const disconnect = [gone, kept].map(field => ({ documentId: field }))
    await rita.save(ARTICLE, form, { fieldsOfAction: { connect: [], disconnect } })
    await cms.documents(FIELD).delete({ documentId: gone, locale: '*' })
    const states = await told(documentId, { uid: ARTICLE })
    const { data } = await rita.send('POST', historyAt(documentId, { uid: ARTICLE, state: states.at(-1)?.key }), {})
    expect(wordsIn(data.differences)).toEqual({
      fieldsOfAction: ['-Ein Eintrag, den es nicht mehr gibt', '-bleibt'],
    })
    const { fieldsOfAction: { connect } } = Object(data.taken)
    expect(connect.map(({ apiData }: Values) => Object(apiData).documentId)).toEqual([kept])
  })
})

describe('a publication is taken back', () => {
  test.each(['by hand', 'by a program, before anybody had changed it'])('whose predecessor was published %s', async (how) => {
    const documentId = how === 'by hand' ? await write('Gut') : (await cast.page({ title: 'Gut' })).documentId
    if (how === 'by hand') await publish(documentId)
    await inTheCourseOf(documentId, [
      () => save(documentId, { title: 'Halb' }, anton), () => save(documentId, { title: 'Falsch' }),
      () => publish(documentId),
    ])
    const [, before] = (await told(documentId)).filter(({ deed }) => deed === 'publish')
    const form = await rita.open(PAGE, documentId)
    const { data } = await rita.send('POST', historyAt(documentId, { state: before?.key }), form.values)
    expect(data.taken).toEqual({ title: 'Gut' })
    await rita.publish(PAGE, form, asSent(data.taken))
    const live = await cms.strapi.db.query(PAGE).findOne({ where: { documentId, publishedAt: { $notNull: true } } })
    expect(live.title).toBe('Gut')
  })
})

describe('a name that may not be kept', () => {
  const NAME = 'Quirina Quastenberg'
  const statesOf = (document: string) => cms.strapi.db.query(FORMER_STATE).findMany({ where: { document } })
  const isKept = async () =>
    JSON.stringify(await cms.strapi.db.query(FORMER_STATE).findMany()).includes('Quastenberg')

  test('is not told while its person is withdrawn, and kept no longer once she is deleted', async () => {
    const person = await cast.person({ name: NAME })
    const documentId = await write('Eine Seite', rita, { text: text(`Es sprach ${NAME}.`) })
    await inTheCourseOf(documentId, [
      () => save(documentId, { title: `Mit ${NAME}` }), () => publish(documentId),
      () => rita.send('POST', historyAt(documentId), { name: `Ohne ${NAME}` }),
      () => save(documentId, { title: 'Danach', text: text('Es sprach niemand.') }),
      () => publish(documentId),
    ])
    await save(person.documentId, { about: 'Neu' }, rita, PERSON)
    await cms.documents(PERSON).unpublish({ documentId: person.documentId, locale: '*' })
    const states = await told(documentId)
    const answers = await Promise.all([
      rita.send('GET', historyAt(documentId)),
      ...states.map(({ key }) => rita.send('POST', historyAt(documentId, { state: key }), {})),
    ])
    expect(JSON.stringify(answers)).not.toContain('Quastenberg')
    expect(JSON.stringify(answers)).toContain('Es sprach N. N.')
    expect(await isKept()).toBe(true)
    await cms.documents(PERSON).delete({ documentId: person.documentId, locale: '*' })
    expect(await isKept()).toBe(false)
    expect((await statesOf(person.documentId)).filter(({ state }: Values) => state !== null)).toEqual([])
    expect((await told(documentId)).map(({ deed }) => deed)).toEqual(states.map(({ deed }) => deed))
  })

  test('of somebody who was deleted does not come back with a draft that still has it', async () => {
    const person = await cast.person({ name: NAME })
    const documentId = await write('Ein Entwurf', rita, { text: text(`Es sprach ${NAME}.`) })
    await cms.documents(PERSON).delete({ documentId: person.documentId, locale: '*' })
    await save(documentId, { title: 'Geändert' })
    expect(await isKept()).toBe(false)
  })

  test('in a version that was withdrawn is in no state either', async () => {
    const documentId = await write('Zurückgezogen', rita, { text: text('Ein Geheimnis.') })
    await publish(documentId)
    await save(documentId, { text: text('Nichts.') })
    const revision = await cms.strapi.db.query(REVISION).findOne({ where: { document: documentId } })
    await rita.send('PUT', `${entriesOf(REVISION)}/${revision.documentId}`, { withdrawnFor: 'Zum Schutz einer Person.' })
    expect(JSON.stringify(await statesOf(documentId))).not.toContain('Geheimnis')
    expect((await told(documentId)).filter(({ isKept: isThere }) => isThere).length).toBeLessThanOrEqual(1)
  })
})

describe('deleted for good', () => {
  const kept = (document: string, language = 'de') =>
    cms.strapi.db.query(FORMER_STATE).count({ where: { document, language, state: { $notNull: true } } })

  async function inBin(documentId: string, locale = '*'): Promise<Values> {
    await rita.send('DELETE', `${entriesOf(PAGE)}/${documentId}?locale=${locale}`)
    return cms.strapi.db.query(BIN).findOne({ where: { document: documentId }, orderBy: { id: 'desc' } })
  }

  test('an entry has no history any more', async () => {
    const documentId = await write('Fort')
    await save(documentId, { title: 'Bald fort' })
    const entry = await inBin(documentId)
    expect(await kept(documentId)).toBeGreaterThan(0)
    await rita.send('DELETE', `${entriesOf(BIN)}/${String(entry.documentId)}`)
    expect(await kept(documentId)).toBe(0)
  })

  test('a language takes only its own history with it', async () => {
    const documentId = await write('Bleibt')
    await save(documentId, { title: 'Bleibt da' })
    const english = (title: string) =>
      rita.send('PUT', `${entriesOf(PAGE)}/${documentId}?locale=en`, { title, text: text('A paragraph.') })
    await english('Goes')
    await english('Goes away')
    const entry = await inBin(documentId, 'en')
    await rita.send('DELETE', `${entriesOf(BIN)}/${String(entry.documentId)}`)
    expect([await kept(documentId, 'en'), await kept(documentId, 'de') > 0]).toEqual([0, true])
  })
})

describe('after a month', () => {
  const noted = (...deeds: [day: number, deed: string][]) =>
    deeds.map(([day, deed], index) => ({ id: index + 1, deed, savedOn: `2026-01-${String(day).padStart(2, '0')}T12:00:00Z` }))

  test.each<[string, Values[], { deeds: number[], states: number[] }]>([
    ['one deed stays', noted([1, 'save']), { deeds: [1], states: [1] }],
    [
      'of a day the first, which keeps what was before, and the last', noted([1, 'save'], [1, 'save'], [1, 'save'], [2, 'save']),
      { deeds: [1, 3, 4], states: [1, 4] },
    ],
    [
      'what was published stays, and the deed before it', noted([1, 'save'], [1, 'save'], [1, 'publish'], [1, 'save'], [1, 'save']),
      { deeds: [1, 2, 3, 5], states: [1, 3] },
    ],
    ['what has a name stays', noted([1, 'save'], [1, 'name'], [1, 'save']), { deeds: [1, 2, 3], states: [1, 2] }],
    ['by the days of Hannover', [
      { id: 1, deed: 'save', savedOn: '2026-01-01T22:30:00Z' }, { id: 2, deed: 'save', savedOn: '2026-01-01T22:45:00Z' },
      { id: 3, deed: 'save', savedOn: '2026-01-01T23:30:00Z' },
    ], { deeds: [1, 2, 3], states: [1, 3] }],
  ])('%s', (_what, deeds, stays) => {
    expect(whatStays(deeds)).toEqual(stays)
  })

  test('of what was deleted only that is known', async () => {
    const documentId = await write('Lange fort')
    await save(documentId, { title: 'Bald fort' })
    await rita.send('DELETE', `${entriesOf(PAGE)}/${documentId}?locale=*`)
    await earlier(documentId, 40 * DAY)
    await thinOut(cms.strapi)
    const notes: Values[] = await cms.strapi.db.query(FORMER_STATE).findMany({ where: { document: documentId } })
    expect(notes.map(({ deed }) => deed)).toEqual(['delete'])
  })

  test('nothing is told of a state that it was not, and whoever had a form open is asked and not overwritten', async () => {
    const documentId = await write('Erster Tag')
    await earlier(documentId, DAY)
    for (const title of ['A', 'B', 'C']) await save(documentId, { title })
    const open = await anton.open(PAGE, documentId)
    for (const title of ['D', 'E']) await save(documentId, { title })
    await earlier(documentId, 40 * DAY)
    await thinOut(cms.strapi)
    await thinOut(cms.strapi)
    const states = await told(documentId)
    const titles = await Promise.all(states.filter(({ isKept }) => isKept).map(async ({ key }) => {
      const { data } = await rita.send('POST', historyAt(documentId, { state: key }), { title: '' })
      return Object(data.taken).title
    }))
    expect(titles).toEqual(['E', 'Erster Tag'])
    expect((await anton.save(PAGE, open, { title: 'Von Anton' })).status).toBe(409)
  })
})

test('a database from before there was a history is taken as it is', async () => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-history-'))
  const databaseUrl = await newDatabase()
  let running = await startProcess(dataDirectory, databaseUrl)
  let admin = await editorOf(running)
  const { data: { documentId } } = await admin.send('POST', entriesOf(PAGE), { title: 'Alt', text: text('Ein Absatz.') })
  await admin.send('PUT', `${entriesOf(PAGE)}/${String(documentId)}`, { title: 'Geändert', text: text('Ein Absatz.') })
  running.child.kill('SIGTERM')
  await running.ended
  for (const column of ['deed', 'name'])
    await execute(dataDirectory, databaseUrl, `alter table former_states drop column ${column}`)
  // From this Strapi knows which columns there are.
  await execute(dataDirectory, databaseUrl, 'delete from strapi_database_schema')
  await execute(dataDirectory, databaseUrl, 'delete from former_states where state is null')
  running = await startProcess(dataDirectory, databaseUrl)
  expect(running.child.exitCode, running.output()).toBeNull()
  admin = await editorOf(running)
  const { data } = await admin.send('GET', historyAt(String(documentId)))
  expect(toldIn(data.states).map(({ deed }) => deed)).toEqual(['save', null])
  const [, first] = toldIn(data.states)
  const compared = await admin.send('POST', historyAt(String(documentId), { state: first?.key }), {})
  expect(compared.data.taken).toEqual({ title: 'Alt' })
  running.child.kill('SIGTERM')
  await running.ended
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function execute(dataDirectory: string, databaseUrl: string, statement: string): Promise<void> {
  if (!databaseUrl) return new DatabaseSync(path.join(dataDirectory, 'lip-lab.db')).exec(statement)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** What differs, as `-gone`, `+come` and `kept`, by attribute. */
function wordsIn(differences: unknown): Record<string, string[]> {
  const all: Difference[] = Array.isArray(differences) ? differences : []
  const signs: Record<string, string> = { gone: '-', come: '+', kept: '' }
  const signed = (lines: Difference['lines']) => lines.flat().map(({ kind, text: words }) => signs[kind] + words)
  return Object.fromEntries(all.map(({ name, lines }) => [name, signed(lines)]))
}

/** As Strapi's form sends what stands in it. */
function asSent(value: unknown): Values {
  return JSON.parse(JSON.stringify(value), (_name, inner: unknown) => Object(inner).apiData ?? inner)
}

/** What the row says, in the form in which it is kept. */
async function stateNow(uid: string, documentId: string, locale: string): Promise<unknown> {
  const { now } = await standingOf(cms.strapi, Reflect.get(cms.strapi.contentTypes, uid), documentId, locale)
  return JSON.parse(JSON.stringify(now, (name, inner: unknown) => name === 'id' ? undefined : inner))
}

async function bringBackFrom(documentId: string): Promise<void> {
  const entry = await cms.strapi.db.query(BIN).findOne({ where: { document: documentId }, orderBy: { id: 'desc' } })
  expect((await rita.send('POST', `/bin-entries/${entry.documentId}/restore`)).status).toBe(200)
}

/** What is asked of a table meanwhile. */
async function statementsAbout(table: string, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const hear = ({ sql }: { sql: string }) => {
    if (sql.includes(table)) statements.push(String(/\w+/.exec(sql)))
  }
  cms.strapi.db.connection.on('query', hear)
  await work()
  cms.strapi.db.connection.off('query', hear)
  return statements
}
