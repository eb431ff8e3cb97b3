/**
 * Writes which fields of the contract the operations ask for, and of what type each is: what an answer must look like.
 * Writes the content types, too, each with the name of its list.
 */
import {
  type DocumentNode, getNamedType, type GraphQLSchema, isCompositeType, TypeInfo, visit, visitWithTypeInfo,
} from 'graphql'

const PAGES = '_connection'

type Contract = Record<string, Record<string, string>>

export function plugin(schema: GraphQLSchema, documents: { document?: DocumentNode }[]): string {
  const contract: Contract = {}
  const typeInfo = new TypeInfo(schema)
  const note = () => {
    const [parent, field] = [typeInfo.getParentType(), typeInfo.getFieldDef()]
    if (!parent || !field || field.name === '__typename') return
    contract[parent.name] = { ...contract[parent.name], [field.name]: String(field.type) }
    const named = getNamedType(field.type)
    if (isCompositeType(named)) contract[named.name] ??= {}
  }
  for (const { document } of documents) {
    if (document) visit(document, visitWithTypeInfo(typeInfo, { Field: { enter: note } }))
  }
  return [
    `const CONTRACT: Record<string, Record<string, string>> = ${JSON.stringify(sorted(contract), null, 2)}`,
    '',
    '/** The fields of a type that the operations ask for, with their types in the contract; undefined for what has '
    + 'no fields. */',
    'export function fieldsOfType(type: string): Record<string, string> | undefined {',
    '  return CONTRACT[type]',
    '}',
    '',
    '/** The content types of the contract, and what the list of each is called. */',
    `export const LISTS = ${JSON.stringify(listsOf(schema), null, 2)} as const`,
    '',
  ].join('\n')
}

/** A list is asked for by its name alone, or with its pages as `<name>_connection`. */
function listsOf(schema: GraphQLSchema): Record<string, string> {
  const pages = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name.endsWith(PAGES))
  const lists = pages.map(({ name, type }) => [
    String(type).replace(/EntityResponseCollection!?$/, ''), name.slice(0, -PAGES.length),
  ])
  return Object.fromEntries(lists.sort(([a = ''], [b = '']) => a < b ? -1 : 1))
}

function sorted(contract: Contract): Contract {
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) => a < b ? -1 : 1
  const types = Object.entries(contract).sort(byName)
  return Object.fromEntries(
    types.map(([type, fields]) => [type, Object.fromEntries(Object.entries(fields).sort(byName))]),
  )
}
