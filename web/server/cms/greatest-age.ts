import type { DocumentNode } from 'graphql'
import { MenuDocument, SiteDocument } from 'shared-types'

/** Somebody who is named may have been withdrawn meanwhile, and web could not hear of it. */
const WITHOUT_NEWS_MILLISECONDS = 24 * 60 * 60 * 1000

/** What stands on every page, and names only who answers for it by law. */
const NAMES_NOBODY = new Set<DocumentNode>([SiteDocument, MenuDocument])

/** How old the last good answer to an operation may be and still be shown while the cms is sick, in milliseconds. */
export function greatestAgeOf(document: DocumentNode): number {
  return NAMES_NOBODY.has(document) ? Infinity : WITHOUT_NEWS_MILLISECONDS
}
