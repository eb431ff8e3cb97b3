import type { CitationFragment, ClaimFragment, SourceCitation, SourceClaim } from 'shared-types'
import { whole } from './text'

type Citations = readonly (CitationFragment | null)[] | null

export function toCitations(citations: Citations): SourceCitation[] {
  return whole(citations).flatMap(({ source, page, quote }) => source
    ? [{
        source: {
          id: source.documentId,
          kind: source.kind ?? 'unknown',
          label: source.label ?? '',
          language: source.language ?? 'de',
          publisher: source.publisher,
          date: source.date,
          url: source.url,
          archiveUrl: source.archiveUrl,
          paperNumber: source.paperNumber,
        },
        page,
        quote,
      }]
    : [])
}

export function toClaims(claims: readonly (ClaimFragment | null)[] | null): SourceClaim[] {
  return whole(claims).map(({ language, statement, note, citations }) => ({
    statement: { value: statement ?? '', locale: language ?? 'de' },
    note,
    citations: toCitations(citations),
  }))
}
