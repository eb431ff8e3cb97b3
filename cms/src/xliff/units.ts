/** The units of a text that is to be translated: a line, or each leaf of a rich text. */
import type { SourceField } from '../translation/source-text'
import { type Inline, leavesOf, wordsIn } from './leaves'

export interface Unit {
  /** The place in the form, and within a rich text: `title`, `body.2.answer.0`. */
  id: string
  field: SourceField
  /** Where it stands in a rich text; null for a line. */
  path: string | null
  source: Inline[]
  /** What the translation says there now; null where it says nothing. */
  target: Inline[] | null
}

/** unitsOf lists them, with what a translation says at the same places. */
export function unitsOf(fields: readonly SourceField[], translated: ReadonlyMap<string, unknown>): Unit[] {
  return fields.flatMap(field => typeof field.value === 'string'
    ? [lineUnit(field, field.value, translated.get(field.field))]
    : leafUnits(field, translated.get(field.field)))
}

function lineUnit(field: SourceField, value: string, target: unknown): Unit {
  return {
    id: field.field, field, path: null, source: lineOf(value),
    target: typeof target === 'string' && target !== '' ? lineOf(target) : null,
  }
}

function lineOf(text: string): Inline[] {
  return [{ type: 'text', text }]
}

/** What stands at the same place of the translation, as what it is in the source. */
function leafUnits(field: SourceField, translated: unknown): Unit[] {
  const targets = new Map(leavesOf(translated).map(leaf => [`${leaf.path} ${leaf.type}`, leaf.children]))
  return leavesOf(field.value).filter(({ children }) => wordsIn(children).trim() !== '').map(({ path, type, children }) => {
    const target = targets.get(`${path} ${type}`) ?? []
    return { id: `${field.field}.${path}`, field, path, source: children, target: wordsIn(target).trim() === '' ? null : target }
  })
}
