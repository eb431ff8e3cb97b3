/** The units of a text that is to be translated: a line, or each leaf of a rich text. */
import { paragraphName } from '../content-model/places'
import type { SourceField } from '../translation/source-text'
import { asRead } from './inline'
import { type Inline, leavesOf, wordsIn } from './leaves'

export interface Unit {
  /** The place in the form, and within a rich text: `title`, `body.2.answer.0`. */
  id: string
  field: SourceField
  /** As editors call the place. */
  label: string
  /** Where it stands in a rich text; null for a line. */
  path: string | null
  source: Inline[]
  /** What the translation says there now; null where it says nothing. */
  target: Inline[] | null
  /** Whether the translation is divided otherwise than its source: nobody knows what belongs to this place. */
  isElsewhere: boolean
}

/** unitsOf lists them, with what a translation says at the same places. */
export function unitsOf(fields: readonly SourceField[], translated: ReadonlyMap<string, unknown>): Unit[] {
  return fields.flatMap(field => typeof field.value === 'string'
    ? [lineUnit(field, field.value, translated.get(field.field))]
    : leafUnits(field, translated.get(field.field)))
}

function lineUnit(field: SourceField, value: string, target: unknown): Unit {
  return {
    id: field.field, field, label: field.label, path: null, source: lineOf(value), isElsewhere: false,
    target: typeof target === 'string' && target !== '' ? lineOf(target) : null,
  }
}

function lineOf(text: string): Inline[] {
  return asRead([{ type: 'text', text }])
}

function leafUnits(field: SourceField, translated: unknown): Unit[] {
  const isElsewhere = translated !== undefined && divisionOf(translated) !== divisionOf(field.value)
  const targets = new Map(leavesOf(isElsewhere ? [] : translated).map(({ path, children }) => [path, children]))
  return leavesOf(field.value).filter(hasWords).map(({ path, children }) => {
    const target = { children: targets.get(path) ?? [] }
    return {
      id: `${field.field}.${path}`, field, label: [field.label, ...paragraphName(path.split('.'))].join(', '), path,
      source: asRead(children), target: hasWords(target) ? asRead(target.children) : null, isElsewhere,
    }
  })
}

function hasWords({ children }: { children: readonly Inline[] }): boolean {
  return wordsIn(children).trim() !== ''
}

function divisionOf(blocks: unknown): string {
  return leavesOf(blocks).map(({ path, type }) => `${path} ${type}`).join()
}
