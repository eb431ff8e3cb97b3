import type { GraphQLSchema } from 'graphql'

let contract: GraphQLSchema | undefined

export function keepContract(schema: GraphQLSchema): GraphQLSchema {
  contract = schema
  return schema
}

/** The schema that everyone asks, once Strapi is loaded. */
export function currentContract(): GraphQLSchema {
  if (!contract) throw new Error('The GraphQL schema is not built yet.')
  return contract
}
