/**
 * Marks and links as XLIFF 2.1 has them: pairs of codes (`pc`) around words, with the address of a link beside the
 * text. A code of a translation is paired with that of its source by its id.
 */
import type { Document, Element } from '@xmldom/xmldom'
import { type Inline, innerOf } from './leaves'

export const CORE = 'urn:oasis:names:tc:xliff:document:2.0'

/** What XLIFF calls the marks of Strapi; for two it has no name. */
const MARKS: Record<string, string> = {
  bold: 'xlf:b', italic: 'xlf:i', underline: 'xlf:u', strikethrough: 'lip:s', code: 'lip:code',
}
const MARK_OF = new Map(Object.entries(MARKS).map(([mark, subType]) => [subType, mark]))

/** What a code means: a mark, or a link to an address. */
type Code = { mark: string } | { url: string }

/** The codes of one unit, as they are written and as they are read. */
export class Codes {
  readonly #document: Document
  readonly #all: { id: string, meaning: string }[] = []
  readonly #addresses: string[] = []
  #used = new Set<string>()

  constructor(document: Document) {
    this.#document = document
  }

  /** Writes words into an element; what a translation marks as its source does bears the same id. */
  write(into: Element, children: readonly Inline[]): void {
    this.#used = new Set()
    for (const node of children) this.#writeNode(into, node)
  }

  /** The addresses of links, which stand beside the texts of the unit; null where there is none. */
  addresses(): Element | null {
    if (this.#addresses.length === 0) return null
    const element = this.#document.createElementNS(CORE, 'originalData')
    for (const [index, address] of this.#addresses.entries()) {
      const data = this.#document.createElementNS(CORE, 'data')
      data.setAttribute('id', dataId(index))
      data.appendChild(this.#document.createTextNode(writable(address)))
      element.appendChild(data)
    }
    return element
  }

  #writeNode(into: Element, node: Inline): void {
    if (node.type === 'link') {
      const inner = this.#open(into, { url: String(node.url ?? '') })
      for (const child of innerOf(node)) this.#writeNode(inner, child)
      return
    }
    const inner = marksOf(node).reduce((outer, mark) => this.#open(outer, { mark }), into)
    inner.appendChild(this.#document.createTextNode(String(node.text)))
  }

  #open(into: Element, code: Code): Element {
    const element = this.#document.createElementNS(CORE, 'pc')
    element.setAttribute('id', this.#idFor(JSON.stringify(code)))
    element.setAttribute('type', 'url' in code ? 'link' : 'fmt')
    if ('url' in code) element.setAttribute('dataRefStart', dataId(this.#addressOf(code.url)))
    else element.setAttribute('subType', MARKS[code.mark] ?? '')
    into.appendChild(element)
    return element
  }

  #idFor(meaning: string): string {
    const known = this.#all.find(code => code.meaning === meaning && !this.#used.has(code.id))
    const id = known?.id ?? String(this.#all.length + 1)
    if (!known) this.#all.push({ id, meaning })
    this.#used.add(id)
    return id
  }

  #addressOf(url: string): number {
    const index = this.#addresses.indexOf(url)
    return index < 0 ? this.#addresses.push(url) - 1 : index
  }
}

function dataId(index: number): string {
  return `d${index + 1}`
}

/** XML has no place for other control characters. */
export function writable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** A unit has something that cannot be read; the message is for editors. */
export class Unreadable extends Error {}

/** The codes that stand in the source of a unit, by their ids. */
export function codesIn(unit: Element, source: readonly Element[]): Map<string, Code> {
  const codes = new Map<string, Code>()
  for (const element of source.flatMap(pairsIn)) {
    const code = ownCode(unit, element)
    if (code) codes.set(element.getAttribute('id') ?? '', code)
  }
  return codes
}

function pairsIn(element: Element): Element[] {
  const inner = elementsIn(element).flatMap(pairsIn)
  return element.localName === 'pc' ? [element, ...inner] : inner
}

/** What stands in an element, of those of the core of XLIFF. */
export function elementsIn(parent: Element, name?: string): Element[] {
  return Array.from(parent.childNodes).filter(isElement)
    .filter(({ localName, namespaceURI }) => namespaceURI === CORE && (name === undefined || localName === name))
}

export function isElement(node: { nodeType: number }): node is Element {
  return node.nodeType === 1
}

/** What a code says of itself; null where it leaves that to its pair in the source. */
function ownCode(unit: Element, pair: Element): Code | null {
  const mark = MARK_OF.get(pair.getAttribute('subType') ?? '')
  if (mark) return { mark }
  const reference = pair.getAttribute('dataRefStart')
  if (pair.getAttribute('type') !== 'link' || !reference) return null
  const data = elementsIn(unit, 'originalData').flatMap(all => elementsIn(all, 'data'))
  const found = data.find(one => one.getAttribute('id') === reference)
  return found ? { url: found.textContent ?? '' } : null
}

/** Texts, and texts as CDATA; comments and instructions for programs say nothing. */
const WORDS = new Set([3, 4])

/** Elements around words that mark a place in them, and say nothing of how they look. */
const TRANSPARENT = new Set(['mrk', 'sm', 'em'])

/** readInline reads what stands in a source or a target. Throws Unreadable. */
export function readInline(unit: Element, element: Element, codes: ReadonlyMap<string, Code>): Inline[] {
  return joined(inlineIn({ unit, codes }, element, {}))
}

interface Reading {
  unit: Element
  codes: ReadonlyMap<string, Code>
}

function inlineIn(reading: Reading, parent: Element, marks: Record<string, true>, isInLink = false): Inline[] {
  return Array.from(parent.childNodes).flatMap((node): Inline[] => {
    if (WORDS.has(node.nodeType)) return [{ type: 'text', text: node.nodeValue ?? '', ...marks }]
    if (!isElement(node)) return []
    if (node.namespaceURI === CORE && TRANSPARENT.has(node.localName ?? '')) return inlineIn(reading, node, marks, isInLink)
    if (node.namespaceURI !== CORE || node.localName !== 'pc')
      throw new Unreadable('Darin steht eine Auszeichnung, die es hier nicht gibt.')
    const code = ownCode(reading.unit, node) ?? reading.codes.get(node.getAttribute('id') ?? '')
    if (!code) throw new Unreadable('Darin steht eine Auszeichnung, die der Ausgangstext nicht hat.')
    if ('mark' in code) return inlineIn(reading, node, { ...marks, [code.mark]: true }, isInLink)
    if (isInLink) throw new Unreadable('Darin steht ein Link in einem Link.')
    return [{ type: 'link', url: code.url, children: joined(inlineIn(reading, node, marks, true)) }]
  })
}

/** asRead brings what is stored into the form in which it is read: marks that are set, neighbours joined. */
export function asRead(children: readonly Inline[]): Inline[] {
  return joined(children.map(node => node.type === 'link'
    ? { type: 'link', url: String(node.url ?? ''), children: asRead(innerOf(node)) }
    : {
        type: 'text', text: writable(String(node.text ?? '')),
        ...Object.fromEntries(marksOf(node).map(mark => [mark, true])),
      }))
}

/** Neighbours with the same marks are one text; Strapi wants one also where nothing is said. */
export function joined(children: readonly Inline[]): Inline[] {
  const all: Inline[] = []
  for (const node of children) {
    const last = all.at(-1)
    if (last && node.type === 'text' && last.type === 'text' && marksOf(last).join() === marksOf(node).join())
      all[all.length - 1] = { ...last, text: `${String(last.text)}${String(node.text)}` }
    else if (node.type !== 'text' || node.text !== '') all.push(node)
  }
  return all.length > 0 ? all : [{ type: 'text', text: '' }]
}

function marksOf(node: Inline): string[] {
  return Object.keys(MARKS).filter(mark => node[mark] === true)
}
