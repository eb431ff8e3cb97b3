import { SearchDocument, type SearchHitFragment, type SearchQueryVariables } from 'shared-types'
import { askSearch } from './client'

/** Treffer. */
export type SearchHit = ReturnType<typeof toHit>

/** A stretch of text, and whether it is what was looked for. */
export type TextPart = SearchHit['title'][number]

export async function search(variables: SearchQueryVariables) {
  const { search: { total, hits, counts, otherTotal, otherHits } } = await askSearch(SearchDocument, variables)
  return { total, hits: hits.map(toHit), counts, otherTotal, otherHits: otherHits.map(toHit) }
}

function toHit({ documentId, ...hit }: SearchHitFragment) {
  return { id: documentId, ...hit }
}
