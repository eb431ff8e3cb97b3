/**
 * How the values of a form stand in cells, and how cells are read: each kind of attribute in a row of one table. Values
 * are those of a form's state (`together/form-state.ts`).
 */
import type { Core } from '@strapi/strapi'
import { asList, readWrittenDate, richTextParagraphs, valueAt, writeDate } from 'shared-types'
import { GERMAN } from '../content-model/german'
import { type Attribute, schemaOf } from '../content-model/schema'
import { type FormState, isSame, type Part, partsIn, typedAttributes } from '../together/form-state'
import { isToOne } from '../together/sent'
import { nameKey } from './folding'
import type { Related } from './related'
import { type Cell, textCell } from './table/sheet'

export type Read = { value: unknown } | { problem: string }

interface Way {
  write: (cells: Cells, attribute: Attribute, value: unknown) => string
  read: (cells: Cells, attribute: Attribute, cell: Cell) => Read
  /** Whether the cell says all that the form says; where it does not, it is changed in the form. */
  isWhole?: (value: unknown) => boolean
}

/** More than this no cell of a spreadsheet can hold. */
const CELL_CHARACTERS = 32_000

export class Cells {
  constructor(readonly strapi: Core.Strapi, readonly related: Related) {}

  /** What a table says of a value. */
  write(attribute: Attribute, value: unknown): string {
    if (value === null || value === undefined) return ''
    const text = wayOf(attribute).write(this, attribute, value)
    return text.length > CELL_CHARACTERS ? `${text.slice(0, CELL_CHARACTERS)} …` : text
  }

  /** What a cell means; nothing where it is empty. */
  read(attribute: Attribute, cell: Cell): Read {
    if (cell.problem) return { problem: cell.problem }
    if (cell.text.trim() === '') return { value: emptyOf(attribute) }
    return wayOf(attribute).read(this, attribute, { ...cell, text: cell.text.replace(/\r\n?/g, '\n').trim() })
  }

  /** Whether a cell still says what stands in the form, in whatever words. */
  isUnchanged(attribute: Attribute, cell: Cell, value: unknown): boolean {
    if (cell.problem) return false
    const before = this.write(attribute, value)
    if (plain(cell.text) === plain(before)) return true
    if (formatOf(attribute) === 'edtf' && isShortened(cell.text, String(value))) return true
    const read = this.read(attribute, cell)
    return 'value' in read && this.isWhole(attribute, value) && isSame(read.value, value)
  }

  isWhole(attribute: Attribute, value: unknown): boolean {
    return this.write(attribute, value).length <= CELL_CHARACTERS && (wayOf(attribute).isWhole?.(value) ?? true)
  }
}

function wayOf({ type }: Attribute): Way {
  const way = WAYS[type]
  if (!way) throw new Error(`No cell holds an attribute of the type "${type}".`)
  return way
}

function formatOf(attribute: Attribute): string | undefined {
  return attribute.pluginOptions?.lip?.format
}

function emptyOf({ type }: Attribute): unknown {
  return type === 'relation' || type === 'component' ? [] : null
}

/** What does not show does not count. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u00a0\u202f]/g, ' ').replace(/ +$/gm, '').trim()
}

const WAYS: Record<string, Way> = {
  string: {
    write: (_, attribute, value) => formatOf(attribute) === 'edtf' ? writeDate(String(value), DATE_WORDS) : String(value),
    read: (_, attribute, cell) => formatOf(attribute) === 'edtf' ? readDate(cell) : readLine(cell),
  },
  text: { write: (_, _attribute, value) => String(value), read: (_, _attribute, { text }) => ({ value: text }) },
  enumeration: { write: (_, attribute, value) => wordsOf(attribute)[String(value)] ?? String(value), read: readWord },
  blocks: { write: writeBlocks, read: (_, _attribute, { text }) => ({ value: blocksIn(text) }), isWhole: isPlainText },
  relation: {
    write: ({ related }, { target = '' }, value) =>
      asList(value).map(documentId => related.nameOf(target, String(documentId))).join('; '),
    read: readRelation,
  },
  component: { write: writeParts, read: readParts, isWhole: hasPlainParts },
}

const filled = (sentence: string) => (date: string) => sentence.replace('{date}', date)

const DATE_WORDS = {
  uncertain: filled(GERMAN.date.uncertain), approximate: filled(GERMAN.date.approximate),
  since: filled(GERMAN.date.since),
}

/** Days since the end of 1899, which is what a spreadsheet makes of a date: these are from 1927 to 2173. */
const DAY_NUMBER = /^[1-9]\d{4}$/
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** What is no date stays as it stands: the rule about dates says what would be right. */
function readDate({ text, date }: Cell): Read {
  if (date) return { value: date }
  if (DAY_NUMBER.test(text))
    return { value: new Date(Date.UTC(1899, 11, 30) + Number(text) * DAY_MILLISECONDS).toISOString().slice(0, 10) }
  return { value: readWrittenDate(text) ?? text }
}

/** A spreadsheet that opens a CSV file makes „Mrz 24“ of „März 2024“, and „12. Mrz 24“ of its twelfth day. */
function isShortened(text: string, edtf: string): boolean {
  const [, before, year] = /^((?:\d{1,2}\. ?)?\p{L}+\.?)[ -](\d\d)$/u.exec(text.trim()) ?? []
  return before !== undefined && readWrittenDate(`${before} ${edtf.slice(0, 2)}${year ?? ''}`) === edtf
}

/** A number with a full stop becomes a date where a spreadsheet reads it: what stood there nobody knows. */
function readLine({ text, date }: Cell): Read {
  if (date)
    return {
      problem: `Hier steht ein Datum (${text}). Vielleicht stand da eine Nummer, die das Tabellenprogramm umgewandelt `
        + 'hat. Bitte stellen Sie die Zelle auf „Text“ und schreiben Sie die Nummer noch einmal.',
    }
  return { value: text.replace(/\s*\n\s*/g, ' ') }
}

function wordsOf({ enumName = '' }: Attribute): Record<string, string> {
  const [list = ''] = enumName.split('_')
  return GERMAN.words[list.charAt(0).toLowerCase() + list.slice(1)] ?? {}
}

function readWord(_: Cells, attribute: Attribute, { text }: Cell): Read {
  const words = wordsOf(attribute)
  const value = attribute.enum?.find(code => [code, words[code] ?? ''].map(nameKey).includes(nameKey(text)))
  if (value) return { value }
  const possible = attribute.enum?.map(code => words[code] ?? code).join(', ')
  return { problem: `„${text}“ gibt es hier nicht. Möglich sind: ${possible}.` }
}

function writeBlocks(_: Cells, _attribute: Attribute, value: unknown): string {
  return richTextParagraphs(value, '').map(({ text }) => text.trim()).filter(Boolean).join('\n\n')
}

function blocksIn(text: string): unknown {
  const paragraphs = text.split(/\n[^\S\n]*\n\s*/)
  return paragraphs.map(words => ({ type: 'paragraph', children: [{ type: 'text', text: words }] }))
}

/** Paragraphs of words alone: no headings, lists, links, no bold. */
function isPlainText(value: unknown): boolean {
  return asList(value).every(block =>
    valueAt(block, 'type') === 'paragraph' && asList(valueAt(block, 'children')).every(isPlainWords),
  )
}

function isPlainWords(node: unknown): boolean {
  const { type, text, ...marks } = Object(node)
  return type === 'text' && typeof text === 'string' && !Object.values(marks).some(Boolean)
}

function readRelation({ related }: Cells, attribute: Attribute, { text }: Cell): Read {
  const { target = '' } = attribute
  const names = isToOne(attribute) ? [text] : namesIn(text, name => 'documentId' in related.find(target, name))
  const found = names.map(name => related.find(target, name))
  const problems = found.flatMap(one => 'problem' in one ? one.problem : [])
  if (problems.length > 0) return { problem: problems.join(' ') }
  return { value: [...new Set(found.flatMap(one => 'documentId' in one ? one.documentId : []))] }
}

/** One under the other or with semicolons between them; with commas, where these are not part of a name. */
function namesIn(text: string, isKnown: (name: string) => boolean): string[] {
  return text.split(/[;\n]/).map(name => name.trim()).filter(Boolean).flatMap((name) => {
    const names = name.split(',').map(part => part.trim())
    return !isKnown(name) && names.some(isKnown) ? names : [name]
  })
}

const BETWEEN_PARTS = ' | '

/** Each in a line of its own, its values in their order: „0094/2008: Bericht | S. 12 | „…““. */
function writeParts(cells: Cells, attribute: Attribute, value: unknown): string {
  return partsIn(value).map(part => partLine(cells, attribute, part)).join('\n')
}

function partLine(cells: Cells, attribute: Attribute, { state }: Part): string {
  const values = partAttributes(cells, attribute).map(([name, inner]) => cells.write(inner, state[name]))
  return values.join(BETWEEN_PARTS).replace(/[ |]+$/, '')
}

function readParts(cells: Cells, attribute: Attribute, { text }: Cell): Read {
  const lines = text.includes('|') ? text.split('\n') : text.split(/[;\n]/)
  const parts = lines.filter(line => line.trim() !== '').map(line => readPart(cells, attribute, line))
  const problems = parts.flatMap(part => 'problem' in part ? part.problem : [])
  return problems.length > 0 ? { problem: problems.join(' ') } : { value: parts }
}

function readPart(cells: Cells, attribute: Attribute, line: string): Part | { problem: string } {
  const pieces = line.split('|')
  const attributes = partAttributes(cells, attribute)
  const state: FormState = {}
  for (const [index, [name, inner]] of attributes.entries()) {
    const rest = index === attributes.length - 1 ? pieces.slice(index).join('|') : pieces[index]
    const read = cells.read(inner, textCell(rest ?? ''))
    if ('problem' in read) return read
    state[name] = read.value
  }
  return { uid: attribute.component ?? '', id: null, state }
}

function partAttributes({ strapi }: Cells, { component = '' }: Attribute): [string, Attribute][] {
  return typedAttributes(schemaOf(strapi, component))
}

/** Whether no text in them has what stands between parts and values. */
function hasPlainParts(value: unknown): boolean {
  return partsIn(value).every(({ state }) =>
    Object.values(state).every(inner => typeof inner !== 'string' || !/[|\n\r]/.test(inner)))
}
