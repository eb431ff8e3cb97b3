/** What anyone can read over GraphQL, with the facts of the seed in the database. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { getIntrospectionQuery, print } from 'graphql'
import * as contract from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERY_OPERATION, ownVariables } from './every-operation'
import {
  ask, type Cms, type Documents, fewestStatementsOf, previewKey, startCms, statementsOf, type Values,
} from './strapi'

const EVENT = 'api::timeline.timeline-event'

let cms: Cms
let events: Documents

beforeAll(async () => {
  cms = await startCms({ seed: 'facts' })
  events = cms.documents(EVENT)
})

afterAll(() => cms?.stop())

interface Titled extends Values {
  title: string
  locale: string
}

describe('the contract', () => {
  /** What an operation asks for by a name that means something else elsewhere. */
  const own: Record<string, Values> = { SearchDocument: { q: 'LIP 2.0', type: null } }
  const variables: Values = {
    locale: 'en', page: 1, pageSize: 10, slug: 'wir-2-0', type: 'Plan', formerSlug: 'x', asOf: '2021-12-31',
    since: '2021-01-01', name: 'WIR 2.0', number: 1,
  }

  beforeAll(async () => {
    const [measure] = await cms
      .documents('api::measure.measure')
      .findMany({ filters: { slug: 'tiny-houses' }, status: 'published' })
    variables.documentId = measure?.documentId
  })

  test('there are operations to be tested', () => expect(EVERY_OPERATION.length).toBeGreaterThanOrEqual(16))

  test.each(EVERY_OPERATION)('%s is answered without an error', async (name, document) => {
    const asked = { ...variables, ...ownVariables(name, 'wir-2-0'), ...own[name] }
    const { status, errors, data } = await ask(cms, print(document), asked)
    expect(errors).toEqual([])
    expect(status).toBe(200)
    expect(data).not.toBeNull()
  })

  test('a measure is answered whole, by its address and by what a revision keeps', async () => {
    const { MeasureBySlugDocument, MeasureSnapshotDocument } = contract
    const { data: found } = await ask<{ measures: Values[] }>(cms, print(MeasureBySlugDocument), {
      ...variables,
      slug: 'tiny-houses',
    })
    const { data: kept } = await ask<{ measure: Values }>(cms, print(MeasureSnapshotDocument), variables)
    expect(found?.measures).toMatchObject([
      { slug: 'tiny-houses', locale: 'en', decisions: [{ outcome: 'struck' }], statusUpdates: [] },
    ])
    expect(found?.measures).toMatchObject([{ ...kept?.measure, revisionNumber: 1 }])
  })

  test('every field and type of ours has a docstring', async () => {
    const { data } = await ask<{
      __schema: {
        types: {
          name: string
          description: string | null
          fields: { name: string, description: string | null }[] | null
        }[]
      }
    }>(cms, '{ __schema { types { name description fields { name description } } } }')
    const ours = data?.__schema.types.filter(type => type.fields && !type.name.startsWith('__')) ?? []
    const silent = ours.flatMap(type => [
      ...(type.description ? [] : [type.name]),
      ...(type.fields ?? []).filter(field => !field.description).map(field => `${type.name}.${field.name}`),
    ])
    expect(ours.length).toBeGreaterThan(10)
    expect(silent).toEqual([])
  })
})

describe('languages', () => {
  test('an English event shows its plan, phase, bodies and sources although they stand on the German row', async () => {
    const { data, errors } = await ask<{ timelineEvents: Titled[] }>(
      cms,
      '{ timelineEvents(locale: "en", filters: { onShortTimeline: { eq: true } }, pagination: { limit: 100 }) { title '
      + 'locale languages translationOrigin plan { title locale } phase { title } organisations { name locale } '
      + 'citations { source { label } } } }',
    )
    expect(errors).toEqual([])
    const milestones = data?.timelineEvents ?? []
    expect(milestones.length).toBeGreaterThanOrEqual(10)
    for (const event of milestones) {
      expect(event).toMatchObject({
        locale: 'en', languages: expect.arrayContaining(['de', 'en']), translationOrigin: 'machine',
        plan: { locale: 'en' },
      })
      expect(event.citations).not.toHaveLength(0)
    }
    expect(milestones.filter(({ phase }) => phase).length).toBeGreaterThan(0)
    expect(milestones.filter(({ organisations }) => [organisations].flat().length > 0).length).toBeGreaterThan(0)
  })

  test('what exists only in German is shown in German, and says so', async () => {
    const { data } = await ask<{ articles: (Titled & { languages: string[] })[] }>(
      cms, '{ articles(locale: "ar", pagination: { limit: 100 }) { title locale languages } }',
    )
    const articles = data?.articles ?? []
    expect(articles.filter(({ languages }) => languages.join() === 'de').length).toBeGreaterThan(4)
    for (const { locale, languages } of articles) expect(locale).toBe(languages.includes('ar') ? 'ar' : languages[0])
  })

  test('a language that does not exist is refused with those that do', async () => {
    const { status, errors } = await ask(cms, 'query($l: I18NLocaleCode) { plans(locale: $l) { title } }', { l: 'xx' })
    expect(status).toBe(400)
    expect(errors[0]?.message).toContain(contract.LOCALE_CODES.join(', '))
  })

  test('all languages at once are refused', async () => {
    expect((await ask(cms, '{ plans(locale: "*") { title } }')).status).toBe(400)
  })
})

describe('drafts', () => {
  const secret = 'Geheimer Entwurfstitel'

  beforeAll(async () => {
    const plan = await cms.documents('api::plan.plan').findMany({ filters: { slug: 'wir-2-0' } })
    await events.create({
      data: { title: secret, slug: 'geheim', date: '2023', kind: 'other', plan: plan[0]?.documentId },
    })
    const [published] = await events.findMany({ status: 'published', limit: 1 })
    await events.update({ documentId: published?.documentId, data: { title: `${secret} einer Änderung` } })
  })

  test.each([
    ['a list', '{ timelineEvents(status: DRAFT) { title } }'],
    ['a connection', '{ timelineEvents_connection(status: DRAFT) { nodes { title } } }'],
    ['plans', '{ plans(status: DRAFT) { title } }'],
    ['the site', '{ site(status: DRAFT) { title } }'],
    ['sources', '{ sources(status: DRAFT) { label } }'],
  ])('asking for drafts of %s is an error without a word of them', async (_name, query) => {
    const answer = await ask(cms, query)
    expect(answer.errors).not.toHaveLength(0)
    expect(JSON.stringify(answer)).not.toContain(secret)
  })

  test('no list, filter or sort brings a draft out', async () => {
    for (const query of [
      '{ timelineEvents(pagination: { limit: 100 }) { title slug } }',
      '{ timelineEvents(filters: { slug: { eq: "geheim" } }) { title } }',
      '{ timelineEvents(filters: { title: { startsWith: "Geheimer" } }) { title } }',
      '{ timelineEvents(filters: { localizations: { title: { startsWith: "Geheimer" } } }) { title slug } }',
      '{ timelineEvents(filters: { publishedAt: { null: true } }) { title } }',
      '{ plans { title } timelineEvents(sort: "title:desc", pagination: { limit: 100 }) { title plan { title } } }',
    ]) expect(JSON.stringify(await ask(cms, query)), query).not.toContain(secret)
  })

  test('the holder of the preview key reads them', async () => {
    const { data } = await ask(
      cms, '{ timelineEvents(status: DRAFT, filters: { slug: { eq: "geheim" } }) { title } }', {},
      { 'x-preview-key': previewKey(cms) },
    )
    expect(data).toEqual({ timelineEvents: [{ title: secret }] })
  })

  test('a wrong key is no key', async () => {
    expect(
      (await ask(cms, '{ timelineEvents(status: DRAFT) { title } }', {}, { 'x-preview-key': 'x'.repeat(43) })).errors,
    ).not.toHaveLength(0)
  })
})

describe('limits', () => {
  const aliases = (count: number) =>
    `{ ${Array.from({ length: count }, (_, index) => `a${index}: plans { title }`).join(' ')} }`
  const nested = (depth: number) =>
    `{ fieldsOfAction ${'{ predecessors '.repeat(depth)}{ title }${' }'.repeat(depth)} }`

  test.each([
    ['depth 9', nested(8)],
    ['200 aliases', aliases(200)],
    ['13 root fields', aliases(13)],
    ['601 fields', `{ plans { ${Array.from({ length: 601 }, (_, index) => `a${index}: title`).join(' ')} } }`],
    [
      'fragments that multiply',
      `{ plans { ...A } } fragment A on Plan { ...B ...B ...B ...B ...B } fragment B on Plan { ...C ...C ...C ...C `
      + `...C } fragment C on Plan { ${'title slug valid summary '.repeat(7)} }`,
    ],
    [
      'fragments that multiply by the million',
      `{ plans { ...F0 } } ${Array.from({ length: 10 }, (_, index) => `fragment F${index} on Plan { ${`...F${index + 1} `.repeat(20)} }`).join(' ')} fragment F10 on Plan { title }`,
    ],
    ['fragments in a circle', '{ plans { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }'],
    ['a fragment that does not exist', '{ plans { ...A } }'],
    ['a mutation', 'mutation { __typename }'],
    [
      'a filter seven levels deep',
      `{ plans(filters: ${'{ and: [ '.repeat(7)}{ slug: { eq: "x" } }${' ] }'.repeat(7)}) { title } }`,
    ],
    ['an unknown field', '{ plans { password } }'],
    ['registration', 'mutation { register(input: { username: "a", email: "a@b.c", password: "x" }) { jwt } }'],
    ['what is private', '{ plans { createdBy { email } } }'],
    ['a sort by what does not exist', '{ plans(sort: "nonsense") { title } }'],
    ['nonsense', '{{{'],
  ])('%s is refused with 400', async (_name, query) => {
    const { status, errors, data } = await ask(cms, query)
    expect(status).toBe(400)
    expect(errors).not.toHaveLength(0)
    expect(data).toBeNull()
  })

  test('what pages really ask for is within the limits', async () => {
    expect((await ask(cms, nested(6))).errors).toEqual([])
    expect((await ask(cms, aliases(12))).errors).toEqual([])
  })

  test('tools may ask what there is to be asked', async () => {
    expect((await ask(cms, getIntrospectionQuery())).errors).toEqual([])
  })

  test('more than 20 kB are refused', async () => {
    expect((await ask(cms, `{ plans { title } } #${'x'.repeat(20_000)}`)).status).toBe(400)
  })

  test.each([
    ['900 aliases', aliases(900)], ['3,000 directives', `{ plans { title ${'@a '.repeat(3000)} } }`],
  ])('%s are refused without asking the database', async (_name, query) => {
    expect(await statementsOf(cms, async () => expect((await ask(cms, query)).status).toBe(400))).toBe(0)
  })

  test('one field asked for 2,600 times is refused before fields are compared with each other', async () => {
    const { status, errors } = await ask(cms, `{ plans { ${'slug '.repeat(2600)} } }`)
    expect(status).toBe(400)
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('tokens. Parsing aborted') })])
  })

  test('a compressed request is refused', async () => {
    const body = gzipSync(JSON.stringify({ query: '{ plans { title } }' }))
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, body,
    })
    expect(response.status).toBe(400)
  })

  test('several operations in one request are refused', async () => {
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ query: '{ plans { title } }' }]),
    })
    expect(response.status).toBe(400)
  })

  test('a list has at most 100 rows, however many are asked for', async () => {
    const { data } = await ask<{ sources: Values[] }>(cms, '{ sources(pagination: { limit: 100000 }) { label } }')
    expect(data?.sources.length).toBeLessThanOrEqual(100)
    const { data: all } = await ask<{ sources: Values[] }>(cms, '{ sources(pagination: { limit: -1 }) { label } }')
    expect(all?.sources.length ?? 0).toBeLessThanOrEqual(100)
  })

  test.each([
    ['{ plans(pagination: { limit: -5 }) { title } }'],
    ['{ plans(pagination: { page: 99999999999 }) { title } }'],
    ['{ plans(sort: "createdBy.email") { title } }'],
    ['{ plan(documentId: "\' or 1=1 --") { title } }'],
    ['{ timelineEvents(filters: { title: { contains: "\\u0000" } }) { title } }'],
    ['{ timelineEvents(filters: { startsOn: { gt: "not a date" } }) { title } }'],
    ['{ currentSlug(type: "Nonsense", formerSlug: "x") }'],
  ])('%s is answered or refused, never with a server error', async (query) => {
    const { status, errors } = await ask(cms, query)
    expect(status).toBeLessThan(500)
    expect(JSON.stringify(errors)).not.toContain('INTERNAL_SERVER_ERROR')
    expect(JSON.stringify(errors)).not.toMatch(/SQLITE|syntax error|node_modules|select /i)
  })
})

test('what fails inside stays inside', async () => {
  const { connection } = cms.strapi.db
  await connection.schema.renameTable('phases', 'phases_away')
  const { status, errors } = await ask(cms, '{ phases { title } }')
  await connection.schema.renameTable('phases_away', 'phases')
  expect(status).toBe(500)
  expect(errors).toEqual([
    { message: expect.stringContaining('It is our fault'), extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ])
})

describe('statements', () => {
  async function statementsForRows(limit: number): Promise<number> {
    return fewestStatementsOf(cms, async () => {
      const { errors, data } = await ask<{ timelineEvents: Values[] }>(
        cms,
        `{ timelineEvents(locale: "en", pagination: { limit: ${limit} }) { title languages translationOrigin `
        + `translationState plan { title } phase { title } organisations { name } citations { page source { label } `
        + `} } }`,
      )
      expect(errors).toEqual([])
      expect(data?.timelineEvents).toHaveLength(limit)
    })
  }

  test('a list with three relations and its sources takes as many for 60 rows as for 10', async () => {
    const few = await statementsForRows(10)
    expect(few).toBeGreaterThan(1)
    expect(await statementsForRows(60)).toBe(few)
  })
})

const KEPT_BY_STRAPI = ['createdBy', 'updatedBy', 'localizations', 'locale']

function isPrivate(attribute: unknown): boolean {
  return typeof attribute === 'object' && attribute !== null && 'private' in attribute && attribute.private === true
}

describe('doors that are closed', () => {
  test.each([
    '/api/plans', '/api/auth/local/register', '/api/upload', '/api/i18n/locales', '/api/users', '/api/openapi.json',
  ])('%s answers 404', async (address) => {
    for (const method of ['GET', 'POST']) expect((await fetch(cms.address + address, { method })).status).toBe(404)
  })

  test.each(['/..%2f..%2fpackage.json', '/.env', '/uploads/..%2f..%2fsecrets.json', '/admin/..%2f.env'])(
    '%s gives no file',
    async (address) => {
      const response = await fetch(cms.address + address)
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await response.text()).not.toContain('appKeys')
    },
  )

  test('any website may read, without credentials', async () => {
    const response = await fetch(`${cms.address}/graphql`, {
      method: 'OPTIONS',
      headers: { 'Origin': 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('no other website may use the admin', async () => {
    const response = await fetch(`${cms.address}/admin/init`, { headers: { Origin: 'https://evil.example' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('no visitor can become administrator', async () => {
    const response = await fetch(`${cms.address}/admin/register-admin`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'a@example.org', password: 'Password1', firstname: 'A', lastname: 'B' }),
    })
    expect(response.status).toBe(400)
  })

  test('the tokens that Strapi makes by itself are gone', async () => {
    expect(await cms.strapi.db.query('admin::api-token').count()).toBe(0)
  })

  test('the secrets and the first password are for the owner of the data directory alone', () => {
    for (const file of ['secrets.json', 'first-admin'])
      expect(statSync(path.join(cms.dataDirectory, file)).mode & 0o777, file).toBe(0o600)
    const secrets: Record<string, string | string[]> = JSON.parse(
      readFileSync(path.join(cms.dataDirectory, 'secrets.json'), 'utf8'),
    )
    const all = Object.values(secrets).flat()
    expect(new Set(all).size).toBe(all.length)
    expect(all.every(secret => secret.length >= 43)).toBe(true)
  })

  test('private attributes are not in the contract and cannot be searched', () => {
    expect(isPrivate({ private: true })).toBe(true)
    for (const schema of Object.values(cms.strapi.contentTypes))
      for (const [name, attribute] of Object.entries(schema.attributes))
        if (schema.uid.startsWith('api::') && isPrivate(attribute) && !KEPT_BY_STRAPI.includes(name))
          expect(attribute, `${schema.uid}.${name}`).toMatchObject({ searchable: false })
    expect(readFileSync('schema.graphql', 'utf8')).not.toMatch(
      /createdBy|updatedBy|SeedRecord|FormerSlug |TranslationRecord|password/i,
    )
  })

  test('SQLite writes ahead, so that readers do not wait', async () => {
    if (existsSync(path.join(cms.dataDirectory, 'lip-lab.db')))
      expect(await cms.strapi.db.connection.raw('pragma journal_mode')).toMatchObject([{ journal_mode: 'wal' }])
    else expect(cms.strapi.db.connection.client.config.client).toBe('pg')
  })

  test('Strapi calls nobody: no telemetry, no look for updates, no paid features', () => {
    expect(process.env.STRAPI_TELEMETRY_DISABLED).toBe('true')
    expect(cms.strapi.telemetry.isDisabled).toBe(true)
    expect(cms.strapi.config.get('server.logger.updates.enabled')).toBe(false)
    expect(cms.strapi.EE).toBe(false)
  })

  test('it says that it lives and that it is fit to serve', async () => {
    for (const address of ['/healthz', '/readyz', '/favicon.ico'])
      expect((await fetch(cms.address + address)).status).toBe(200)
  })
})

describe('former addresses', () => {
  test('an old address answers with the new one', async () => {
    const [plan] = await cms.documents('api::plan.plan').findMany({ filters: { slug: { $in: ['lip-2008', 'lip-2008-neu'] } } })
    await cms.documents('api::plan.plan').update({ documentId: plan?.documentId, data: { slug: 'lip-2008-neu' }, status: 'published' })
    const { data } = await ask(cms, '{ currentSlug(type: "Plan", formerSlug: "lip-2008") }')
    expect(data).toEqual({ currentSlug: 'lip-2008-neu' })
    await cms.documents('api::plan.plan').update({ documentId: plan?.documentId, data: { slug: 'lip-2008' }, status: 'published' })
    expect((await ask(cms, '{ currentSlug(type: "Plan", formerSlug: "lip-2008-neu") }')).data).toEqual({
      currentSlug: 'lip-2008',
    })
  })
})
