/** The public answer about a document, as everyone gets it: what a revision keeps. */
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql'

/** Reading as anyone: the strategy lets all pass, and drafts stay closed because nobody holds the preview key. */
const AS_ANYONE = {
  auth: { strategy: { name: 'snapshot', verify: () => undefined }, credentials: { mayReadDrafts: false } },
}

export async function askContract(
  contract: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>,
): Promise<unknown> {
  const { data, errors } = await execute({
    schema: contract, document, variableValues: variables, contextValue: { state: AS_ANYONE },
  })
  if (errors?.[0]) throw new Error(`No revision could be written: ${errors[0].message}`, { cause: errors[0] })
  return JSON.parse(JSON.stringify(data))
}
