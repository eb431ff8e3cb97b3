import type { Core } from '@strapi/strapi'
import { type Attribute, type Schema, schemaOf } from './schema'

/** How editors call the place of a paragraph: `body/2/answer/0` is „Inhalt, Baustein 3, Antwort, Absatz 1“. */
export function nameOfPlace(strapi: Core.Strapi, schema: Schema, place: string): string {
  const [name = '', ...rest] = place.split('/')
  const attribute = schema.attributes[name]
  const label = attribute?.pluginOptions?.lip?.label ?? name
  const [index, inner, ...inside] = rest
  if (attribute?.type === 'blocks') return [label, ...paragraphName(rest)].join(', ')
  const held
    = inner
      && [attribute?.component ?? [], attribute?.components ?? []]
        .flat()
        .map(uid => schemaOf(strapi, uid).attributes[inner])
        .find(isAttribute)
  return held
    ? [label, `Baustein ${Number(index) + 1}`, held.pluginOptions?.lip?.label ?? inner, ...paragraphName(inside)].join(
        ', ',
      )
    : label
}

function isAttribute(attribute: Attribute | undefined): attribute is Attribute {
  return attribute !== undefined
}

/** Of a list every point has a number, and of a list within it. */
export function paragraphName(indexes: string[]): string[] {
  return indexes.map((index, depth) => `${depth === 0 ? 'Absatz' : 'Punkt'} ${Number(index) + 1}`)
}
