/**
 * Related entries keep the order in which an editor put them, whatever happens to one of them or to what relates to
 * them.
 */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ARTICLE, type Cast, castOf, EVENT, FIELD, IMAGE, LINEAGE, MEASURE, ORGANISATION, PERSON, read } from './cast'
import { type Cms, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { bringBack } = require('../dist/src/bin/bring-back')

const GOAL = 'api::plan.goal'
const BIN = 'api::ledger.bin-entry'

let cms: Cms
let cast: Cast
let plan: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan()
})

afterAll(() => cms?.stop())

/** Types with drafts, and how one of them is made. */
const TARGETS: Record<string, (title: string) => Promise<Row>> = {
  [MEASURE]: title => cast.measure(plan, { title, slug: null }),
  [EVENT]: title =>
    cms
      .documents(EVENT)
      .create({ data: { title, date: '2021', kind: 'report', plan: plan.documentId }, status: 'published' }),
  [PERSON]: title => cast.person({ name: title, slug: null }),
  [ORGANISATION]: title => cms.documents(ORGANISATION).create({ data: { name: title, kind: 'association' } }),
  [FIELD]: title => cms.documents(FIELD).create({ data: { title, order: 1, plan: plan.documentId }, status: 'published' }),
  [GOAL]: async title => cms.documents(GOAL).create({ data: { title, fieldOfAction: (await field()).documentId }, status: 'published' }),
  [IMAGE]: title => cast.image({ title }),
}

function field(): Promise<Row> {
  return cms.documents(FIELD).create({ data: { title: 'Feld', order: 1, plan: plan.documentId }, status: 'published' })
}

const onEvent = (values: Values) =>
  cms
    .documents(EVENT)
    .create({
      data: { title: 'Ereignis', date: '2021', kind: 'report', plan: plan.documentId, ...values }, status: 'published',
    })

/** Every relation to several, and how its holder is made and read. */
const RELATIONS: {
  holder: string
  attribute: string
  target: string
  root: string
  make: (values: Values) => Promise<Row>
}[] = [
  { holder: EVENT, attribute: 'organisations', target: ORGANISATION, root: 'timelineEvent', make: onEvent },
  { holder: EVENT, attribute: 'measures', target: MEASURE, root: 'timelineEvent', make: onEvent },
  { holder: MEASURE, attribute: 'goals', target: GOAL, root: 'measure', make: values => cast.measure(plan, values) },
  {
    holder: MEASURE, attribute: 'partners', target: ORGANISATION, root: 'measure',
    make: values => cast.measure(plan, values),
  },
  {
    holder: LINEAGE, attribute: 'from', target: MEASURE, root: 'lineage',
    make: async values =>
      cast.lineage([], [await cast.measure(await cast.plan({ valid: '2020/..' }))], { kind: 'merged', ...values }),
  },
  {
    holder: FIELD, attribute: 'predecessors', target: FIELD, root: 'fieldOfAction',
    make: values =>
      cms.documents(FIELD).create({ data: { title: 'Nachfolge', order: 1, plan: plan.documentId, ...values }, status: 'published' }),
  },
  {
    holder: ORGANISATION, attribute: 'predecessors', target: ORGANISATION, root: 'organisation',
    make: values => cms.documents(ORGANISATION).create({ data: { name: 'Nachfolge', kind: 'fund', ...values } }),
  },
  { holder: ARTICLE, attribute: 'people', target: PERSON, root: 'article', make: values => cast.article(values) },
  {
    holder: ARTICLE, attribute: 'fieldsOfAction', target: FIELD, root: 'article', make: values => cast.article(values),
  },
  { holder: ARTICLE, attribute: 'measures', target: MEASURE, root: 'article', make: values => cast.article(values) },
  { holder: ARTICLE, attribute: 'events', target: EVENT, root: 'article', make: values => cast.article(values) },
  { holder: IMAGE, attribute: 'people', target: PERSON, root: 'image', make: values => cast.image(values) },
]

const isDrafted = (uid: string) => Reflect.get(cms.strapi.contentTypes, uid).options.draftAndPublish === true
const isBinned = (uid: string) => uid !== PERSON

async function restored(documentId: string): Promise<void> {
  await bringBack(cms.strapi, await cms.strapi.db.query(BIN).findOne({ where: { document: documentId } }))
}

describe.each(RELATIONS)('$attribute of $holder', ({ holder, attribute, target, root, make }) => {
  const name = target === ORGANISATION || target === PERSON ? 'name' : 'title'
  let three: Row[]
  let whole: Row

  const shown = async () =>
    (
      await read<Record<string, Record<string, Values[]>>>(
        cms, `{ ${root}(documentId: "${whole.documentId}") { ${attribute} { ${name} } } }`,
      )
    )[root]?.[attribute]?.map(entry => entry[name])
  const drafted = async () =>
    [(await cms.documents(holder).findOne({ documentId: whole.documentId, populate: [attribute] }))?.[attribute]]
      .flat()
      .map(entry => Reflect.get(Object(entry), name))

  const made = async (change: Values = {}) => {
    const make3 = TARGETS[target] ?? (() => Promise.reject(new Error(target)))
    three = [await make3('Cäcilie'), await make3('Anna'), await make3('Berta')]
    whole = await make({ [attribute]: three.map(({ documentId }) => documentId), ...change })
  }

  const expectOrder = async (names: string[], ofDraft = names) => {
    expect(await shown()).toEqual(names)
    expect([...new Set(await drafted())]).toEqual(ofDraft)
  }

  const ALL = ['Cäcilie', 'Anna', 'Berta']

  test('is as the editor put it, also after each of them was published anew, withdrawn and published again', async () => {
    await made()
    await expectOrder(ALL)
    if (!isDrafted(target)) return
    for (const [index, { documentId }] of three.entries()) {
      await cms.documents(target).publish({ documentId })
      await expectOrder(ALL)
      await cms.documents(target).unpublish({ documentId })
      // A picture of somebody who is not public is not shown at all.
      if (holder !== IMAGE) await expectOrder(ALL.toSpliced(index, 1), ALL)
      if (isDrafted(holder)) await cms.documents(holder).publish({ documentId: whole.documentId })
      if (holder !== IMAGE) await expectOrder(ALL.toSpliced(index, 1), ALL)
      await cms.documents(target).publish({ documentId })
      await expectOrder(ALL)
    }
  })

  test('stays when one of them is deleted, and is whole again when it is brought back', async () => {
    await made()
    for (const [index, { documentId }] of three.entries()) {
      if (!isBinned(target)) continue
      await cms.documents(target).delete({ documentId, locale: '*' })
      await expectOrder(ALL.toSpliced(index, 1))
      await restored(documentId)
      await expectOrder(ALL)
    }
  })

  test('is whole again when all were deleted and are brought back in another order', async () => {
    await made()
    if (!isBinned(target)) return
    for (const { documentId } of three) await cms.documents(target).delete({ documentId, locale: '*' })
    for (const { documentId } of three.toReversed()) await restored(documentId)
    await expectOrder(ALL)
  })

  test('stays when the entry itself is saved, published anew, deleted and brought back', async () => {
    await made()
    await cms
      .documents(holder)
      .update({
        documentId: whole.documentId,
        data: {
          [attribute]: { disconnect: [{ documentId: three[0]?.documentId }] },
          ...(holder === LINEAGE && { kind: 'merged' }),
        },
      })
    await cms
      .documents(holder)
      .update({
        documentId: whole.documentId,
        data: {
          [attribute]: { connect: [{ documentId: three[0]?.documentId, position: { start: true } }] },
          ...(holder === LINEAGE && { kind: 'merged' }),
        },
      })
    if (isDrafted(holder)) await cms.documents(holder).publish({ documentId: whole.documentId })
    await expectOrder(ALL)
    await cms.documents(holder).delete({ documentId: whole.documentId, locale: '*' })
    await restored(whole.documentId)
    await expectOrder(ALL)
  })
})

test('every relation to several is in this table', () => {
  const found = Object.values(cms.strapi.contentTypes).flatMap(({ uid, attributes }) =>
    uid.startsWith('api::')
      ? Object.entries(attributes).flatMap(([name, attribute]) =>
          /ToMany$/.test(String(Reflect.get(Object(attribute), 'relation')))
          && String(Reflect.get(Object(attribute), 'target')).startsWith('api::')
          && name !== 'localizations'
            ? [`${uid} ${name}`]
            : [],
        )
      : [],
  )
  const others = [`${LINEAGE} to`, `${LINEAGE} toOrganisations`]
  expect([...RELATIONS.map(({ holder, attribute }) => `${holder} ${attribute}`), ...others].sort()).toEqual(found.sort())
})
