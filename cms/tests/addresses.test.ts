/**
 * Every address of the admin's content manager, for every type, with ids, bodies and languages that are none: nobody
 * meets a server error, nor a part of the program in an answer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from './strapi'
import { typesOf } from './wrong-values'

const SOURCE = 'api::source.source'
/** Of every type there is an entry with this id. */
const DOCUMENT = 'vorhandenereintrag000000'
const IDS = [
  'nope', '0', '-1', '1e9', 'null', 'undefined', '..%2F..', '%00', '%27%20or%201=1--', '%F0%9F%98%80', '%E0%A4%A',
  'x'.repeat(300), '%7B%22$ne%22:1%7D', 'configuration', 'actions', DOCUMENT, DOCUMENT,
]
const BODIES: (string | undefined)[] = [
  undefined, '', '{', 'null', '[]', '42', '"x"', '{}', '[null]', '{"documentIds":null}', '{"documentIds":"x"}',
  '{"documentIds":[]}', '{"documentIds":[null]}', '{"documentIds":[{"$ne":1}]}', '{"documentIds":["nope"]}',
  '{"documentIds":["\\u0000"]}', '{"documentIds":[1e99]}', '{"locale":"xx"}', '{"locale":{"$ne":1}}',
  '{"locale":["de"],"documentIds":["nope"]}', '{"status":"nope"}', '{"data":null}', '{"discardDraft":"x"}',
  '{"contentTypeUID":"nope","field":"slug","data":{}}', '{"contentTypeUID":"api::plan.plan","field":"nope","value":1}',
  '{"contentTypeUID":{"$ne":1},"field":[],"value":{},"data":null}',
  '{"contentTypeUID":"api::plan.plan","field":"title","value":"x","data":{"title":{}}}',
  '{"contentTypeUID":"api::plan.plan","field":"slug","data":null}', `{"title":"${'x'.repeat(5000)}"}`,
  '{"settings":null,"metadatas":[],"layouts":"x"}', '{"kind":"x"}', '{"__proto__":{"x":1},"constructor":1}',
]
const QUERIES = [
  '', 'locale=xx', 'locale=*', 'locale=', 'locale=DE', 'locale[$ne]=de', 'locale[]=de&locale[]=en', 'locale=%00',
  `locale=${'x'.repeat(300)}`, 'status=nope', 'status[x]=1', 'populate=*', 'populate[x][y]=1', 'populate=nope',
  'fields=nope', 'fields[x][y]=1', 'page=-1', 'page[x]=1', 'pageSize=99999999', 'sort=nope', 'sort[x][y]=asc',
  'filters[nope][$eq]=1', 'filters[id][$eq]=x', 'filters[id][$gt]=99999999999999999999', 'filters[$and]=x', 'filters=x',
  'filters[createdAt][$gt]=x', 'filters[documentId][$in]=1', '_q=%00', '_q[x]=1', 'id=x', 'documentId[x]=1',
  'publicationFilter=nope', 'publicationFilter[x]=1', 'publicationStatusFilter[x]=1', 'hasPublishedVersion=x',
  'idsToOmit=x', 'idsToOmit[x][y]=1', 'idsToInclude[]=x', 'lookup[x][y]=1', 'field=nope', 'x=%E0%A4%A', 'a[b]=1&a=2',
]
/** What the admin's own forms send, and is none. */
const SIGN_IN = [
  '{"email":null,"password":null}', '{"email":{},"password":[]}', '{"email":"x@example.org","password":{"$ne":1}}',
  '{"email":{"$ne":""},"password":"x"}', '{"email":"\\u0000","password":"\\u0000"}', '{"email":["x@example.org"]}',
  `{"email":"${'x'.repeat(5000)}@example.org","password":"${'x'.repeat(5000)}"}`, '{"email":42}',
  '{"resetPasswordToken":null,"password":"Passwort-1"}', '{"resetPasswordToken":{"$ne":1},"password":"Passwort-1"}',
  '{"resetPasswordToken":"x","password":null}', '{"registrationToken":{"$ne":1},"userInfo":{"password":"Passwort-1"}}',
  '{"registrationToken":"x","userInfo":null}', '{"registrationToken":null,"userInfo":{"firstname":{}}}',
  '{"firstname":{},"lastname":[],"email":"a@example.org","password":"Passwort-1"}', '{"deviceId":{},"rememberMe":"x"}',
]
const TOKENS = [
  '', 'registrationToken=', 'registrationToken=nope', 'registrationToken[$ne]=1', 'registrationToken[]=x',
  'registrationToken=%00',
]
const NO_TYPES = ['nope', 'api::nope.nope', '__proto__', '%5F_proto__', 'constructor', '%00', 'shared.link']
const METHODS = ['GET', 'POST', 'PUT', 'DELETE']
const STEPS = ['publish', 'unpublish', 'discard', 'bulkPublish', 'bulkUnpublish']

/** In `npm test` each address meets some types with some of each, and each of them some addresses. */
const [TURNS, STEP] = process.env.TEST_MATRIX === 'full' ? [60, 1] : [1, 11]
const LONGEST_MILLISECONDS = 20_000
/** Requests that are on their way together. */
const TOGETHER = 10

interface Request {
  method: string
  address: string
  body?: string
}

let cms: Cms
let requests: Request[]
const tokens: Record<string, string> = {}

beforeAll(async () => {
  cms = await startCms()
  for (const [name, code] of [['Redaktion', 'strapi-editor'], ['Autorin', 'strapi-author']]) {
    const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
    const account = { email: `${name}@example.org`.toLowerCase(), password: 'Nur-fuer-Tests-2' }
    await cms.strapi.service('admin::user')
      .create({ ...account, firstname: name, isActive: true, roles: [role.id] })
    const { text } = await send({ method: 'POST', address: '/admin/login', body: JSON.stringify(account) }, '')
    tokens[String(name)] = JSON.parse(text).data.token
  }
  requests = await requestsForAll()
})

afterAll(() => cms?.stop())

async function send({ method, address, body }: Request, who: string): Promise<{ status: number, text: string }> {
  const headers = {
    ...body !== undefined && { 'Content-Type': 'application/json' },
    ...tokens[who] && { Authorization: `Bearer ${tokens[who]}` },
  }
  try {
    const signal = AbortSignal.timeout(LONGEST_MILLISECONDS)
    const sent = method === 'GET' ? undefined : body
    const response = await fetch(cms.address + address, { method, headers, body: sent, signal })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return { status: 599, text: String(error) }
  }
}

/** Every address with every type, in each of them some of the wrong ids, bodies and queries. */
async function requestsForAll(): Promise<Request[]> {
  for (const { uid } of typesOf(cms))
    await cms.strapi.db.query(uid)
      .create({ data: { documentId: DOCUMENT, locale: 'de', sourceLanguage: 'de', publishedAt: new Date() } })
  const uids = [...Object.keys(cms.strapi.contentTypes), ...NO_TYPES]
  let turn = 0
  return routes().flatMap(({ method, path }, place) =>
    (/:(model|uid)/.test(path) ? uids.filter((_, index) => (index + place) % STEP === 0) : ['']).flatMap(uid =>
      Array.from({ length: uid === '' ? BODIES.length / STEP : TURNS }, () => {
        turn += 1
        const of = <Value>(list: readonly Value[]) => list[turn % list.length]
        const id = of(IDS)
        const target = of(['nope', '__proto__', 'plan', 'createdBy', 'locale', 'citations', '%00'])
        const address = path.replace(/:(model|uid)/, uid).replace(/:(id|sourceId)/, String(id))
          .replace(':targetField', String(target))
        return { method, address: `${address}?${of(QUERIES)}`, body: of(BODIES) }
      })))
}

/** Those of the admin itself are Strapi's; `/ledger` is held until something changes. */
function routes(): { method: string, path: string }[] {
  return cms.strapi.server.listRoutes().flatMap(({ methods, path }: { methods: string[], path: unknown }) =>
    /^\/(admin|ledger|api|graphql)\b/.test(String(path))
      ? []
      : methods.filter(name => METHODS.includes(name)).map(method => ({ method, path: String(path) })))
}

/** The admin's own addresses, with what a form for signing in might send. */
function requestsToAdmin(): Request[] {
  const all: { methods: string[], path: unknown }[] = cms.strapi.server.listRoutes()
  const places = all.filter(({ path }) => String(path).startsWith('/admin/') && !String(path).includes('('))
  const bodies = [...SIGN_IN, ...BODIES.filter((_, index) => index % STEP === 0)]
  return places.flatMap(({ methods, path }) => methods.filter(name => METHODS.includes(name)).flatMap(method =>
    (method === 'GET' ? TOKENS.map(() => undefined) : bodies).map((body, turn) => {
      const place = String(path).replace(/:\w+/g, IDS[turn % IDS.length] ?? '')
      return { method, body, address: `${place}?${TOKENS[turn % TOKENS.length]}` }
    })))
}

/** What a request may not be answered with. */
function isWrong({ status, text }: { status: number, text: string }): boolean {
  return status >= 500 || (status >= 400 && PROGRAM.test(text))
}

const PROGRAM = /\bat \S+ \(|node_modules|\.js:\d|SQLITE_|knex|select |insert into|Cannot read|undefined \(/i

/** Who may do less is let in to less: a part of it says as much. */
const PART: Record<string, number> = { Redaktion: 1, Autorin: 3, nobody: 9 }

async function wrongAnswers(who: string, all: Request[]): Promise<string[]> {
  const asked = all.filter((_, index) => index % (PART[who] ?? 1) === 0)
  const failed: string[] = []
  for (let first = 0; first < asked.length; first += TOGETHER) {
    await Promise.all(asked.slice(first, first + TOGETHER).map(async (request) => {
      const answer = await send(request, who)
      if (!isWrong(answer)) return
      const { method, address, body = '' } = request
      failed.push(`${method} ${address.slice(0, 150)} ${body.slice(0, 80)}: ${answer.status} ${answer.text.slice(0, 150)}`)
    }))
  }
  return failed
}

// Before the walk, which deletes some of what is there.
test('what has no drafts is not published, withdrawn or discarded: an editor reads why', async () => {
  const types = typesOf(cms).filter(({ kind, options }) => kind === 'collectionType' && !options.draftAndPublish)
  for (const { uid, kind } of types) {
    // What is published is saved before, which refuses an entry with nothing in it.
    for (const step of STEPS.filter(name => name !== 'publish')) {
      const { status, text } = await send(actionOf({ uid, kind, step, query: 'locale=de' }), 'Redaktion')
      expect([uid, step, status]).toEqual([uid, step, 400])
      expect(JSON.parse(text).error.message).toContain('hat keine Entwürfe')
    }
  }
  const { documentId } = await cms.documents(SOURCE).create({ data: { kind: 'report', title: 'Ein Bericht' } })
  const address = `/content-manager/collection-types/${SOURCE}/${documentId}/actions/publish`
  const { status, text } = await send({ method: 'POST', address, body: '{"title":"Anders"}' }, 'Redaktion')
  expect([status, JSON.parse(text).error.message]).toEqual([400, expect.stringContaining('hat keine Entwürfe')])
  expect(await cms.documents(SOURCE).findOne({ documentId })).toMatchObject({ title: 'Ein Bericht' })
})

test('nobody sends mail to whomever they like', async () => {
  const mail = { method: 'POST', address: '/email', body: '{"to":"x@example.org","subject":"x","text":"x"}' }
  expect((await send(mail, 'Redaktion')).status).toBe(404)
})

/** An action with the entry that there is of each type. */
function actionOf(
  { uid, kind, step, query }: { uid: string, kind: string, step: string, query: string },
): Request {
  const document = step.startsWith('bulk') || kind === 'singleType' ? '' : `/${DOCUMENT}`
  const place = kind === 'singleType' ? 'single-types' : 'collection-types'
  const action = step === '' ? '' : `/actions/${step}`
  const [, locale] = query.split('=')
  return {
    method: step === '' ? 'GET' : 'POST', address: `/content-manager/${place}/${uid}${document}${action}?${query}`,
    body: JSON.stringify(step.startsWith('bulk') ? { documentIds: [DOCUMENT], locale } : { locale }),
  }
}

describe.each(['Redaktion', 'Autorin', 'nobody'])('%s', (who) => {
  test('meets no server error at any address', async () => {
    expect(requests.length).toBeGreaterThan(300)
    expect(await wrongAnswers(who, requests)).toEqual([])
  }, 1_800_000)

  test('meets none at what there is either, in languages that there are not', async () => {
    const asked = typesOf(cms).flatMap(({ uid, kind }) => ['', ...STEPS].flatMap(step =>
      ['locale=xx', 'locale=ar', 'locale=*'].map(query => actionOf({ uid, kind, step, query }))))
    expect(await wrongAnswers(who, asked)).toEqual([])
  }, 1_800_000)
})

test('nobody meets a server error at the addresses of the admin itself', async () => {
  const asked = requestsToAdmin()
  expect(asked.length).toBeGreaterThan(300)
  const failed: string[] = []
  for (const request of asked) {
    const { status, text } = await send(request, 'nobody')
    const { method, address, body = '' } = request
    if (isWrong({ status, text }))
      failed.push(`${method} ${address.slice(0, 120)} ${body.slice(0, 80)}: ${status} ${text.slice(0, 150)}`)
  }
  expect(failed).toEqual([])
}, 600_000)
