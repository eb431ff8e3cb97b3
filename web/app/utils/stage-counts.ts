/** The measures of a plan by field and stage, as a picture and a table show them: the same figures in both. */
import type { Stage } from 'shared-types'
import type { FieldSummary } from '~~/server/cms/field'
import type { StageCount } from '~~/server/cms/plan'
import { scaleLinear } from 'd3-scale'

export interface StageRow {
  /** Null: measures of which no field is known. */
  field: FieldSummary | null
  counts: Record<string, number>
  total: number
}

export interface StageTable {
  /** Stages that occur, in the order of bars and columns. */
  stages: Stage[]
  rows: StageRow[]
  totals: Record<string, number>
  total: number
}

export function stageTable(fields: FieldSummary[], counts: StageCount[]): StageTable {
  const stages = STAGE_ORDER.filter(stage => counts.some(cell => cell.stage === stage))
  const known = fields.map(field => rowOf(field, counts.filter(cell => cell.field === field.slug)))
  const rest = counts.filter(cell => !fields.some(field => field.slug === cell.field))
  const { counts: totals, total } = rowOf(null, counts)
  return { stages, rows: [...known, ...rest.length > 0 ? [rowOf(null, rest)] : []], totals, total }
}

function rowOf(field: FieldSummary | null, cells: StageCount[]): StageRow {
  const counts: Record<string, number> = {}
  for (const { stage, count } of cells) counts[stage] = (counts[stage] ?? 0) + count
  return { field, counts, total: cells.reduce((sum, { count }) => sum + count, 0) }
}

export interface Segment {
  stage: Stage
  x: number
  width: number
}

/**
 * The bar of a row in a box of the given width; the longest row fills it. Mirrored for languages written from the
 * right.
 */
export function segmentsOf(
  row: StageRow, { rows, stages }: StageTable, { width, isMirrored }: { width: number, isMirrored: boolean },
): Segment[] {
  const scale = scaleLinear([0, Math.max(1, ...rows.map(({ total }) => total))], [0, width])
  let before = 0
  return stages.flatMap((stage) => {
    const count = row.counts[stage] ?? 0
    const start = scale(before)
    before += count
    const size = scale(before) - start
    return count > 0 ? [{ stage, x: isMirrored ? width - start - size : start, width: size }] : []
  })
}
