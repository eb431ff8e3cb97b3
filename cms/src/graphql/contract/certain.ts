import { MapperKind, mapSchema } from '@graphql-tools/utils'
import type { Core } from '@strapi/strapi'
import {
  defaultFieldResolver, getNamedType, getNullableType, GraphQLEnumType, type GraphQLFieldConfig, GraphQLList,
  GraphQLNonNull, type GraphQLOutputType, type GraphQLSchema, isEnumType, isListType,
} from 'graphql'
import { UNKNOWN_LANGUAGE, valueAt } from 'shared-types'
import { type Attribute, isLocalised, isPublic, type Schema } from '../../content-model/schema'
import type { RequestContext } from '../resolvers'
import { holdersOf } from './types'

type Field = GraphQLFieldConfig<unknown, RequestContext>

/** What Strapi writes of every row by itself. */
const OF_EVERY_ROW = ['createdAt', 'updatedAt']

/** What lists and links name an entry by. */
const NAMES = ['title', 'name']

/** The word of a closed list for what nobody has said. */
const UNKNOWN = 'unknown'

/**
 * Says what is certain: lists, which have no holes, and what nothing is published without. Drafts, and entries that are
 * older than the rule, say in its place that it is missing. Relations stay open: what they lead to may be gone.
 */
export function withCertainty(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  const holders = holdersOf(strapi)
  const attributeOf = (typeName: string, name: string) => {
    const holder = holders.get(typeName)
    const attribute = holder?.attributes[name]
    return holder && attribute && isCertain(holder, name, attribute) ? attribute : undefined
  }
  const unsaid = new Set<string>()
  const said = mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: field => ({ ...field, type: whole(field.type) }),
    [MapperKind.OBJECT_FIELD]: (field: Field, name, typeName) => {
      if (isListType(getNullableType(field.type))) return { ...field, type: whole(field.type) }
      if (holders.has(typeName) && OF_EVERY_ROW.includes(name)) return { ...field, type: certain(field.type) }
      if (holders.has(typeName) && name === 'locale') return filled(field, () => UNKNOWN_LANGUAGE)
      const attribute = attributeOf(typeName, name)
      if (!attribute) return field
      const named = getNamedType(field.type)
      if (isEnumType(named)) unsaid.add(named.name)
      return filled(field, row => placeholderOf(name, attribute, row))
    },
  })
  return mapSchema(said, {
    [MapperKind.ENUM_TYPE]: type => unsaid.has(type.name) ? withUnknown(type) : type,
  })
}

/**
 * Demanded before anything is published, or never without a value of its own. Not in components: blocks of one zone
 * that have a field of one name must answer it alike, or nobody could ask for both.
 */
function isCertain(holder: Schema, name: string, { type, default: given }: Attribute): boolean {
  if (!isPublic(holder)) return false
  if (['relation', 'media', 'component', 'dynamiczone'].includes(type)) return false
  // Strapi computes what it says itself, as `publishedAt` of what has no drafts.
  const isGiven = given !== undefined && typeof given !== 'function'
  // No number stands for one that is missing.
  if (['integer', 'decimal'].includes(type)) return isGiven
  return isGiven || holder.pluginOptions?.lip?.required?.includes(name) === true
}

function filled(field: Field, placeholder: (row: unknown) => unknown): Field {
  const { resolve = defaultFieldResolver } = field
  return {
    ...field,
    type: certain(field.type),
    // A value that is there at once is answered at once: what waits would come too late to be read with its neighbours.
    resolve: (row, args, context, info) => {
      const value: unknown = resolve(row, args, context, info)
      return value instanceof Promise ? value.then(found => found ?? placeholder(row)) : value ?? placeholder(row)
    },
  }
}

/**
 * What is said in place of what is missing. Editors read in their draft which field it is, in the words of the form;
 * readers of every language read a dash. What only programs read is empty.
 */
function placeholderOf(name: string, attribute: Attribute, row: unknown): unknown {
  if (attribute.type === 'enumeration') return UNKNOWN
  // What the form offers by default was not said by what is older than the form.
  if (attribute.pluginOptions?.lip?.format === 'language') return UNKNOWN_LANGUAGE
  if (attribute.default !== undefined) return attribute.default
  if (attribute.type === 'blocks') return []
  if (name === 'slug') return valueAt(Object(row), 'documentId')
  if (!isLocalised(attribute) && !NAMES.includes(name)) return ''
  return valueAt(Object(row), 'publishedAt') ? '–' : `[${attribute.pluginOptions?.lip?.label ?? name} fehlt]`
}

function whole(type: GraphQLOutputType): GraphQLOutputType {
  const list = getNullableType(type)
  return isListType(list) ? certain(new GraphQLList(certain(list.ofType))) : type
}

function certain(type: GraphQLOutputType): GraphQLOutputType {
  return new GraphQLNonNull(getNullableType(type))
}

function withUnknown(type: GraphQLEnumType): GraphQLEnumType {
  const { values, ...config } = type.toConfig()
  if (UNKNOWN in values) return type
  return new GraphQLEnumType({
    ...config,
    values: {
      ...values,
      [UNKNOWN]: { value: UNKNOWN, description: 'Nobody has said yet: in drafts, and in what is older than the rule.' },
    },
  })
}
