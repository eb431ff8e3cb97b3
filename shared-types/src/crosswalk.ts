/** The crosswalk from plan to plan as flat rows, one for each pair of measures, and back. */
import type { Certainty, LineageKind } from './generated/operations.js'

/** Herkunft: a link of measures of one plan to measures of another, by the measures' slugs. */
export interface CrosswalkLink {
  /** The documentId of the lineage. */
  id: string
  kind: LineageKind
  /** EDTF; empty where it is not known. */
  date: string
  certainty: Certainty
  from: string[]
  to: string[]
}

export interface CrosswalkRow {
  lineage: string
  kind: LineageKind
  date: string
  certainty: Certainty
  /** Empty where the measure is new. */
  from: string
  /** Empty where nothing follows. */
  to: string
}

export function crosswalkRows(links: readonly CrosswalkLink[]): CrosswalkRow[] {
  return links.flatMap(({ id, kind, date, certainty, from, to }) =>
    orNothing(from).flatMap(before =>
      orNothing(to).map(after => ({ lineage: id, kind, date, certainty, from: before, to: after })),
    ),
  )
}

function orNothing(slugs: readonly string[]): readonly string[] {
  return slugs.length > 0 ? slugs : ['']
}

/** The links of which the rows were made. */
export function crosswalkLinks(rows: readonly CrosswalkRow[]): CrosswalkLink[] {
  return [...Map.groupBy(rows, row => row.lineage)].flatMap(([id, pairs]) =>
    pairs.slice(0, 1).map(({ kind, date, certainty }) => ({
      id, kind, date, certainty, from: distinct(pairs.map(({ from }) => from)), to: distinct(pairs.map(({ to }) => to)),
    })),
  )
}

function distinct(slugs: readonly string[]): string[] {
  return [...new Set(slugs)].filter(Boolean)
}
