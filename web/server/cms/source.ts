import type { CitationFragment, ClaimFragment } from 'shared-types'

/** Beleg: a source and the place in it. */
export type SourceCitation = ReturnType<typeof toCitations>[number]

/** Aussage einer Quelle, of which another says something else. */
export type SourceClaim = ReturnType<typeof toClaims>[number]

export function toCitations(citations: readonly CitationFragment[]) {
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

export function toClaims(claims: readonly ClaimFragment[]) {
  return claims.map(({ language, statement, note, citations }) => ({
    statement: { value: statement ?? '', locale: language ?? 'de' },
    note,
    citations: toCitations(citations),
  }))
}
