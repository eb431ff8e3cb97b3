import type { CitationFragment, ClaimFragment, SourceCitation, SourceClaim } from 'shared-types'

export function toCitations(citations: readonly CitationFragment[]): SourceCitation[] {
  return citations.flatMap(({ source, page, quote }) => source
    ? [{
        source: {
          id: source.documentId,
          kind: source.kind,
          label: source.label ?? '',
          language: source.language,
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

export function toClaims(claims: readonly ClaimFragment[]): SourceClaim[] {
  return claims.map(({ language, statement, note, citations }) => ({
    statement: { value: statement ?? '', locale: language ?? 'de' },
    note,
    citations: toCitations(citations),
  }))
}
