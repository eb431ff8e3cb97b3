/** What is deleted comes back from the bin as it was, and nothing goes on which something public rests. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONTRIBUTION, DECISION, EVENT, FIELD, IMAGE, LINEAGE, MEASURE, ORGANISATION, PAGE,
  paragraph, PERSON, PHASE, PLAN, PROJECT, UPDATE,
} from './cast'
import { pdf, upload } from './files'
import { type Cms, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { bringBack } = require('../dist/src/bin/bring-back')

const SOURCE = 'api::source.source'
const GOAL = 'api::plan.goal'
const FIGURE = 'api::plan.reported-figure'
const TERM = 'api::page.glossary-term'
const BIN = 'api::ledger.bin-entry'

let cms: Cms
let cast: Cast
let plan: Row
let old: Row

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ slug: 'ein-plan' })
  old = await cast.plan({ slug: 'ein-alter-plan', valid: '2000/2007' })
})

afterAll(() => cms?.stop())

/** Every row of the content as the database holds it; the numbers of rows that only join others do not count. */
async function database(): Promise<Record<string, string[]>> {
  const tables = [...cms.strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter(name => !/^(strapi|admin|up_|i18n|bin_|ledger_|upload_folders|former_states)/.test(name))
  const rows = await Promise.all(
    tables.map(async (table): Promise<[string, string[]]> => {
      const found: Values[] = await cms.strapi.db.connection(table)
      const isJoin = /_(lnk|cmps|mph)$/.test(table)
      return [table, found.map(({ id, ...values }) => JSON.stringify(isJoin ? values : { id, ...values })).toSorted()]
    }),
  )
  return Object.fromEntries(rows)
}

async function binEntry(document: string): Promise<Row> {
  return cms.strapi.db.query(BIN).findOne({ where: { document }, orderBy: { id: 'desc' } })
}

async function restore(document: string): Promise<{ problems: string[] }> {
  return bringBack(cms.strapi, await binEntry(document))
}

interface Making {
  uid: string
  make: () => Promise<Row>
  /** Texts of another language. */
  translation?: Values
}

const names = () => [{ language: 'de', value: 'Anders genannt', kind: 'working', citations: cast.citations }]
const claims = () =>
  [1, 2].map(number => ({ language: 'de', statement: `Aussage ${number}`, citations: cast.citations }))
const citations = () => [...cast.citations, { ...cast.citations[0], page: '7', quote: 'Wörtlich' }]

const MAKINGS: Record<string, Making> = {
  plan: {
    uid: PLAN,
    make: () =>
      cast.plan({
        slug: 'bin-plan', predecessor: old.documentId, names: names(), claims: claims(), citations: citations(),
      }),
    translation: { title: 'A plan' },
  },
  phase: {
    uid: PHASE,
    make: () => cms.documents(PHASE).create({ data: { title: 'Phase', slug: 'bin-phase', plan: plan.documentId }, status: 'published' }),
    translation: { title: 'A phase' },
  },
  field: {
    uid: FIELD,
    make: () =>
      cms
        .documents(FIELD)
        .create({
          data: {
            title: 'Feld', slug: 'bin-feld', order: 1, plan: plan.documentId, names: names(), citations: citations(),
          },
          status: 'published',
        }),
    translation: { title: 'A field' },
  },
  goal: {
    uid: GOAL,
    make: async () =>
      cms
        .documents(GOAL)
        .create({
          data: {
            title: 'Ziel', fieldOfAction: (await field('bin-feld-des-ziels')).documentId, citations: citations(),
          },
          status: 'published',
        }),
    translation: { title: 'A goal' },
  },
  figure: {
    uid: FIGURE,
    make: () =>
      cms
        .documents(FIGURE)
        .create({
          data: { plan: plan.documentId, subject: 'measures', count: 240, date: '2010', citations: citations() },
        }),
  },
  measure: {
    uid: MEASURE,
    make: async () =>
      cast.measure(plan, {
        slug: 'bin-massnahme', names: names(), claims: claims(), citations: citations(),
        lead: (await organisation()).documentId,
        partners: [(await organisation()).documentId, (await organisation()).documentId],
      }),
    translation: { title: 'A measure', text: [paragraph('Words')] },
  },
  update: { uid: UPDATE, make: async () => cast.update(await cast.measure(plan)), translation: { text: 'Words' } },
  decision: {
    uid: DECISION,
    make: async () =>
      cast.decision({ measure: (await cast.measure(plan)).documentId, body: (await organisation()).documentId }),
  },
  lineage: {
    uid: LINEAGE,
    make: async () =>
      cast.lineage([await cast.measure(old), await cast.measure(old)], [await cast.measure(plan)], { kind: 'merged' }),
  },
  project: {
    uid: PROJECT,
    make: async () => cast.project(plan, { measure: (await cast.measure(plan)).documentId }),
    translation: { title: 'A project' },
  },
  event: {
    uid: EVENT,
    make: async () =>
      event({
        measures: [(await cast.measure(plan)).documentId, (await cast.measure(plan)).documentId],
        organisations: [(await organisation()).documentId],
      }),
    translation: { title: 'An event' },
  },
  organisation: {
    uid: ORGANISATION,
    make: async () =>
      organisation({
        parent: (await organisation()).documentId, logo: (await cast.image({ texts: described })).documentId,
        citations: citations(),
      }),
    translation: { name: 'An organisation' },
  },
  contribution: {
    uid: CONTRIBUTION,
    make: async () => cast.contribution({ person: (await cast.person()).documentId, plan: plan.documentId }),
  },
  image: { uid: IMAGE, make: () => cast.image({ title: 'Bild im Papierkorb' }) },
  source: {
    uid: SOURCE,
    make: () => cms.documents(SOURCE).create({ data: { kind: 'council_paper', paperNumber: '7777/2020' } }),
  },
  term: {
    uid: TERM,
    make: () =>
      cms
        .documents(TERM)
        .create({
          data: { title: 'Begriff', slug: 'bin-begriff', explanation: 'Er heißt so.', citations: citations() },
        }),
    translation: { title: 'A term', explanation: 'So it is called.' },
  },
  page: {
    uid: PAGE,
    make: () => cast.page({ slug: 'bin-seite', citations: citations() }),
    translation: { title: 'A page', text: [paragraph('Words.')] },
  },
  article: {
    uid: ARTICLE, make: () => article(),
    translation: { title: 'An article', body: [{ __component: 'article.text', text: [paragraph('Words.')] }] },
  },
}

const described = [
  ['de', 'Ein Rechteck'], ['en', 'A rectangle'], ['tr', 'Bir dikdörtgen'],
].map(([language, alt]) => ({ language, alt }))

function field(slug: string): Promise<Row> {
  return cms.documents(FIELD).create({ data: { title: 'Feld', slug, order: 1, plan: plan.documentId }, status: 'published' })
}

function organisation(values: Values = {}): Promise<Row> {
  return cms.documents(ORGANISATION).create({ data: { name: 'Ein Verein', kind: 'association', ...values } })
}

function event(values: Values = {}): Promise<Row> {
  return cms
    .documents(EVENT)
    .create({
      data: {
        title: 'Ein Ereignis', date: '2021', kind: 'report', plan: plan.documentId, citations: citations(),
        ...values,
      },
      status: 'published',
    })
}

async function article(values: Values = {}): Promise<Row> {
  const images = [(await cast.image()).documentId, (await cast.image()).documentId]
  const file = (await upload(cms, 'blatt.pdf', pdf())).id
  const body = [
    { __component: 'article.text', text: [paragraph('Ein Absatz.')] },
    { __component: 'article.gallery', images },
    { __component: 'article.quote', quote: 'Gesagt', citations: citations() },
    { __component: 'article.download', title: 'Blatt', file },
  ]
  return cast.article({
    slug: 'bin-beitrag', cover: images[0], body, events: [(await event()).documentId],
    people: [(await cast.person()).documentId], citations: citations(),
    ...values,
  })
}

describe('what is brought back from the bin is the same as before', () => {
  test.each(Object.keys(MAKINGS))(
    '%s: every row, in every language, draft and published, with all that it consists of and leads to',
    async (name) => {
      const { uid, make, translation } = MAKINGS[name] ?? { uid: '', make: () => Promise.reject(new Error(name)) }
      const { documentId } = await make()
      const documents = cms.documents(uid)
      if (translation) {
        await documents.update({ documentId, locale: 'en', data: translation, status: 'published' })
        await documents.update({ documentId, locale: 'tr', data: translation })
      }
      const before = await database()
      await documents.delete({ documentId, locale: '*' })
      expect(await cms.strapi.db.query(uid).count({ where: { documentId } })).toBe(0)
      expect(await database()).not.toEqual(before)
      expect((await restore(documentId)).problems).toEqual([])
      expect(await withoutNewRevisions(before)).toEqual(before)
      expect(await binEntry(documentId)).toBeNull()
    },
  )

  test('every public type is in this table, but people, who go for good', () => {
    const kept = Object.keys(cms.strapi.contentTypes).filter(
      uid => uid.startsWith('api::') && !uid.startsWith('api::ledger.') && uid !== 'api::page.site',
    )
    expect([...Object.values(MAKINGS).map(({ uid }) => uid), PERSON].sort()).toEqual(kept.sort())
  })
})

/** What has parts is told anew when a part goes and comes back: these versions are added, none is lost. */
async function withoutNewRevisions(before: Record<string, string[]>): Promise<Record<string, string[]>> {
  const now = await database()
  expect(now.revisions).toEqual(expect.arrayContaining(before.revisions ?? []))
  return { ...now, revisions: before.revisions ?? [] }
}
