/**
 * Which column means what, kept in this browser for every set of headings: it says nothing of the content, and needs no
 * right and no place in the database.
 */
import type { Mapping } from '../../catalogue/headings'

const KEY = 'lip-lab:catalogue'
const MOST_SETS = 20

/** What was chosen last for these headings; null where nothing was. */
export function rememberedFor(headings: string[]): Mapping | null {
  const mapping = kept().get(nameOf(headings))
  return mapping?.length === headings.length ? mapping : null
}

export function remember(headings: string[], mapping: Mapping): void {
  const sets = kept()
  sets.delete(nameOf(headings))
  const all = [...sets, [nameOf(headings), mapping] as const]
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(-MOST_SETS)))
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function nameOf(headings: string[]): string {
  return headings.join('\t')
}

/** None where the browser keeps nothing, or something that is not from here. */
function kept(): Map<string, Mapping> {
  try {
    const sets: [string, Mapping][] = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Map(sets)
  } catch {
    return new Map()
  }
}
