/** The public answer about a document, as everyone gets it: what a revision keeps. */
import type { Core } from '@strapi/strapi'
import { type DocumentNode, execute, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import { Loaders } from './loaders'

/** Reading as anyone: the strategy lets all pass, and drafts stay closed because nobody holds the preview key. */
const AS_ANYONE = {
  auth: { strategy: { name: 'snapshot', verify: () => undefined }, credentials: { mayReadDrafts: false } },
}

/** The answers for several variables, read together: what languages share is read once, and each counts for itself. */
export async function askContract(
  strapi: Core.Strapi, contract: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>[],
): Promise<unknown[]> {
  const loaders = new Loaders(strapi)
  return Promise.all(variables.map(variableValues =>
    answer({ schema: contract, document, variableValues, contextValue: { state: AS_ANYONE, loaders } })))
}

async function answer(question: ExecutionArgs): Promise<unknown> {
  const { data, errors } = await execute(question)
  if (errors?.[0]) throw new Error(`No revision could be written: ${errors[0].message}`, { cause: errors[0] })
  return JSON.parse(JSON.stringify(data))
}
