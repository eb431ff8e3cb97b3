import { isLocalised, labelOf, type Schema } from '../content-model/schema'
import type { Problem } from './problems'
import type { Values } from './rows'

/** What must be there before anyone outside can read it. In a translation only its own texts count. */
export function requiredProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  const required = schema.pluginOptions?.lip?.required ?? []
  const missing = required.filter(name => (!isTranslation || isLocalised(schema.attributes[name] ?? { type: '' })) && isEmpty(values[name]))
  return [
    ...missing.map(name => ({ path: [name], message: `${labelOf(schema, name)} fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.` })),
    ...disputeProblems(schema, values, isTranslation),
  ]
}

function disputeProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  const claims = Array.isArray(values.claims) ? values.claims.length : 0
  if (isTranslation || values.certainty !== 'disputed' || claims >= 2) return []
  return [{ path: ['claims'], message: `${labelOf(schema, 'claims')}: Was umstritten ist, braucht mindestens zwei Aussagen mit ihren Quellen.` }]
}

/** Whether nothing is there: a relation may come as Strapi's form sends it, with what is connected and disconnected. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}
