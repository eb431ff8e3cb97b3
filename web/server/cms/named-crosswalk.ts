/**
 * The crosswalk of a plan as a table for partners: a row for each pair of measures, with their names beside the keys.
 */
import { stringify } from 'csv-stringify/sync'
import { type CrosswalkRow, crosswalkRows, localeOf } from 'shared-types'
import type { Text } from './text'
import { type LineageEntry, toCrosswalk } from './lineage'

export interface NamedCrosswalkRow extends CrosswalkRow {
  from_title: string
  from_plan: string
  to_title: string
  to_plan: string
  reason: string
  sources: string
  /** BCP 47, of the text of that name: what is not translated comes as it was written. Empty where there is no text. */
  from_title_language: string
  to_title_language: string
  reason_language: string
  /** Slugs of the bodies and programmes that it became, between blanks, and their names. */
  to_organisations: string
  to_organisation_names: string
}

const COLUMNS = [
  'lineage', 'kind', 'date', 'certainty', 'from', 'from_title', 'from_plan', 'to', 'to_title', 'to_plan', 'reason',
  'sources', 'from_title_language', 'to_title_language', 'reason_language', 'to_organisations',
  'to_organisation_names',
] as const satisfies readonly (keyof NamedCrosswalkRow)[]

export function namedCrosswalk(links: LineageEntry[]): NamedCrosswalkRow[] {
  const byId = new Map(links.map(link => [link.id, link]))
  return crosswalkRows(links.map(toCrosswalk)).map((row) => {
    const link = byId.get(row.lineage)
    const from = link?.from.find(({ slug }) => slug === row.from)
    const to = link?.to.find(({ slug }) => slug === row.to)
    const bodies = link?.toOrganisations ?? []
    return {
      ...row,
      from_title: from?.title.value ?? '',
      from_plan: from?.plan?.slug ?? '',
      to_title: to?.title.value ?? '',
      to_plan: to?.plan?.slug ?? '',
      reason: link?.reason?.value ?? '',
      sources: link?.citations.map(({ source }) => source.url ?? source.label).join(' ') ?? '',
      from_title_language: languageOf(from?.title),
      to_title_language: languageOf(to?.title),
      reason_language: languageOf(link?.reason),
      to_organisations: bodies.map(({ slug }) => slug).join(' '),
      to_organisation_names: bodies.map(({ name }) => name.value).join('; '),
    }
  })
}

function languageOf(text: Text | null | undefined): string {
  return text ? localeOf(text.locale).language : ''
}

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
export function toCsv(rows: NamedCrosswalkRow[]): string {
  return stringify(rows, { header: true, columns: [...COLUMNS], escape_formulas: true, record_delimiter: 'windows' })
}
