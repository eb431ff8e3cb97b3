import type { Core } from '@strapi/strapi'
import { valueAt } from 'shared-types'
import { type Attribute, isLocalised, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Problem } from './problems'
import { documentIdsOf } from '../rows/relations'
import type { Values } from '../rows/rows'

/** What must be there before anyone outside can read it. In a translation only its own texts count. */
export function requiredProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, isTranslation: boolean,
): Problem[] {
  const required = schema.pluginOptions?.lip?.required ?? []
  const missing = required.filter(
    name =>
      (!isTranslation || isLocalised(schema.attributes[name] ?? { type: '' }))
      && isMissing(name, schema.attributes[name], values[name]),
  )
  return [
    ...missing.map(name => ({
      path: [name], message: `${labelOf(schema, name)} ${name === 'citations' ? NO_SOURCE : MISSING}`,
    })),
    ...partProblems(strapi, schema, values, isTranslation),
    ...choiceProblems(schema, values, isTranslation),
    ...disputeProblems(schema, values, isTranslation),
  ]
}

const MISSING = 'fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.'
const NO_SOURCE
  = 'fehlen noch: Woher wissen wir das? Bitte nennen Sie mindestens eine Quelle (Drucksache, Bericht, Webseite). Ohne '
    + 'Quelle wird nichts veröffentlicht.'

function isMissing(name: string, attribute: Attribute | undefined, value: unknown): boolean {
  if (name === 'citations') return !hasSource(value)
  return attribute?.type === 'blocks' ? !hasWords(value) : isEmpty(value)
}

/** An editor's empty text is a paragraph without words. */
function hasWords(blocks: unknown): boolean {
  if (Array.isArray(blocks)) return blocks.some(hasWords)
  if (typeof blocks !== 'object' || blocks === null) return false
  const text: unknown = valueAt(blocks, 'text')
  return (typeof text === 'string' && text.trim() !== '') || hasWords(valueAt(blocks, 'children'))
}

/** Parts are complete as well. */
function partProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, isTranslation: boolean,
): Problem[] {
  return Object.entries(schema.attributes)
    .filter(([, { component, components }]) => component ?? components)
    .filter(([, attribute]) => !isTranslation || isLocalised(attribute))
    .flatMap(([name, attribute]) =>
      componentsIn(values[name]).flatMap((component, index) => {
        const part = schemaOf(strapi, componentUid(component, attribute.component))
        return requiredProblems(strapi, part, component, false).map(({ path, message }) => ({
          path: [name, index, ...path],
          message: `${labelOf(schema, name)}, ${attribute.component ? 'Nr.' : 'Baustein'} ${index + 1} `
            + `(${part.info.displayName}): ${message}`,
        }))
      }),
    )
}

/** A citation that names no source says nothing. */
export function hasSource(citations: unknown): boolean {
  return (
    Array.isArray(citations)
    && citations.some(
      citation =>
        documentIdsOf(valueAt(citation, 'source'))
          .length > 0,
    )
  )
}

/** Of some relations and switches exactly one says what an entry is about. */
function choiceProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  if (isTranslation) return []
  const given = (name: string) => values[name] === true ? 1 : documentIdsOf(values[name]).length
  const groups = schema.pluginOptions?.lip?.exactlyOne ?? []
  return groups
    .filter(names => names.reduce((sum, name) => sum + given(name), 0) !== 1)
    .map(names => ({
      path: [names[0] ?? ''],
      message: `Bitte geben Sie genau eines an: ${names.map(name => labelOf(schema, name)).join(' oder ')}.`,
    }))
}

function disputeProblems(schema: Schema, values: Values, isTranslation: boolean): Problem[] {
  const claims = Array.isArray(values.claims) ? values.claims.length : 0
  if (isTranslation || values.certainty !== 'disputed' || claims >= 2) return []
  return [
    {
      path: ['claims'],
      message: `${labelOf(schema, 'claims')}: Was umstritten ist, braucht mindestens zwei Aussagen mit ihren Quellen.`,
    },
  ]
}

/** Whether nothing is there: a relation may come as Strapi's form sends it, with what is connected and disconnected. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return Array.isArray(value) && value.length === 0
}
