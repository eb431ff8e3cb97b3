/** The only place of web that knows the address of the cms and speaks GraphQL. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type DocumentNode, print } from 'graphql'
import { GraphQLClient } from 'graphql-request'
import { LRUCache } from 'lru-cache'

const ANSWER_MILLISECONDS = 5000
/** What an editor publishes is on the pages after this time. */
const FRESH_MILLISECONDS = 20_000
const MAX_ANSWERS = 500

interface Question {
  document: DocumentNode
  variables: object
}

/** One answer for each question: while the cms is sick, the last good one goes on being shown. */
const answers = new LRUCache<string, object, Question>({
  max: MAX_ANSWERS,
  ttl: FRESH_MILLISECONDS,
  allowStaleOnFetchRejection: true,
  fetchMethod: (_key, _stale, { context }) => send(context),
})

let client: GraphQLClient | undefined

/** Asks the cms. Throws 503 where there is no answer, and never was one: an outage is never an empty list. */
export async function ask<Answer extends object, Variables extends object>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  const key = `${print(document)} ${JSON.stringify(variables)}`
  try {
    const answer = await answers.forceFetch(key, { context: { document, variables } })
    // @ts-expect-error the key is made of the document, and the document says what its answer is
    return answer
  } catch (cause) {
    throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  }
}

/** Asks what has so many possible questions that keeping the answers would push out those of the pages. Throws 503 like `ask`. */
export async function askOnce<Answer extends object, Variables extends object>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  try {
    const answer = await send({ document, variables })
    // @ts-expect-error the document says what its answer is
    return answer
  } catch (cause) {
    throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  }
}

async function send({ document, variables }: Question): Promise<object> {
  client ??= new GraphQLClient(`${readEnvironment().cmsUrl}/graphql`)
  return client.request<object>({ document, variables, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
}
