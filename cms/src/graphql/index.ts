import type { Core } from '@strapi/strapi'
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { isPublic, schemaOf } from '../content-model/schema'
import { registerCurrentSlug } from './current-slug'
import { documented } from './docs'
import { readOnly } from './read-only'
import { withDocuments } from './resolvers'
import { registerTranslations } from './translations'

/** Makes Strapi's GraphQL schema the one for everyone: read-only, published, batched, documented. */
export function registerGraphql(strapi: Core.Strapi): void {
  const graphql = strapi.plugin('graphql')
  for (const uid of Object.keys({ ...strapi.contentTypes }).filter(uid => uid.startsWith('api::')))
    if (!isPublic(schemaOf(strapi, uid))) graphql.service('extension').shadowCRUD(uid).disable()
  registerTranslations(strapi)
  registerCurrentSlug(strapi)
  const contentApi = graphql.service('content-api')
  const build: () => GraphQLSchema = contentApi.buildSchema
  contentApi.buildSchema = () => {
    contract = documented(strapi, withDocuments(strapi, readOnly(build())))
    return contract
  }
}

let contract: GraphQLSchema | undefined

/** The contract as text, sorted, once Strapi is loaded: what `schema.graphql` holds. */
export function printContract(): string {
  if (!contract) throw new Error('The schema is not built yet.')
  return `${printSchema(lexicographicSortSchema(contract))}\n`
}
