/** Parts in a cell, each in a line of its own, its values beside each other: „0094/2008: Bericht | S. 12 | Zitat“. */
import { type Attribute, schemaOf } from '../content-model/schema'
import { type FormState, type Part, partsIn, typedAttributes } from '../together/form-state'
import { type Cell, textCell } from './table/sheet'
import type { OtherWays, Read } from './way'

const BETWEEN_PARTS = ' | '

export function writeParts(ways: OtherWays, attribute: Attribute, value: unknown): string {
  return partsIn(value).map(part => partLine(ways, attribute, part)).join('\n')
}

function partLine(ways: OtherWays, attribute: Attribute, { state }: Part): string {
  const values = partAttributes(ways, attribute).map(([name, inner]) => ways.write(inner, state[name]))
  return values.join(BETWEEN_PARTS).replace(/[ |]+$/, '')
}

export function readParts(ways: OtherWays, attribute: Attribute, { text }: Cell): Read {
  const lines = text.includes('|') ? text.split('\n') : text.split(/[;\n]/)
  const parts = lines.filter(line => line.trim() !== '').map(line => readPart(ways, attribute, line))
  const problems = parts.flatMap(part => 'problem' in part ? part.problem : [])
  return problems.length > 0 ? { problem: problems.join(' ') } : { value: parts }
}

function readPart(ways: OtherWays, attribute: Attribute, line: string): Part | { problem: string } {
  const pieces = line.split('|')
  const attributes = partAttributes(ways, attribute)
  const state: FormState = {}
  for (const [index, [name, inner]] of attributes.entries()) {
    const rest = index === attributes.length - 1 ? pieces.slice(index).join('|') : pieces[index]
    const read = ways.read(inner, textCell(rest ?? ''))
    if ('problem' in read) return read
    state[name] = read.value
  }
  return { uid: attribute.component ?? '', id: null, state }
}

function partAttributes({ strapi }: OtherWays, { component = '' }: Attribute): [string, Attribute][] {
  return typedAttributes(schemaOf(strapi, component))
}

/** Whether no text in them has what stands between parts and values. */
export function hasPlainParts(value: unknown): boolean {
  return partsIn(value).every(({ state }) =>
    Object.values(state).every(inner => typeof inner !== 'string' || !/[|\n\r]/.test(inner)))
}
