import {
  SearchDocument, type SearchFinding, type SearchHit, type SearchHitFragment, type SearchQueryVariables,
} from 'shared-types'
import { askSearch } from './client'

export async function search(variables: SearchQueryVariables): Promise<SearchFinding> {
  const { search: { total, hits, counts, otherTotal, otherHits } } = await askSearch(SearchDocument, variables)
  return { total, hits: hits.map(toHit), counts, otherTotal, otherHits: otherHits.map(toHit) }
}

function toHit({ documentId, ...hit }: SearchHitFragment): SearchHit {
  return { id: documentId, ...hit }
}
