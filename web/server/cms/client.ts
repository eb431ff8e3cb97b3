/** The only place of web that knows the address of the cms and speaks GraphQL. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { GraphQLClient } from 'graphql-request'

const ANSWER_MILLISECONDS = 10_000

let client: GraphQLClient | undefined

/** Asks the cms. Throws 503 where it does not answer or answers with an error: an outage is never an empty list. */
export async function ask<Answer, Variables extends object>(question: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  client ??= new GraphQLClient(`${readEnvironment().cmsUrl}/graphql`)
  try {
    return await client.request<Answer>({ document: question, variables, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
  } catch (cause) {
    throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  }
}
