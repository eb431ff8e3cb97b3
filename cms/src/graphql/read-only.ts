import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils'
import type { GraphQLArgumentConfig, GraphQLSchema } from 'graphql'

/** Arguments of Strapi that speak of drafts; `status` stays, for the holder of the preview key. */
const HIDDEN_ARGUMENTS = ['publicationFilter', 'hasPublishedVersion']

/** Root fields that Strapi's plugins add. */
const OF_PLUGINS = /^(i18N|upload|reviewWorkflows)/

/** Arguments that Strapi gives to nested lists. */
const OF_LISTS = ['filters', 'pagination', 'sort', 'locale', 'status']

/** No mutation, no Strapi-only field, and nested lists are whole: filter and page at the root. */
export function readOnly(schema: GraphQLSchema): GraphQLSchema {
  return pruneSchema(mapSchema(schema, {
    [MapperKind.MUTATION]: () => null,
    [MapperKind.SUBSCRIPTION]: () => null,
    [MapperKind.ROOT_FIELD]: (field, name) => {
      if (OF_PLUGINS.test(name)) return null
      return { ...field, args: Object.fromEntries(Object.entries(field.args ?? {}).filter(([argument]) => !HIDDEN_ARGUMENTS.includes(argument))) }
    },
    [MapperKind.OBJECT_FIELD]: (field, name) => {
      if (name.endsWith('_connection') || name === 'localizations') return null
      return { ...field, args: withoutStrapiArguments(field.args ?? {}) }
    },
  }))
}

function withoutStrapiArguments(args: Record<string, GraphQLArgumentConfig>): Record<string, GraphQLArgumentConfig> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !OF_LISTS.includes(name) && !HIDDEN_ARGUMENTS.includes(name)))
}
