import type { CrosswalkLink, LineageEntryFragment } from 'shared-types'
import type { MentionedMeasure } from './measure-name'
import { toOrganisation } from './organisation'
import { toCitations } from './source'
import { type Name, toName, toText, toTranslated, type TranslatedNode } from './text'

/** Herkunft: what became of measures, or from which they came. */
export type LineageEntry = ReturnType<typeof toLineage>

/** A measure on a side of a lineage; one that is gone has no plan. */
export interface LinkedMeasure extends MentionedMeasure {
  plan: Name | null
}

export function toLineages(lineages: readonly (LineageEntryFragment & TranslatedNode)[]): LineageEntry[] {
  return lineages.map(toLineage)
}

export function toLineage(lineage: LineageEntryFragment & TranslatedNode) {
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
    toOrganisations: lineage.toOrganisations.map(toOrganisation),
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
