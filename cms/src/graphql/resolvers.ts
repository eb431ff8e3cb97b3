import { MapperKind, mapSchema } from '@graphql-tools/utils'
import type { Core } from '@strapi/strapi'
import { defaultFieldResolver, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { type Attribute, publicSchemas, type Schema, schemaOf } from '../content-model/schema'
import { readRegister, type Register } from '../register'
import { loadRegister } from '../register/load'
import { isOwnRelation } from '../rows/rows'
import type { Status } from '../rows/shown'
import { badRequest, localeFrom } from './arguments'
import { countEntities } from './limits/cost'
import { countDocuments, findDocumentIds, listFrom } from './lists/find'
import { pageInfoOf } from './lists/paging'
import { asComponent, type Entity, Loaders, VIEW, type View } from './loaders'
import { holdersOf } from './contract/types'
import { dependenciesOfList } from './made-of'

/** How Strapi calls the type of a list with its pages. */
const COLLECTION = 'EntityResponseCollection'

export interface RequestContext {
  state: {
    auth?: { credentials?: { mayReadDrafts?: boolean, previewed?: string | null } }
    /** Of what the answer is made, once it is there and has no errors. */
    dependsOn?: ReadonlySet<string>
  }
  loaders?: Loaders
  /** What the filters and sorts of the operation have cost so far. */
  cost?: number
  /** How many documents and parts of them the answer holds so far. */
  entities?: number
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>
type Arguments = Record<string, unknown>

/**
 * Reads whole documents instead of single rows: texts in the asked language, everything else as its source language has
 * it.
 */
export function withDocuments(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  const { naming } = strapi.plugin('graphql').service('utils')
  const roots = new Map(publicSchemas(strapi).flatMap(type => rootFields(strapi, naming, type)))
  const holders = holdersOf(strapi)
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (field, name) => ({ ...field, resolve: readable(roots.get(name) ?? field.resolve) }),
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      if (typeName.endsWith(COLLECTION)) return { ...field, resolve: defaultFieldResolver }
      const holder = holders.get(typeName)
      const attribute = holder?.attributes[name]
      if (!holder || !attribute) return field
      if (attribute.component || attribute.components)
        return { ...field, resolve: componentResolver(strapi, holder, name, attribute) }
      if (attribute.type === 'media') return { ...field, resolve: fileResolver(strapi, holder, name, attribute) }
      return isOwnRelation(name, attribute)
        ? { ...field, resolve: relationResolver(strapi, holder, name, attribute) }
        : field
    },
  })
}

/** PostgreSQL cannot even be asked for a text with a NUL in it. */
function readable(resolve: Resolver = defaultFieldResolver): Resolver {
  return (parent, args: Arguments, context, info) => {
    if (JSON.stringify(args).includes('\\u0000'))
      throw badRequest('An argument contains the character U+0000. Leave it out.')
    return resolve(parent, args, context, info)
  }
}

interface Naming {
  getFindOneQueryName: (schema: Schema) => string
  getFindQueryName: (schema: Schema) => string
  getFindConnectionQueryName: (schema: Schema) => string
  getTypeName: (schema: Schema) => string
}

function rootFields(strapi: Core.Strapi, naming: Naming, schema: Schema): [string, Resolver][] {
  if (schema.kind === 'singleType') return [[naming.getFindOneQueryName(schema), oneResolver(strapi, schema)]]
  return [
    [naming.getFindOneQueryName(schema), oneResolver(strapi, schema)],
    [naming.getFindQueryName(schema), listResolver(strapi, schema)],
    [naming.getFindConnectionQueryName(schema), connectionResolver(strapi, schema)],
  ]
}

function oneResolver(strapi: Core.Strapi, schema: Schema): Resolver {
  return async (_parent, args: Arguments, context) => {
    if (typeof args.documentId !== 'string') loadersOf(strapi, context).dependOn([schema.globalId])
    const documentId = typeof args.documentId === 'string' ? args.documentId : await singleDocumentId(strapi, schema)
    return documentId ? loadersOf(strapi, context).document(schema, viewOf(args, context), documentId) : null
  }
}

async function singleDocumentId(strapi: Core.Strapi, schema: Schema): Promise<string | null> {
  const row = await strapi.db.query(schema.uid).findOne({ select: ['documentId'] })
  return row?.documentId ?? null
}

function listResolver(strapi: Core.Strapi, schema: Schema): Resolver {
  return async (_parent, args: Arguments, context) => {
    const view = viewOf(args, context)
    const list = listFrom(strapi, schema, args, { view, context, isCounted: false })
    loadersOf(strapi, context).dependOn(dependenciesOfList(strapi, schema, args))
    return documentsOf(strapi, schema, view, context, await findDocumentIds(strapi, list))
  }
}

/** Pages are counted only where somebody asks. */
function connectionResolver(strapi: Core.Strapi, schema: Schema): Resolver {
  return async (_parent, args: Arguments, context) => {
    const view = viewOf(args, context)
    const list = listFrom(strapi, schema, args, { view, context, isCounted: true })
    loadersOf(strapi, context).dependOn(dependenciesOfList(strapi, schema, args))
    return {
      nodes: await documentsOf(strapi, schema, view, context, await findDocumentIds(strapi, list)),
      pageInfo: async () => pageInfoOf(list.part, await countDocuments(strapi, list)),
    }
  }
}

async function documentsOf(
  strapi: Core.Strapi, schema: Schema, view: View, context: RequestContext, documentIds: string[],
): Promise<Entity[]> {
  const entities = await Promise.all(documentIds.map(id => loadersOf(strapi, context).document(schema, view, id)))
  return entities.filter(entity => entity !== null)
}

function viewOf(args: Arguments, context: RequestContext): View {
  const locale = localeFrom(args.locale)
  if (args.status !== 'draft') return { locale, status: shownTo(context) }
  if (!context.state.auth?.credentials?.mayReadDrafts)
    throw new GraphQLError('Drafts are not public. Ask for what is published.', {
      extensions: { code: 'FORBIDDEN', http: { status: 403 } },
    })
  return { locale, status: 'draft' }
}

/** shownTo is what is published, and for whoever has opened a link to a preview, its draft as well. */
export function shownTo({ state }: RequestContext): Status {
  const documentId = state.auth?.credentials?.previewed
  return documentId ? `draft of ${documentId}` : 'published'
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
    countEntities(context, documentIds.length)
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
    countEntities(context, rows.length)
    const components = rows.map(row => asComponent(row, entity[VIEW]))
    return isMany ? components : components[0] ?? null
  }
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && VIEW in value
}

/** registerFor is the register as the asker sees it: with a draft it is read for the one answer. */
export function registerFor(strapi: Core.Strapi, context: RequestContext): Promise<Register> {
  const status = shownTo(context)
  if (status === 'published') return readRegister(strapi)
  const load = async (statuses: readonly Status[]) =>
    Promise.all(statuses.map(shown => loadRegister({ strapi, status: shown })))
  return loadersOf(strapi, context).batch('register', load, status)
}

export function loadersOf(strapi: Core.Strapi, context: RequestContext): Loaders {
  context.loaders ??= new Loaders(strapi)
  return context.loaders
}
