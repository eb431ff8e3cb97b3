import { type DocumentNode, Kind } from 'graphql'
import * as shared from 'shared-types'
import { completed, placeholderOf } from '../server/cms/complete'
import { nameOf } from '../server/cms/question'

/** What a cms without content answers to an operation: lists are empty, what may be missing is null. */
export function emptyAnswer(operationName: string): Record<string, unknown> {
  const values: unknown[] = Object.values(shared)
  const document = values.filter(isDocument).find(candidate => nameOf(candidate) === operationName)
  if (!document) throw new Error(`There is no operation "${operationName}".`)
  return { ...completed(document, {}, (field, known) => EMPTY[field.type] ?? placeholderOf(field, known)) }
}

/** A cms without content counts nothing. */
const EMPTY: Record<string, unknown> = { 'Int!': 0, 'Float!': 0 }

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}
