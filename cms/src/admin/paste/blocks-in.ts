/**
 * What somebody copied from Word, an office suite or a web page, as Strapi's blocks: headings, paragraphs, lists,
 * quotes and links, bold, italic and struck words stay; fonts, colours, tables, pictures and everything else goes, but
 * no word.
 */

type Marks = Partial<Record<'bold' | 'italic' | 'strikethrough', true>>

interface TextNode extends Marks {
  type: 'text'
  text: string
}

interface LinkNode {
  type: 'link'
  url: string
  children: TextNode[]
}

type Inline = TextNode | LinkNode

interface ListItem {
  type: 'list-item'
  children: Inline[]
}

interface ListBlock {
  type: 'list'
  format: 'ordered' | 'unordered'
  indentLevel: number
  children: (ListItem | ListBlock)[]
}

export type Block = { type: 'paragraph' | 'quote', children: Inline[] }
  | { type: 'heading', level: number, children: Inline[] }
  | ListBlock

/** What is read at first: a list is a line for each of its points. */
type Kind = { type: 'paragraph' | 'quote' } | { type: 'heading', level: number }
  | { type: 'item', depth: number, format: ListBlock['format'] }

type Line = Kind & { children: Inline[] }

interface Around {
  kind: Kind
  marks: Marks
  url: string | null
  isAsTyped: boolean
}

const NOT_READ = 'script, style, template, noscript, title, head, meta, link, svg, img, video, audio, iframe, object, button'
/** What begins a line. */
const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, li, blockquote, pre, td, th, dt, dd, figcaption, caption, hr, '
  + 'section, article, header, footer, aside, main, address'
const QUOTES = 'blockquote'
/** A page has one heading of the first level: its title. */
const HIGHEST_LEVEL = 2

/** blocksIn returns nothing where it holds no words. It runs no script and loads nothing. */
export function blocksIn(html: string): Block[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const lines: Line[] = []
  read(body, { kind: { type: 'paragraph' }, marks: {}, url: null, isAsTyped: false }, lines)
  return toBlocks(lines.map(tidied).filter(hasWords))
}

function read(parent: Node, around: Around, lines: Line[]): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) addTo(lines, around, node.data)
    else if (node instanceof HTMLElement && !node.matches(NOT_READ) && !isHidden(node)) readElement(node, around, lines)
  }
}

function readElement(element: HTMLElement, around: Around, lines: Line[]): void {
  if (element.matches('br')) return addTo(lines, { ...around, isAsTyped: true }, '\n')
  const within = { ...around, ...withinElement(element, around) }
  if (!element.matches(BLOCKS)) return read(element, within, lines)
  // A second paragraph of a point belongs to it.
  if (within.kind.type === 'item' && within.kind === around.kind) {
    if (lines.at(-1)?.children.length) addTo(lines, { ...within, isAsTyped: true }, '\n')
    return read(element, within, lines)
  }
  lines.push({ ...within.kind, children: [] })
  read(element, within, lines)
  lines.push({ ...around.kind, children: [] })
}

function withinElement(element: HTMLElement, { kind, marks, url }: Around): Partial<Around> {
  const own = kindOf(element, kind)
  return {
    kind: own,
    // A heading is strong already.
    marks: own.type === 'heading' ? {} : marksOf(element, marks),
    url: element instanceof HTMLAnchorElement ? addressOf(element) : url,
    ...element.matches('pre') && { isAsTyped: true },
  }
}

function kindOf(element: HTMLElement, around: Kind): Kind {
  const [, heading] = /^H(\d)$/.exec(element.tagName) ?? []
  if (heading) return { type: 'heading', level: Math.max(HIGHEST_LEVEL, Number(heading)) }
  if (element.matches(QUOTES)) return { type: 'quote' }
  if (element.matches('li')) return itemOf(element)
  return writtenItem(element) ?? around
}

function itemOf(element: HTMLElement): Kind {
  let depth = -1
  for (let list = element.parentElement; list; list = list.parentElement) depth += Number(list.matches('ul, ol'))
  return { type: 'item', depth: Math.max(0, depth), format: element.closest('ul, ol')?.matches('ol') ? 'ordered' : 'unordered' }
}

/** Word writes a point of a list as a paragraph, with its bullet or number as a text that is to be ignored. */
function writtenItem(element: HTMLElement): Kind | null {
  const [, level] = /mso-list:[^;]*\blevel(\d)/i.exec(element.getAttribute('style') ?? '') ?? []
  if (!level) return null
  const bullet = [...element.querySelectorAll('span')].find(isIgnored)?.textContent ?? ''
  return { type: 'item', depth: Number(level) - 1, format: /^\s*\(?[\p{L}\p{N}]+[.)]/u.test(bullet) ? 'ordered' : 'unordered' }
}

function isIgnored(element: Element): boolean {
  return /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')
}

function isHidden(element: HTMLElement): boolean {
  const { display, visibility } = element.style
  return display === 'none' || visibility === 'hidden' || element.hidden || isIgnored(element)
    || /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')
}

function marksOf(element: HTMLElement, around: Marks): Marks {
  const { fontWeight, fontStyle, textDecoration, textDecorationLine } = element.style
  const isBold = fontWeight ? /^bold|^[6-9]00$/.test(fontWeight) : element.matches('b, strong, th') || undefined
  const isItalic = fontStyle ? fontStyle !== 'normal' : element.matches('i, em, cite, dfn') || undefined
  const isStruck = `${textDecoration} ${textDecorationLine}`.includes('line-through') || element.matches('s, strike, del')
  return {
    ...(isBold ?? around.bold) && { bold: true }, ...(isItalic ?? around.italic) && { italic: true },
    ...(isStruck || around.strikethrough) && { strikethrough: true },
  }
}

/** Where a link leads for everybody: not within the copied page, and not to a script. */
function addressOf(link: HTMLAnchorElement): string | null {
  const address = link.getAttribute('href')?.trim() ?? ''
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : null
}

function addTo(lines: Line[], { kind, marks, url, isAsTyped }: Around, typed: string): void {
  const text = isAsTyped ? typed.replaceAll('\r', '') : typed.replaceAll(/[ \t\r\n]+/g, ' ')
  if (!text) return
  const last = lines.at(-1)
  const line = last ?? { ...kind, children: [] }
  if (!last) lines.push(line)
  const node: TextNode = { type: 'text', text, ...marks }
  const before = line.children.at(-1)
  if (!url) line.children.push(node)
  else if (before?.type === 'link' && before.url === url) before.children.push(node)
  else line.children.push({ type: 'link', url, children: [node] })
}

/** A line without blanks around it, and without two of them together. */
function tidied(line: Line): Line {
  const texts = line.children.flatMap(node => node.type === 'link' ? node.children : [node])
  let isAfterBlank = true
  for (const node of texts) {
    // Word puts a blank that does not break where it wants more room.
    node.text = node.text.replaceAll(/ *\u00a0[ \u00a0]*/g, found => found === '\u00a0' ? found : ' ').replaceAll(/ {2,}/g, ' ')
    if (isAfterBlank) node.text = node.text.replace(/^[ \n]+/, '')
    if (node.text) isAfterBlank = /[ \n]$/.test(node.text)
  }
  for (const node of texts.toReversed()) {
    node.text = node.text.replace(/[ \u00a0\n]+$/, '')
    if (node.text) break
  }
  return { ...line, children: line.children.flatMap(joinable) }
}

function joinable(node: Inline): Inline[] {
  if (node.type === 'text') return node.text ? [node] : []
  const children = node.children.filter(({ text }) => text)
  return children.length > 0 ? [{ ...node, children }] : []
}

function hasWords({ children }: Line): boolean {
  return children.some(node => node.type === 'link' || node.text.trim() !== '')
}

function toBlocks(lines: Line[]): Block[] {
  const blocks: Block[] = []
  /** The lists that are open, each within the one before. */
  let open: ListBlock[] = []
  for (const line of lines) {
    if (line.type !== 'item') {
      open = []
      blocks.push(line)
      continue
    }
    const depth = Math.min(line.depth, open.length)
    open = open.slice(0, depth + 1)
    if (open[depth]?.format !== line.format) {
      const list: ListBlock = { type: 'list', format: line.format, indentLevel: depth, children: [] }
      open = [...open.slice(0, depth), list]
      const holder = open[depth - 1]
      if (holder) holder.children.push(list)
      else blocks.push(list)
    }
    open[depth]?.children.push({ type: 'list-item', children: line.children })
  }
  return blocks
}
