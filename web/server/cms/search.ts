import { SearchDocument, type SearchHitFragment, type SearchQueryVariables } from 'shared-types'
import { ask, askSearch } from './client'

/** Treffer. */
export type SearchHit = ReturnType<typeof toHit>

/** A stretch of text, and whether it is what was looked for. */
export type TextPart = SearchHit['title'][number]

/** Where nothing is asked for, the answer is that of a page, and kept like one. */
export async function search(variables: SearchQueryVariables) {
  const asking = variables.q === '' ? ask : askSearch
  const { search: { total, hits, counts, otherTotal, otherHits, offered } } = await asking(SearchDocument, variables)
  return {
    total, hits: hits.map(toHit), counts, otherTotal, otherHits: otherHits.map(toHit), offered: offered.map(toHit),
  }
}

function toHit({ documentId, ...hit }: SearchHitFragment) {
  return { id: documentId, ...hit }
}
