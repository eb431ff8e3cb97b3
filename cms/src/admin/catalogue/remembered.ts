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
  localStorage.setItem(KEY, JSON.stringify(all.slice(-MOST_SETS)))
}

function nameOf(headings: string[]): string {
  return headings.join('\t')
}

function kept(): Map<string, Mapping> {
  const sets: [string, Mapping][] = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return new Map(sets)
}
