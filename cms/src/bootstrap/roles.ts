import type { Core } from '@strapi/strapi'
import { SOURCE_LANGUAGE } from 'shared-types'
import { hasDrafts, isLedger, isLocalised, type Schema, shownSchemas } from '../content-model/schema'
import { BIN, CONSENT, IMAGE, SOURCE } from '../content-model/uids'

const EXPLORER = 'plugin::content-manager.explorer'

interface Role {
  code: string
  /** The name Strapi gave it: as long as it bears that one, the role is as new. */
  strapiName?: string
  name: string
  description: string
  may: (verb: string, schema: Schema) => boolean
  /** Strapi's condition under which only; none for most. */
  onlyIf?: (verb: string, schema: Schema) => string[]
  /** The only language in which it writes, and there only the texts. */
  translates?: string
  /** Which files it sees and changes. */
  files: 'all' | 'own' | 'none'
  /** What it may do in the settings. */
  settings?: string[]
}

const OWN = 'admin::is-creator'
const TRANSLATOR = 'translator-'

/** What belongs to every draft that is written, and has no drafts itself. */
const BESIDE_DRAFTS: string[] = [SOURCE, IMAGE]

/** Strapi's two roles beside the administrator, under the names and with the rights that volunteers know. */
const EDITOR: Role = {
  code: 'strapi-editor',
  strapiName: 'Editor',
  name: 'Redaktion',
  description: 'Schreibt, prüft und veröffentlicht.',
  may: (verb, schema) => {
    // What is in the bin is brought back or deleted for good, not changed.
    if (schema.uid === BIN) return verb === 'read' || verb === 'delete'
    if (verb === 'read' || verb === 'update') return true
    // Without it the website has no name: it is written and never deleted.
    if (schema.kind === 'singleType') return verb === 'create'
    return !isLedger(schema) || schema.uid === CONSENT
  },
  files: 'all',
}
const AUTHOR: Role = {
  code: 'strapi-author',
  strapiName: 'Author',
  name: 'Autorin oder Autor',
  description: 'Schreibt Entwürfe; die Redaktion veröffentlicht sie.',
  may: (verb, schema) => {
    if (isLedger(schema)) return false
    if (verb === 'read') return true
    return (hasDrafts(schema) || BESIDE_DRAFTS.includes(schema.uid)) && (verb === 'create' || verb === 'update')
  },
  // What others entered and is public at once is not changed.
  onlyIf: (verb, schema) => verb === 'update' && BESIDE_DRAFTS.includes(schema.uid) ? [OWN] : [],
  files: 'own',
}
/** Whom she may make what is decided in `sign-in/accounts.ts`. */
const LEAD: Role = {
  ...EDITOR,
  code: 'lead',
  strapiName: undefined,
  name: 'Leitung',
  description: 'Wie die Redaktion; lädt außerdem ein, vergibt Rollen und sperrt Konten.',
  settings: ['users.create', 'users.read', 'users.update', 'users.delete', 'roles.read'],
}

/** Whether a role is one of those that stand here. */
export function isOfPortal({ code }: { code: string }): boolean {
  return [EDITOR, AUTHOR, LEAD].some(role => role.code === code) || code.startsWith(TRANSLATOR)
}

/** Whoever translates into one language. What has no drafts would be public at once, and is left to the Redaktion. */
function translatorInto({ code, name }: Language): Role {
  return {
    code: TRANSLATOR + code,
    name: `Übersetzung: ${name}`,
    description: `Übersetzt in diese Sprache (${code}); die Redaktion veröffentlicht es.`,
    may: (verb, schema) => {
      if (isLedger(schema)) return false
      return verb === 'read' || (hasDrafts(schema) && isLocalised(schema) && (verb === 'create' || verb === 'update'))
    },
    translates: code,
    files: 'none',
  }
}

/**
 * Brings these roles back to the rights that stand here, at every start: Strapi removes what it takes for invalid, a
 * new type or field needs a right, and nobody may be locked out by a slip. Rights that an administrator added stay.
 */
export async function createRoles(strapi: Core.Strapi): Promise<void> {
  const languages = await languagesOf(strapi)
  const locales = languages.map(({ code }) => code)
  const translators = languages.filter(({ code }) => code !== SOURCE_LANGUAGE).map(translatorInto)
  for (const wanted of [EDITOR, AUTHOR, LEAD, ...translators]) {
    const role = await findRole(strapi, wanted.code) ?? await createRole(strapi, wanted)
    const stored = role.name === wanted.strapiName ? await startAnew(strapi, role, wanted) : role.permissions
    await bringBack(strapi, role.id, stored, rightsOf(strapi, wanted, locales))
  }
}

interface Permission {
  action: string
  subject: string | null
  properties: { fields?: string[], locales?: string[] | null }
  conditions: string[]
}

interface StoredPermission extends Permission {
  id: number
}

interface StoredRole {
  id: number
  name: string
  permissions: StoredPermission[]
}

function findRole(strapi: Core.Strapi, code: string): Promise<StoredRole | null> {
  return strapi.db.query('admin::role').findOne({ where: { code }, populate: ['permissions'] })
}

/** Of a role that was deleted: whoever is to work gets one of these. */
async function createRole(strapi: Core.Strapi, { code, name, description }: Role): Promise<StoredRole> {
  return { ...await strapi.service('admin::role').create({ code, name, description }), permissions: [] }
}

interface Language {
  code: string
  name: string
}

function languagesOf(strapi: Core.Strapi): Promise<Language[]> {
  return strapi.plugin('i18n').service('locales').find()
}

/** Takes what Strapi gave the role on our content; what stays is returned. */
async function startAnew(
  strapi: Core.Strapi, role: StoredRole, { name, description }: Role,
): Promise<StoredPermission[]> {
  const isOurs = ({ subject }: Permission) => subject?.startsWith('api::')
  const ours = role.permissions.filter(isOurs).map(({ id }) => id)
  await strapi.db.query('admin::permission').deleteMany({ where: { id: { $in: ours } } })
  await strapi.db.query('admin::role').update({ where: { id: role.id }, data: { name, description } })
  return role.permissions.filter(permission => !isOurs(permission))
}

/**
 * What the code gives a role. Languages are named: Strapi removes rights without any, and its picker shows what is
 * named.
 */
function rightsOf(strapi: Core.Strapi, role: Role, locales: string[]): Permission[] {
  const byUid = new Map(shownSchemas(strapi).map(schema => [schema.uid, schema]))
  const actions = strapi.service('admin::permission').actionProvider.values()
    .filter(({ section }: { section: string }) => section === 'contentTypes')
  const all: Permission[] = strapi.service('admin::content-type').getPermissionsWithNestedFields(actions, {})
  const ofEntries = all.flatMap((permission) => {
    const schema = byUid.get(permission.subject ?? '')
    const verb = permission.action.replace(`${EXPLORER}.`, '')
    if (!schema || !role.may(verb, schema)) return []
    const conditions = role.onlyIf?.(verb, schema) ?? []
    if (!isLocalised(schema)) return [{ ...permission, conditions }]
    const { fields } = permission.properties
    const properties = role.translates && verb !== 'read'
      ? { fields: fields?.filter(field => isText(schema, field)), locales: [role.translates] }
      : { ...permission.properties, locales }
    return [{ ...permission, conditions, properties }]
  })
  return [...ofEntries, ...rightsOnFiles(role), ...rightsInSettings(role)]
}

/** `facts.title` belongs to `facts`. */
function isText({ attributes }: Schema, field: string): boolean {
  const attribute = attributes[field.split('.')[0] ?? '']
  return attribute !== undefined && isLocalised(attribute)
}

/** As Strapi gives them to its two roles when it makes them. */
function rightsOnFiles({ files }: Role): Permission[] {
  if (files === 'none') return []
  return ['read', 'configure-view', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'].map(verb => ({
    action: `plugin::upload.${verb}`, subject: null, properties: {},
    conditions: files === 'own' && ['read', 'assets.update'].includes(verb) ? [OWN] : [],
  }))
}

function rightsInSettings({ settings = [] }: Role): Permission[] {
  return settings.map(name => ({ action: `admin::${name}`, subject: null, properties: {}, conditions: [] }))
}

/** Adds what is missing and completes what was narrowed; whatever else the role may do stays. */
async function bringBack(
  strapi: Core.Strapi, roleId: number, stored: StoredPermission[], wanted: Permission[],
): Promise<void> {
  const nameOf = ({ action, subject }: Permission) => `${action} ${subject}`
  const known = new Map(stored.map(permission => [nameOf(permission), permission]))
  const missing = wanted.filter(permission => !known.has(nameOf(permission)))
  if (missing.length > 0) await strapi.service('admin::role').addPermissions(roleId, missing)
  for (const permission of wanted) {
    const had = known.get(nameOf(permission))
    if (had && isNarrower(had, permission)) await complete(strapi, had, permission)
  }
}

function isNarrower(had: Permission, wanted: Permission): boolean {
  return had.conditions.some(condition => !wanted.conditions.includes(condition))
    || lacksAny(had.properties.fields, wanted.properties.fields)
    || lacksAny(had.properties.locales, wanted.properties.locales)
}

function lacksAny(had: string[] | null | undefined, wanted: string[] | null | undefined): boolean {
  return (wanted ?? []).some(value => !had?.includes(value))
}

async function complete(strapi: Core.Strapi, had: StoredPermission, wanted: Permission): Promise<void> {
  const properties = { ...had.properties }
  for (const name of ['fields', 'locales'] as const) {
    const values = wanted.properties[name]
    if (values) properties[name] = [...new Set([...had.properties[name] ?? [], ...values])]
  }
  await strapi.db.query('admin::permission').update({ where: { id: had.id }, data: { properties, conditions: wanted.conditions } })
}

/**
 * Lets every role work in a new language: whoever may write in all languages there are may write in that one too,
 * whoever is limited to some stays so. To be called before the language is created, so that it can be repeated.
 */
export async function openToRoles(strapi: Core.Strapi, code: string): Promise<void> {
  const others = (await languagesOf(strapi)).map(language => language.code).filter(other => other !== code)
  const permissions: StoredPermission[] = await strapi.db.query('admin::permission').findMany({})
  for (const { id, properties } of permissions) {
    const { locales } = properties
    if (!locales || locales.includes(code) || !others.every(other => locales.includes(other))) continue
    await strapi.db.query('admin::permission')
      .update({ where: { id }, data: { properties: { ...properties, locales: [...locales, code] } } })
  }
}
