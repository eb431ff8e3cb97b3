/** Whether an entry has the shape of its type, before anything looks at what it says. */
import type { Core } from '@strapi/strapi'
import { type Attribute, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Problem } from '../rules/problems'
import type { Values } from '../rows/rows'
import { valueProblem } from './values'

/** What Strapi adds to an entry and its parts, in no schema of ours. */
const OF_STRAPI = new Set([
  'id', 'documentId', 'locale', 'localizations', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy',
  'status', '__component', '__temp_key__', 'strapi_stage', 'strapi_assignee',
])

/** Every value that its attribute cannot hold, and every attribute that there is not, parts included. */
export function shapeProblems(
  strapi: Core.Strapi, schema: Schema, values: Values, path: Problem['path'] = [],
): Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const here = [...path, name]
    const attribute = schema.attributes[name]
    if (OF_STRAPI.has(name)) return path.length > 0 && name === 'id' ? partIdProblems(value, here) : []
    if (!attribute)
      return [
        {
          path: here,
          message: `„${name.slice(0, 60)}“ gibt es in ${schema.info.displayName} nicht. Nichts wurde gespeichert.`,
        },
      ]
    const problem = valueProblem(attribute, value)
    if (problem) return [{ path: here, message: `${labelOf(schema, name)}: ${problem}` }]
    return partsOf(strapi, attribute, value).flatMap(({ part, type, index }) =>
      shapeProblems(strapi, type, part, [...here, ...index]).map(inner => ({
        ...inner,
        message: `${labelOf(schema, name)}, Baustein ${(index[0] ?? 0) + 1}, ${inner.message}`,
      })),
    )
  })
}

/** The form names a part that stays by the number it has. */
function partIdProblems(id: unknown, path: Problem['path']): Problem[] {
  const isNumber = id === undefined || id === null || /^[1-9]\d{0,9}$/.test(String(id))
  return isNumber ? [] : [{ path, message: 'Diesen Baustein gibt es nicht. Bitte laden Sie die Seite neu.' }]
}

function partsOf(
  strapi: Core.Strapi, attribute: Attribute, value: unknown,
): { part: Values, type: Schema, index: number[] }[] {
  if (!attribute.component && !attribute.components) return []
  return componentsIn(value).map((part, index) => ({
    part, type: schemaOf(strapi, componentUid(part, attribute.component)), index: Array.isArray(value) ? [index] : [],
  }))
}

/** An entry has the number and the key that the cms gave it. */
export function keyProblems(values: Values, documentId: string | undefined): Problem[] {
  const isOwn = (key: unknown) => key === undefined || key === null
  if (documentId === undefined && !(isOwn(values.id) && isOwn(values.documentId)))
    return [
      {
        path: [isOwn(values.id) ? 'documentId' : 'id'],
        message:
          'Ein neuer Eintrag bekommt seine Nummer von selbst: „id“ und „documentId“ können nicht vorgegeben werden.',
      },
    ]
  const isSame = isOwn(values.documentId) || values.documentId === documentId
  const isNumber = isOwn(values.id) || /^[1-9]\d{0,9}$/.test(String(values.id))
  return isSame && isNumber
    ? []
    : [
        {
          path: [isSame ? 'id' : 'documentId'],
          message: 'Diese Angaben gehören zu einem anderen Eintrag. Nichts wurde gespeichert.',
        },
      ]
}

/** What the database keeps by itself. */
export function withoutKeys(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'id' && name !== 'documentId'))
}
