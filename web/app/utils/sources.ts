/** The sources of a page: each once, numbered in the order in which they are first named. */
import type { SourceCitation } from '~~/server/cms/source'

/** Every source once, with all the places in it that are named. */
export function sourcesOf(citations: readonly SourceCitation[]): SourceCitation[] {
  return [...Map.groupBy(citations, ({ source }) => source.id).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, ...placesOf([first, ...others]) }] : [],
  )
}

function placesOf(citations: readonly SourceCitation[]): Pick<SourceCitation, 'page' | 'quote'> {
  const pages = new Set(citations.flatMap(({ page }) => page ? [page] : []))
  const quotes = new Set(citations.flatMap(({ quote }) => quote ? [quote] : []))
  return { page: [...pages].join('; ') || null, quote: [...quotes].join('\n') || null }
}

/** The numbers of the sources of a sentence among all of a page, in order. */
export function numbersOf(citations: readonly SourceCitation[], all: readonly SourceCitation[]): number[] {
  const numbers = citations.map(({ source }) => all.findIndex(other => other.source.id === source.id) + 1)
  return [...new Set(numbers)].filter(number => number > 0).sort((a, b) => a - b)
}
