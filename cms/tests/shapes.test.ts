/**
 * What cannot be is refused with a German sentence, never with a server error: whatever is sent for an attribute, and
 * whatever a list of the admin is asked for.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castOf, CONSENT } from './cast'
import { type Cms, type Row, startCms, type Values } from './strapi'
import { type Type, typesOf, wrongsOf } from './wrong-values'

let cms: Cms
let token = ''

beforeAll(async () => {
  cms = await startCms()
  const [email, password] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
  token = JSON.parse((await send('POST', '/admin/login', { email, password })).text).data.token
})
afterAll(() => cms.stop())

interface Reply {
  status: number
  text: string
  message: string
}

async function send(method: string, address: string, values?: unknown, as = token): Promise<Reply> {
  const response = await fetch(cms.address + address, {
    method,
    headers: { 'Content-Type': 'application/json', ...as && { Authorization: `Bearer ${as}` } },
    ...values !== undefined && { body: JSON.stringify(values) },
  })
  const text = await response.text()
  return { status: response.status, text, message: text.startsWith('{') ? JSON.parse(text).error?.message ?? '' : text }
}

/** The token of somebody of the role „Redaktion“. */
async function redaktion(): Promise<string> {
  const email = `${randomUUID()}@example.org`
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } })
  await cms.strapi
    .service('admin::user')
    .create({ email, firstname: 'R', lastname: 'E', password: 'Passwort-123', isActive: true, roles: [role.id] })
  return JSON.parse((await send('POST', '/admin/login', { email, password: 'Passwort-123' })).text).data.token
}

/** Parts without their numbers, and without what they do not say. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, inner) => (key === 'id' || inner === null ? undefined : inner)))
}

const ENGLISH = /\bmust\b|Invalid|not related|cannot|Error|undefined|should|not found/

async function refusals(type: Type, bodies: Values[]): Promise<unknown[]> {
  const isSingle = type.kind === 'singleType'
  const wrong: unknown[] = []
  for (const values of bodies) {
    const { status, message } = await send(
      isSingle ? 'PUT' : 'POST', `/content-manager/${isSingle ? 'single' : 'collection'}-types/${type.uid}`, values,
    )
    if (status !== 400 || ENGLISH.test(message) || message === '')
      wrong.push([status, type.uid, JSON.stringify(values).slice(0, 150), message.slice(0, 150)])
  }
  return wrong
}

/** On a slow day every fifteenth value is enough: which, depends on the type. */
const EACH = process.env.TEST_MATRIX === 'full' ? 1 : 15

/** What an entry is called where it has no title: whatever is sent, the cms says it anew. */
function isComputed({ pluginOptions }: Type, name: string): boolean {
  return name === 'label' && pluginOptions?.lip?.labelFrom !== undefined
}

describe('a save', () => {
  test('of what an attribute cannot hold is refused with a sentence, for every attribute of every type', async () => {
    const wrong: unknown[] = []
    for (const type of typesOf(cms)) {
      const bodies = Object.entries(type.attributes)
        .filter(([name, { pluginOptions }]) => pluginOptions?.lip && name !== 'sourceLanguage' && !isComputed(type, name))
        .flatMap(([name, attribute]) => wrongsOf(cms, attribute).map(value => ({ [name]: value })))
      wrong.push(...await refusals(type, bodies.filter((_, index) => (index + type.uid.length) % EACH === 0)))
    }
    expect(wrong).toEqual([])
  }, 600_000)

  test('of what there is not, or of numbers that the cms gives, is refused', async () => {
    const wrong: unknown[] = []
    for (const type of typesOf(cms)) {
      wrong.push(...(await refusals(type, [{ nope: 1 }])))
      if (type.kind === 'collectionType')
        wrong.push(
          ...(await refusals(type, [
            { id: 'x' }, { id: 7 }, { documentId: 'x' }, { documentId: 7 }, { documentId: {} },
          ])),
        )
    }
    expect(wrong).toEqual([])
  })

  test('of an entry with the numbers of another is refused, with its own it is as without', async () => {
    const { plan } = await castOf(cms)
    const { documentId, id } = await plan()
    const address = `/content-manager/collection-types/api::plan.plan/${documentId}`
    expect(await send('PUT', address, { title: 'Neu', documentId: 'x' })).toMatchObject({
      status: 400, message: expect.stringContaining('zu einem anderen Eintrag'),
    })
    expect(await send('PUT', address, { title: 'Neu', documentId, id })).toMatchObject({ status: 200 })
  })

  test.each(['[]', 'null', '"x"', '42', '[null]', '{'])('of %s is no server error', async (body) => {
    const response = await fetch(`${cms.address}/content-manager/collection-types/api::plan.plan`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}` }, body,
    })
    expect(response.status).toBeLessThan(500)
  })

  test('says in which paragraph what is wrong', async () => {
    const text = [
      { type: 'paragraph', children: [{ type: 'text', text: 'x' }] }, { type: 'paragraph', children: 'x' },
    ]
    expect(
      (await send('POST', '/content-manager/collection-types/api::page.page', { title: 'Seite', text })).message,
    ).toContain('Absatz 2 ist nicht so aufgebaut')
  })

  test('takes away what is around a date, a number, an address, in parts as well', async () => {
    const { documentId } = await cms
      .documents('api::source.source')
      .create({
        data: {
          kind: 'council_paper', title: 'X', paperNumber: '\u00A0H-0390/2019 \n',
          url: ' https://www.hannover.de/\u200B',
        },
      })
    expect(await cms.documents('api::source.source').findOne({ documentId })).toMatchObject({
      paperNumber: 'H-0390/2019',
      url: 'https://www.hannover.de/',
    })
    const { plan } = await castOf(cms)
    const made: Row = await plan({
      slug: ' plan-mit-rand\t', valid: '\u00A02008/.. ', claims: [{ statement: 'x', language: ' de ' }],
    })
    expect(
      await cms.documents('api::plan.plan').findOne({ documentId: made.documentId, populate: ['claims'] }),
    ).toMatchObject({ slug: 'plan-mit-rand', valid: '2008/..', startsOn: '2008-01-01', claims: [{ language: 'de' }] })
  })

  const AROUND = [' ', '\u00A0', '\u202F', '\u200B', '\u200E', '\u00AD', '\t', '\n', '\r\n \u00A0']
  const link = (url: string) => [
    {
      type: 'list', format: 'unordered', children: [
        { type: 'list-item', children: [{ type: 'link', url, children: [{ type: 'text', text: ' hier ' }] }] },
      ],
    },
  ]

  test.each([
    ['a day', CONSENT, 'givenOn', '2021-12-31', {}],
    ['a date as it is known', 'api::plan.plan', 'valid', '2008/..', { title: 'Plan' }],
    ['a whole number', 'api::plan.phase', 'order', '7', { title: 'Phase' }],
    ['an address', 'api::contributor.organisation', 'website', 'https://www.hannover.de/', { name: 'Stadt', kind: 'association' }],
    ['the last part of an address', 'api::plan.plan', 'slug', 'mit-rand', { title: 'Plan' }],
    ['a paper', 'api::source.source', 'paperNumber', '0094/2008', { title: 'Vorlage', kind: 'council_paper' }],
    ['a choice', 'api::source.source', 'kind', 'report', { title: 'Bericht' }],
    ['a language', 'api::source.source', 'language', 'tr', { title: 'Bericht', kind: 'report' }],
    ['a link to the web', 'api::page.page', 'text', 'https://www.hannover.de/', { title: 'Seite' }],
    ['a link to this website', 'api::page.page', 'text', '/massnahmen', { title: 'Seite' }],
    ['a link to an e-mail address', 'api::page.page', 'text', 'mailto:redaktion@example.org', { title: 'Seite' }],
    ['a film', 'api::article.article', 'body', 'https://vimeo.com/1', { title: 'Beitrag' }],
    ['a link in a block', 'api::article.article', 'body', 'tel:+49511000000', { title: 'Beitrag' }],
  ])('keeps nothing that stands around %s', async (_what, uid, name, value, others) => {
    const written = (text: string): unknown => {
      if (name === 'text') return link(text)
      if (name !== 'body') return text
      return [
        text.includes('tel:')
          ? { __component: 'article.text', text: link(text) }
          : { __component: 'article.video-link', url: text },
      ]
    }
    const editor = await redaktion()
    const consenting = uid === CONSENT && { person: (await (await castOf(cms)).person()).documentId }
    const wrong: unknown[] = []
    for (const around of AROUND)
      for (const text of [around + value, value + around, around + value + around]) {
        const { status, message, text: answer } = await send(
          'POST', `/content-manager/collection-types/${uid}`, { ...others, ...consenting, [name]: written(text) }, editor,
        )
        const stored = status < 300 ? JSON.parse(answer).data : null
        const expected = name === 'order' ? Number(value) : written(value)
        if (stored && isDeepStrictEqual(withoutIds(stored[name]), expected)) {
          await cms.documents(uid).delete({ documentId: stored.documentId })
          continue
        }
        wrong.push([JSON.stringify(text), status, message, stored?.[name]])
      }
    expect(wrong).toEqual([])
  })

  test.each([
    ['15-2735/2018 S1', '15-2735-2018S1'], ['0094/2008 N1 E1', '0094-2008N1E1'],
  ])('of the paper %s gives it its address', async (paperNumber, end) => {
    const { documentId } = await cms
      .documents('api::source.source')
      .create({ data: { kind: 'council_paper', title: 'X', paperNumber } })
    expect(await cms.documents('api::source.source').findOne({ documentId })).toMatchObject({
      url: expect.stringMatching(new RegExp(`/DS/${end}$`)),
    })
  })
})

describe('a list of the admin', () => {
  const PLANS = '/content-manager/collection-types/api::plan.plan'
  const LISTS = [
    PLANS, '/content-manager/relations/api::measure.measure/plan', '/upload/files', '/upload/folders', '/i18n/locales',
    '/admin/users', '/admin/roles', '/admin/permissions', '/admin/api-tokens', '/admin/transfer/tokens', '/admin/webhooks',
  ]

  test.each([
    'sort=.', 'sort=..', 'sort=title.', 'sort=title:down', 'sort[x][y]=1', 'sort=names.citations..x',
    'filters[title][$between]=x', 'filters[title][$between][]=x', 'filters[title][$contains][]=x',
    'filters[title][$contains][a]=x', 'filters[startsOn][$gt][x]=1', 'filters[$and]=x', 'filters=x',
    'filters[$or][0]=x', 'filters[title][$eq][$eq]=x', 'filters[title][$null][x]=1', 'filters[plan][$between]=1',
    'page=-1', 'page=x', 'page=0', 'pageSize=0', 'pageSize=100000', 'pageSize=x', 'page[x]=1', '_q[x]=1',
    `_q=${'x'.repeat(300)}`, '_q=%00', 'filters[title][$eq]=%00', 'filters[startsOn][$gt]=gestern',
    'filters[id][$eq]=x', 'filters[nope][$eq]=x', 'filters[title][$nope]=x', 'locale=xx', 'locale[x]=1', 'status=nope',
    'status[x]=1',
  ])('asked for %s is no server error', async (query) => {
    for (const list of LISTS) {
      const { status, message } = await send('GET', `${list}?${query}`)
      expect([list, status, message], message).toEqual([
        list, expect.toSatisfy((code: number) => code < 500), expect.not.stringMatching(/SQLITE|syntax|node_modules/),
      ])
    }
  })

  test.each(['sort=..', 'filters[title][$between]=x', 'page=-1', '_q[x]=1'])(
    'asked for %s is refused in German',
    async (query) => {
      expect(await send('GET', `${PLANS}?${query}`)).toMatchObject({
        status: 400, message: expect.stringMatching(/Bitte|höchstens/),
      })
    },
  )

  test('is found whatever the case of its letters', async () => {
    await cms.documents('api::source.source').create({ data: { kind: 'report', title: 'Überarbeitung des Планa' } })
    await cms.documents('api::plan.plan').create({ data: { title: 'Überarbeitung des Планa', valid: '2020/..' } })
    for (const asked of ['überarbeitung', 'Überarbeitung', 'план', 'ПЛАН']) {
      for (const picker of ['shared.citation/source', 'api::measure.measure/plan']) {
        const picked = await send('GET', `/content-manager/relations/${picker}?_q=${encodeURIComponent(asked)}`)
        expect(JSON.parse(picked.text).results, `${picker} ${asked}`).toHaveLength(1)
      }
      const { text } = await send(
        'GET', `/content-manager/collection-types/api::source.source?_q=${encodeURIComponent(asked)}`,
      )
      expect(JSON.parse(text).results, asked).toHaveLength(1)
      const filtered = await send(
        'GET',
        `/content-manager/collection-types/api::source.source?filters[title][$contains]=${encodeURIComponent(asked)}`,
      )
      expect(JSON.parse(filtered.text).results, asked).toHaveLength(1)
    }
    expect((await send('GET', '/content-manager/collection-types/api::source.source?_q=100%25')).text).toContain(
      '"results":[]',
    )
  })

  test('of people is not asked for over the consents by an author', async () => {
    const [role] = await cms.strapi.db.query('admin::role').findMany({ where: { code: 'strapi-author' } })
    await cms.strapi
      .service('admin::user')
      .create({
        email: 'autorin@example.org', firstname: 'A', lastname: 'B', password: 'Passwort-123', isActive: true,
        roles: [role.id],
      })
    const { data } = JSON.parse(
      (await send('POST', '/admin/login', { email: 'autorin@example.org', password: 'Passwort-123' })).text,
    )
    for (const place of [
      'api::ledger.consent-record/person', 'api::ledger.message/nope', 'api::nope.nope/x', 'api::plan.plan/nope',
      'api::plan.plan/title', 'admin::user/roles', 'nope/x',
    ])
      expect(
        (await send('GET', `/content-manager/relations/${place}?pageSize=10`, undefined, data.token)).status, place,
      ).toSatisfy((code: number) => code >= 400 && code < 500)
  })
})

describe('a request to /graphql', () => {
  const ask = (body: object) =>
    fetch(`${cms.address}/graphql`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    })

  test.each([{ query: '{ plans { slug } }' }, {}])('of a query that was kept is refused', async (query) => {
    const response = await ask({ ...query, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } })
    expect([response.status, await response.text()]).toEqual([
      400, expect.stringContaining('PersistedQueryNotSupported'),
    ])
  })

  /** Sends the text in two pieces, without a length. */
  function chunked(text: string): Promise<{ status: number, text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${cms.address}/graphql`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' } },
        (answer) => {
          let body = ''
          answer
            .on('data', piece => (body += piece))
            .on('end', () => resolve({ status: answer.statusCode ?? 0, text: body }))
        },
      ).on('error', reject)
      sent.write(text.slice(0, 10))
      setTimeout(() => sent.end(text.slice(10)), 50)
    })
  }

  test('in pieces is read up to the limit', async () => {
    expect(await chunked(JSON.stringify({ query: '{ __typename }' }))).toEqual({
      status: 200, text: expect.stringContaining('"Query"'),
    })
    expect((await chunked(JSON.stringify({ query: `{ __typename } #${'x'.repeat(20_000)}` }))).status).toBe(400)
    expect((await chunked('{{{')).status).toBe(400)
  })
})
