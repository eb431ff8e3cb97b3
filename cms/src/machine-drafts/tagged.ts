/**
 * A unit as a translation service gets it: plain where it has no marks and links, else as HTML in which each of them is
 * a `span` with the id of its code. What comes back is read as a file of a translation program is.
 */
import { DOMImplementation, type Document, type Element } from '@xmldom/xmldom'
import { codesIn, CORE, elementsIn, isElement, joined, readInline, Unreadable, writable } from '../xliff/inline'
import { type Inline, wordsIn } from '../xliff/leaves'
import type { Unit } from '../xliff/units'
import { unitElement } from '../xliff/write'
import type { Format } from './service'

export interface Tagged {
  unit: Unit
  format: Format
  text: string
  /** Reads its translation; null where that says nothing. Throws `Unreadable`. */
  read: (answer: string) => Inline[] | null
}

export function taggedUnit(unit: Unit): Tagged {
  const document = new DOMImplementation().createDocument(CORE, 'xliff', null)
  const element = unitElement(document, unit)
  const sources = elementsIn(element, 'segment').flatMap(segment => elementsIn(segment, 'source'))
  const codes = codesIn(element, sources)
  const words = wordsIn(unit.source)
  if (codes.size === 0) return { unit, format: 'text', text: words, read: answer => saidIn([plain(answer, words)]) }
  return {
    unit, format: 'html', text: sources.map(htmlOf).join(''),
    read: (answer) => {
      const { target, ids } = targetFrom(document, answer, words)
      // Whoever translates may leave out a link; of a machine nobody would notice it.
      if (ids.size !== codes.size) throw new Unreadable('Im Maschinenentwurf fehlen Auszeichnungen oder Links dieser Stelle.')
      return saidIn(readInline(element, target, codes))
    },
  }
}

function saidIn(words: Inline[]): Inline[] | null {
  return wordsIn(words).trim() === '' ? null : joined(words)
}

function plain(answer: string, source: string): Inline {
  const text = writable(answer).trim()
  return { type: 'text', text: source.includes('\n') ? text : text.replace(/\s*\n\s*/g, ' ') }
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function htmlOf(element: Element): string {
  return Array.from(element.childNodes).map(node => isElement(node)
    ? `<span id="${node.getAttribute('id') ?? ''}">${htmlOf(node)}</span>`
    : (node.nodeValue ?? '').replace(/[&<>]/g, sign => ESCAPED[sign] ?? sign)).join('')
}

/** As XLIFF has it. LibreTranslate answers with signs that are not escaped: it is no HTML that a parser would read. */
function targetFrom(document: Document, answer: string, source: string): { target: Element, ids: Set<string> } {
  const target = document.createElementNS(CORE, 'target')
  const ids = new Set<string>()
  const open = [target]
  for (const part of answer.split(/(<\/?span\b[^>]*>)/i)) {
    const parent = open.at(-1)
    if (/^<\/span/i.test(part)) open.pop()
    if (!parent || open.length === 0) throw new Unreadable(UNBALANCED)
    if (/^<span/i.test(part)) {
      const [, id = ''] = /\bid\s*=\s*["']?([^"'\s>]+)/i.exec(part) ?? []
      const code = document.createElementNS(CORE, 'pc')
      code.setAttribute('id', id)
      ids.add(id)
      parent.appendChild(code)
      open.push(code)
    } else if (!/^<\/span/i.test(part)) {
      if (/<[a-z/!]/i.test(part) && !source.includes('<')) throw new Unreadable(STRANGE)
      parent.appendChild(document.createTextNode(writable(unescaped(part))))
    }
  }
  if (open.length !== 1) throw new Unreadable(UNBALANCED)
  return { target, ids }
}

const UNBALANCED = 'Im Maschinenentwurf sind Auszeichnungen durcheinandergeraten.'
const STRANGE = 'Darin steht eine Auszeichnung, die es hier nicht gibt.'

const SIGNS: Record<string, string> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'', '&#x27;': '\'', '&apos;': '\'', '&nbsp;': '\u00A0',
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);/gi, sign => SIGNS[sign.toLowerCase()] ?? sign)
}
