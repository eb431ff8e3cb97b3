/** The only place of web that knows the address of the cms and speaks GraphQL. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type DocumentNode, print } from 'graphql'
import { GraphQLClient } from 'graphql-request'
import { LRUCache } from 'lru-cache'

const ANSWER_MILLISECONDS = 5000
/** What an editor publishes is on the pages after this time. */
const FRESH_MILLISECONDS = 10_000
/** The search knows it sooner. */
const FOUND_MILLISECONDS = 1000
/** Answers for pages. */
const MAX_ANSWERS = 500
/** Answers to what readers choose or type: there are endlessly many such questions, and they must not push out those of the pages. */
const MAX_CHOSEN_ANSWERS = 200

interface Question {
  document: DocumentNode
  variables: object
}

/** One answer for each question: while the cms is sick, the last good one goes on being shown. */
function shelf(max: number, ttl = FRESH_MILLISECONDS): LRUCache<string, object, Question> {
  return new LRUCache<string, object, Question>({
    max,
    ttl,
    allowStaleOnFetchRejection: true,
    fetchMethod: (_key, _stale, { context }) => send(context),
  })
}

const answers = shelf(MAX_ANSWERS)
const chosenAnswers = shelf(MAX_CHOSEN_ANSWERS)
const foundAnswers = shelf(MAX_CHOSEN_ANSWERS, FOUND_MILLISECONDS)

let client: GraphQLClient | undefined

/** Asks the cms. Throws 503 where there is no answer, and never was one: an outage is never an empty list. */
export function ask<Answer extends object, Variables extends object>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  return askFrom(answers, document, variables)
}

/** Asks what readers choose or type: filters, words, days, names, numbers of versions. Throws 503 like `ask`. */
export function askChosen<Answer extends object, Variables extends object>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  return askFrom(chosenAnswers, document, variables)
}

/** Asks the search, which knows what was published a second ago. Throws 503 like `ask`. */
export function askSearch<Answer extends object, Variables extends object>(document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  return askFrom(foundAnswers, document, variables)
}

async function askFrom<Answer extends object, Variables extends object>(kept: LRUCache<string, object, Question>, document: TypedDocumentNode<Answer, Variables>, variables: Variables): Promise<Answer> {
  const key = `${print(document)} ${JSON.stringify(variables)}`
  try {
    const answer = await kept.forceFetch(key, { context: { document, variables } })
    // @ts-expect-error the key is made of the document, and the document says what its answer is
    return answer
  } catch (cause) {
    throw createError({ statusCode: 503, statusMessage: 'Service Unavailable', cause })
  }
}

async function send({ document, variables }: Question): Promise<object> {
  client ??= new GraphQLClient(`${readEnvironment().cmsUrl}/graphql`)
  return client.request<object>({ document, variables, signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
}
