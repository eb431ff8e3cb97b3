import { MapperKind, mapSchema } from '@graphql-tools/utils'
import { getNamedType, type GraphQLOutputType, type GraphQLSchema, isEnumType, isNonNullType } from 'graphql'

/**
 * Strapi wants an enum type of its own for every attribute. Here one closed list is one type: `Stage_StatusUpdate` in a
 * schema.json is answered as `Stage`.
 */
export function withSharedEnums(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: field => ({ ...field, type: shared(schema, field.type) }),
  })
}

function shared(schema: GraphQLSchema, type: GraphQLOutputType): GraphQLOutputType {
  const named = getNamedType(type)
  const [name = ''] = named.name.split('_')
  const list = isEnumType(named) && name !== named.name ? schema.getType(name) : undefined
  return isEnumType(list) && !isNonNullType(type) ? list : type
}
