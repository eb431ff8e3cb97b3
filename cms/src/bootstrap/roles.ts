import type { Core } from '@strapi/strapi'
import { hasDrafts, isLedger, type Schema, shownSchemas } from '../content-model/schema'
import { CONSENT } from '../rules/people'

const EXPLORER = 'plugin::content-manager.explorer'

interface Role {
  code: string
  /** The name Strapi gave it: as long as it bears that one, the role is as new. */
  strapiName: string
  name: string
  description: string
  may: (verb: string, schema: Schema) => boolean
}

/** Strapi's two roles beside the administrator, under the names and with the rights that volunteers know. */
const ROLES: Role[] = [
  {
    code: 'strapi-editor',
    strapiName: 'Editor',
    name: 'Redaktion',
    description: 'Schreibt, prüft und veröffentlicht.',
    may: (verb, schema) => !isLedger(schema) || schema.uid === CONSENT || verb === 'read' || verb === 'update',
  },
  {
    code: 'strapi-author',
    strapiName: 'Author',
    name: 'Autorin oder Autor',
    description: 'Schreibt Entwürfe; die Redaktion veröffentlicht sie.',
    may: (verb, schema) => !isLedger(schema) && (verb === 'read' || (hasDrafts(schema) && (verb === 'create' || verb === 'update'))),
  },
]

/** Gives both roles their rights on types that they have none for yet; what an administrator has changed stays. */
export async function createRoles(strapi: Core.Strapi): Promise<void> {
  for (const wanted of ROLES) {
    const role: StoredRole | null = await strapi.db.query('admin::role').findOne({ where: { code: wanted.code }, populate: ['permissions'] })
    if (!role) continue
    const isNew = role.name === wanted.strapiName
    if (isNew) await startAnew(strapi, role, wanted)
    const known = new Set(isNew ? [] : role.permissions.map(({ subject }) => subject))
    const added = permissionsOf(strapi, wanted, shownSchemas(strapi).filter(({ uid }) => !known.has(uid)))
    if (added.length > 0) await strapi.service('admin::role').addPermissions(role.id, added)
  }
}

interface StoredRole {
  id: number
  name: string
  permissions: { id: number, subject: string | null }[]
}

async function startAnew(strapi: Core.Strapi, role: StoredRole, { name, description }: Role): Promise<void> {
  const ours = role.permissions.filter(({ subject }) => subject?.startsWith('api::')).map(({ id }) => id)
  await strapi.db.query('admin::permission').deleteMany({ where: { id: { $in: ours } } })
  await strapi.db.query('admin::role').update({ where: { id: role.id }, data: { name, description } })
}

interface Permission {
  action: string
  subject: string
  properties: object
}

function permissionsOf(strapi: Core.Strapi, role: Role, schemas: Schema[]): Permission[] {
  const byUid = new Map(schemas.map(schema => [schema.uid, schema]))
  const actions = strapi.service('admin::permission').actionProvider.values().filter(({ section }: { section: string }) => section === 'contentTypes')
  const all: Permission[] = strapi.service('admin::content-type').getPermissionsWithNestedFields(actions, {})
  return all.flatMap((permission) => {
    const schema = byUid.get(permission.subject)
    const verb = permission.action.replace(`${EXPLORER}.`, '')
    if (!schema || !role.may(verb, schema)) return []
    return [{ ...permission, properties: { ...permission.properties, locales: null } }]
  })
}
