/**
 * Whoever reads everything once and then follows the ledger has what a full reading gives: after edits of every kind in
 * any order, in pages of any size, and killed again and again.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildSchema, getNamedType, isLeafType, isObjectType } from 'graphql'
import { TYPES } from 'shared-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONSENT, EVENT, MEASURE, ORGANISATION, PAGE, paragraph, PERSON, read,
} from './cast'
import { type Cms, type Row, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { bringBack } = require('../dist/src/bin/bring-back')
const { readRegister } = require('../dist/src/register')
const { loadRegister } = require('../dist/src/register/load')

const EDITS = process.env.TEST_MATRIX === 'full' ? 500 : 60
const BIN = 'api::ledger.bin-entry'
/** What is computed of other documents has no entry of its own (`docs/partners.md`). */
const LEFT_OUT = new Set(['measureCount', 'goneMeasureCount'])

const contract = buildSchema(readFileSync('schema.graphql', 'utf8'))
/** The question for a list of each type. */
const LISTS: Record<string, string> = Object.fromEntries(
  Object.values(contract.getQueryType()?.getFields() ?? {})
    .filter(({ args, type }) => args.some(({ name }) => name === 'pagination') && getNamedType(type).name in TYPES)
    .map(({ name, type }) => [getNamedType(type).name, name]),
)

function fieldNamed(name: string) {
  return contract.getQueryType()?.getFields()[name]
}

/** Everything that is said of a document by itself, and to what it leads. */
function selectionOf(type: string): string {
  const object = contract.getType(type)
  if (!isObjectType(object)) throw new Error(type)
  const own = Object.keys(require(`../dist/src/api/${folderOf(type)}/schema.json`).attributes)
  const fields = Object.values(object.getFields())
    .filter(({ name, args }) => args.length === 0 && !LEFT_OUT.has(name))
  return fields.flatMap(({ name, type: of }) => {
    if (isLeafType(getNamedType(of))) return [name]
    return own.includes(name) && getNamedType(of).name in TYPES ? [`${name} { documentId }`] : []
  }).join(' ')
}

function folderOf(type: string): string {
  const uid = Object.entries(TYPES).find(([known]) => known === type)?.[1].uid ?? ''
  const [domain, name] = uid.replace('api::', '').split('.')
  return `${domain}/content-types/${name}`
}

type Copy = Map<string, unknown>

let cms: Cms
let cast: Cast
let plan: Row
let seed = Number(process.env.MIRROR_SEED ?? 20261130)

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  plan = await cast.plan({ slug: 'ein-plan' })
})

afterAll(() => cms?.stop())

/** The same numbers every time. */
function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor(seed / 2_147_483_648 * below)
}

const oneOf = <Value>(list: readonly Value[]): Value | undefined => list[random(list.length)]

/** What is told of a document in each of its languages; nothing where it is not public. */
async function readDocument(type: string, documentId: string): Promise<unknown> {
  const field = type.charAt(0).toLowerCase() + type.slice(1)
  const argument = fieldNamed(field)?.args.some(({ name }) => name === 'locale')
  const ask = async (locale: string) =>
    (await read<Values>(
      cms, `{ ${field}(documentId: "${documentId}"${argument ? `, locale: "${locale}"` : ''}) { ${selectionOf(type)} } }`,
    ))[field]
  const source = await ask('de')
  if (source === null) return undefined
  const languages: string[] = Object(source).languages ?? ['de']
  return Object.fromEntries(await Promise.all(languages.map(async locale => [locale, await ask(locale)])))
}

async function readEverything(): Promise<Copy> {
  const copy: Copy = new Map()
  for (const [type, list] of Object.entries(LISTS)) {
    for (let start = 0; ; start += 100) {
      const found = (await read<Record<string, Row[]>>(
        cms, `{ ${list}(pagination: { start: ${start}, limit: 100 }, sort: "documentId") { documentId } }`,
      ))[list] ?? []
      for (const { documentId } of found)
        copy.set(`${type} ${documentId}`, await readDocument(type, documentId))
      if (found.length < 100) break
    }
  }
  return copy
}

interface Page {
  startOver: boolean
  entries: { kind: string, type: string | null, documentId: string | null, cursor: string }[]
  cursor: string
  remaining: number
}

class Mirror {
  copy: Copy = new Map()
  cursor: string | null = null
  timesRead = 0

  /** Follows until it knows everything; killed, it loses where it was since the last page. */
  async follow(isKilled = false): Promise<void> {
    for (;;) {
      const since = this.cursor === null ? '' : `since: "${this.cursor}", `
      const { ledger: page } = await read<{ ledger: Page }>(
        cms, `{ ledger(${since}limit: ${1 + random(9)}) { startOver cursor remaining entries { kind type documentId } } }`,
      )
      const isAnew = page.startOver || page.entries.some(({ documentId }) => documentId === null)
      if (isAnew) await this.readAnew()
      else for (const { type, documentId } of page.entries) await this.take(String(type), String(documentId))
      if (isKilled) return
      this.cursor = page.cursor
      if (page.remaining === 0 && !page.startOver) return
    }
  }

  async readAnew(): Promise<void> {
    this.timesRead += 1
    this.copy = await readEverything()
  }

  async take(type: string, documentId: string): Promise<void> {
    if (!(type in LISTS)) return
    const told = await readDocument(type, documentId)
    if (told === undefined) this.copy.delete(`${type} ${documentId}`)
    else this.copy.set(`${type} ${documentId}`, told)
  }
}

const TRANSLATED = [PAGE, MEASURE, EVENT, ARTICLE]

/** What editors do. What is refused is no edit. */
const DEEDS: Record<string, () => Promise<unknown>> = {
  'write a page': () => cast.page({ title: `Seite ${random(1000)}` }),
  'write a measure': () => cast.measure(plan, { title: `Maßnahme ${random(1000)}` }),
  'write an article': async () => cast.article({
    title: `Beitrag ${random(1000)}`, measures: idsOf([await one(MEASURE)]), people: idsOf([await one(PERSON)]),
  }),
  'write an event': async () => make(EVENT, {
    title: `Ereignis ${random(1000)}`, date: '2022', kind: 'meeting', plan: plan.documentId,
    measures: idsOf([await one(MEASURE)]),
  }),
  'report': async () => {
    const measure = await one(MEASURE)
    if (measure) await cast.update(measure, { date: `202${random(4)}-01-01` })
  },
  'found a body': () => make(ORGANISATION, { name: `Verein ${random(1000)}`, kind: 'association' }),
  'name a person': () => cast.agreed({ name: `Person ${String.fromCodePoint(65 + random(26))}alva Beispielig` }, { coversName: true }),
  'show a picture': async () => cast.image({ people: idsOf([await one(PERSON)]) }),
  'contribute': async () => cast.contribution({
    person: (await one(PERSON))?.documentId, measure: (await one(MEASURE))?.documentId,
  }),
  'rewrite': async () => {
    const uid = oneOf(TRANSLATED) ?? PAGE
    const row = await one(uid)
    if (row) await cms.documents(uid).update({
      documentId: row.documentId, data: { title: `Neu ${random(1000)}` }, status: 'published',
    })
  },
  'rename': async () => {
    const uid = oneOf(TRANSLATED) ?? PAGE
    const row = await one(uid)
    if (row) await cms.documents(uid).update({
      documentId: row.documentId, data: { slug: `adresse-${random(1000)}` }, status: 'published',
    })
  },
  'translate': async () => {
    const row = await one(PAGE)
    if (row) await cms.documents(PAGE).update({
      documentId: row.documentId, locale: oneOf(['en', 'tr', 'fa']), status: 'published',
      data: { title: random(2) === 0 ? 'A page' : 'صفحه', text: [paragraph('A paragraph.')] },
    })
  },
  'lead by another': async () => {
    const [measure, body] = [await one(MEASURE), await one(ORGANISATION)]
    if (measure && body) await cms.documents(MEASURE).update({
      documentId: measure.documentId, data: { lead: body.documentId }, status: 'published',
    })
  },
  'rename a body': async () => {
    const body = await one(ORGANISATION)
    if (body) await cms.documents(ORGANISATION).update({
      documentId: body.documentId, data: { name: `Verein ${random(1000)}` },
    })
  },
  'take off': async () => {
    const uid = oneOf([...TRANSLATED, PERSON]) ?? PAGE
    const row = await one(uid)
    if (row) await cms.documents(uid).unpublish({ documentId: row.documentId, locale: '*' })
  },
  'publish again': async () => {
    const uid = oneOf([...TRANSLATED, PERSON]) ?? PAGE
    const row = await one(uid, true)
    if (row) await cms.documents(uid).publish({ documentId: row.documentId, locale: '*' })
  },
  'delete': async () => {
    const uid = oneOf([...TRANSLATED, ORGANISATION]) ?? PAGE
    const row = await one(uid, true)
    if (row) await cms.documents(uid).delete({ documentId: row.documentId, locale: '*' })
  },
  'bring back': async () => {
    const entry = oneOf(await cms.strapi.db.query(BIN).findMany({ orderBy: { id: 'asc' } }))
    if (entry) await bringBack(cms.strapi, entry)
  },
  'withdraw': async () => {
    const consent = oneOf(await cms.strapi.db.query(CONSENT).findMany({ orderBy: { id: 'asc' } }))
    if (consent && random(3) === 0)
      await cms.documents(CONSENT).update({ documentId: Object(consent).documentId, data: { withdrawnOn: '2022-01-01' } })
  },
}

function make(uid: string, values: Values): Promise<Row> {
  return cms.documents(uid).create({ data: { citations: cast.citations, ...values }, status: 'published' })
}

/** Any document of a type, with drafts where it may be one. */
async function one(uid: string, isDraft = false): Promise<Row | undefined> {
  const where = isDraft ? {} : { publishedAt: { $notNull: true } }
  const rows: Row[] = await cms.strapi.db.query(uid).findMany({ select: ['documentId'], where, orderBy: { id: 'asc' } })
  return oneOf(rows)
}

function idsOf(rows: (Row | undefined)[]): string[] {
  return rows.flatMap(row => row?.documentId ?? [])
}

test(`a copy that followed ${EDITS} edits is what a full reading gives`, async () => {
  const mirror = new Mirror()
  const names = Object.keys(DEEDS)
  let done = 0
  for (let edit = 0; edit < EDITS; edit += 1) {
    // At first there is little to change.
    const deed = DEEDS[names[random(edit < 20 ? 9 : names.length)] ?? '']
    if (await deed?.().then(() => true, () => false)) done += 1
    if (random(8) === 0) await mirror.follow(random(2) === 0)
    if (random(3) === 0) await readRegister(cms.strapi)
  }
  await mirror.follow()
  expect(Object.fromEntries(mirror.copy)).toEqual(Object.fromEntries(await readEverything()))
  expect(mirror.copy.size).toBeGreaterThan(20)
  expect(done).toBeGreaterThan(EDITS / 2)
  // What was mended along the way is what is made anew.
  expect(await readRegister(cms.strapi)).toEqual(await loadRegister({ strapi: cms.strapi, status: 'published' }))
  // It did not simply read everything each time.
  expect(mirror.timesRead).toBeLessThan(EDITS / 8)
}, 900_000)

test('whoever comes with the cursor of a database that was put back starts over', async () => {
  const mirror = new Mirror()
  await mirror.follow()
  const newest = await cms.strapi.db.query('api::ledger.entry').findOne({ orderBy: { id: 'desc' } })
  await cms.strapi.db.query('api::ledger.entry').update({
    where: { id: newest.id }, data: { documentId: 'another0time0another0time' },
  })
  const before = mirror.timesRead
  await mirror.follow()
  expect(mirror.timesRead).toBe(before + 1)
})
