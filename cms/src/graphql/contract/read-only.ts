import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils'
import { getNamedType, type GraphQLArgumentConfig, type GraphQLSchema } from 'graphql'

/** Arguments of Strapi that speak of drafts; `status` stays, for the holder of the preview key. */
const HIDDEN_ARGUMENTS = ['publicationFilter', 'hasPublishedVersion']

/** Root fields that Strapi's plugins add. */
const OF_PLUGINS = /^(i18N|upload|reviewWorkflows)/

/** What is said of a file; the rest is Strapi's bookkeeping. */
const OF_FILES = ['url', 'name', 'mime', 'size', 'width', 'height', 'variants']

/** Arguments that Strapi gives to nested lists. */
const OF_LISTS = ['filters', 'pagination', 'sort', 'locale', 'status']

/** No mutation, no Strapi-only field, and nested lists are whole: filter and page at the root. */
export function readOnly(schema: GraphQLSchema): GraphQLSchema {
  return pruneSchema(
    mapSchema(schema, {
      [MapperKind.MUTATION]: () => null, [MapperKind.SUBSCRIPTION]: () => null,
      [MapperKind.ROOT_FIELD]: (field, name) => {
        if (OF_PLUGINS.test(name)) return null
        return {
          ...field,
          args: Object.fromEntries(
            Object.entries(field.args ?? {}).filter(([argument]) => !HIDDEN_ARGUMENTS.includes(argument)),
          ),
        }
      },
      [MapperKind.INPUT_OBJECT_FIELD]: field =>
        getNamedType(field.type).name === 'UploadFileFiltersInput' ? null : field,
      [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
        if (typeName === 'UploadFile' && !OF_FILES.includes(name)) return null
        if (name.endsWith('_connection') || name === 'localizations') return null
        return { ...field, args: withoutStrapiArguments(field.args ?? {}) }
      },
    }),
  )
}

function withoutStrapiArguments(args: Record<string, GraphQLArgumentConfig>): Record<string, GraphQLArgumentConfig> {
  return Object.fromEntries(
    Object.entries(args).filter(([name]) => !OF_LISTS.includes(name) && !HIDDEN_ARGUMENTS.includes(name)),
  )
}
