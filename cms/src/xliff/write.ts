/** A text and its translation as a file for a translation program: XLIFF 2.1. */
import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { Codes, CORE, writable } from './inline'
import type { Unit } from './units'

interface Written {
  /** What the file is made of, by which it is known when it comes back. */
  original: string
  /** BCP 47 tags. */
  from: string
  to: string
  units: readonly Unit[]
  /** For whoever translates: words of the glossary. */
  notes: readonly string[]
}

export function writeXliff({ original, from, to, units, notes }: Written): string {
  const document = new DOMImplementation().createDocument(CORE, 'xliff', null)
  const root = document.documentElement
  if (!root) throw new Error('A document has a root.')
  setAll(root, { version: '2.1', srcLang: from, trgLang: to })
  const file = addTo(document, root, 'file', { 'id': 'f1', original, 'xml:space': 'preserve' })
  if (notes.length > 0) addNotes(document, file, 'glossary', notes)
  for (const unit of units) file.appendChild(unitElement(document, unit))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
}

/** A unit as it stands in a file: its source, what the translation says, and the addresses of links beside both. */
export function unitElement(document: Document, { id, field, label, source, target }: Unit): Element {
  const unit = document.createElementNS(CORE, 'unit')
  setAll(unit, { id })
  addNotes(document, unit, 'place', [label])
  const state = target ? (field.changes.length > 0 ? CHANGED : { state: 'translated' }) : { state: 'initial' }
  const segment = document.createElementNS(CORE, 'segment')
  setAll(segment, { id: 's1', ...state })
  const codes = new Codes(document)
  codes.write(addTo(document, segment, 'source'), source)
  if (target) codes.write(addTo(document, segment, 'target'), target)
  const addresses = codes.addresses()
  if (addresses) unit.appendChild(addresses)
  unit.appendChild(segment)
  return unit
}

/** The source says something else since it was translated. */
const CHANGED = { state: 'initial', subState: 'lip:changed' }

function addNotes(document: Document, parent: Element, category: string, texts: readonly string[]): void {
  const notes = addTo(document, parent, 'notes')
  for (const text of texts)
    addTo(document, notes, 'note', { category }).appendChild(document.createTextNode(writable(text)))
}

function addTo(document: Document, parent: Element, name: string, attributes: Record<string, string> = {}): Element {
  const element = document.createElementNS(CORE, name)
  setAll(element, attributes)
  parent.appendChild(element)
  return element
}

function setAll(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, writable(value))
}
