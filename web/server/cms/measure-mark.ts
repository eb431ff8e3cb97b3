/** The measures of a plan as marks: a picture of where a plan stands has one for each. */
import { MeasureMarksDocument, type MeasureMarksQuery, type Stage, today } from 'shared-types'
import { ask, askChosen } from './client'
import { type Name, toName } from './text'

export interface MeasureMark extends Name {
  /** Slug of its field; null where none is known. */
  field: string | null
  stage: Stage
}

/** Every measure of a plan at its stage on a day (`YYYY-MM-DD`). */
export async function findMarks(plan: string, locale: string, asOf: string): Promise<MeasureMark[]> {
  const asking = asOf === today() ? ask : askChosen
  const marks: MeasureMark[] = []
  for (let page = 1, total = 1; marks.length < total; page += 1) {
    const { measureFinder: { total: known, nodes } } = await asking(MeasureMarksDocument, { plan, locale, asOf, page })
    marks.push(...nodes.map(toMark))
    total = nodes.length > 0 ? known : 0
  }
  return marks
}

function toMark(measure: MeasureMarksQuery['measureFinder']['nodes'][number]): MeasureMark {
  return { ...toName(measure), field: measure.fieldOfAction?.slug ?? null, stage: measure.stage.stage }
}
