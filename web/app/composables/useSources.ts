import type { SourceCitation } from '~~/server/cms/source'
import { inject, type InjectionKey, provide } from 'vue'

const SOURCES: InjectionKey<readonly SourceCitation[]> = Symbol('sources')

/** Numbers the sources of a page for the marks on it: those of its citations, in this order. */
export function provideSources(citations: readonly SourceCitation[]): SourceCitation[] {
  const sources = sourcesOf(citations)
  provide(SOURCES, sources)
  return sources
}

/** The numbers of a sentence's sources in the list at the end of the page; none where the page has no such list. */
export function useSourceNumbers(): (citations: readonly SourceCitation[]) => number[] {
  const sources = inject(SOURCES, [])
  return citations => numbersOf(citations, sources)
}
