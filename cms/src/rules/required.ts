import { isLocalised, labelOf, type Schema } from '../content-model/schema'
import type { Problem } from './problems'
import { documentIdsOf } from './relations'
import type { Values } from './rows'

/** What must be there before anyone outside can read it. In a translation only its own texts count. */
export function requiredProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  const required = schema.pluginOptions?.lip?.required ?? []
  const missing = required.filter(name => (!isTranslation || isLocalised(schema.attributes[name] ?? { type: '' })) && isMissing(name, values[name]))
  return [
    ...missing.map(name => ({ path: [name], message: `${labelOf(schema, name)} ${name === 'citations' ? NO_SOURCE : MISSING}` })),
    ...choiceProblems(schema, values, isTranslation),
    ...disputeProblems(schema, values, isTranslation),
  ]
}

const MISSING = 'fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.'
const NO_SOURCE = 'fehlen noch: Woher wissen wir das? Bitte nennen Sie mindestens eine Quelle (Drucksache, Bericht, Webseite). Ohne Quelle wird nichts veröffentlicht.'

function isMissing(name: string, value: unknown): boolean {
  return name === 'citations' ? !hasSource(value) : isEmpty(value)
}

/** A citation that names no source says nothing. */
function hasSource(citations: unknown): boolean {
  return Array.isArray(citations) && citations.some(citation => documentIdsOf(typeof citation === 'object' && citation !== null ? Reflect.get(citation, 'source') : null).length > 0)
}

/** Of some relations exactly one says what an entry is about. */
function choiceProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  const names = schema.pluginOptions?.lip?.exactlyOne ?? []
  if (names.length === 0 || isTranslation || names.filter(name => documentIdsOf(values[name]).length > 0).length === 1) return []
  return [{ path: [names[0] ?? ''], message: `Bitte geben Sie genau eines an: ${names.map(name => labelOf(schema, name)).join(' oder ')}.` }]
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
