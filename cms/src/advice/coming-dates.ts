import { today } from 'shared-types'
import { labelOf, type Schema } from '../content-model/schema'
import { readDate } from '../derived/dates'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

/** A date that is still to come, where readers expect what has been; a deadline lies ahead. */
export function comingDateProblems(schema: Schema, row: Values): Problem[] {
  const date = readDate(row.date)
  if (!date || date.startsOn <= today() || row.kind === 'deadline') return []
  return [
    {
      path: ['date'],
      message: `${labelOf(schema, 'date')}: Dieser Tag kommt erst noch. Stimmt das Datum? Was angekündigt ist, sollte der `
        + `Titel oder der Text auch so sagen.`,
    },
  ]
}
