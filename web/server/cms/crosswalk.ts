/** The crosswalk of a plan as a table for partners: a row for each pair of measures, with their names beside the keys. */
import { stringify } from 'csv-stringify/sync'
import { type CrosswalkRow, crosswalkRows, type LineageEntry } from 'shared-types'
import { toCrosswalk } from './lineage'

export interface NamedCrosswalkRow extends CrosswalkRow {
  from_title: string
  from_plan: string
  to_title: string
  to_plan: string
  reason: string
  sources: string
}

const COLUMNS = ['lineage', 'kind', 'date', 'certainty', 'from', 'from_title', 'from_plan', 'to', 'to_title', 'to_plan', 'reason', 'sources'] as const satisfies readonly (keyof NamedCrosswalkRow)[]

export function namedCrosswalk(links: LineageEntry[]): NamedCrosswalkRow[] {
  const byId = new Map(links.map(link => [link.id, link]))
  return crosswalkRows(links.map(toCrosswalk)).map((row) => {
    const link = byId.get(row.lineage)
    const from = link?.from.find(({ slug }) => slug === row.from)
    const to = link?.to.find(({ slug }) => slug === row.to)
    return {
      ...row,
      from_title: from?.title.value ?? '',
      from_plan: from?.plan?.slug ?? '',
      to_title: to?.title.value ?? '',
      to_plan: to?.plan?.slug ?? '',
      reason: link?.reason?.value ?? '',
      sources: link?.citations.map(({ source }) => source.url ?? source.label).join(' ') ?? '',
    }
  })
}

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
export function toCsv(rows: NamedCrosswalkRow[]): string {
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true, record_delimiter: 'windows' })
}
