import type { CrosswalkLink, LineageEntry, LineageEntryFragment, LinkedMeasure } from 'shared-types'
import { toCitations } from './source'
import { toText, toTitle, toTranslated, type TranslatedNode, whole } from './text'

export function toLineages(
  lineages: readonly ((LineageEntryFragment & TranslatedNode) | null)[] | null | undefined,
): LineageEntry[] {
  return whole(lineages).map(toLineage)
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
    kind: lineage.kind ?? 'unknown',
    date: lineage.date,
    certainty: lineage.certainty ?? 'unknown',
    reason: toText(lineage.reason, lineage.locale),
    ...toTranslated(lineage),
    from: [...whole(lineage.from).map(toLinked), ...gone('from')],
    to: [...whole(lineage.to).map(toLinked), ...gone('to')],
    citations: toCitations(lineage.citations),
  }
}

function toLinked(measure: NonNullable<LineageEntryFragment['from'][number]>): LinkedMeasure {
  return {
    slug: measure.slug ?? '', title: toTitle(measure),
    plan: measure.plan && { slug: measure.plan.slug ?? '', title: toTitle(measure.plan) }, isGone: false,
  }
}

/** A link as the crosswalk has it. */
export function toCrosswalk({ id, kind, date, certainty, from, to }: LineageEntry): CrosswalkLink {
  return { id, kind, date: date ?? '', certainty, from: from.map(({ slug }) => slug), to: to.map(({ slug }) => slug) }
}
