import { today } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { dateInWords, readDate } from '../derived/dates'
import type { Values } from '../rows/rows'
import type { Problem } from './problems'

/** What has not happened yet is no status update and no decision. */
export function futureProblems(schema: Schema, values: Values): Problem[] {
  const lip = schema.pluginOptions?.lip
  const date = readDate(values[lip?.dated ?? ''])
  if (!lip?.hasHappened || !date || date.startsOn <= today()) return []
  return [
    {
      path: [lip.dated ?? ''],
      message: `${labelOf(schema, lip.dated ?? '')}: ${dateInWords(date.edtf)} liegt in der Zukunft. Veröffentlicht wird hier, was `
        + `geschehen ist. Geplantes gehört auf die Zeitleiste, als Ereignis oder als Frist.`,
    },
  ]
}
