import { parseHistoricalDate } from 'shared-types'
import type { Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'

/**
 * The days between which an entry's EDTF date lies, and the one from which it counts, for sorting and filtering.
 * Nothing where the date is not given.
 */
export function computedDays(schema: Schema, values: Values): Values {
  const dated = schema.pluginOptions?.lip?.dated
  if (!dated || !(dated in values)) return {}
  const text = values[dated]
  const date = typeof text === 'string' ? parseHistoricalDate(text) : null
  return {
    startsOn: date?.startsOn ?? null,
    endsOn: date?.endsOn ?? null,
    ...(schema.attributes.countsFrom && { countsFrom: date?.beganBy ?? null }),
  }
}
