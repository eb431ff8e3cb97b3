import type { Core } from '@strapi/strapi'
import { parseHistoricalDate } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { dateInWords } from '../derived/dates'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import { IN_SOURCE_LANGUAGE, type Row, type Values } from '../rows/rows'
import { MEASURE, PHASE, PLAN } from '../content-model/uids'

/** What editors work on: every published row has its draft. */
const DRAFT = { publishedAt: { $null: true } }

/** Nothing counts for a measure from before the process of its plan began: its first phase, else its validity. */
export async function processProblems(strapi: Core.Strapi, schema: Schema, values: Values): Promise<Problem[]> {
  const within = schema.pluginOptions?.lip?.datedWithin
  const date = typeof values.date === 'string' ? parseHistoricalDate(values.date) : null
  if (!within || !date) return []
  const plan = await planOf(strapi, documentIdsOf(values[within])[0])
  const beginning = plan && await beginningOf(strapi, plan)
  if (!beginning || date.beganBy >= beginning) return []
  return [
    {
      path: ['date'],
      message: `${labelOf(schema, 'date')}: ${dateInWords(date.edtf)} liegt vor dem Beginn des Plans „${String(plan.title)}“ `
        + `(${dateInWords(beginning)}). Bitte prüfen Sie das Datum und die Maßnahme; begann der Plan früher, tragen Sie bei ihm `
        + `zuerst eine frühere Phase ein.`,
    },
  ]
}

async function planOf(strapi: Core.Strapi, measureId: string | undefined): Promise<Row | null> {
  if (!measureId) return null
  const measure = await strapi.db
    .query(MEASURE)
    .findOne({
      where: { documentId: measureId, ...DRAFT, ...IN_SOURCE_LANGUAGE }, populate: ['plan'],
    })
  const planId: unknown = measure?.plan?.documentId
  if (!planId) return null
  return strapi.db.query(PLAN).findOne({ where: { documentId: planId, ...DRAFT, ...IN_SOURCE_LANGUAGE } })
}

/** The first day, `YYYY-MM-DD`. */
async function beginningOf(strapi: Core.Strapi, plan: Row): Promise<string | null> {
  const phases: { startsOn: string | null }[] = await strapi.db
    .query(PHASE)
    .findMany({ select: ['startsOn'], where: { plan: { documentId: plan.documentId }, ...DRAFT } })
  const days = phases.map(({ startsOn }) => startsOn).filter(day => day !== null)
  return days.sort()[0] ?? (typeof plan.startsOn === 'string' ? plan.startsOn : null)
}
