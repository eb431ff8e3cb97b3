import { type CitationFragment, type ClaimFragment, UNKNOWN_LANGUAGE } from 'shared-types'

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
  return claims.map(({ translations, citations, ...source }) => ({
    ...toStatement(source),
    translations: translations.map(toStatement),
    citations: toCitations(citations),
  }))
}

function toStatement({ language, statement, note }: Pick<ClaimFragment, 'language' | 'statement' | 'note'>) {
  return { statement: { value: statement ?? '', locale: language ?? UNKNOWN_LANGUAGE }, note }
}
