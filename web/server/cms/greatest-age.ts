import type { DocumentNode } from 'graphql'

/** Operations whose answers may not be shown for long, with their greatest age in milliseconds. */
const GREATEST_AGES = new Map<DocumentNode, number>()

/** How old the last good answer to an operation may be and still be shown while the cms is sick, in milliseconds. */
export function greatestAgeOf(document: DocumentNode): number {
  return GREATEST_AGES.get(document) ?? Infinity
}
