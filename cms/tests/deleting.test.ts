/** What stays because others publicly rest on it, what uses it, and which files who may delete. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, DECISION, EVENT, FIELD, IMAGE, MEASURE, ORGANISATION, PERSON, PHASE, PLAN, read,
  UPDATE,
} from './cast'
import { picture } from './files'
import { type Cms, refusalOf, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { keepBinShort } = require('../dist/src/bin/entry')

const SOURCE = 'api::source.source'
const GOAL = 'api::plan.goal'
const FIGURE = 'api::plan.reported-figure'
const BIN = 'api::ledger.bin-entry'
const REVISION = 'api::ledger.revision'

let cms: Cms
let cast: Cast
let plan: Row
const tokens: Record<string, string> = {}

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan()
  const roles: { id: number, code: string }[] = await cms.strapi.db.query('admin::role').findMany()
  for (const { id, code } of roles.filter(role => role.code !== 'strapi-super-admin'))
    tokens[code] = await account(code, id)
  tokens.other = await account('other', roles.find(({ code }) => code === 'strapi-author')?.id ?? 0)
})

afterAll(() => cms?.stop())

async function account(name: string, role: number): Promise<string> {
  await cms.strapi
    .service('admin::user')
    .create({
      email: `${name}@example.org`, firstname: 'Vorname', lastname: name, password: 'Passwort-123', isActive: true,
      roles: [role],
    })
  const { body } = await send('', 'POST', '/admin/login', { email: `${name}@example.org`, password: 'Passwort-123' })
  return String(Reflect.get(body.data, 'token'))
}

interface Reply {
  status: number
  body: { data: Values, error?: { message: string } }
}

async function send(role: string, method: string, address: string, values?: Values | FormData): Promise<Reply> {
  const authorization: Record<string, string> = role ? { Authorization: `Bearer ${tokens[role]}` } : {}
  const response = await fetch(
    cms.address + address,
    values instanceof FormData
      ? { method, headers: authorization, body: values }
      : {
          method, headers: { ...authorization, 'Content-Type': 'application/json' },
          ...(values && { body: JSON.stringify(values) }),
        },
  )
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {} }
}

const make = (uid: string, values: Values, status = 'published') => cms.documents(uid).create({ data: values, status })
const organisation = (values: Values = {}) => make(ORGANISATION, { name: 'Ein Gremium', kind: 'committee', ...values })
const field = () => make(FIELD, { title: 'Feld', order: 1, plan: plan.documentId })
const source = () => make(SOURCE, { kind: 'report', title: 'Eine Quelle' })
const from = ({ documentId }: Row) => [{ source: documentId }]
const names = (citations: Values[]) => [{ language: 'de', value: 'Anders', kind: 'working', citations }]
const claims = (citations: Values[]) => [1, 2].map(() => ({ language: 'de', statement: 'Aussage', citations }))

/** What Strapi says in English alone. */
const NO_RIGHT = 'Dazu haben Sie kein Recht. Bitte wenden Sie sich an die Redaktion oder an die Administration.'

/** What is deleted, and what public entry rests on it in which field. */
const GROUNDS: [string, string, () => Promise<Row>, (target: Row) => Promise<Row>][] = [
  ['the only source of a measure', SOURCE, source, target => cast.measure(plan, { citations: from(target) })],
  [
    'a source among others of a page', SOURCE, source,
    target => cast.page({ citations: [...cast.citations, ...from(target)] }),
  ],
  ['the source of a name of a plan', SOURCE, source, target => cast.plan({ names: names(from(target)) })],
  [
    'the source of a claim of a field', SOURCE, source,
    target => make(FIELD, { title: 'Feld', order: 1, plan: plan.documentId, claims: claims(from(target)) }),
  ],
  [
    'the source of a quote in an article', SOURCE, source,
    target => cast.article({ body: [{ __component: 'article.quote', quote: 'Gesagt', citations: from(target) }] }),
  ],
  [
    'the source of a figure', SOURCE, source,
    target => make(FIGURE, { plan: plan.documentId, subject: 'measures', count: 2, citations: from(target) }),
  ],
  ['a plan with measures', PLAN, () => cast.plan(), target => cast.measure(target)],
  [
    'a plan with a field', PLAN, () => cast.plan(),
    target => make(FIELD, { title: 'Feld', order: 1, plan: target.documentId }),
  ],
  ['a plan with a phase', PLAN, () => cast.plan(), target => make(PHASE, { title: 'Phase', plan: target.documentId })],
  [
    'a plan that another followed', PLAN,
    () => cast.plan({ valid: '2000/2001' }),
    target => cast.plan({ predecessor: target.documentId }),
  ],
  [
    'a plan with an event', PLAN, () => cast.plan(),
    target => make(EVENT, { title: 'Ereignis', date: '2021', kind: 'report', plan: target.documentId }, 'published'),
  ],
  ['a plan with a decision', PLAN, () => cast.plan(), target => cast.decision({ plan: target.documentId })],
  ['a field with measures', FIELD, field, target => cast.measure(plan, { fieldOfAction: target.documentId })],
  ['a field with a goal', FIELD, field, target => make(GOAL, { title: 'Ziel', fieldOfAction: target.documentId })],
  [
    'the body of a decision', ORGANISATION, organisation,
    async target => cast.decision({ measure: (await cast.measure(plan)).documentId, body: target.documentId }),
  ],
  ['the lead of a measure', ORGANISATION, organisation, target => cast.measure(plan, { lead: target.documentId })],
  [
    'what another organisation belongs to', ORGANISATION, organisation,
    target => organisation({ parent: target.documentId }),
  ],
  ['who decided a plan', ORGANISATION, organisation, target => cast.plan({ decidedBy: target.documentId })],
  ['a measure with an update', MEASURE, () => cast.measure(plan), target => cast.update(target)],
  ['the cover of an article', IMAGE, () => cast.image(), target => cast.article({ cover: target.documentId })],
  [
    'a picture in an article', IMAGE, () => cast.image(),
    target => cast.article({ body: [{ __component: 'article.image', image: target.documentId }] }),
  ],
  [
    'a picture of a gallery', IMAGE, () => cast.image(),
    target => cast.article({ body: [{ __component: 'article.gallery', images: [target.documentId] }] }),
  ],
  ['a logo', IMAGE, () => cast.image(), target => organisation({ logo: target.documentId })],
]

describe('what something public rests on stays until that has let go of it', () => {
  test.each(GROUNDS)('%s', async (_name, uid, makeTarget, makeHolder) => {
    const target = await makeTarget()
    const holder = await makeHolder(target)
    const address = `/content-manager/collection-types/${uid}`
    const sentence = await refusalOf(cms.documents(uid).delete({ documentId: target.documentId, locale: '*' }))
    expect(sentence).toContain('Auf ihm beruht, was öffentlich ist, nämlich ')
    for (const reply of [
      await send('strapi-editor', 'DELETE', `${address}/${target.documentId}?locale=*`),
      await send('strapi-editor', 'POST', `${address}/actions/bulkDelete?locale=de`, {
        documentIds: [target.documentId],
      }),
    ])
      expect([reply.status, reply.body.error?.message]).toEqual([400, sentence])
    expect(await cms.strapi.db.query(uid).count({ where: { documentId: target.documentId } })).toBeGreaterThan(0)
    expect(await cms.strapi.db.query(BIN).count({ where: { document: target.documentId } })).toBe(0)
    await Promise.all(
      [MEASURE, EVENT, ARTICLE, DECISION, UPDATE, 'api::page.page'].map(type => release(type, holder.documentId)),
    )
    for (const type of [PLAN, FIELD, PHASE, GOAL, FIGURE, ORGANISATION])
      await cms.documents(type).delete({ documentId: holder.documentId, locale: '*' })
    expect((await send('strapi-editor', 'DELETE', `${address}/${target.documentId}?locale=*`)).status).toBe(200)
  })

  /** Taken off the website: it may keep its draft, which then uses the target without resting on it in public. */
  async function release(uid: string, documentId: string): Promise<void> {
    if ((await cms.strapi.db.query(uid).count({ where: { documentId } })) > 0)
      await cms.documents(uid).unpublish({ documentId })
  }

  test('no published entry is ever left with a citation without its source', async () => {
    const cited = await source()
    const { documentId } = await cast.measure(plan, {
      citations: from(cited), names: names(from(cited)), claims: claims(from(cited)),
    })
    expect(await refusalOf(cms.documents(SOURCE).delete({ documentId: cited.documentId }))).toContain(
      'Maßnahme „Eine Maßnahme“',
    )
    const of = 'citations { source { documentId } }'
    const { measure } = await read<{ measure: Values }>(
      cms, `{ measure(documentId: "${documentId}") { ${of} names { ${of} } claims { ${of} } } }`,
    )
    expect(JSON.stringify(measure).split(cited.documentId)).toHaveLength(5)
  })

  test('one of several related entries may go', async () => {
    const [first, second] = [await cast.measure(plan), await cast.measure(plan)]
    await cast.article({ measures: [first.documentId, second.documentId] })
    await cms.documents(MEASURE).delete({ documentId: first.documentId, locale: '*' })
    expect(await cms.strapi.db.query(BIN).count({ where: { document: first.documentId } })).toBe(1)
  })

  test('somebody who is named may always be deleted, and nothing of her stays in the bin', async () => {
    const person = await cast.person({ name: 'Will Fort' })
    await cast.contribution({ person: person.documentId, plan: plan.documentId })
    const article = await cast.article({ title: 'Über Will Fort', slug: null, lead: 'Will Fort spricht.' })
    await cms.documents(ARTICLE).delete({ documentId: article.documentId, locale: '*' })
    await cms.documents(PERSON).delete({ documentId: person.documentId, locale: '*' })
    expect(await cms.strapi.db.query(BIN).count({ where: { document: person.documentId } })).toBe(0)
    const contents: Row[] = await cms.strapi.db.query('api::ledger.bin-content').findMany({})
    const entries: Row[] = await cms.strapi.db.query(BIN).findMany({})
    expect(JSON.stringify([contents, entries])).not.toContain('Will Fort')
  })
})

describe('what uses an entry is told to whoever may read it', () => {
  test('drafts and published entries, relations, components and every language, with the field in German', async () => {
    const used = await source()
    const draft = await cast.measure(plan, { title: 'Nur Entwurf', citations: from(used) }, 'draft')
    const article = await cast.article({
      title: 'Mit Zitat', body: [{ __component: 'article.quote', quote: 'Gesagt', citations: from(used) }],
    })
    await cms
      .documents(ARTICLE)
      .update({
        documentId: article.documentId, locale: 'en',
        data: { title: 'With a quote', body: [{ __component: 'article.quote', quote: 'Said', citations: from(used) }] },
      })
    const { body } = await send('strapi-author', 'GET', `/uses/${SOURCE}/${used.documentId}`)
    expect(Reflect.get(body.data, 0)).toMatchObject({
      kind: 'Quelle', keptDays: 30, isPublic: true,
      uses: [
        {
          kind: 'Beitrag', title: 'Mit Zitat', field: 'Inhalt', languages: ['Deutsch', 'English'], isPublic: true,
          rests: true,
        },
        {
          kind: 'Maßnahme', title: 'Nur Entwurf', field: 'Belege', languages: [], isPublic: false, rests: false,
          documentId: draft.documentId,
        },
      ],
    })
  })

  test('of several at once, and of one language, with what will be answered', async () => {
    const used = await source()
    await cast.measure(plan, { title: 'Öffentlich', citations: from(used) })
    const free = await source()
    const both = await send('strapi-editor', 'GET', `/uses/${SOURCE}/${used.documentId},${free.documentId}`)
    expect(both.body.data).toMatchObject([
      { documentId: used.documentId, refusal: expect.stringContaining('Öffentlich') },
      { documentId: free.documentId, refusal: '', uses: [] },
    ])
    const page = await cast.page({ title: 'Zweisprachig', slug: null })
    await cms
      .documents('api::page.page')
      .update({ documentId: page.documentId, locale: 'en', data: { title: 'Bilingual' } })
    const of = async (locale: string) =>
      (await send('strapi-editor', 'GET', `/uses/api::page.page/${page.documentId}?locale=${locale}`)).body.data
    expect(await of('de')).toMatchObject([{ isWhole: false, refusal: expect.stringContaining('Übersetzungen') }])
    expect(await of('en')).toMatchObject([{ isWhole: false, refusal: '' }])
    expect(await of('*')).toMatchObject([{ isWhole: true, refusal: '' }])
  })

  test('of the record of a consent, that the person goes with it', async () => {
    const of = async ({ documentId }: Row) =>
      (await send('strapi-editor', 'GET', `/uses/${CONSENT}/${documentId}`)).body.data
    const person = await cast.person({ name: 'Nur Mit Einwilligung', publicGround: 'consent' }, 'draft')
    const consent = await cast.consent(person)
    expect(await of(consent)).toMatchObject([{ keptDays: 0, refusal: '', withdraws: null }])
    await cms.documents(PERSON).publish({ documentId: person.documentId })
    expect(await of(consent)).toMatchObject([{ keptDays: 0, refusal: '', withdraws: 'Nur Mit Einwilligung' }])
    const official = await cast.person({ name: 'Im Amt', publicGround: 'public_role' })
    expect(await of(await cast.consent(official))).toMatchObject([{ keptDays: 0, refusal: '', withdraws: null }])
  })

  test('nobody else is told', async () => {
    expect((await send('', 'GET', `/uses/${PLAN}/${plan.documentId}`)).status).toBe(401)
    expect((await send('strapi-editor', 'GET', `/uses/${PLAN}/gibt-es-nicht`)).status).toBe(404)
    expect((await send('strapi-editor', 'GET', `/uses/api::ledger.message/${plan.documentId}`)).status).toBe(404)
  })
})

describe('the bin', () => {
  const binned = async (document: string): Promise<Row> =>
    cms.strapi.db.query(BIN).findOne({ where: { document }, orderBy: { id: 'desc' } })

  async function deleted(values: Values = {}): Promise<Row> {
    const made = await cast.page({ title: 'Gelöschte Seite', slug: null, ...values })
    expect(
      (
        await send(
          'strapi-editor', 'DELETE', `/content-manager/collection-types/api::page.page/${made.documentId}?locale=*`,
        )
      ).status,
    ).toBe(200)
    return made
  }

  test('names what was deleted, when, by whom and until when it is kept', async () => {
    const { documentId } = await deleted()
    const { body } = await send(
      'strapi-editor', 'GET', `/content-manager/collection-types/${BIN}/${(await binned(documentId)).documentId}`,
    )
    expect(body.data).toMatchObject({
      label: 'Gelöschte Seite', kind: 'Seite', languages: 'Deutsch', deletedBy: 'Vorname strapi-editor',
    })
    expect((Date.parse(String(body.data.keptUntil)) - Date.parse(String(body.data.deletedOn))) / 86_400_000).toBe(30)
    expect(JSON.stringify(body)).not.toContain('example.org')
  })

  test('is brought back from by an editor, not by an author, and not changed by anybody', async () => {
    const { documentId } = await deleted()
    const entry = await binned(documentId)
    const address = `/bin-entries/${entry.documentId}/restore`
    expect((await send('', 'POST', address)).status).toBe(401)
    const forms = `/content-manager/collection-types/${BIN}`
    for (const refused of [
      await send('strapi-author', 'POST', address),
      await send('strapi-author', 'GET', forms),
      await send('strapi-editor', 'PUT', `${forms}/${entry.documentId}`, { label: 'Anders' }),
    ])
      expect([refused.status, refused.body.error?.message]).toEqual([403, NO_RIGHT])
    expect(
      await refusalOf(cms.documents(BIN).update({ documentId: entry.documentId, data: { label: 'Anders' } })),
    ).toContain('lässt sich nicht ändern')
    expect((await send('strapi-editor', 'POST', address)).body.data).toMatchObject({
      documentId, label: 'Gelöschte Seite', problems: [],
    })
    expect((await send('strapi-editor', 'POST', address)).status).toBe(404)
    expect(await cms.documents('api::page.page').findOne({ documentId, status: 'published' })).toMatchObject({
      title: 'Gelöschte Seite',
    })
  })

  test('gives nothing back whose address somebody else has by now, and says whose', async () => {
    const { documentId } = await deleted({ slug: 'begehrt' })
    const other = await cast.page({ title: 'Inzwischen hier', slug: 'begehrt' })
    const address = `/bin-entries/${(await binned(documentId)).documentId}/restore`
    const { status, body } = await send('strapi-editor', 'POST', address)
    expect([status, body.error?.message]).toEqual([
      400, expect.stringContaining('„begehrt“ hat schon ein anderer Eintrag („Inzwischen hier“)'),
    ])
    await cms
      .documents('api::page.page')
      .update({ documentId: other.documentId, data: { slug: 'ausgewichen' }, status: 'published' })
    expect((await send('strapi-editor', 'POST', address)).status).toBe(200)
  })

  test('gives nothing back before what it is part of', async () => {
    const own = await cast.plan({ title: 'Plan im Papierkorb', slug: null })
    const measure = await cast.measure(own)
    for (const [uid, { documentId }] of [
      [MEASURE, measure], [PLAN, own],
    ] as const)
      await cms.documents(uid).delete({ documentId, locale: '*' })
    const restore = async ({ documentId }: Row) =>
      send('strapi-editor', 'POST', `/bin-entries/${(await binned(documentId)).documentId}/restore`)
    expect((await restore(measure)).body.error?.message).toBe(
      '„Plan“: „Plan im Papierkorb“ liegt selbst im Papierkorb. Bitte holen Sie zuerst diesen Eintrag zurück.',
    )
    expect([(await restore(own)).status, (await restore(measure)).status]).toEqual([200, 200])
  })

  test('gives one language back, with what all languages share today', async () => {
    const { documentId } = await cast.measure(plan, { slug: 'eine-sprache' })
    await cms
      .documents(MEASURE)
      .update({ documentId, locale: 'en', data: { title: 'In English' }, status: 'published' })
    await cms.documents(MEASURE).delete({ documentId, locale: 'en' })
    await cms.documents(MEASURE).update({ documentId, data: { code: '7', slug: 'neue-adresse' }, status: 'published' })
    expect(
      (await send('strapi-editor', 'POST', `/bin-entries/${(await binned(documentId)).documentId}/restore`)).status,
    ).toBe(200)
    for (const status of ['draft', 'published'] as const)
      expect(await cms.documents(MEASURE).findOne({ documentId, locale: 'en', status })).toMatchObject({
        title: 'In English', code: '7', slug: 'neue-adresse',
      })
  })

  test('gives an interview back as a draft when the consent was taken back meanwhile', async () => {
    const person = await cast.agreed({ name: 'Sagt Etwas' }, { coversOpinion: true })
    const { documentId } = await cast.article({ kind: 'interview', slug: null, people: [person.documentId] })
    await cms.documents(ARTICLE).delete({ documentId, locale: '*' })
    await cms.documents(PERSON).unpublish({ documentId: person.documentId })
    const { body } = await send(
      'strapi-editor', 'POST', `/bin-entries/${(await binned(documentId)).documentId}/restore`,
    )
    expect(body.data.problems).not.toEqual([])
    expect(await cms.documents(ARTICLE).findOne({ documentId, status: 'published' })).toBeNull()
    expect(await cms.documents(ARTICLE).findOne({ documentId })).not.toBeNull()
  })

  test('is emptied of what is older than 30 days', async () => {
    const { documentId } = await deleted()
    await cms.strapi.db
      .query(BIN)
      .updateMany({ where: { document: documentId }, data: { keptUntil: new Date(Date.now() - 1000) } })
    await keepBinShort(cms.strapi)
    expect(await binned(documentId)).toBeNull()
    const left = await cms.strapi.db.query('api::ledger.bin-content').count({})
    expect(left).toBe(await cms.strapi.db.query(BIN).count({}))
  })

  test('keeps what is withdrawn to protect somebody no longer', async () => {
    const { documentId } = await deleted()
    const [revision] = await cms.strapi.db.query('api::ledger.revision').findMany({ where: { document: documentId } })
    await cms
      .documents('api::ledger.revision')
      .update({ documentId: revision.documentId, data: { withdrawnFor: 'Zum Schutz einer Person.' } })
    expect(await binned(documentId)).toBeNull()
  })
})

describe('files', () => {
  let own: Values
  let foreign: Values
  let used: Values
  let usedOwn: Values

  async function uploaded(role: string): Promise<Values> {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(await picture('png', 20, 10))], { type: 'image/png' }), 'bild.png')
    const { status, body } = await send(role, 'POST', '/upload', form)
    expect(status).toBe(201)
    return Object(Reflect.get(Object(body), 0))
  }

  const isOnDisk = (file: Values) =>
    existsSync(path.join(cms.dataDirectory, 'public', 'uploads', path.basename(String(file.url))))

  beforeEach(async () => {
    [own, foreign, used, usedOwn] = [await uploaded('strapi-author'), await uploaded('other'), await uploaded('other'), await uploaded('strapi-author')]
    for (const file of [used, usedOwn]) await cast.image({ title: 'Zeigt die Datei', file: file.id })
  })

  const ways: [string, (role: string, file: Values) => Promise<Reply>][] = [
    ['deletes it', (role, file) => send(role, 'DELETE', `/upload/files/${String(file.id)}`)],
    [
      'deletes it in a list',
      (role, file) => send(role, 'POST', '/upload/actions/bulk-delete', { fileIds: [file.id], folderIds: [] }),
    ],
  ]

  test.each(ways)('an author %s only where she uploaded it and nobody uses it', async (_name, way) => {
    for (const file of [foreign, used, usedOwn]) {
      const { status, body } = await way('strapi-author', file)
      expect([400, 403]).toContain(status)
      expect(body.error?.message).toMatch(/hat jemand anderes hochgeladen|wird noch verwendet: Bild „Zeigt die Datei“/)
      expect(isOnDisk(file)).toBe(true)
    }
    expect((await way('strapi-author', own)).status).toBe(200)
    expect(isOnDisk(own)).toBe(false)
  })

  test.each(ways)('an editor %s where nobody uses it', async (_name, way) => {
    for (const file of [used, usedOwn])
      expect([(await way('strapi-editor', file)).status, isOnDisk(file)]).toEqual([400, true])
    for (const file of [own, foreign])
      expect([(await way('strapi-editor', file)).status, isOnDisk(file)]).toEqual([200, false])
  })

  test('of several files all go or none', async () => {
    expect(
      (
        await send('strapi-editor', 'POST', '/upload/actions/bulk-delete', {
          fileIds: [own.id, used.id], folderIds: [],
        })
      ).status,
    ).toBe(400)
    expect([own, used].map(isOnDisk)).toEqual([true, true])
  })

  test('a folder goes only with files that may go', async () => {
    const folder = (
      await send('strapi-editor', 'POST', '/upload/folders', { name: `Ordner ${String(own.id)}`, parent: null })
    ).body.data
    expect(
      (
        await send('strapi-author', 'POST', '/upload/actions/bulk-move', {
          fileIds: [foreign.id], folderIds: [], destinationFolderId: folder.id,
        })
      ).status,
    ).toBe(400)
    await send('strapi-editor', 'POST', '/upload/actions/bulk-move', {
      fileIds: [foreign.id, used.id], folderIds: [], destinationFolderId: folder.id,
    })
    for (const role of ['strapi-author', 'strapi-editor'])
      expect(
        (await send(role, 'POST', '/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder.id] })).status,
      ).toBe(400)
    expect([foreign, used].map(isOnDisk)).toEqual([true, true])
  })

  const changes: [string, (role: string, file: Values) => Promise<Reply>][] = [
    [
      'describes',
      (role, file) =>
        send(role, 'PUT', `/upload/files/${String(file.id)}`, { fileInfo: { alternativeText: 'Anders' } }),
    ],
    [
      'describes in a list',
      (role, file) =>
        send(role, 'POST', '/upload/actions/bulk-update', {
          updates: [{ id: file.id, fileInfo: { caption: 'Anders' } }],
        }),
    ],
  ]

  test.each(changes)('an author %s her own files alone, an editor all', async (_name, change) => {
    expect([(await change('strapi-author', own)).status, (await change('strapi-author', usedOwn)).status]).toEqual([
      200, 200,
    ])
    for (const file of [foreign, used]) expect([400, 403]).toContain((await change('strapi-author', file)).status)
    expect((await change('strapi-editor', used)).status).toBe(200)
  })

  const replacing: [string, (file: Values) => string][] = [
    ['/upload?id=', ({ id }) => `/upload?id=${String(id)}`],
    ['/upload/files/…/replace', ({ id }) => `/upload/files/${String(id)}/replace`],
  ]

  async function replaceAt(address: string, role: string): Promise<Reply> {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(await picture('png', 30, 10))], { type: 'image/png' }), 'neu.png')
    return send(role, 'POST', address, form)
  }

  test.each(replacing)(
    'an author replaces only her own file that nobody uses (%s)',
    async (_name, addressOf) => {
      const replace = (role: string, file: Values) => replaceAt(addressOf(file), role)
      for (const file of [foreign, used, usedOwn])
        expect([400, 403]).toContain((await replace('strapi-author', file)).status)
      expect((await replace('strapi-author', own)).status).toBe(200)
      expect((await replace('strapi-editor', used)).status).toBe(200)
    },
  )

  /** An article that was published with a picture, and again after the picture had got another file. */
  async function onceShown(file: Values, picture: Values = {}): Promise<string> {
    const { documentId } = await cast.image({ title: 'Einst gezeigt', ...picture, file: file.id })
    const article = await cast.article({ title: 'Mit früherem Bild', cover: documentId })
    await cms.documents(IMAGE).update({ documentId, data: { file: (await uploaded('strapi-editor')).id } })
    await cms.documents(ARTICLE).publish({ documentId: article.documentId })
    return article.documentId
  }

  const versionsOf = (document: string): Promise<{ documentId: string, number: number }[]> =>
    cms.strapi.db.query(REVISION).findMany({ where: { document }, orderBy: { number: 'asc' } })

  test.each(ways)('nobody %s while a version shows it that can be cited', async (_name, way) => {
    const document = await onceShown(own)
    const { status, body } = await way('strapi-editor', own)
    expect([status, isOnDisk(own)]).toEqual([400, true])
    expect(body.error?.message).toContain('zeigt die Datei noch: Beitrag „Mit früherem Bild“, Fassung 1 (Deutsch). Muss')
    const [first] = await versionsOf(document)
    await cms.documents(REVISION).update({
      documentId: first?.documentId ?? '', data: { withdrawnFor: 'Zum Schutz eines Rechts.' },
    })
    expect([(await way('strapi-editor', own)).status, isOnDisk(own)]).toEqual([200, false])
  })

  test.each(replacing)('nobody replaces a file while a version shows it that can be cited (%s)', async (_, addressOf) => {
    const document = await onceShown(own)
    const { status, body } = await replaceAt(addressOf(own), 'strapi-editor')
    expect([status, body.error?.message]).toEqual([
      400, expect.stringMatching(/lässt sich nicht ersetzen, .* Beitrag „Mit früherem Bild“, Fassung 1 \(Deutsch\)\. Laden/),
    ])
    const [first] = await versionsOf(document)
    await cms.documents(REVISION).update({
      documentId: first?.documentId ?? '', data: { withdrawnFor: 'Zum Schutz eines Rechts.' },
    })
    expect((await replaceAt(addressOf(own), 'strapi-editor')).status).toBe(200)
  })

  test('what was deleted for good needs no file, and a picture of somebody who is not public none either', async () => {
    const document = await onceShown(own)
    await cms.documents(ARTICLE).delete({ documentId: document, locale: '*' })
    expect((await send('strapi-editor', 'DELETE', `/upload/files/${String(own.id)}`)).status).toBe(400)
    await cms.strapi.db.query(BIN).deleteMany({ where: { document } })
    expect((await send('strapi-editor', 'DELETE', `/upload/files/${String(own.id)}`)).status).toBe(200)
    const person = await cast.agreed({ name: 'Wer einst zu sehen war' }, { coversPicture: true })
    await onceShown(foreign, { people: [person.documentId] })
    expect((await send('strapi-editor', 'DELETE', `/upload/files/${String(foreign.id)}`)).status).toBe(400)
    await cms.documents(PERSON).unpublish({ documentId: person.documentId, locale: '*' })
    expect((await send('strapi-editor', 'DELETE', `/upload/files/${String(foreign.id)}`)).status).toBe(200)
  })

  test('what lies in the bin still needs its file', async () => {
    const file = await uploaded('strapi-editor')
    const { documentId } = await cast.image({ title: 'Bild im Papierkorb', file: file.id })
    await cms.documents(IMAGE).delete({ documentId })
    const { status, body } = await send('strapi-editor', 'DELETE', `/upload/files/${String(file.id)}`)
    expect([status, body.error?.message]).toEqual([
      400, expect.stringContaining('„Bild im Papierkorb“ (im Papierkorb)'),
    ])
  })
})
