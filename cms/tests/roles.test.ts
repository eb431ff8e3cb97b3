/** What the roles of the portal may do, at the first start and at every other. */
import { createRequire } from 'node:module'
import type { Core } from '@strapi/strapi'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cms, startCms } from './strapi'

const require = createRequire(import.meta.url)
const { createRoles, openToRoles }: {
  createRoles: (strapi: Core.Strapi) => Promise<void>
  openToRoles: (strapi: Core.Strapi, code: string) => Promise<void>
} = require('../dist/src/bootstrap/roles')

const PLAN = 'api::plan.plan'
const UPDATE = 'plugin::content-manager.explorer.update'
const ROLES = ['strapi-editor', 'strapi-author', 'lead', 'translator-ar']

interface Permission {
  id: number
  action: string
  subject: string | null
  properties: { fields?: string[], locales?: string[] | null }
  conditions: string[]
}

let cms: Cms

beforeAll(async () => {
  cms = await startCms()
})

afterAll(() => cms?.stop())

const permissionsOf = (role: string): Promise<Permission[]> =>
  cms.strapi.db.query('admin::permission').findMany({ where: { role: { code: role } }, orderBy: { id: 'asc' } })

/** What Strapi does at every start, before anything of ours runs. */
const clean = (): Promise<void> => cms.strapi.service('admin::permission').cleanPermissionsInDatabase()

/** The rights of a role as lines, whatever their order. */
async function rightsOf(role: string): Promise<string[]> {
  const lines = (await permissionsOf(role)).map(({ action, subject, properties, conditions }) => {
    const { fields, locales } = properties
    return JSON.stringify([action, subject, fields?.toSorted(), locales?.toSorted(), conditions])
  })
  return lines.sort()
}

async function right(role: string, action: string, subject: string): Promise<Permission> {
  const found = (await permissionsOf(role)).find(
    permission => permission.action === action && permission.subject === subject,
  )
  if (!found) throw new Error(`${role} has no ${action} on ${subject}.`)
  return found
}

const change = (id: number, data: object) => cms.strapi.db.query('admin::permission').update({ where: { id }, data })

describe.each(ROLES)('the role %s', (role) => {
  let rights: string[]

  beforeEach(async () => {
    await createRoles(cms.strapi)
    rights = await rightsOf(role)
  })

  test('loses nothing when Strapi cleans its permissions, and nothing is written anew at the next start', async () => {
    const before = await permissionsOf(role)
    await clean()
    expect(await rightsOf(role)).toEqual(rights)
    await createRoles(cms.strapi)
    expect(await permissionsOf(role)).toEqual(before)
  })

  test('has each right once', async () => {
    const names = (await permissionsOf(role)).map(({ action, subject }) => `${action} ${subject}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('names every language of every localised type', async () => {
    const codes = (await cms.strapi.plugin('i18n').service('locales').find()).map(({ code }: { code: string }) => code)
    expect(codes).toHaveLength(11)
    for (const { action, subject, properties } of await permissionsOf(role)) {
      const type = subject?.startsWith('api::') ? Reflect.get(cms.strapi.contentTypes, subject) : null
      const isOfOne = role === 'translator-ar' && !action.endsWith('.read')
      if (type?.pluginOptions?.i18n?.localized)
        expect(properties.locales?.toSorted(), `${action} ${subject}`).toEqual(isOfOne ? ['ar'] : codes.toSorted())
    }
  })

  test.each<[string, (permission: Permission) => Promise<unknown>]>([
    ['was removed', ({ id }) => cms.strapi.db.query('admin::permission').delete({ where: { id } })],
    ['lost its languages', ({ id, properties }) => change(id, { properties: { ...properties, locales: null } })],
    [
      'is limited to one language',
      ({ id, properties }) => change(id, { properties: { ...properties, locales: ['ar'] } }),
    ],
    [
      'lost a field',
      ({ id, properties }) => change(id, { properties: { ...properties, fields: properties.fields?.slice(1) } }),
    ],
    ['is limited by a condition', ({ id }) => change(id, { conditions: ['admin::is-creator'] })],
  ])('gets a right back that %s', async (_what, harm) => {
    await harm(await right(role, 'plugin::content-manager.explorer.read', PLAN))
    await clean()
    expect(await rightsOf(role)).not.toEqual(rights)
    await createRoles(cms.strapi)
    expect(await rightsOf(role)).toEqual(rights)
  })

  const lost = role === 'translator-ar'
    ? ['plugin::content-manager.explorer.create', 'plugin::content-manager.explorer.update']
    : ['plugin::upload.assets.create', 'plugin::upload.read']
  test.each(lost)('gets %s back', async (action) => {
    await cms.strapi.db.query('admin::permission').deleteMany({ where: { action, role: { code: role } } })
    expect(await rightsOf(role)).not.toEqual(rights)
    await createRoles(cms.strapi)
    expect(await rightsOf(role)).toEqual(rights)
  })

  test('is there again with all its rights after somebody deleted it', async () => {
    const { id } = await cms.strapi.db.query('admin::role').findOne({ where: { code: role } })
    await cms.strapi.service('admin::role').deleteByIds([id])
    expect(await rightsOf(role)).toEqual([])
    await createRoles(cms.strapi)
    expect(await rightsOf(role)).toEqual(rights)
    expect(await cms.strapi.db.query('admin::role').count({ where: { code: role } })).toBe(1)
  })

  test('keeps a right that an administrator added', async () => {
    const { id } = await cms.strapi.db.query('admin::role').findOne({ where: { code: role } })
    await cms.strapi.service('admin::role').addPermissions(id, [{ action: 'admin::users.read' }])
    await clean()
    await createRoles(cms.strapi)
    expect((await permissionsOf(role)).map(({ action }) => action)).toContain('admin::users.read')
  })
})

describe('a new language', () => {
  test('is open to every role that may write in all languages, and to none that is limited to some', async () => {
    const everywhere = ['de', 'de-simple', 'en', 'tr', 'ar', 'fa', 'kmr', 'ru', 'es', 'it', 'bg']
    for (const [name, locales] of [['Überall', everywhere], ['Nur Arabisch', ['ar']]] as const) {
      const { id } = await cms.strapi.service('admin::role').create({ name })
      await cms.strapi
        .service('admin::role')
        .addPermissions(id, [{ action: UPDATE, subject: PLAN, properties: { fields: ['title'], locales } }])
    }
    const localesOf = async (name: string) => {
      const [permission]: Permission[] = await cms.strapi.db
        .query('admin::permission')
        .findMany({ where: { role: { name } } })
      return permission?.properties.locales
    }
    for (let time = 0; time < 2; time += 1) await openToRoles(cms.strapi, 'uk')
    expect(await localesOf('Überall')).toEqual([...everywhere, 'uk'])
    expect(await localesOf('Nur Arabisch')).toEqual(['ar'])
  })
})
