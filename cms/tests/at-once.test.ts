/**
 * Two who do the same at the same moment: whatever the database holds only once, one of them has it, and the other has
 * the same entry or reads a sentence. Never a server error.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONTRIBUTION, DECISION, EVENT, FIELD, IMAGE, LINEAGE, MEASURE, ORGANISATION, PAGE,
  paragraph, PERSON, PHASE, PLAN, PROJECT, UPDATE,
} from './cast'
import { type Editor, editorOf, entriesOf, type Reply } from './editor'
import { picture, upload } from './files'
import { type Cms, type Row, startCms, type Values } from './strapi'
import { typesOf } from './wrong-values'

const GOAL = 'api::plan.goal'
const FIGURE = 'api::plan.reported-figure'
const TERM = 'api::page.glossary-term'
const SOURCE = 'api::source.source'
const SITE = 'api::page.site'

/** On PostgreSQL it is chance who meets whom. */
const ROUNDS = process.env.TEST_MATRIX === 'full' ? 20 : 1

let cms: Cms
let editor: Editor
let cast: Cast
let complete: Record<string, Values>

beforeAll(async () => {
  cms = await startCms()
  editor = await editorOf(cms)
  cast = await castOf(cms)
  complete = await completeEntries()
})

afterAll(() => cms?.stop())

/** What an entry of each type needs to be published. */
async function completeEntries(): Promise<Record<string, Values>> {
  const { citations } = cast
  const [plan, newer] = [await cast.plan(), await cast.plan({ title: 'Ein neuer Plan', valid: '2022/..' })]
  const [from, to] = [await cast.measure(plan), await cast.measure(newer)]
  const field = await cms.documents(FIELD).create({ data: { title: 'Feld', plan: plan.documentId, citations }, status: 'published' })
  const ofPlan = { plan: plan.documentId, citations }
  const { id: file } = await upload(cms, 'bild.png', await picture('png', 20, 10))
  return {
    [ARTICLE]: { title: 'Ein Beitrag', kind: 'report', date: '2021-11-01' },
    [ORGANISATION]: { name: 'Ein Rat', kind: 'council', citations },
    [PERSON]: { name: 'Beispielperson', publicGround: 'public_role', citations },
    [CONTRIBUTION]: { role: 'author', person: (await cast.person()).documentId, plan: plan.documentId, citations },
    [IMAGE]: {
      title: 'Ein Bild', file, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
      texts: [{ language: 'de', alt: 'Ein Rechteck' }],
    },
    [DECISION]: { date: '2021-11-01', outcome: 'agreed', measure: from.documentId, citations },
    [PROJECT]: { title: 'Ein Projekt', ...ofPlan },
    [LINEAGE]: { kind: 'continued', from: [from.documentId], to: [to.documentId], citations },
    [MEASURE]: { title: 'Eine Maßnahme', kind: 'fundable', ...ofPlan },
    [UPDATE]: { date: '2021-11-01', stage: 'adopted', measure: from.documentId, citations },
    [TERM]: { title: 'Ein Wort', explanation: 'Was es heißt.' },
    [PAGE]: { title: 'Eine Seite', text: [paragraph('Ein Absatz.')] },
    [FIELD]: { title: 'Ein Feld', ...ofPlan },
    [GOAL]: { title: 'Ein Ziel', fieldOfAction: field.documentId, citations },
    [PHASE]: { title: 'Ein Abschnitt', plan: plan.documentId },
    [PLAN]: { title: 'Ein Plan', valid: '2008/..', citations },
    [FIGURE]: { subject: 'measures', count: 3, qualifier: 'exact', ...ofPlan },
    [SOURCE]: { kind: 'report', title: 'Ein Bericht' },
    [EVENT]: { title: 'Ein Ereignis', date: '2020', kind: 'other', ...ofPlan },
  }
}

const TYPES = [
  ARTICLE, ORGANISATION, PERSON, CONTRIBUTION, IMAGE, DECISION, PROJECT, LINEAGE, MEASURE, UPDATE, TERM, PAGE, FIELD,
  GOAL, PHASE, PLAN, FIGURE, SOURCE, EVENT,
]
const WITH_DRAFTS = [ARTICLE, PERSON, DECISION, MEASURE, UPDATE, PAGE, EVENT]
const WITH_ADDRESS = [ARTICLE, ORGANISATION, PERSON, MEASURE, TERM, PAGE, FIELD, PHASE, PLAN, EVENT]

/**
 * As many at once as there are requests; each is taken, or refused with a sentence for editors. What is gone the admin
 * says itself.
 */
async function atOnce(requests: (() => Promise<Reply>)[]): Promise<Reply[]> {
  const replies = await Promise.all(requests.map(request => request()))
  for (const { status, message } of replies) {
    expect(status, message).toBeLessThan(500)
    if (status >= 400 && status !== 404) expect(message).toMatch(/ (nichts?|noch|schon|bitte|Bitte|mehr)\b/)
  }
  return replies
}

const twice = (request: () => Promise<Reply>) => atOnce([request, request])
const make = (uid: string): Promise<Row> =>
  cms.documents(uid).create({ data: { ...complete[uid] }, status: 'published' })
const workedOn = (uid: string, documentId: string, locale?: string): Promise<Row[]> =>
  cms.documents(uid).findMany({ filters: { documentId }, status: 'draft', ...locale && { locale } })

test('there is a case for every type, and for everything that the database holds only once', async () => {
  const types = typesOf(cms).filter(({ uid, kind }) => kind === 'collectionType' && uid.startsWith('api::'))
  expect(types.map(({ uid }) => uid).filter(uid => !uid.startsWith('api::ledger.')).toSorted()).toEqual(
    TYPES.toSorted(),
  )
  expect(types.filter(({ uid, attributes }) => !uid.startsWith('api::ledger.') && attributes.slug)
    .map(({ uid }) => uid).toSorted()).toEqual(WITH_ADDRESS.toSorted())
})

describe.each(TYPES)('%s', (uid) => {
  test.runIf(WITH_ADDRESS.includes(uid))('two first saves with one typed address: one of them has it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const slug = `zugleich-${round}`
      const replies = await twice(() => editor.send('POST', entriesOf(uid), { ...complete[uid], slug }))
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 400])
      expect(replies.find(({ status }) => status === 400)?.message).toContain(`„${slug}“ hat schon ein anderer Eintrag`)
    }
  })

  test('two first saves of one translation: there is one', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { documentId } = await make(uid)
      const texts = Object.fromEntries(
        ['title', 'name', 'explanation'].filter(name => name in (complete[uid] ?? {})).map(name => [name, 'A text']),
      )
      await twice(() => editor.send('PUT', `${entriesOf(uid)}/${documentId}?locale=en`, texts))
      expect((await workedOn(uid, documentId, 'en')).length).toBeLessThanOrEqual(1)
    }
  })

  const OF_DRAFTS = [
    ['published', 'POST', '/actions/publish'], ['withdrawn', 'POST', '/actions/unpublish'],
    ['set back', 'POST', '/actions/discard'],
  ] as const

  test.each([
    ['deleted', 'DELETE', ''] as const, ...WITH_DRAFTS.includes(uid) ? OF_DRAFTS : [],
  ])('is %s by two at once, and by one while the other saves', async (_what, method, action) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const other of [[method, action], ['PUT', '']] as const) {
        const { documentId } = await make(uid)
        const address = `${entriesOf(uid)}/${documentId}`
        await atOnce([[method, action] as const, other].map(([how, what]) => () =>
          editor.send(how, address + what, how === 'DELETE' ? undefined : { ...complete[uid] })))
        expect((await workedOn(uid, documentId)).length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('is copied by two at once: each copy is one of its own', async () => {
    const { documentId } = await make(uid)
    const replies = await twice(() => editor.send('POST', `${entriesOf(uid)}/auto-clone/${documentId}`, {}))
    const copies = replies.filter(({ status }) => status < 300)
    expect(new Set(copies.map(({ data }) => data.documentId)).size).toBe(copies.length)
    const addresses = copies.flatMap(({ data }) => data.slug ?? [])
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

test('two who bring one entry back from the bin: it is there once, and the second reads that it is back', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { documentId } = await make(PAGE)
    await cms.documents(PAGE).delete({ documentId, locale: '*' })
    const entry = await cms.strapi.db.query('api::ledger.bin-entry').findOne({ where: { document: documentId } })
    const replies = await twice(() => editor.send('POST', `/bin-entries/${entry.documentId}/restore`))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404])
    expect(await workedOn(PAGE, documentId)).toHaveLength(1)
  }
})

test('two who enter one council paper: there is one source', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const paperNumber = `000${round + 1}/2008`.slice(-9)
    const replies = await twice(() =>
      editor.send('POST', entriesOf(SOURCE), { kind: 'council_paper', title: 'Eine Drucksache', paperNumber }))
    expect(replies.map(({ status, message }) => `${status} ${message}`).toSorted()).toEqual([
      expect.stringMatching(/^201/), expect.stringMatching(/^400 .*ist schon eingetragen/),
    ])
  }
})

test('an article and what it is about are published at once: it leads there', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const measure = await cms.documents(MEASURE).create({ data: { ...complete[MEASURE] } })
    const article = await cms
      .documents(ARTICLE)
      .create({ data: { ...complete[ARTICLE], measures: [measure.documentId] } })
    await atOnce([[MEASURE, measure], [ARTICLE, article]].map(([uid, row]) => () =>
      editor.send('POST', `${entriesOf(String(uid))}/${Object(row).documentId}/actions/publish`, {})))
    await cms.documents(ARTICLE).publish({ documentId: article.documentId })
    const live = await cms.documents(ARTICLE).findOne({
      documentId: article.documentId, status: 'published', populate: { measures: true },
    })
    expect(live?.measures).toMatchObject([{ documentId: measure.documentId }])
  }
})

test('two who write the first text of the portal: there is one', async () => {
  await twice(() => editor.send('PUT', `/content-manager/single-types/${SITE}`, { title: 'Ein Portal' }))
  expect(await cms.strapi.db.query(SITE).count({ where: { locale: 'de' } })).toBe(1)
})

test('two folders for files at once are both made', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const names = [`a${round}`, `b${round}`]
    await atOnce(names.map(name => () => editor.send('POST', '/upload/folders', { name, parent: null })))
    const rows: Values[] = await cms.strapi.db.query('plugin::upload.folder').findMany({
      where: { name: { $in: names } },
    })
    expect(rows.map(({ name }) => name).toSorted()).toEqual(names)
  }
})

describe('folders for files', () => {
  const folders = (name: string, parent: unknown = null) =>
    editor.send('POST', '/upload/folders', { name, parent })
  const four = <Value>(make: (place: number) => Value): Value[] => [0, 1, 2, 3].map(make)
  const named = (name: string, parent: unknown): Promise<number> =>
    cms.strapi.db.query('plugin::upload.folder').count({ where: { name, parent: parent ?? { $null: true } } })
  const oneOf = (replies: Reply[], status: number) => {
    expect(replies.map(reply => reply.status).toSorted()).toEqual([status, 400, 400, 400])
    for (const { message } of replies.filter(reply => reply.status === 400)) expect(message).toContain('Ordner')
  }

  test('that are made with one name at once: there is one', async () => {
    oneOf(await atOnce(four(() => () => folders('Bilder'))), 201)
    expect(await named('Bilder', null)).toBe(1)
  })

  test('that get one name at once: one has it', async () => {
    const made = await Promise.all(four(place => folders(`umbenannt-${place}`)))
    oneOf(await atOnce(made.map(({ data }) => () =>
      editor.send('PUT', `/upload/folders/${data.id}`, { name: 'Umbenannt', parent: null }))), 200)
    expect(await named('Umbenannt', null)).toBe(1)
  })

  test('of one name that are moved to one place at once: one is there', async () => {
    const places = await Promise.all(four(place => folders(`ort-${place}`)))
    const inside = await Promise.all(places.map(({ data }) => folders('Gleich', data.id)))
    const target = await folders('Ziel')
    oneOf(await atOnce(inside.map(({ data }) => () => editor.send('POST', '/upload/actions/bulk-move', {
      fileIds: [], folderIds: [data.id], destinationFolderId: target.data.id,
    }))), 200)
    expect(await named('Gleich', target.data.id)).toBe(1)
  })
})

test('two accounts for one mail address at once: there is one', async () => {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } })
  for (let round = 0; round < ROUNDS; round += 1) {
    const email = `zugleich-${round}@example.org`
    await Promise.all([1, 2].map(() =>
      editor.send('POST', '/admin/users', { email, firstname: 'Anna', lastname: 'Weber', roles: [role.id] })))
      .then(replies => expect(replies.every(({ status }) => status < 500)).toBe(true))
    expect(await cms.strapi.db.query('admin::user').count({ where: { email } })).toBe(1)
  }
})
