/** The measures of a plan by field and stage, as marks and a table show them: the same figures in both. */
import { type Stage, STAGES } from 'shared-types'
import type { FieldSummary } from '~~/server/cms/field'
import type { MeasureMark } from '~~/server/cms/measure-mark'

export interface StageRow {
  /** Null: measures of which no field is known. */
  field: FieldSummary | null
  /** What is furthest on stands first. */
  marks: MeasureMark[]
}

export interface StageCount {
  stage: Stage
  count: number
}

/** A row for each field, and a last one for measures of which no field of the plan is known, where there are any. */
export function stageRows(fields: FieldSummary[], marks: MeasureMark[]): StageRow[] {
  const known = fields.map(field => ({ field, marks: inOrder(marks.filter(mark => mark.field === field.slug)) }))
  const rest = marks.filter(mark => !fields.some(({ slug }) => slug === mark.field))
  return [...known, ...rest.length > 0 ? [{ field: null, marks: inOrder(rest) }] : []]
}

/** How many stand at each stage at which any does, from what is furthest on. */
export function countStages(marks: MeasureMark[]): StageCount[] {
  return STAGES.map(stage => ({ stage, count: countAt(marks, stage) })).filter(({ count }) => count > 0)
}

export function countAt(marks: MeasureMark[], stage: Stage): number {
  return marks.filter(mark => mark.stage === stage).length
}

function inOrder(marks: MeasureMark[]): MeasureMark[] {
  return marks.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage))
}
