/** Two people at one document: both are kept, or one of them hears from whom and decides. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, DECISION, EVENT, FIELD, IMAGE, PAGE, paragraph, PERSON,
} from './cast'
import { type Editor, editor, type Form, windowOf } from './editors'
import { picture, upload } from './files'
import { type Cms, type Row, startCms, type Values } from './strapi'

let cms: Cms
let cast: Cast
let anna: Editor
let bela: Editor

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  anna = await editor(cms, 'Anna Weber')
  bela = await editor(cms, 'Bela Kaya')
})

afterAll(() => cms?.stop())

const blocks = (text: string) => [paragraph(text)]
const part = (text: string) => ({ __component: 'article.text', text: blocks(text) })

/** The row that editors work on, whole. */
async function rowOf(uid: string, documentId: string, locale = 'de'): Promise<Row | null> {
  return cms.documents(uid).findOne({ documentId, locale, status: 'draft', populate: '*' })
}

/** What a body says, block by block. */
function said(row: Row | null): string[] {
  const body: unknown[] = Array.isArray(row?.body) ? row.body : []
  return body.map(one => JSON.stringify(one)).map(text => /"text":"([^"]*)"/.exec(text)?.[1] ?? '')
}

async function both(uid: string, documentId: string): Promise<[Form, Form]> {
  return [await anna.open(uid, documentId), await bela.open(uid, documentId)]
}

interface Kind {
  kind: string
  uid: string
  make: () => Promise<Row>
  /** Changes the field of this kind. */
  change: (form: Form) => Values | Promise<Values>
  /** Changes the same field to something else. */
  other: (form: Form) => Values | Promise<Values>
  /** Changes another field. */
  beside: Values
  /** What the row says of the field. */
  read: (row: Row | null) => unknown
}

const article = () =>
  cast.article({ title: 'Ein Beitrag', lead: 'Vorspann', body: [part('eins'), part('zwei')] }, 'draft')
const file = async (width: number) => (await upload(cms, `bild-${width}.png`, await picture('png', width, 10))).id
const bodyOf = ({ values }: Form): Values[] => (Array.isArray(values.body) ? values.body : [])
const citationsOf = ({ values }: Form): Values[] => (Array.isArray(values.citations) ? values.citations : [])

const KINDS: Kind[] = [
  {
    kind: 'a line of text',
    uid: ARTICLE,
    make: article,
    change: () => ({ title: 'A' }),
    other: () => ({ title: 'B' }),
    beside: { byline: 'Neu' },
    read: row => row?.title,
  },
  {
    kind: 'a text',
    uid: ARTICLE,
    make: article,
    change: () => ({ lead: 'A' }),
    other: () => ({ lead: 'B' }),
    beside: { byline: 'Neu' },
    read: row => row?.lead,
  },
  {
    kind: 'a word of a closed list',
    uid: ARTICLE,
    make: article,
    change: () => ({ kind: 'interview' }),
    other: () => ({ kind: 'opinion' }),
    beside: { byline: 'Neu' },
    read: row => row?.kind,
  },
  {
    kind: 'a date',
    uid: DECISION,
    make: () => cast.decision({}, 'draft'),
    change: () => ({ date: '2022-01-01' }),
    other: () => ({ date: '2022-02-02' }),
    beside: { outcome: 'postponed' },
    read: row => row?.date,
  },
  {
    kind: 'rich text',
    uid: PAGE,
    make: () => cast.page({}, 'draft'),
    change: () => ({ text: blocks('A') }),
    other: () => ({ text: blocks('B') }),
    beside: { title: 'Neu' },
    read: row => JSON.stringify(row?.text),
  },
  {
    kind: 'a block of a body',
    uid: ARTICLE,
    make: article,
    change: form => ({ body: bodyOf(form).map((one, index) => (index === 0 ? { ...one, text: blocks('A') } : one)) }),
    other: form => ({ body: bodyOf(form).map((one, index) => (index === 0 ? { ...one, text: blocks('B') } : one)) }),
    beside: { byline: 'Neu' },
    read: row => said(row).join(),
  },
  {
    kind: 'an entry of a list',
    uid: ARTICLE,
    make: article,
    change: form => ({ citations: citationsOf(form).map(one => ({ ...one, page: 'S. 1' })) }),
    other: form => ({ citations: citationsOf(form).map(one => ({ ...one, page: 'S. 2' })) }),
    beside: { byline: 'Neu' },
    read: row =>
      citationsOf({ documentId: '', builtOn: '', values: row ?? {} })
        .map(one => one.page)
        .join(),
  },
  {
    kind: 'a relation to one',
    uid: EVENT,
    make: async () =>
      cms
        .documents(EVENT)
        .create({ data: { title: 'Ein Ereignis', date: '2020', kind: 'other', citations: cast.citations } }),
    change: async () => ({
      plan: { connect: [{ documentId: (await cast.plan({ title: 'A' })).documentId }], disconnect: [] },
    }),
    other: async () => ({
      plan: { connect: [{ documentId: (await cast.plan({ title: 'B' })).documentId }], disconnect: [] },
    }),
    beside: { title: 'Neu' },
    read: row => Object(row?.plan).title,
  },
  {
    kind: 'what all languages share, of a person',
    uid: PERSON,
    make: () => cast.person({ name: 'Vera Einverstanden' }, 'draft'),
    change: () => ({ name: 'Vera A' }),
    other: () => ({ name: 'Vera B' }),
    beside: { about: 'Neu' },
    read: row => row?.name,
  },
  {
    kind: 'what has no draft, a consent',
    uid: CONSENT,
    make: async () => cast.consent(await cast.person()),
    change: () => ({ note: 'A' }),
    other: () => ({ note: 'B' }),
    beside: { spellings: 'Neu' },
    read: row => row?.note,
  },
  {
    kind: 'a file',
    uid: IMAGE,
    make: () => cast.image(),
    change: async () => ({ file: await file(31) }),
    other: async () => ({ file: await file(32) }),
    beside: { author: 'Neu' },
    read: row => Object(row?.file).id,
  },
]

test('dates that differ are shown as people read them', async () => {
  for (const { uid, make, name } of [
    { uid: DECISION, make: () => cast.decision({}, 'draft'), name: 'date' },
    { uid: CONSENT, make: async () => cast.consent(await cast.person()), name: 'givenOn' },
  ]) {
    const { documentId } = await make()
    const [first, second] = await both(uid, documentId)
    await anna.save(uid, first, { [name]: '2022-01-05' })
    const { error } = await bela.save(uid, second, { [name]: '2022-02-10' })
    expect(error?.details.contested).toMatchObject([{ mine: '10. Februar 2022', theirs: '5. Januar 2022' }])
  }
})

test('a yes or no that one changes is kept beside what the other changes', async () => {
  const { documentId } = await article()
  const [first, second] = await both(ARTICLE, documentId)
  await anna.save(ARTICLE, first, { isExample: true })
  expect(await bela.save(ARTICLE, second, { title: 'B' })).toMatchObject({
    status: 200,
    meta: { cameIn: [{ who: 'Anna Weber' }] },
  })
  expect(await rowOf(ARTICLE, documentId)).toMatchObject({ isExample: true, title: 'B' })
})

describe.each(KINDS)('$kind', ({ uid, make, change, other, beside, read }) => {
  test('and another field: both are kept, and whoever saves last is told whose and what', async () => {
    const { documentId } = await make()
    const [first, second] = await both(uid, documentId)
    const changes = await change(first)
    expect(await anna.save(uid, first, changes)).toMatchObject({ status: 200 })
    const mine = read(await rowOf(uid, documentId))
    const reply = await bela.save(uid, second, beside)
    expect(reply, JSON.stringify(reply.error)).toMatchObject({
      status: 200,
      meta: { cameIn: expect.arrayContaining([expect.objectContaining({ who: 'Anna Weber' })]) },
    })
    const row = await rowOf(uid, documentId)
    expect(read(row)).toEqual(mine)
    expect(row).toMatchObject(beside)
  })

  test('to different values: the second is refused with both texts, who and when; either can be taken', async () => {
    const { documentId } = await make()
    const [first, second] = await both(uid, documentId)
    await anna.save(uid, first, await change(first))
    const theirs = read(await rowOf(uid, documentId))
    const changes = await other(second)
    const { status, error } = await bela.save(uid, second, changes)
    expect(status).toBe(409)
    expect(read(await rowOf(uid, documentId))).toEqual(theirs)
    for (const contested of error?.details.contested ?? []) {
      expect(contested).toMatchObject({ who: 'Anna Weber' })
      expect(contested.mine).not.toBe(contested.theirs)
      expect(Date.now() - Date.parse(contested.when)).toBeLessThan(60_000)
    }
    expect(error?.details.contested.length).toBeGreaterThan(0)
    const decided = (whose: string) => ({
      'X-Decided': (error?.details.contested ?? []).map(({ key, mark }) => `${key}=${whose}:${mark}`).join(),
    })
    expect(await bela.save(uid, second, changes, { headers: decided('theirs') })).toMatchObject({ status: 200 })
    expect(read(await rowOf(uid, documentId))).toEqual(theirs)
    expect(await bela.save(uid, second, changes, { headers: decided('mine') })).toMatchObject({ status: 200 })
    expect(read(await rowOf(uid, documentId))).not.toEqual(theirs)
  })

  test('to the same value is no conflict', async () => {
    const { documentId } = await make()
    const [first, second] = await both(uid, documentId)
    const changes = await change(first)
    await anna.save(uid, first, changes)
    expect(await bela.save(uid, second, changes)).toMatchObject({ status: 200 })
  })
})

test('a single type, whose address names no entry: other fields are both kept, the same one is refused', async () => {
  const address = '/content-manager/single-types/api::page.site?locale=de'
  const site = await cms.documents('api::page.site').create({ data: { title: 'LIP-Lab' } })
  const open = async (who: Editor) => {
    const { data, meta } = await who.send('GET', address)
    const [builtOn = ''] = Object.values(meta.builtOn ?? {})
    return (values: Values) => who.send('PUT', address, { title: data.title, ...values }, { 'X-Built-On': builtOn })
  }
  const [first, second] = [await open(anna), await open(bela)]
  expect(await first({ operator: 'Von Anna' })).toMatchObject({ status: 200 })
  expect(await second({ lead: 'Von Bela' })).toMatchObject({ status: 200, meta: { cameIn: [{ who: 'Anna Weber' }] } })
  expect(await second({ operator: 'Von Bela' })).toMatchObject({
    status: 409, error: { details: { kind: 'same', contested: [{ mine: 'Von Bela', theirs: 'Von Anna' }] } },
  })
  expect(await rowOf('api::page.site', site.documentId)).toMatchObject({
    operator: 'Von Anna', lead: 'Von Bela',
  })
})

describe('blocks of one body', () => {
  const change = (form: Form, index: number, text: string) => ({
    body: bodyOf(form).map((one, at) => (at === index ? { ...one, text: blocks(text) } : one)),
  })
  const without = (form: Form, index: number) => ({ body: bodyOf(form).filter((_, at) => at !== index) })

  test('which two change, one each, are both kept', async () => {
    const { documentId } = await article()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, change(first, 0, 'von Anna'))
    const { status, meta } = await bela.save(ARTICLE, second, change(second, 1, 'von Bela'))
    expect([status, said(await rowOf(ARTICLE, documentId))]).toEqual([200, ['von Anna', 'von Bela']])
    expect(meta.cameIn).toMatchObject([{ place: 'Inhalt, Text 1, Text', who: 'Anna Weber' }])
  })

  test('which both add are both kept, each after its neighbour, and what one moves is moved', async () => {
    const { documentId } = await article()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, { body: [...bodyOf(first).toReversed(), part('von Anna')] })
    expect(await bela.save(ARTICLE, second, { body: [part('von Bela'), ...bodyOf(second)] })).toMatchObject({
      status: 200,
    })
    expect(said(await rowOf(ARTICLE, documentId))).toEqual(['von Bela', 'zwei', 'eins', 'von Anna'])
  })

  test('of which one is removed by one and left alone by the other goes', async () => {
    const { documentId } = await article()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, without(first, 0))
    expect(await bela.save(ARTICLE, second, change(second, 1, 'von Bela'))).toMatchObject({ status: 200 })
    expect(said(await rowOf(ARTICLE, documentId))).toEqual(['von Bela'])
  })

  test.each([
    ['removed by the first and changed by the second', true],
    ['changed by the first and removed by the second', false],
  ])('of which one is %s are a conflict, and nothing is lost', async (_, isRemovedFirst) => {
    for (const whose of ['mine', 'theirs']) {
      const { documentId } = await article()
      const [first, second] = await both(ARTICLE, documentId)
      await anna.save(ARTICLE, first, isRemovedFirst ? without(first, 0) : change(first, 0, 'geändert'))
      const mine = isRemovedFirst ? change(second, 0, 'geändert') : without(second, 0)
      const { status, error } = await bela.save(ARTICLE, second, mine)
      const [contested] = error?.details.contested ?? []
      expect([
        status,
        contested?.who,
        contested?.mine.includes('geändert'),
        contested?.theirs.includes('geändert'),
      ]).toEqual([409, 'Anna Weber', isRemovedFirst, !isRemovedFirst])
      expect(
        await bela.save(ARTICLE, second, mine, {
          headers: { 'X-Decided': `${contested?.key}=${whose}:${contested?.mark}` },
        }),
      ).toMatchObject({ status: 200 })
      expect(said(await rowOf(ARTICLE, documentId)).toSorted()).toEqual(
        (whose === 'mine') === isRemovedFirst ? ['geändert', 'zwei'] : ['zwei'],
      )
    }
  })

  test('which both move, each in another way, are a conflict', async () => {
    const { documentId } = await cast.article({ body: ['eins', 'zwei', 'drei'].map(part) }, 'draft')
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, { body: bodyOf(first).toReversed() })
    const mine = { body: [bodyOf(second)[1], bodyOf(second)[0], bodyOf(second)[2]] }
    const { status, error } = await bela.save(ARTICLE, second, mine)
    const [contested] = error?.details.contested ?? []
    expect([status, contested?.key]).toEqual([409, 'body'])
    await bela.save(ARTICLE, second, mine, { headers: { 'X-Decided': `body=theirs:${contested?.mark}` } })
    expect(said(await rowOf(ARTICLE, documentId))).toEqual(['drei', 'zwei', 'eins'])
  })

  test('of which one was decided about while it moved on again are asked about again', async () => {
    const { documentId } = await article()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, change(first, 0, 'von Anna'))
    const { error } = await bela.save(ARTICLE, second, change(second, 0, 'von Bela'))
    const [contested] = error?.details.contested ?? []
    const again = await anna.open(ARTICLE, documentId)
    await anna.save(ARTICLE, again, change(again, 0, 'noch einmal von Anna'))
    const decided = await bela.save(ARTICLE, second, change(second, 0, 'von Bela'), {
      headers: { 'X-Decided': `${contested?.key}=mine:${contested?.mark}` },
    })
    expect([decided.status, decided.error?.details.contested[0]?.theirs]).toEqual([409, 'noch einmal von Anna'])
  })
})

test('two who connect and disconnect other entries of one relation are both kept, in their order', async () => {
  const plan = await cast.plan()
  const fields = await Promise.all(
    ['eins', 'zwei', 'drei'].map(title =>
      cms.documents(FIELD).create({ data: { title, plan: plan.documentId, citations: cast.citations }, status: 'published' }),
    ),
  )
  const [one, two, three] = fields.map(({ documentId }) => documentId)
  const { documentId } = await cast.article({ fieldsOfAction: [one, two] }, 'draft')
  const [first, second] = await both(ARTICLE, documentId)
  await anna.save(ARTICLE, first, {
    fieldsOfAction: { connect: [{ documentId: three, position: { before: two } }], disconnect: [] },
  })
  expect(
    await bela.save(ARTICLE, second, { fieldsOfAction: { connect: [], disconnect: [{ documentId: one }] } }),
  ).toMatchObject({ status: 200 })
  const row = await cms.documents(ARTICLE).findOne({ documentId, populate: { fieldsOfAction: true } })
  expect(Object(row?.fieldsOfAction).map((target: Row) => target.documentId)).toEqual([three, two])
})

describe('publishing, withdrawing, deleting', () => {
  const published = async () =>
    (await cast.article({ title: 'Öffentlich', lead: 'Vorspann', body: [part('eins')] })).documentId
  const ARTICLES = `/content-manager/collection-types/${ARTICLE}`

  test('what others changed unseen asks first, and keeps both when it goes on', async () => {
    const documentId = await published()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, { lead: 'Von Anna' })
    const asked = await bela.publish(ARTICLE, second, { title: 'Von Bela' })
    expect([asked.status, asked.error?.details]).toMatchObject([
      409,
      {
        kind: 'unseen',
        title: 'Öffentlich',
        contested: [{ place: 'Vorspann', mine: 'Vorspann', theirs: 'Von Anna', who: 'Anna Weber' }],
      },
    ])
    expect(await rowOf(ARTICLE, documentId)).toMatchObject({ title: 'Öffentlich', lead: 'Von Anna' })
    expect(
      await bela.publish(
        ARTICLE,
        second,
        { title: 'Von Bela' },
        { headers: { 'X-Seen': asked.error?.details.seen ?? '' } },
      ),
    ).toMatchObject({ status: 200 })
    expect(await cms.documents(ARTICLE).findOne({ documentId, status: 'published' })).toMatchObject({
      title: 'Von Bela',
      lead: 'Von Anna',
    })
  })

  test('the same field is refused as a save is', async () => {
    const documentId = await published()
    const [first, second] = await both(ARTICLE, documentId)
    await anna.save(ARTICLE, first, { title: 'Von Anna' })
    expect(await bela.publish(ARTICLE, second, { title: 'Von Bela' })).toMatchObject({
      status: 409,
      error: { details: { kind: 'same' } },
    })
    expect(await cms.documents(ARTICLE).findOne({ documentId, status: 'published' })).toMatchObject({
      title: 'Öffentlich',
    })
  })

  test.each([
    ['bulk publishing', 'POST', '/actions/bulkPublish', true],
    ['bulk withdrawing', 'POST', '/actions/bulkUnpublish', true],
    ['bulk deleting', 'POST', '/actions/bulkDelete', true],
    ['withdrawing', 'POST', '/actions/unpublish', false],
    ['discarding', 'POST', '/actions/discard', false],
    ['deleting', 'DELETE', '', false],
  ])('%s what others changed unseen is refused by name, and goes on when told', async (_, method, step, isBulk) => {
    const documentId = await published()
    const list = await bela.send('GET', `${ARTICLES}?locale=de&pageSize=100`)
    const builtOn = list.meta.builtOn?.[documentId] ?? ''
    await anna.save(ARTICLE, await anna.open(ARTICLE, documentId), { lead: 'Von Anna' })
    const address = isBulk ? `${ARTICLES}${step}?locale=de` : `${ARTICLES}/${documentId}${step}?locale=de`
    const act = (headers: Record<string, string>) =>
      bela.send(method, address, isBulk ? { documentIds: [documentId] } : method === 'POST' ? {} : undefined, headers)
    const refused = await act({ 'X-Built-On': builtOn })
    expect([refused.status, refused.error?.details]).toMatchObject([
      409,
      { kind: 'unseen', contested: [{ place: 'Vorspann', theirs: 'Von Anna', who: 'Anna Weber' }] },
    ])
    expect(await rowOf(ARTICLE, documentId)).toMatchObject({ lead: 'Von Anna' })
    expect(await act({ 'X-Built-On': builtOn, 'X-Seen': refused.error?.details.seen ?? '' })).toMatchObject({
      status: 200,
    })
  })

  test('who saves what was deleted meanwhile hears by whom', async () => {
    const { documentId } = await article()
    const [first, second] = await both(ARTICLE, documentId)
    expect(
      await anna.send('DELETE', `${ARTICLES}/${documentId}?locale=*`, undefined, { 'X-Built-On': first.builtOn }),
    ).toMatchObject({ status: 200 })
    for (const reply of [
      await bela.save(ARTICLE, second, { lead: 'B' }),
      await bela.publish(ARTICLE, second, { lead: 'B' }),
    ])
      expect([reply.status, reply.error?.message]).toEqual([
        409,
        expect.stringContaining('Anna Weber hat diesen Eintrag inzwischen gelöscht'),
      ])
  })

  test('a translation that was deleted meanwhile comes back only when whoever saves it was told', async () => {
    const { documentId } = await article()
    await anna.save(ARTICLE, await anna.open(ARTICLE, documentId, 'en'), { title: 'An article' }, { locale: 'en' })
    const form = await bela.open(ARTICLE, documentId, 'en')
    await anna.send('DELETE', `${ARTICLES}/${documentId}?locale=en`)
    const refused = await bela.save(ARTICLE, form, { title: 'Mine' }, { locale: 'en' })
    expect([refused.status, refused.error?.details.kind]).toEqual([409, 'deleted'])
    expect(
      await bela.save(
        ARTICLE,
        form,
        { title: 'Mine' },
        { locale: 'en', headers: { 'X-Seen': refused.error?.details.seen ?? '' } },
      ),
    ).toMatchObject({ status: 200 })
  })
})

describe('no alarm', () => {
  test('for the same window saving twice without reading in between, also when the answer was lost', async () => {
    const { documentId } = await article()
    const form = await anna.open(ARTICLE, documentId)
    for (const text of ['einmal', 'zweimal'])
      expect(await anna.save(ARTICLE, form, { title: text, body: [...bodyOf(form), part(text)] })).toMatchObject({
        status: 200,
        meta: { cameIn: [] },
      })
    expect(await rowOf(ARTICLE, documentId)).toMatchObject({ title: 'zweimal' })
    expect(said(await rowOf(ARTICLE, documentId))).toEqual(['eins', 'zwei', 'zweimal'])
    expect(await anna.publish(ARTICLE, form, { title: 'zweimal' })).toMatchObject({ status: 200 })
  })

  test('for two windows of one person after a reload', async () => {
    const { documentId } = await article()
    const other = await windowOf(cms, 'Anna Weber', 'anna.weber@example.org')
    await anna.save(ARTICLE, await anna.open(ARTICLE, documentId), { title: 'eins' })
    expect(await other.save(ARTICLE, await other.open(ARTICLE, documentId), { title: 'zwei' })).toMatchObject({
      status: 200,
      meta: { cameIn: [] },
    })
  })

  test('for other languages, and for what all languages share', async () => {
    const { documentId } = await cast.article({ title: 'Ein Beitrag', body: [part('eins')] })
    await anna.save(
      ARTICLE,
      await anna.open(ARTICLE, documentId, 'en'),
      { title: 'An article', body: [part('one')] },
      { locale: 'en' },
    )
    const german = await anna.open(ARTICLE, documentId)
    const english = await bela.open(ARTICLE, documentId, 'en')
    expect(await anna.publish(ARTICLE, german, { date: '2022-02', title: 'Neuer Titel' })).toMatchObject({
      status: 200,
    })
    expect(await bela.save(ARTICLE, english, { title: 'Another title' }, { locale: 'en' })).toMatchObject({
      status: 200,
      meta: { cameIn: [] },
    })
    expect(
      await bela.publish(ARTICLE, await bela.open(ARTICLE, documentId, 'en'), {}, { locale: 'en' }),
    ).toMatchObject({ status: 200, meta: { cameIn: [] } })
    expect(await anna.save(ARTICLE, await anna.open(ARTICLE, documentId), { lead: 'Vorspann' })).toMatchObject({
      status: 200,
      meta: { cameIn: [] },
    })
  })

  test('for a form of the source language that was opened before a translation was saved', async () => {
    const { documentId } = await cast.page({ text: blocks('Erster Stand.') }, 'draft')
    const german = await bela.open(PAGE, documentId)
    const english = await anna.open(PAGE, documentId, 'en')
    expect(await anna.save(PAGE, english, { title: 'A page' }, { locale: 'en' })).toMatchObject({ status: 200 })
    expect((await bela.save(PAGE, german, { text: blocks('Zweiter Stand.') })).status).toBe(200)
  })

  test('for whoever saves without saying on what, as scripts do', async () => {
    const { documentId } = await article()
    const form = await bela.open(ARTICLE, documentId)
    await anna.save(ARTICLE, await anna.open(ARTICLE, documentId), { title: 'A' })
    expect(await bela.save(ARTICLE, { ...form, builtOn: '' }, { title: 'B' })).toMatchObject({ status: 200 })
  })
})

test('two who first write one translation at the same time do not lose either', async () => {
  const { documentId } = await article()
  const [first, second] = [await anna.open(ARTICLE, documentId, 'en'), await bela.open(ARTICLE, documentId, 'en')]
  await anna.save(ARTICLE, first, { title: 'By Anna' }, { locale: 'en' })
  expect(await bela.save(ARTICLE, second, { title: 'By Bela' }, { locale: 'en' })).toMatchObject({
    status: 409,
    error: { details: { contested: [{ mine: 'By Bela', theirs: 'By Anna', who: 'Anna Weber' }] } },
  })
  expect(await bela.save(ARTICLE, second, { lead: 'By Bela' }, { locale: 'en' })).toMatchObject({ status: 200 })
  expect(await rowOf(ARTICLE, documentId, 'en')).toMatchObject({ title: 'By Anna', lead: 'By Bela' })
})

describe('a confirmation', () => {
  async function translated(citations = cast.citations): Promise<{ documentId: string, german: Form, english: Form }> {
    const { documentId } = await cast.page({ title: 'Eine Seite', text: blocks('Erster Stand.'), citations }, 'draft')
    await anna.save(
      PAGE,
      await anna.open(PAGE, documentId, 'en'),
      { title: 'A page', text: blocks('First.') },
      { locale: 'en' },
    )
    return { documentId, german: await bela.open(PAGE, documentId), english: await anna.open(PAGE, documentId, 'en') }
  }

  async function stateOf(documentId: string): Promise<{ state: string, changes: { now: string, before: string }[] }> {
    const { data } = await anna.send('GET', `/translation-states/${PAGE}/${documentId}`)
    return Object(data).find(({ locale }: { locale: string }) => locale === 'en')
  }

  test.each([
    ['names what its form was opened beside', true],
    ['names nothing, but was opened before', false],
  ])('that %s is refused when that has moved on, with what changed', async (_, isNamed) => {
    const { documentId, german, english } = await translated()
    await bela.save(PAGE, german, { text: blocks('Zweiter Stand.') })
    const confirm = () =>
      anna.save(PAGE, isNamed ? english : { ...english, builtOn: '' }, { isConfirmed: true }, { locale: 'en' })
    const { status, error } = await confirm()
    expect([status, error?.details]).toMatchObject([
      409,
      { kind: 'source', contested: [{ mine: 'Erster Stand.', theirs: 'Zweiter Stand.', who: 'Bela Kaya' }] },
    ])
    expect(await stateOf(documentId)).toMatchObject({ state: 'outdated' })
  })

  test('is taken as soon as the panel has shown what the source says now', async () => {
    const { documentId, german, english } = await translated()
    await bela.save(PAGE, german, { text: blocks('Zweiter Stand.') })
    const shown = await anna.send('GET', `/translation-states/${PAGE}/${documentId}`)
    const reply = await anna.save(
      PAGE,
      english,
      { isConfirmed: true },
      { locale: 'en', headers: { 'X-Compared': shown.builtOn } },
    )
    expect([reply.status, (await stateOf(documentId)).state]).toEqual([200, 'current'])
  })

  test('that races with a change of the source never ends as current', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { documentId, german, english } = await translated([])
      const [changed, confirmed] = await Promise.all([
        bela.save(PAGE, german, { text: blocks(`Stand ${round}.`) }),
        anna.save(
          PAGE,
          round % 2 === 0 ? english : { ...english, builtOn: '' },
          { isConfirmed: true },
          { locale: 'en' },
        ),
      ])
      // Without a changed source there would be nothing to race with.
      expect(changed.status, JSON.stringify(changed.error)).toBe(200)
      expect([200, 409]).toContain(confirmed.status)
      expect(await stateOf(documentId)).toMatchObject({ state: 'outdated' })
    }
  })

  test('is not what a first translation becomes that was begun beside an older text', async () => {
    const { documentId } = await cast.page({ title: 'Eine Seite', text: blocks('Erster Stand.') }, 'draft')
    const english = await anna.open(PAGE, documentId, 'en')
    await bela.save(PAGE, await bela.open(PAGE, documentId), { text: blocks('Zweiter Stand.') })
    expect(
      await anna.save(PAGE, english, { title: 'A page', text: blocks('First.') }, { locale: 'en' }),
    ).toMatchObject({ status: 200 })
    expect(await stateOf(documentId)).toMatchObject({
      state: 'outdated',
      changes: [{ now: 'Zweiter Stand.', before: 'Erster Stand.' }],
    })
  })
})

describe('who has an entry open', () => {
  const ask = (who: Editor, document: string, more: Values = {}, headers: Record<string, string> = {}) =>
    who.send('POST', '/together/presence', { type: ARTICLE, document, language: 'de', ...more }, headers)

  test('sees who else has, in which language, whether with unsaved words, by name and never by address', async () => {
    const { documentId } = await article()
    expect((await ask(anna, documentId)).others).toEqual([])
    const { others } = await ask(bela, documentId, { language: 'en', hasWords: true })
    expect(others).toEqual([
      {
        who: 'Anna Weber',
        isOneself: false,
        language: 'de',
        languageName: 'Deutsch',
        hasWords: false,
        since: expect.any(String),
      },
    ])
    expect((await ask(anna, documentId)).others).toMatchObject([{ who: 'Bela Kaya', language: 'en', hasWords: true }])
    expect(JSON.stringify(others)).not.toContain('@')
  })

  test('sees nobody who has closed it', async () => {
    const { documentId } = await article()
    await ask(anna, documentId)
    await fetch(`${cms.address}/together/gone?tab=${anna.tab}&document=${documentId}`, { method: 'POST' })
    expect((await ask(bela, documentId)).others).toEqual([])
  })

  test('sees who saved since it was opened', async () => {
    const { documentId } = await article()
    const form = await bela.open(ARTICLE, documentId)
    await anna.save(ARTICLE, await anna.open(ARTICLE, documentId), { lead: 'Neu' })
    expect((await ask(bela, documentId, {}, { 'X-Built-On': form.builtOn })).saved).toMatchObject([
      { who: 'Anna Weber' },
    ])
  })

  test.each([{ document: '' }, { document: 7 }, { type: 'api::no.no' }, { language: {} }])(
    'is refused what makes no sense: %j',
    async (wrong) => {
      expect((await ask(anna, 'x', wrong)).status).toBe(400)
    },
  )

  test('is told to nobody who is not signed in', async () => {
    expect((await fetch(`${cms.address}/together/presence`, { method: 'POST' })).status).toBe(401)
  })
})

/** Enough to see what is lost; the whole of it takes minutes. */
const [EDITORS, ROUNDS] = process.env.TEST_MATRIX === 'full' ? [20, 50] : [8, 2]

test(`every change of ${EDITORS} editors to one entry at once is in the row or was refused by name`, async () => {
  const names = Array.from({ length: EDITORS }, (_, number) => `Person${number} Nachname${number}`)
  const editors: Editor[] = []
  for (const name of names) editors.push(await editor(cms, name))
  const { documentId } = await cast.article(
    { title: 'Ein Beitrag', lead: '', body: names.map(name => part(`${name} 0`)) },
    'draft',
  )
  const latest = names.map(name => `${name} 0`)
  let [kept, refused] = [0, 0]
  for (let round = 1; round <= ROUNDS; round += 1) {
    const forms = await Promise.all(editors.map(one => one.open(ARTICLE, documentId)))
    await Promise.all(
      editors.map(async (one, index) => {
        const form = forms[index]
        if (!form) return
        // Everybody writes a block of their own, and every third the same lead.
        const text = `${one.name} ${round}`
        const body = bodyOf(form).map((block, at) => (at === index ? { ...block, text: blocks(text) } : block))
        const { status, error } = await one.save(ARTICLE, form, { body, ...(index % 3 === 0 && { lead: text }) })
        if (status === 200) latest[index] = text
        else
          expect([status, error?.details.contested.map(({ place, who }) => [place, names.includes(who)])]).toEqual([
            409,
            [['Vorspann', true]],
          ])
        if (status === 200) kept += 1
        else refused += 1
      }),
    )
    const row = await rowOf(ARTICLE, documentId)
    expect(said(row)).toEqual(latest)
    expect(row?.lead).toMatch(new RegExp(` ${round}$`))
  }
  expect([kept + refused, refused]).toEqual([EDITORS * ROUNDS, (Math.ceil(EDITORS / 3) - 1) * ROUNDS])
}, 1_200_000)
