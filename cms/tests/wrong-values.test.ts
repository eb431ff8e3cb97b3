/** No value of any field is a server error: it is taken, or refused with a sentence. */
import { createRequire } from 'node:module'
import type { Core } from '@strapi/strapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms, type Values } from './strapi'

const require = createRequire(import.meta.url)
const { shownSchemas, isLocalised }: {
  shownSchemas: (strapi: Core.Strapi) => { uid: string, kind: string, attributes: Record<string, { type: string }> }[]
  isLocalised: (schema: object) => boolean
} = require('../dist/src/content-model/schema')

/** What no field expects, and what only some do. */
const WRONG: unknown[] = [
  null, '', 'x', 'Deutsch', 'xx', 42, -1, 1e30, 0.5, true, false, {}, [], [null], [{}], [[]], ['x'], { id: 1 },
  { id: 'x' }, { connect: null }, { connect: [{}] }, { connect: [null] }, { connect: [{ documentId: 'nope' }] },
  { set: 5 }, { connect: [{ documentId: {} }] }, { connect: [{ id: 99_999_999 }] }, { disconnect: 'x' }, [{ id: 'x' }],
  [{ __component: 'nope' }], [{ __component: 'article.text', id: 99_999 }], [{ __component: 'article.text', text: {} }],
  [{ type: 'paragraph' }], [{ type: 'paragraph', children: [null] }], [{ type: 'nope', children: [] }], 'x'.repeat(300),
  'x\u0000y', '\uD800', '2020-99-99', '9'.repeat(40), '<script>', { $ne: null },
]

/** In `npm test` each attribute meets some of them, and each of them some attributes. */
const STEP = process.env.TEST_MATRIX === 'full' ? 1 : 20

/** What has a shape of its own has a test of its own. */
const HAVE_SHAPES = ['dynamiczone', 'blocks']

let cms: Cms
let token: string

beforeAll(async () => {
  cms = await startCms()
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } })
  const account = { email: 'rita@example.org', password: 'Nur-fuer-Tests-2' }
  const person = { ...account, firstname: 'Rita', lastname: 'Redaktion', isActive: true, roles: [role.id] }
  await cms.strapi.service('admin::user').create(person)
  token = (await send('POST', '/admin/login', account)).data.token
})

afterAll(() => cms?.stop())

async function send(method: string, address: string, values: Values) {
  const headers = { 'Content-Type': 'application/json', ...token && { Authorization: `Bearer ${token}` } }
  const response = await fetch(cms.address + address, { method, headers, body: JSON.stringify(values) })
  const answer = JSON.parse(await response.text())
  return { status: response.status, data: answer.data, error: answer.error }
}

function addressOf({ uid, kind }: { uid: string, kind: string }): string {
  return `/content-manager/${kind === 'singleType' ? 'single-types' : 'collection-types'}/${uid}`
}

describe('a wrong value', () => {
  test('of any field is never a server error', async () => {
    const fields = shownSchemas(cms.strapi).flatMap(schema => Object.entries(schema.attributes)
      .filter(([, { type }]) => !HAVE_SHAPES.includes(type)).map(([name]) => ({ schema, name })))
    const cases = fields.flatMap((field, turn) =>
      WRONG.filter((_, index) => (index + turn) % STEP === 0).map(value => ({ ...field, value })))
    const failed: string[] = []
    for (const { schema, name, value } of cases) {
      const method = schema.kind === 'singleType' ? 'PUT' : 'POST'
      const { status, error } = await send(method, addressOf(schema), { [name]: value })
      if (status >= 500) failed.push(`${schema.uid} ${name} ${JSON.stringify(value)}: ${error?.message}`)
    }
    expect(failed).toEqual([])
  }, 600_000)

  test('of „Übersetzt aus“ is refused beside the field', async () => {
    for (const schema of shownSchemas(cms.strapi).filter(
      schema => isLocalised(schema) && schema.kind !== 'singleType',
    )) {
      const title = ['title', 'name', 'label'].find(name => name in schema.attributes) ?? 'title'
      const { data } = await send(
        'POST', addressOf(schema), title in schema.attributes ? { [title]: 'Ein Eintrag' } : {},
      )
      if (!data) continue
      for (const language of ['Deutsch', 'xx', 'DE', 'de-DE', 'x'.repeat(40)]) {
        const address = `${addressOf(schema)}/${data.documentId}?locale=tr`
        const { status, error } = await send('PUT', address, { translatedFrom: language })
        expect([schema.uid, language, status, error?.details.errors[0]?.path]).toEqual([
          schema.uid, language, 400, ['translatedFrom'],
        ])
      }
    }
  })
})
