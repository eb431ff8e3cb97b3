/** An older database that holds twice what there may be one of: the start says what and where, and not what it says. */
import { createRequire } from 'node:module'
import type { Core } from '@strapi/strapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONSENT } from './cast'
import { type Cms, refusalOf, startCms, type Values } from './strapi'
import { typesOf } from './wrong-values'

const require = createRequire(import.meta.url)
const {
  createIndexes,
}: { createIndexes: (strapi: Core.Strapi) => Promise<void> } = require('../dist/src/bootstrap/indexes')

const SITE = 'api::page.site'
const SECRET = 'quendolina@example.org'
const row = (values: Values) => ({ locale: 'de', sourceLanguage: 'de', publishedAt: null, ...values })

let cms: Cms

beforeAll(async () => {
  cms = await startCms()
})

afterAll(() => cms?.stop())

/** Every unique index that is ours, with two rows that it does not allow. */
function cases(): { index: string, uid: string, twice: Values[] }[] {
  const ofTypes = typesOf(cms).filter(({ uid }) => uid !== CONSENT)
    .flatMap(({ uid, collectionName, attributes, options }) => {
      const live = options.draftAndPublish ? {} : { publishedAt: new Date() }
      const draft = { index: `${collectionName}_draft`, uid, twice: same(row({ documentId: 'doppelt' })) }
      const published = same(row({ documentId: 'doppelt', publishedAt: new Date() }))
      const slugs = ['eins', 'zwei'].map(documentId => row({ documentId, slug: SECRET, ...live }))
      return [
        draft, { ...draft, index: `${collectionName}_live`, twice: published },
        ...'slug' in attributes ? [{ index: `${collectionName}_slug`, uid, twice: slugs }] : [],
      ]
    })
  const sites = (values: Values) => ['eins', 'zwei'].map(documentId => row({ documentId, ...values }))
  return [
    ...ofTypes,
    { index: 'sites_only_draft', uid: SITE, twice: sites({}) },
    { index: 'sites_only_live', uid: SITE, twice: sites({ publishedAt: new Date() }) },
    { index: 'admin_users_mail', uid: 'admin::user', twice: same({ email: SECRET }) },
    { index: 'creations_key', uid: 'api::ledger.creation', twice: same({ key: SECRET }) },
    {
      index: 'revisions_number', uid: 'api::ledger.revision',
      twice: same({ document: SECRET, language: 'de', number: 1 }),
    },
    {
      index: 'translation_records_translation', uid: 'api::ledger.translation-record',
      twice: same({ type: 'x', document: SECRET, language: 'de' }),
    },
  ]
}

const same = (values: Values) => [values, values]

async function uniqueIndexes(): Promise<string[]> {
  const { client } = cms.strapi.db.dialect
  const [statement, column] = client === 'postgres'
    ? ['select indexname as name from pg_indexes where indexdef like \'CREATE UNIQUE%\' and schemaname = \'public\'', 'rows']
    : ['select name from sqlite_master where type = \'index\' and sql like \'create unique%\'', '']
  const answer: unknown = await cms.strapi.db.connection.raw(String(statement))
  const rows: { name: string }[] = JSON.parse(JSON.stringify(column ? Object(answer)[column] : answer))
  // Those of Strapi, and of primary keys.
  return rows.map(({ name }) => name).filter(name => !/(_uq|_pkey|_unique|_index|_uk)$/.test(name))
}

describe('what there may be only one of', () => {
  test('is held by the database, each with a case here', async () => {
    expect(cases().map(({ index }) => index).toSorted()).toEqual((await uniqueIndexes()).toSorted())
  })

  test('and is there twice in an older database: the start ends with a sentence', async () => {
    for (const { index, uid, twice } of cases()) {
      await cms.strapi.db.connection.raw(`drop index ${index}`)
      // Of this one there may be one in a language, so two are refused by either index.
      const others = uid === SITE ? [`sites_only_${index.replace(/.*_/, '')}`].filter(name => name !== index) : []
      for (const other of others) await cms.strapi.db.connection.raw(`drop index ${other}`)
      const ids: number[] = []
      for (const data of twice) ids.push((await cms.strapi.db.query(uid).create({ data })).id)
      const refusal = await refusalOf(createIndexes(cms.strapi))
      const { tableName } = cms.strapi.db.metadata.get(uid)
      expect(refusal, index).toContain(`${tableName}: rows ${ids.join(' and ')} (`)
      expect(refusal).toContain('Nothing of it was changed.')
      expect(refusal).not.toContain(SECRET)
      await cms.strapi.db.query(uid).delete({ where: { id: ids[1] } })
      await createIndexes(cms.strapi)
      expect(await uniqueIndexes()).toContain(index)
      await cms.strapi.db.query(uid).delete({ where: { id: ids[0] } })
    }
  })
})
