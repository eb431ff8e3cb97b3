/** Reading Strapi's blocks: JSON of which only the shape is promised. */
import type { Text } from '~~/server/cms/text'
import { type TermPart, termLink } from './terms'

/** A part of a text in blocks. */
export interface RichNode {
  type?: string
  text?: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strikethrough?: boolean
  code?: boolean
  level?: number
  format?: string
  url?: string
  /** Leads to what is said of this term. */
  term?: ReturnType<typeof termLink>
  children?: RichNode[]
}

export function nodesOf(value: unknown): RichNode[] {
  return Array.isArray(value) ? value : []
}

/** The parts of a text that show something: a heading without words is none. */
export function blocksIn(value: unknown): RichNode[] {
  return nodesOf(value).filter(node => node.type !== 'heading' || nodeText(node).trim() !== '')
}

/** The words of a part, without their marks. */
export function nodeText(node: RichNode): string {
  return (node.text ?? '') + nodesOf(node.children).map(nodeText).join('')
}

/** How long a text is, in letters. */
export function lettersIn(value: unknown): number {
  return blocksIn(value).reduce((sum, node) => sum + nodeText(node).length, 0)
}

/** The same parts, taken apart where a term is explained: not in headings, links and code. */
export function withTerms(nodes: readonly RichNode[], locale: string, partsOf: (text: Text) => TermPart[]): RichNode[] {
  return nodes.flatMap((node) => {
    if (node.code || ['heading', 'link', 'code'].includes(node.type ?? '')) return node
    if (node.children) return { ...node, children: withTerms(nodesOf(node.children), locale, partsOf) }
    if (typeof node.text !== 'string') return node
    return partsOf({ value: node.text, locale }).map(part => ({
      ...node,
      text: part.text, term: part.term ? termLink(part, locale) : undefined,
    }))
  })
}
