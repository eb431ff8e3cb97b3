/** The kinds of attributes that stand in cells, each in a row of one table. */
import { asList, richTextParagraphs, valueAt } from 'shared-types'
import { GERMAN } from '../content-model/german'
import type { Attribute } from '../content-model/schema'
import { isToOne } from '../together/sent'
import { dateInWords, readDate } from './dates'
import { nameKey } from './folding'
import { hasPlainParts, readParts, writeParts } from './parts'
import type { Cell } from './table/sheet'
import { formatOf, type OtherWays, type Read, type Way } from './way'

/** The way of an attribute's type. */
export function wayOf({ type }: Attribute): Way {
  const way = WAYS[type]
  if (!way) throw new Error(`No cell holds an attribute of the type "${type}".`)
  return way
}

const WAYS: Record<string, Way> = {
  string: {
    write: (_, attribute, value) => formatOf(attribute) === 'edtf' ? dateInWords(String(value)) : String(value),
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

function readWord(_: OtherWays, attribute: Attribute, { text }: Cell): Read {
  const words = wordsOf(attribute)
  const value = attribute.enum?.find(code => [code, words[code] ?? ''].map(nameKey).includes(nameKey(text)))
  if (value) return { value }
  const possible = attribute.enum?.map(code => words[code] ?? code).join(', ')
  return { problem: `„${text}“ gibt es hier nicht. Möglich sind: ${possible}.` }
}

function writeBlocks(_: OtherWays, _attribute: Attribute, value: unknown): string {
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

function readRelation({ related }: OtherWays, attribute: Attribute, { text }: Cell): Read {
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
