import { labelOf, type Schema } from '../content-model/schema'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'
import { hasSource } from '../rules/required'

/** An entry that can name its sources and names none; where one is needed, a rule says so. */
export function missingSourceProblems(schema: Schema, { citations }: Values): Problem[] {
  const isNeeded = schema.pluginOptions?.lip?.required?.includes('citations') === true
  if (!schema.attributes.citations || isNeeded || hasSource(citations)) return []
  return [
    {
      path: ['citations'],
      message: `${labelOf(schema, 'citations')}: Es ist noch keine Quelle genannt. Woher wissen wir das?`,
    },
  ]
}
