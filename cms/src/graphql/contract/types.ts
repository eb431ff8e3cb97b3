import type { Core } from '@strapi/strapi'
import { publicSchemas, type Schema, schemaOf } from '../../content-model/schema'
import { badRequest } from '../arguments'

/**
 * The type that an argument names as the contract does, for instance `Measure`; an unknown one is refused with those
 * that are known.
 */
export function typeFrom(strapi: Core.Strapi, name: string): Schema {
  const schemas = publicSchemas(strapi)
  const schema = schemas.find(candidate => candidate.globalId === name)
  if (schema) return schema
  throw badRequest(
    `There is no type "${name.slice(0, 40)}". The types are: ${schemas
      .map(({ globalId }) => globalId)
      .sort()
      .join(', ')}.`,
  )
}

/** What a type of the contract is made of: content types and components, by their names there. */
export function holdersOf(strapi: Core.Strapi): Map<string, Schema> {
  const { naming } = strapi.plugin('graphql').service('utils')
  const components = Object.keys({ ...strapi.components }).map(uid => schemaOf(strapi, uid))
  return new Map<string, Schema>([
    ...publicSchemas(strapi).map(type => [naming.getTypeName(type), type] as const),
    ...components.map(type => [type.globalId, type] as const),
  ])
}
