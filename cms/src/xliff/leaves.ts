/** The leaves of rich text: what is written in one piece, a paragraph, a heading, a quote or a point of a list. */
import { valueAt } from 'shared-types'

/** A text with its marks, or a link. */
export interface Inline {
  type: string
  [attribute: string]: unknown
}

export interface Leaf {
  /** Where it stands in its text, from 0: `3`, and in a list `3.0.1`. */
  path: string
  /** What Strapi calls it. */
  type: string
  children: Inline[]
}

/** leavesOf lists what is written in a text, in its order. */
export function leavesOf(blocks: unknown, above = ''): Leaf[] {
  return nodesIn(blocks).flatMap((node, index): Leaf[] => {
    const path = `${above}${index}`
    const type = String(valueAt(node, 'type'))
    if (type === 'image') return []
    const children = nodesIn(valueAt(node, 'children'))
    return type === 'list' ? leavesOf(children, `${path}.`) : [{ path, type, children: children.filter(isInline) }]
  })
}

/** withLeaves builds the same text once more, with other words in its leaves. */
export function withLeaves(blocks: unknown, wordsFor: (leaf: Leaf) => Inline[], above = ''): unknown[] {
  return nodesIn(blocks).map((node, index) => {
    const path = `${above}${index}`
    const type = String(valueAt(node, 'type'))
    if (type === 'image') return node
    const children = nodesIn(valueAt(node, 'children'))
    const written = type === 'list'
      ? withLeaves(children, wordsFor, `${path}.`)
      : wordsFor({ path, type, children: children.filter(isInline) })
    return { ...Object(node), children: written }
  })
}

function nodesIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isInline(node: unknown): node is Inline {
  return typeof valueAt(node, 'type') === 'string'
}

/** The words of what is written, without its marks. */
export function wordsIn(children: readonly Inline[]): string {
  return children.map(node => typeof node.text === 'string' ? node.text : wordsIn(innerOf(node))).join('')
}

/** What a link says. */
export function innerOf(node: Inline): Inline[] {
  return nodesIn(node.children).filter(isInline)
}
