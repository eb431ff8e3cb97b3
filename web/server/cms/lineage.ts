import type { CrosswalkLink, LineageEntry, LineageEntryFragment, LinkedMeasure } from 'shared-types'
import { toCitations } from './source'
import { toName, toText, toTranslated, type TranslatedNode } from './text'

export function toLineages(lineages: readonly (LineageEntryFragment & TranslatedNode)[]): LineageEntry[] {
  return lineages.map(toLineage)
}

export function toLineage(lineage: LineageEntryFragment & TranslatedNode): LineageEntry {
  const gone = (side: string) =>
    lineage.goneMeasures
      .filter(measure => measure.side === side)
      .map(({ tombstone: { slug, title, locale } }): LinkedMeasure => ({
        slug, title: { value: title, locale }, plan: null, isGone: true,
      }))
  return {
    id: lineage.documentId,
    kind: lineage.kind,
    date: lineage.date,
    certainty: lineage.certainty,
    reason: toText(lineage.reason, lineage.locale),
    ...toTranslated(lineage),
    from: [...lineage.from.map(toLinked), ...gone('from')],
    to: [...lineage.to.map(toLinked), ...gone('to')],
    citations: toCitations(lineage.citations),
  }
}

function toLinked(measure: LineageEntryFragment['from'][number]): LinkedMeasure {
  return { ...toName(measure), plan: measure.plan && toName(measure.plan), isGone: false }
}

/** A link as the crosswalk has it. */
export function toCrosswalk({ id, kind, date, certainty, from, to }: LineageEntry): CrosswalkLink {
  return { id, kind, date: date ?? '', certainty, from: from.map(({ slug }) => slug), to: to.map(({ slug }) => slug) }
}
