import { MapperKind, mapSchema } from '@graphql-tools/utils'
import type { Core } from '@strapi/strapi'
import { defaultFieldResolver, type GraphQLFieldConfig, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { LOCALE_CODES } from 'shared-types'
import { type Attribute, hasDrafts, isLocalised, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { isOwnRelation } from '../rules/rows'
import { badRequest, localeFrom } from './arguments'
import { asComponent, type Entity, Loaders, type Status, VIEW, type View } from './loaders'

/** The deepest nesting of a filter. */
const FILTER_DEPTH = 6

export interface RequestContext {
  state: { auth?: { credentials?: { mayReadDrafts?: boolean } } }
  loaders?: Loaders
}

type Field = GraphQLFieldConfig<unknown, RequestContext>
type Resolver = GraphQLFieldResolver<unknown, RequestContext>
type Arguments = Record<string, unknown>

/** Reads whole documents instead of single rows: texts in the asked language, everything else as its source language has it. */
export function withDocuments(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  const { naming } = strapi.plugin('graphql').service('utils')
  const components = Object.keys({ ...strapi.components }).map(uid => schemaOf(strapi, uid))
  const roots = new Map(publicSchemas(strapi).flatMap(type => rootFields(strapi, naming, type)))
  const holders = new Map([
    ...publicSchemas(strapi).map(type => [naming.getTypeName(type), type] as const),
    ...components.map(type => [type.globalId, type] as const),
  ])
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (field, name) => ({ ...field, resolve: readable(roots.get(name)?.(field) ?? field.resolve) }),
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const holder = holders.get(typeName)
      const attribute = holder?.attributes[name]
      if (!holder || !attribute) return field
      if (attribute.component || attribute.components) return { ...field, resolve: componentResolver(strapi, holder, name, attribute) }
      if (attribute.type === 'media') return { ...field, resolve: fileResolver(strapi, holder, name, attribute) }
      return isOwnRelation(name, attribute) ? { ...field, resolve: relationResolver(strapi, holder, name, attribute) } : field
    },
  })
}

/** PostgreSQL cannot even be asked for a text with a NUL in it. */
function readable(resolve: Resolver = defaultFieldResolver): Resolver {
  return (parent, args: Arguments, context, info) => {
    if (JSON.stringify(args).includes('\\u0000')) throw badRequest('An argument contains the character U+0000. Leave it out.')
    return resolve(parent, args, context, info)
  }
}

interface Naming {
  getFindOneQueryName: (schema: Schema) => string
  getFindQueryName: (schema: Schema) => string
  getFindConnectionQueryName: (schema: Schema) => string
  getTypeName: (schema: Schema) => string
}

function rootFields(strapi: Core.Strapi, naming: Naming, schema: Schema): [string, (field: Field) => Resolver][] {
  if (schema.kind === 'singleType') return [[naming.getFindOneQueryName(schema), () => oneResolver(strapi, schema)]]
  return [
    [naming.getFindOneQueryName(schema), () => oneResolver(strapi, schema)],
    [naming.getFindQueryName(schema), field => listResolver(strapi, schema, field)],
    [naming.getFindConnectionQueryName(schema), field => connectionResolver(strapi, schema, field)],
  ]
}

function oneResolver(strapi: Core.Strapi, schema: Schema): Resolver {
  return async (_parent, args: Arguments, context) => {
    const documentId = typeof args.documentId === 'string' ? args.documentId : await singleDocumentId(strapi, schema)
    return documentId ? loadersOf(strapi, context).document(schema, viewOf(args, context), documentId) : null
  }
}

async function singleDocumentId(strapi: Core.Strapi, schema: Schema): Promise<string | null> {
  const row = await strapi.db.query(schema.uid).findOne({ select: ['documentId'] })
  return row?.documentId ?? null
}

function listResolver(strapi: Core.Strapi, schema: Schema, { resolve = defaultFieldResolver }: Field): Resolver {
  return async (parent, args: Arguments, context, info) => {
    const view = viewOf(args, context)
    const rows: unknown = await resolve(parent, bySourceLanguage(strapi, schema, args, view), context, info)
    return documentsOf(strapi, schema, view, context, rows)
  }
}

function connectionResolver(strapi: Core.Strapi, schema: Schema, { resolve = defaultFieldResolver }: Field): Resolver {
  return async (parent, args: Arguments, context, info) => {
    const view = viewOf(args, context)
    const collection: unknown = await resolve(parent, bySourceLanguage(strapi, schema, args, view), context, info)
    if (typeof collection !== 'object' || collection === null) return collection
    return { ...collection, nodes: await documentsOf(strapi, schema, view, context, Reflect.get(collection, 'nodes')) }
  }
}

async function documentsOf(strapi: Core.Strapi, schema: Schema, view: View, context: RequestContext, rows: unknown): Promise<Entity[]> {
  const documentIds = Array.isArray(rows) ? rows.map(documentIdOf) : []
  const entities = await Promise.all(documentIds.map(id => loadersOf(strapi, context).document(schema, view, id)))
  return entities.filter(entity => entity !== null)
}

function documentIdOf(row: unknown): string {
  return typeof row === 'object' && row !== null ? String(Reflect.get(row, 'documentId')) : ''
}

/** Filters and sorts by the rows in which relations and shared values stand, whatever language is asked for. */
function bySourceLanguage(strapi: Core.Strapi, schema: Schema, args: Arguments, view: View): Arguments {
  if (depthOf(args.filters) > FILTER_DEPTH)
    throw badRequest(`A filter may be nested ${FILTER_DEPTH} levels deep at most.`)
  const filters = view.status === 'draft' ? args.filters : amongPublic(strapi, schema, args.filters)
  if (!isLocalised(schema)) return { ...args, filters, status: view.status }
  const inSourceLanguage = { or: LOCALE_CODES.map(code => ({ locale: { eq: code }, sourceLanguage: { eq: code } })) }
  return { ...args, status: view.status, locale: '*', filters: { and: [...filters ? [filters] : [], inSourceLanguage] } }
}

/** What is related counts only where it is public: a filter could tell what stands in drafts. */
function amongPublic(strapi: Core.Strapi, schema: Schema, filters: unknown): unknown {
  if (Array.isArray(filters)) return filters.map(filter => amongPublic(strapi, schema, filter))
  if (typeof filters !== 'object' || filters === null) return filters
  return Object.fromEntries(Object.entries(filters).map(([name, filter]) => {
    if (['and', 'or', 'not'].includes(name)) return [name, amongPublic(strapi, schema, filter)]
    const uid = schema.attributes[name]?.component ?? schema.attributes[name]?.target
    if (!uid || !filter) return [name, filter]
    const related = schemaOf(strapi, uid)
    const inner = amongPublic(strapi, related, filter)
    return [name, hasDrafts(related) ? { and: [inner, { publishedAt: { notNull: true } }] } : inner]
  }))
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Math.max(0, ...Object.values(value).map(depthOf))
  return Array.isArray(value) ? inner : inner + 1
}

function viewOf(args: Arguments, context: RequestContext): View {
  const locale = localeFrom(args.locale)
  const status: Status = args.status === 'draft' ? 'draft' : 'published'
  if (status === 'draft' && !context.state.auth?.credentials?.mayReadDrafts)
    throw new GraphQLError('Drafts are not public. Ask for what is published.', { extensions: { code: 'FORBIDDEN', http: { status: 403 } } })
  return { locale, status }
}

function relationResolver(strapi: Core.Strapi, schema: Schema, name: string, attribute: Attribute): Resolver {
  const target = schemaOf(strapi, attribute.target ?? '')
  const isMany = attribute.relation?.endsWith('Many') === true
  return async (entity, _args, context) => {
    if (!isEntity(entity)) return isMany ? [] : null
    const loaders = loadersOf(strapi, context)
    const rows = await loaders.attribute(schema, name, attribute, entity)
    // What has drafts is related to twice: by its draft and by what is published of it.
    const documentIds = [...new Set(rows.map(row => row.documentId))]
    const related = await Promise.all(documentIds.map(id => loaders.document(target, entity[VIEW], id)))
    const visible = related.filter(document => document !== null)
    return isMany ? visible : visible[0] ?? null
  }
}

function fileResolver(strapi: Core.Strapi, schema: Schema, name: string, attribute: Attribute): Resolver {
  return async (entity, _args, context) => {
    if (!isEntity(entity)) return null
    const [file] = await loadersOf(strapi, context).attribute(schema, name, attribute, entity)
    return file ?? null
  }
}

function componentResolver(strapi: Core.Strapi, schema: Schema, name: string, attribute: Attribute): Resolver {
  const isMany = attribute.repeatable === true || attribute.components !== undefined
  return async (entity, _args, context) => {
    if (!isEntity(entity)) return isMany ? [] : null
    const rows = await loadersOf(strapi, context).attribute(schema, name, attribute, entity)
    const components = rows.map(row => asComponent(row, entity[VIEW]))
    return isMany ? components : components[0] ?? null
  }
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && VIEW in value
}

export function loadersOf(strapi: Core.Strapi, context: RequestContext): Loaders {
  context.loaders ??= new Loaders(strapi)
  return context.loaders
}
