import type { Core } from '@strapi/strapi'
import { STAGE_OF_OUTCOME } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { DECISION, MEASURE } from '../content-model/uids'
import { textsIn } from '../graphql/texts'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

/** Stages that a body decides; every other one just comes about. */
const DECIDED: unknown[] = ['adopted', 'postponed', 'struck', 'recommendation']
const DRAFT = { publishedAt: { $null: true } }

/** A stage that only a decision can bring about, and no decision that does. */
export async function unsupportedStageProblems(strapi: Core.Strapi, schema: Schema, row: Values): Promise<Problem[]> {
  const { stage } = row
  const [documentId] = documentIdsOf(row.measure)
  if (!documentId || !DECIDED.includes(stage)) return []
  const measure: Row | null = await strapi.db
    .query(MEASURE)
    .findOne({ where: { documentId, ...DRAFT, ...IN_SOURCE_LANGUAGE }, populate: ['plan'] })
  const [plan = ''] = documentIdsOf(measure?.plan)
  const outcomes = Object.entries(STAGE_OF_OUTCOME)
    .filter(([, leadsTo]) => leadsTo === stage)
    .map(([outcome]) => outcome)
  const about = { $or: [{ measure: { documentId } }, { reachesMeasures: true, plan: { documentId: plan } }] }
  const decisions = await strapi.db.query(DECISION).count({ where: { ...about, ...DRAFT, outcome: { $in: outcomes } } })
  if (decisions > 0) return []
  return [
    {
      path: ['stage'],
      message: `${labelOf(schema, 'stage')}: „${textsIn('de')(`words.stage.${String(stage)}`)}“ trägt hier noch keine `
        + `Entscheidung. Wer hat das wann entschieden? Bitte tragen Sie die Entscheidung ein, oder prüfen Sie den Stand.`,
    },
  ]
}
