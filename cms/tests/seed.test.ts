/** The facts as they arrive in an empty database, and what seeding leaves alone. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { isLocaleCode } from 'shared-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cms, startCms, type Values } from './strapi'

interface SeedEntry {
  id: string
  type: string
  values: Values
  translations?: Record<string, Values>
}

const require = createRequire(import.meta.url)
const { seed, readEntries }: { seed: (strapi: unknown, entries?: SeedEntry[]) => Promise<number>, readEntries: (directory: string) => SeedEntry[] } = require('../dist/src/seed')

let cms: Cms
const entries = readEntries(path.join(process.cwd(), 'seed'))

beforeAll(async () => {
  cms = await startCms({ seed: 'facts' })
})

afterAll(() => cms?.stop())

async function wholeDatabase(): Promise<Record<string, unknown>> {
  const uids = Object.keys(cms.strapi.contentTypes).filter(uid => uid.startsWith('api::'))
  const rows = await Promise.all(uids.map(async uid => [uid, await cms.strapi.db.query(uid).findMany({ orderBy: 'id', populate: true })] as const))
  return Object.fromEntries(rows)
}

test('every entry of the files is there, with its translations', async () => {
  expect(entries.length).toBeGreaterThan(250)
  expect(await cms.strapi.db.query('api::ledger.seed-record').count()).toBe(entries.length)
  const translations = entries.reduce((sum, entry) => sum + Object.keys(entry.translations ?? {}).filter(isLocaleCode).length, 0)
  expect(await cms.strapi.db.query('api::ledger.translation-record').count({ where: { origin: 'machine' } })).toBe(translations)
})

test('seeding twice changes nothing', async () => {
  const before = await wholeDatabase()
  expect(await seed(cms.strapi)).toBe(0)
  expect(await wholeDatabase()).toEqual(before)
})

test('what an editor changed or deleted stays so; what was never seeded is added', async () => {
  const plans = cms.documents('api::plan.plan')
  const goals = cms.documents('api::plan.goal')
  const [plan] = await plans.findMany({ filters: { slug: 'wir-2-0' } })
  await plans.update({ documentId: plan?.documentId, data: { summary: 'Von der Redaktion geändert.' } })
  const [goal] = await goals.findMany({})
  await goals.delete({ documentId: goal?.documentId, locale: '*' })

  const added = await seed(cms.strapi, [...entries, { id: 'source:new', type: 'source', values: { kind: 'web_page', url: 'https://example.org/' } }])

  expect(added).toBe(1)
  expect((await plans.findOne({ documentId: plan?.documentId ?? '' }))?.summary).toBe('Von der Redaktion geändert.')
  expect(await goals.findOne({ documentId: goal?.documentId ?? '' })).toBeNull()
})

test('every fact names a source', async () => {
  const withoutSource = entries.filter(({ type, values }) => ['timeline-event', 'plan', 'field-of-action', 'goal', 'reported-figure', 'measure', 'status-update', 'decision', 'lineage', 'funded-project'].includes(type) && [values.citations ?? []].flat().length === 0)
  expect(withoutSource.map(({ id }) => id)).toEqual([])
})

test('who is responsible for the website is not made up', async () => {
  const site = await cms.strapi.db.query('api::page.site').findOne({ where: { locale: 'de' } })
  for (const name of ['operator', 'operatorAddress', 'operatorEmail', 'operatorPhone', 'responsible', 'dataProtectionContact', 'enforcementBody', 'sourceCode']) expect(site?.[name] ?? null).toBeNull()
})
