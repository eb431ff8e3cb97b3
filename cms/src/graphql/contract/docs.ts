import { MapperKind, mapSchema } from '@graphql-tools/utils'
import type { Core } from '@strapi/strapi'
import type { GraphQLArgumentConfig, GraphQLSchema } from 'graphql'
import { SOURCE_LANGUAGE, valueAt } from 'shared-types'
import type { Schema } from '../../content-model/schema'
import { holdersOf } from './types'

const FIELDS: Record<string, string> = {
  'id': 'Key of this row in the database: not stable, do not keep it.',
  'documentId': 'Identifies the document, whatever its name, number or language.',
  'locale': 'Code of the language of the texts that are shown: the asked one, else the source language.',
  'createdAt': 'When it was entered here.',
  'updatedAt': 'When it was last saved here.',
  'publishedAt': 'When it was last published here.',
  'nodes': 'The documents of this page of the list.',
  'pageInfo': 'Where this page stands in the list.',
  'total': 'Number of documents in the whole list.',
  'page': 'Number of this page, from 1.',
  'pageSize': 'Documents on a page.',
  'pageCount': 'Number of pages.',
  'start': 'How many documents to skip.',
  'limit': 'How many documents to return, at most 100.',
  'and': 'All of these hold.',
  'or': 'One of these holds.',
  'not': 'This does not hold.',
  'Error.code': 'What kind of fault.',
  'Error.message': 'What went wrong.',
  'UploadFile.url': 'Address of the file, on the website\'s own host.',
  'UploadFile.name': 'What the file is called.',
  'UploadFile.mime': 'Media type, for instance image/jpeg.',
  'UploadFile.size': 'Kilobytes.',
  'UploadFile.width': 'Pixels; null for what is no picture.',
  'UploadFile.height': 'Pixels; null for what is no picture.',
}

const ARGUMENTS: Record<string, string> = {
  documentId: 'Identifies the document.',
  filters: 'Only documents for which this holds, in their source language.',
  pagination: 'Which part of the list: page and pageSize, or start and limit. At most 100 documents.',
  sort: 'Attributes to sort by, for instance "startsOn:asc".',
  locale: `Language of the texts, by its code (\`ar\`, \`de-simple\`); any other is answered with a list of them. `
    + `Without it ${SOURCE_LANGUAGE}. A text that does not exist in it comes in its source language, and \`locale\` `
    + `says so.`,
  status: 'PUBLISHED for everyone; DRAFT only with the preview key.',
}

/** Puts the docstrings of the content model on types, fields, arguments and filters. */
export function documented(strapi: Core.Strapi, schema: GraphQLSchema): GraphQLSchema {
  const types = holdersOf(strapi)
  const holderOf = (typeName: string) => types.get(typeName.replace(/FiltersInput$/, ''))
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      type.description ??= types.get(type.name)?.info.description ?? OBJECTS[type.name] ?? listDoc(type.name)
      return type
    },
    [MapperKind.ENUM_TYPE]: (type) => {
      type.description ??= enumDoc([...types.values()], type.name)
      return type
    },
    [MapperKind.INPUT_OBJECT_TYPE]: (type) => {
      type.description ??= INPUTS[type.name] ?? `What a ${type.name.replace(/(Filters?)?Input$/, '')} must match.`
      return type
    },
    [MapperKind.QUERY_ROOT_FIELD]: (field, name) => ({
      ...field,
      description: field.description ?? `Published content: ${name}.`,
      args: mapArguments(field.args ?? {}),
    }),
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => ({
      ...field,
      description:
        field.description
        ?? holderOf(typeName)?.attributes[name]?.pluginOptions?.lip?.doc
        ?? FIELDS[`${typeName}.${name}`]
        ?? FIELDS[name],
    }),
    [MapperKind.INPUT_OBJECT_FIELD]: (field, name, typeName) => ({
      ...field,
      description:
        field.description
        ?? holderOf(typeName)?.attributes[name]?.pluginOptions?.lip?.doc
        ?? FIELDS[name]
        ?? `Matches by ${name}.`,
    }),
  })
}

const OBJECTS: Record<string, string> = {
  Query: 'Everything that is published. No account is needed; nothing can be changed.',
  Pagination: 'Where a page stands in its list.',
  UploadFile: 'A file: a picture, a recording or a PDF.',
  Error: 'A part that cannot be shown.',
}

const INPUTS: Record<string, string> = {
  PaginationArg: 'Which part of a list: page and pageSize, or start and limit.',
}

function listDoc(typeName: string): string {
  return `A list: ${typeName.replace(/EntityResponseCollection$/, '')}.`
}

function enumDoc(schemas: Schema[], name: string): string {
  for (const schema of schemas)
    for (const attribute of Object.values(schema.attributes))
      if (valueAt(attribute, 'enumName') === name) return attribute.pluginOptions?.lip?.doc ?? ''
  return name === 'PublicationStatus' ? 'Draft or published.' : `Values of ${name}.`
}

function mapArguments(args: Record<string, GraphQLArgumentConfig>): Record<string, GraphQLArgumentConfig> {
  return Object.fromEntries(
    Object.entries(args).map(([name, argument]) => [
      name, { ...argument, description: ARGUMENTS[name] ?? argument.description },
    ]),
  )
}
