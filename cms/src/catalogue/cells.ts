/**
 * What a table says of the values of a form, and what its cells mean. Values are those of a form's state
 * (`together/form-state.ts`).
 */
import type { Core } from '@strapi/strapi'
import type { Attribute } from '../content-model/schema'
import { isSame } from '../together/form-state'
import { isShortened } from './dates'
import type { Related } from './related'
import type { Cell } from './table/sheet'
import { formatOf, type OtherWays, type Read } from './way'
import { wayOf } from './ways'

/** More than this no cell of a spreadsheet can hold. */
const CELL_CHARACTERS = 32_000

export class Cells implements OtherWays {
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

function emptyOf({ type }: Attribute): unknown {
  return type === 'relation' || type === 'component' ? [] : null
}

/** What does not show does not count. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u00a0\u202f]/g, ' ').replace(/ +$/gm, '').trim()
}
