/** Filters whose choices are counted. */

/** What is chosen of each filter; an empty text chooses nothing. */
export type Choice<Facet extends string> = Record<Facet, string>

export interface FacetCount {
  value: string
  /** Entries that would be found if only this filter changed. */
  count: number
}

export type Counts<Facet extends string> = ReadonlyMap<Facet, Map<string, number>>

/** Entries that fit the choice and whatever else must hold, and the counts of every filter. */
export function countFacets<Entry, Facet extends string>(
  entries: Iterable<Entry>, choice: Choice<Facet>,
  {
    facets, valuesOf, holds = () => true,
  }: {
    facets: readonly Facet[]
    valuesOf: (entry: Entry) => Record<Facet, string[]>
    holds?: (entry: Entry) => boolean
  },
): { found: Entry[], counts: Counts<Facet> } {
  const counts = new Map(facets.map(facet => [facet, new Map<string, number>()]))
  const found: Entry[] = []
  for (const entry of entries) {
    const values = valuesOf(entry)
    const unmet = facets.filter(facet => choice[facet] !== '' && !values[facet].includes(choice[facet]))
    const isHeld = holds(entry)
    for (const facet of facets) {
      const isCounted = isHeld && unmet.every(other => other === facet)
      for (const value of values[facet]) addTo(counts.get(facet), value, Number(isCounted))
    }
    if (isHeld && unmet.length === 0) found.push(entry)
  }
  return { found, counts }
}

export function addTo(counts: Map<string, number> | undefined, value: string, more: number): void {
  counts?.set(value, (counts.get(value) ?? 0) + more)
}

export function choicesOf<Facet extends string>(counts: Counts<Facet>, facet: Facet): FacetCount[] {
  return [...counts.get(facet) ?? []].map(([value, count]) => ({ value, count }))
}

/** Of what was found only what exists in a language, where only that is asked for; and how much else there is. */
export function inLanguage<Entry extends { languages: readonly string[] }>(
  found: readonly Entry[], language: string, isAsked: boolean,
): { shown: Entry[], elsewhere: number } {
  const existing = found.filter(({ languages }) => languages.includes(language))
  return { shown: isAsked ? existing : [...found], elsewhere: found.length - existing.length }
}

/** The most frequent first. */
export function byCount(a: FacetCount, b: FacetCount): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1)
}

/** In the order of a list of values. */
export function placeIn(values: readonly string[]): (a: FacetCount, b: FacetCount) => number {
  return (a, b) => values.indexOf(a.value) - values.indexOf(b.value)
}
