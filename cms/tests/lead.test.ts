/** The Leitung looks after accounts, and nobody becomes mightier by that than the roles of the portal are. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Editor, editor } from './editors'
import { type Cms, startCms, type Values } from './strapi'

const ROLE_REFUSED = 'Diese Rolle vergibt nur die Administration.'
const ACCOUNT_REFUSED = 'Konten der Administration ändert nur die Administration.'

interface Account {
  id: number
  firstname: string
  email: string
  isActive: boolean
  roles: { id: number, code: string }[]
}

let cms: Cms
let lea: Editor
let others: Record<string, number>
let roles: Record<string, number>

const accounts = (): Promise<Account[]> => cms.strapi.db.query('admin::user').findMany({ populate: ['roles'] })
const numbersOf = (rows: { id: number, name: string }[]) => Object.fromEntries(rows.map(({ id, name }) => [name, id]))

beforeAll(async () => {
  cms = await startCms()
  lea = await editor(cms, 'Lea Leitung', 'lead')
  await editor(cms, 'Rita Redaktion')
  await editor(cms, 'Anton Autor', 'strapi-author')
  const mighty = await cms.strapi.service('admin::role').create({ name: 'Einstellungen' })
  await cms.strapi.service('admin::role').addPermissions(mighty.id, [{ action: 'admin::roles.update' }])
  await editor(cms, 'Moritz Mächtig', mighty.code)
  roles = numbersOf((await cms.strapi.db.query('admin::role').findMany()).map(({ id, code: name }) => ({ id, name })))
  roles.mighty = mighty.id
  others = numbersOf((await accounts()).map(({ id, firstname, roles: [role] }) =>
    ({ id, name: role?.code === 'strapi-super-admin' ? 'admin' : firstname })))
})

afterAll(() => cms?.stop())

const invite = (role: string) => lea.send('POST', '/admin/users', {
  firstname: 'Neu', lastname: role, email: `${role}@example.org`, roles: [roles[role]],
})

describe('whoever leads', () => {
  test.each(['strapi-editor', 'strapi-author', 'translator-fa', 'lead'])('invites somebody for the role %s', async (role) => {
    expect((await invite(role)).status).toBe(201)
    expect((await accounts()).find(({ email }) => email === `${role}@example.org`)?.roles).toMatchObject([{ code: role }])
  })

  test('changes, blocks and deletes accounts of these roles, and makes links for them', async () => {
    const address = `/admin/users/${others.Rita}`
    expect((await lea.send('PUT', address, { roles: [roles['translator-ar'], roles['strapi-author']] })).status).toBe(200)
    expect((await lea.send('POST', `/sign-in-links/${others.Rita}`)).status).toBe(200)
    expect((await lea.send('PUT', address, { isActive: false })).status).toBe(200)
    expect((await lea.send('DELETE', address)).status).toBe(200)
    expect((await accounts()).map(({ id }) => id)).not.toContain(others.Rita)
  })

  test('changes her own name, and not her own role', async () => {
    expect((await lea.send('PUT', '/admin/users/me', { lastname: 'Leiterin' })).status).toBe(200)
    const { status, error } = await lea.send('PUT', `/admin/users/${others.Lea}`, { roles: [roles['strapi-super-admin']] })
    expect([status, error?.message]).toEqual([400, expect.stringContaining(ROLE_REFUSED)])
  })

  test.each(['strapi-super-admin', 'mighty'])('gives nobody the role %s', async (role) => {
    const before = (await accounts()).length
    const { status, error } = await invite(role)
    expect([status, error?.message]).toEqual([400, expect.stringContaining(ROLE_REFUSED)])
    expect(await accounts()).toHaveLength(before)
  })

  test.each<[string, (id: number) => [string, string, Values?]]>([
    ['a new password for', id => ['PUT', `/admin/users/${id}`, { password: 'Passwort-456' }]],
    ['another mail address for', id => ['PUT', `/admin/users/${id}`, { email: 'anders@example.org' }]],
    ['other roles for', id => ['PUT', `/admin/users/${id}`, { roles: [roles['strapi-author']] }]],
    ['an end of', id => ['PUT', `/admin/users/${id}`, { isActive: false }]],
    ['a link for', id => ['POST', `/sign-in-links/${id}`]],
    ['the deletion of', id => ['DELETE', `/admin/users/${id}`]],
    ['the deletion, among several, of', id => ['POST', '/admin/users/batch-delete', { ids: [others.Anton, id] }]],
  ])('is refused %s the administrator, and whoever has a role that is not of the portal', async (_, asked) => {
    // Somebody else is administrator too: Strapi keeps the last one by itself.
    await editor(cms, `Zweite Administration${Math.random()}`, 'strapi-super-admin')
    const before = await accounts()
    for (const name of ['admin', 'Moritz']) {
      const { status, error } = await lea.send(...asked(Number(others[name])))
      expect([name, status, error?.message]).toEqual([name, 400, ACCOUNT_REFUSED])
    }
    expect(await accounts()).toEqual(before)
  })

  test.each([
    ['PUT', '/admin/roles/1/permissions'], ['GET', '/admin/api-tokens'], ['POST', '/i18n/locales'], ['GET', '/admin/webhooks'],
  ])('has no right to %s %s', async (method, address) => {
    expect((await lea.send(method, address, method === 'GET' ? undefined : {})).status).toBe(403)
  })
})

test('the Redaktion sees no accounts', async () => {
  const rita = await editor(cms, 'Rosa Redaktion')
  expect((await rita.send('GET', '/admin/users')).status).toBe(403)
})
