/** Requests at `/graphql` that are none: each is refused with a sentence, and the next good one is answered. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Cms, startCms } from './strapi'

let cms: Cms

beforeAll(async () => {
  cms = await startCms()
})

afterAll(() => cms?.stop())

const GOOD = '{ plans { title } }'
const inJson = (value: unknown) => JSON.stringify(value)
const query = (text: string) => inJson({ query: text })
const withVariables = (variables: unknown) =>
  inJson({ query: 'query One($slug: String!) { plans(filters: { slug: { eq: $slug } }) { title } }', variables })

/** What stands in the body of a POST in JSON. */
const BODIES: [string, string][] = [
  ['nothing', ''], ['a blank', ' '], ['null', 'null'], ['true', 'true'], ['a number', '7'], ['a text', '"plans"'],
  ['an empty list', '[]'], ['an empty object', '{}'], ['a list in a list', '[[]]'], ['no JSON', 'query=plans'],
  ['JSON that is cut off', '{"query": "{ plans'], ['JSON with a comma too many', '{"query": "{ plans { title } }",}'],
  ['JSON in single quotes', '{\'query\': \'{ plans { title } }\'}'], ['two objects', `${query(GOOD)}${query(GOOD)}`],
  ['brackets ten thousand deep', '['.repeat(10_000)], ['objects ten thousand deep', '{"a":'.repeat(10_000)],
  ['a zero byte', '\0'], ['a mark for the order of bytes alone', '\ufeff'],
  ['a query that is null', inJson({ query: null })], ['a query that is a number', inJson({ query: 7 })],
  ['a query that is a list', inJson({ query: [GOOD] })], ['a query that is an object', inJson({ query: { plans: 1 } })],
  ['an empty query', query('')], ['a query of blanks', query(' \n\t')], ['a comment only', query('# plans')],
  ['a brace too few', query('{ plans { title }')], ['a brace too many', query('{ plans { title } } }')],
  ['nothing asked for', query('{ }')], ['a type without fields', query('{ plans }')],
  ['fields of a word', query('{ plans { title { de } } }')], ['a field that is not there', query('{ plans { titel } }')],
  ['a question that is not there', query('{ plaene { title } }')],
  ['an argument that is not there', query('{ plans(sprache: "de") { title } }')],
  ['an argument twice', query('{ plans(locale: "de", locale: "en") { title } }')],
  ['a text that does not end', query('{ plans(locale: "de) { title } }')],
  ['a wrong escape', query('{ plans(locale: "\\x") { title } }')],
  ['half of a character', query('{ plans(locale: "\\uD800") { title } }')],
  ['a control character', query('{ plans(locale: "\u0007") { title } }')], ['a zero within', query('{ plans\0 { title } }')],
  ['a number for a text', query('{ plans(locale: 7) { title } }')],
  ['a number beyond all', query('{ plans(pagination: { limit: 99999999999999999999 }) { title } }')],
  ['a fraction for a number', query('{ plans(pagination: { limit: 1.5 }) { title } }')],
  ['an operator that is not there', query('{ plans(filters: { slug: { like: "x" } }) { title } }')],
  ['a change', query('mutation { createPlan { title } }')], ['a subscription', query('subscription { plans { title } }')],
  ['an operation without a body', query('query Named')], ['two operations and none named', query(`query A ${GOOD} query B ${GOOD}`)],
  ['an operation that is not there', inJson({ query: `query A ${GOOD}`, operationName: 'B' })],
  ['a name that is a number', inJson({ query: `query A ${GOOD}`, operationName: 7 })],
  ['a fragment that is not there', query('{ plans { ...All } }')], ['a fragment of itself', query('{ plans { ...A } } fragment A on Plan { ...A }')],
  ['a fragment of itself at the root', query('{ ...A } fragment A on Query { ...A }')],
  ['two fragments of each other at the root', query('{ ...A } fragment A on Query { ...B } fragment B on Query { ... { ...A } }')],
  ['a fragment of itself beside a question', query('{ ...A } fragment A on Query { plans { title } ...A }')],
  ['two fragments of each other below a question', query('{ plans { ...A } } fragment A on Plan { ...B } fragment B on Plan { title ...A }')],
  ['a fragment on nothing', query('{ plans { ...A } } fragment A on Plans { title }')],
  ['a fragment of another type', query('{ plans { ... on Measure { title } } }')],
  ['a fragment nobody uses', query(`${GOOD} fragment A on Plan { title }`)],
  ['a directive that is not there', query('{ plans { title @hide } }')], ['a directive without its argument', query('{ plans { title @include } }')],
  ['a variable nobody declared', query('{ plans(locale: $locale) { title } }')],
  ['a variable of a type that is not there', query('query A($a: Strings) { plans { title } }')],
  ['variables that are missing', withVariables(undefined)], ['variables that are null', withVariables(null)],
  ['variables that are a list', withVariables(['x'])], ['variables that are a text', withVariables('x')],
  ['a variable of another type', withVariables({ slug: { eq: 'x' } })], ['a variable that is null', withVariables({ slug: null })],
  ['extensions that are a text', inJson({ query: GOOD, extensions: 'x' })],
  ['a persisted query without its hash', inJson({ extensions: { persistedQuery: { version: 1 } } })],
  ['a persisted query of version 9', inJson({ extensions: { persistedQuery: { version: 9, sha256Hash: 'x' } } })],
  ['a type, not a question', query('type Plan { title: String }')],
  ['the query of a form', 'query=%7B+plans+%7B+title+%7D+%7D'],
]

/** Requests whose manner is wrong, whatever they ask. */
const MANNERS: [string, string, RequestInit][] = [
  ['a form', '', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'query=x' }],
  ['plain text', '', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: query(GOOD) }],
  ['no type', '', { method: 'POST', headers: { 'Content-Type': '' }, body: new Blob([query(GOOD)]) }],
  ['a type that is none', '', { method: 'POST', headers: { 'Content-Type': '/' }, body: query(GOOD) }],
  ['a compression that it is not', '', {
    method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, body: query(GOOD),
  }],
  ['a file', '', { method: 'POST', body: new FormData() }],
  ['PUT', '', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: query(GOOD) }],
  ['PATCH', '', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body: query(GOOD) }],
  ['DELETE', '', { method: 'DELETE' }],
  ['GET with half an escape', '?query=%', {}], ['GET with an unfinished question', '?query={plans', {}],
  ['GET with a change', '?query=mutation{x}', {}], ['GET with variables that are no JSON', `?query=${GOOD}&variables={`, {}],
  ['GET with two questions', `?query=${GOOD}&query=${GOOD}`, {}], ['GET with a list', `?query[]=${GOOD}`, {}],
]

const ours = (init: RequestInit) => ({ ...init, headers: { Accept: 'application/json', ...init.headers } })

async function expectRefusal(address: string, init: RequestInit): Promise<void> {
  const response = await fetch(address, ours(init))
  const body = await response.text()
  expect([response.status, body.slice(0, 300)]).toEqual([
    expect.toSatisfy((status: number) => status >= 400 && status < 500),
    expect.not.stringMatching(/\bat .*\.js|node_modules|SQLITE|select |Internal/i),
  ])
  expect(body.length).toBeGreaterThan(10)
  const { status, errors } = await ask(cms, GOOD)
  expect([status, errors]).toEqual([200, []])
}

/** What stands behind the address of a POST says nothing: some put there when or by whom they ask. */
const BEHIND = ['?', '?a=b', '?query=%7B__typename%7D', '?variables=%5B', '?operationName=B', `?extensions=${'x'.repeat(900)}`, '?%']

test.each(BEHIND)('a question is answered at /graphql%s', async (behind) => {
  const post = (body: string) => fetch(`${cms.address}/graphql${behind}`, ours({
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
  }))
  const answered = await post(query(GOOD))
  expect([answered.status, await answered.json()]).toEqual([200, { data: { plans: expect.any(Array) } }])
  for (const body of ['[]', '{}', '', '7', query('{ plaene }')])
    await expectRefusal(`${cms.address}/graphql${behind}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
    })
})

describe('an address has one spelling', () => {
  const TOO_LONG = query(`${GOOD} #${'x'.repeat(30_000)}`)

  test.each([
    '/GraphQL', '/GRAPHQL', '/Upload/actions/upload-from-urls', '/upload/Actions/upload-from-urls', '/ADMIN/login',
    '/admin/Login', '/admin/LOGIN/', '/Content-Manager/collection-types/api::article.article',
    '/content-manager/Collection-Types/api::article.article', '/Together/presence',
  ])('nothing is done at %s', async (address) => {
    const { status } = await fetch(`${cms.address}${address}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: query(GOOD),
    })
    expect([404, 405]).toContain(status)
  })

  test.each(['/graphql', '/graphql/', '/graphql//'])('the limits hold at %s', async (address) => {
    const post = (body: string) => fetch(`${cms.address}${address}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
    })
    const answered = await post(query(GOOD))
    expect([answered.status, answered.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    expect([(await post(TOO_LONG)).status, await (await post(TOO_LONG)).text()]).toEqual([400, expect.stringContaining('at most')])
  })

  test('a slash at the end changes nothing', async () => {
    for (const [method, address] of [
      ['POST', '/upload/actions/upload-from-urls/'], ['GET', '/api/articles/'], ['POST', '/together/presence/'],
    ] as const) {
      const statuses = [address, address.replace(/\/$/, '')].map(async one =>
        (await fetch(`${cms.address}${one}`, { method })).status)
      const [withSlash, without] = await Promise.all(statuses)
      expect([address, withSlash]).toEqual([address, without])
    }
  })
})

describe('a request that is none is refused with a sentence, and the next one is answered', () => {
  test.each(BODIES)('%s', (_, body) => expectRefusal(`${cms.address}/graphql`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body,
  }))

  test.each(MANNERS)('%s', (_, search, init) => expectRefusal(`${cms.address}/graphql${search}`, init))
})
