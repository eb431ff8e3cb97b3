/**
 * Takes names out of values of whatever shape. A text is compared whole, over the nodes, marks and blocks of which it
 * is made.
 */
import { type NameMatcher, NAMELESS, replaced } from './matcher'

type Node = Record<string, unknown>

/**
 * The same value without the names: in texts stands “N. N.”, an address that has one is null, a slug empty. What has
 * none of them comes back as it is.
 */
export function nameless(value: unknown, names: NameMatcher): unknown {
  const texts = textsIn(value).join(BETWEEN_TEXTS)
  // Who has lost her name already may still have her address beside it.
  return texts.includes(NAMELESS) || names.isPossiblyIn(texts) ? without(value, names) : value
}

function without(value: unknown, names: NameMatcher): unknown {
  if (typeof value === 'string') return textWithout(value, names)
  if (Array.isArray(value)) return isRun(value) ? runWithout(value, names) : value.map(entry => without(entry, names))
  if (!isNode(value) || value instanceof Date) return value
  const clean = withoutIn(value, names)
  // The address of a person is her name as well: it still stands in old versions.
  return 'slug' in clean && clean.name === NAMELESS ? { ...clean, slug: '' } : clean
}

function withoutIn(node: Node, names: NameMatcher): Node {
  return Object.fromEntries(Object.entries(node).map(([key, entry]) => [key, without(entry, names)]))
}

/** No letter, no blank and no sign. */
const BETWEEN_TEXTS = '\0'

/** Every text of a value, as it is compared: those of a run as one. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value))
    return isRun(value) ? [readRun(value).whole, ...value.flatMap(textsBeside)] : value.flatMap(textsIn)
  return isNode(value) ? Object.values(value).flatMap(textsIn) : []
}

/** What a node of a run says beside its text: the address of a link. */
function textsBeside(node: Node): string[] {
  return [...textsIn({ ...node, text: '', children: [] }), ...childrenOf(node).flatMap(textsBeside)]
}

const ADDRESS = /^(?:https?:\/|mailto:|tel:|\/)\S+$/
const SLUG = /^[a-z0-9_-]+$/

function textWithout(text: string, names: NameMatcher): string | null {
  const spans = names.find(text)
  if (spans.length === 0) return text
  if (ADDRESS.test(text)) return null
  return SLUG.test(text) ? '' : replaced(text, spans)
}

/** The words of a text, in whatever nodes. */
export function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  return value
    .filter(isNode)
    .map(node => (isLeaf(node) ? node.text : plainText(node.children)) + (isInline(node) ? '' : '\n'))
    .join('')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Nodes of one text: blocks and what is in them, what a search marked, the paragraphs of a document. */
function isRun(list: unknown[]): list is Node[] {
  const isPiece = (entry: unknown) =>
    isNode(entry)
    && (isLeaf(entry)
      ? 'isHit' in entry || 'place' in entry || 'type' in entry
      : 'type' in entry && Array.isArray(entry.children))
  return list.length > 0 && list.every(isPiece)
}

function isLeaf(node: Node): node is Node & { text: string } {
  return typeof node.text === 'string'
}

/** Within a line; everything else parts words. */
function isInline(node: Node): boolean {
  return node.type === 'text' || node.type === 'link' || 'isHit' in node
}

interface Run {
  whole: string
  /** Where the text of each of its leaves stands in the whole. */
  leaves: { node: Node, start: number, end: number }[]
}

function readRun(nodes: Node[]): Run {
  const leaves: Run['leaves'] = []
  let whole = ''
  const read = (node: Node): void => {
    if (isLeaf(node)) leaves.push({ node, start: whole.length, end: (whole += node.text).length })
    else for (const child of childrenOf(node)) read(child)
    if (!isInline(node)) whole += '\n'
  }
  nodes.forEach(read)
  return { whole, leaves }
}

function runWithout(nodes: Node[], names: NameMatcher): Node[] {
  const { whole, leaves } = readRun(nodes)
  const spans = names.find(whole)
  const texts = new Map(leaves.map(({ node, start, end }) => [node, leafWithout(whole, spans, start, end)]))
  return nodes.flatMap(node => rebuilt(node, texts, names))
}

/** The name goes where it begins; of the nodes over which it goes on nothing of it stays. */
function leafWithout(whole: string, spans: { start: number, end: number }[], start: number, end: number): string {
  let text = ''
  let place = start
  for (const span of spans) {
    if (span.end <= start || span.start >= end) continue
    text += whole.slice(place, Math.max(place, span.start)) + (span.start >= start ? NAMELESS : '')
    place = Math.min(end, span.end)
  }
  return text + whole.slice(place, end)
}

/** A link to her address is no link any more. */
function rebuilt(node: Node, texts: ReadonlyMap<Node, string>, names: NameMatcher): Node[] {
  if (isLeaf(node)) return [{ ...node, text: texts.get(node) ?? node.text }]
  const children = childrenOf(node).flatMap(child => rebuilt(child, texts, names))
  const clean = withoutIn({ ...node, children: null }, names)
  return node.type === 'link' && clean.url !== node.url ? children : [{ ...clean, children }]
}

function childrenOf(node: Node): Node[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : []
}
