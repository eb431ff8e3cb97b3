import type { FieldSummary } from '~~/server/cms/field'
import type { PlanReport, ReportRow } from '~~/server/cms/report'
import type { Text } from '~~/server/cms/text'

/** Measures under one heading of the report. */
export interface ReportGroup {
  /** Null where the measures have no field, or no body is known. */
  title: Text | null
  strand: FieldSummary['strand']
  rows: ReportRow[]
}

/** By field in the order of the plan, or by the body that leads or proposed them; those without one last. */
export function reportGroups({ fields, rows }: Pick<PlanReport, 'fields' | 'rows'>, by: 'field' | 'body'): ReportGroup[] {
  const groups: ReportGroup[] = by === 'field'
    ? fields.map(({ slug, title, strand }) => ({ title, strand, rows: rows.filter(row => row.field?.slug === slug) }))
    : [...Map.groupBy(rows, ({ body }) => body?.slug)].flatMap(([slug, ofBody]) =>
        slug === undefined ? [] : [{ title: ofBody[0]?.body?.name ?? null, strand: null, rows: ofBody }],
      )
  const placed = new Set(groups.flatMap(group => group.rows))
  const others = { title: null, strand: null, rows: rows.filter(row => !placed.has(row)) }
  return [...groups, others].filter(group => group.rows.length > 0)
}
