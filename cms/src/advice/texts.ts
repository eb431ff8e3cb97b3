/** Rich text in an entry: in its own attributes and in the parts of it, each with its place. */
import type { Core } from '@strapi/strapi'
import { asList, plainText, valueAt } from 'shared-types'
import { isLocalised, labelOf, type Schema, schemaOf } from '../content-model/schema'
import { componentsIn, componentUid } from '../rows/components'
import type { Values } from '../rows/rows'
import type { Problem } from '../rules/problems'

export interface RichText {
  path: Problem['path']
  /** As editors call the attribute of the entry, in quotation marks. */
  label: string
  blocks: unknown[]
}

/** The texts of this language, in the order in which they are read. */
export function richTextsIn(strapi: Core.Strapi, schema: Schema, row: Values): RichText[] {
  const localised = Object.entries(schema.attributes).filter(([, attribute]) => isLocalised(attribute))
  return localised.flatMap(([name, attribute]) => {
    const label = labelOf(schema, name)
    if (attribute.type === 'blocks') return [{ path: [name], label, blocks: asList(row[name]) }]
    return componentsIn(attribute.components || attribute.component ? row[name] : []).flatMap((part, index) =>
      blocksOf(schemaOf(strapi, componentUid(part, attribute.component)), part)
        .map(({ inner, blocks }) => ({ path: [name, index, inner], label, blocks })),
    )
  })
}

function blocksOf({ attributes }: Schema, part: Values): { inner: string, blocks: unknown[] }[] {
  return Object.entries(attributes)
    .filter(([, { type }]) => type === 'blocks')
    .map(([inner]) => ({ inner, blocks: asList(part[inner]) }))
}

/** Every node of a kind in rich text, however deep. */
export function nodesIn(node: unknown, type: string): unknown[] {
  const own = valueAt(node, 'type') === type ? [node] : []
  return [...own, ...asList(Array.isArray(node) ? node : valueAt(node, 'children')).flatMap(inner => nodesIn(inner, type))]
}

/** As much of a node's words as tells which one it is. */
export function wordsOf(node: unknown): string {
  const words = plainText(node).trim()
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}
