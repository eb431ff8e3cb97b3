/**
 * How the form writes rich text: paragraphs, headings, quotes, code, lists and pictures, and in them texts and links.
 */
const BLOCKS: Record<string, (block: Node) => string | null> = {
  paragraph: inline,
  quote: inline,
  code: inline,
  heading: block => isWithin(block.level, 1, 6) ? inline(block) : 'Eine Überschrift braucht eine Stufe von 1 bis 6.',
  list: listProblem,
  image: block => isNode(block.image) && typeof block.image.url === 'string' ? null : 'Einem Bild fehlt seine Datei.',
}
const INLINE: Record<string, (node: Node) => string | null> = {
  text: node =>
    typeof node.text === 'string'
    && ['bold', 'italic', 'underline', 'strikethrough', 'code'].every(mark => isMark(node[mark]))
      ? null
      : 'Ein Stück Text enthält etwas anderes als Text.',
  link: node => (typeof node.url === 'string' ? inline(node) : 'Einem Link fehlt seine Adresse.'),
}
/** Deeper lists than anybody writes. */
const DEEPEST = 12

type Node = Record<string, unknown>

/** The first paragraph that is no such, from 0, and why; null where all are. */
export function blockProblem(blocks: unknown[]): { index: number, why: string } | null {
  for (const [index, block] of blocks.entries()) {
    const why = isNode(block) ? BLOCKS[String(block.type)]?.(block) : undefined
    if (why !== null)
      return { index, why: why ?? 'Er ist kein Absatz, keine Überschrift, kein Zitat, keine Liste und kein Bild.' }
  }
  return null
}

function inline(block: Node): string | null {
  if (!Array.isArray(block.children)) return 'Ihm fehlt sein Inhalt.'
  return firstProblem(block.children, node => INLINE[String(node.type)]?.(node))
}

function listProblem(list: Node, depth = 0): string | null {
  if (!['ordered', 'unordered'].includes(String(list.format)) || depth > DEEPEST)
    return 'Eine Liste ist nummeriert oder hat Punkte.'
  if (!Array.isArray(list.children)) return 'Einer Liste fehlen ihre Punkte.'
  return firstProblem(list.children, (item) => {
    if (item.type === 'list') return listProblem(item, depth + 1)
    return item.type === 'list-item' ? inline(item) : undefined
  })
}

function firstProblem(nodes: unknown[], problemOf: (node: Node) => string | null | undefined): string | null {
  for (const node of nodes) {
    const problem = isNode(node) ? problemOf(node) : undefined
    if (problem !== null) return problem ?? 'Er enthält etwas, was das Formular nicht schreibt.'
  }
  return null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMark(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean'
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}
