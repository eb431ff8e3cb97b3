/** What becomes of a table, in whole German sentences. */
import type { Written } from '../../catalogue/applying'
import type { Deed } from '../../catalogue/row'
import type { TriedRow } from '../../catalogue/trial'

function count(rows: TriedRow[], deed: Deed): number {
  return rows.filter(row => row.deed === deed).length
}

/** „85 neu, 3 geändert, 2 unverändert“. */
export function countsOf(rows: TriedRow[]): string {
  const all = rows.length === 1 ? 'Eine Zeile' : `${rows.length} Zeilen`
  const counts = DEEDS.flatMap(deed => count(rows, deed) > 0 ? `${count(rows, deed)} ${WORDS[deed]}` : [])
  const sentence = `${all}: ${counts.join(', ')}.`
  return rows.every(({ deed }) => deed === 'same') ? `${sentence} Es gibt nichts zu tun.` : sentence
}

/** What needs somebody's eye first. */
export const DEEDS: readonly Deed[] = ['impossible', 'changed', 'new', 'same']

export const WORDS: Record<Deed, string> = {
  impossible: 'nicht möglich', changed: 'geändert', new: 'neu', same: 'unverändert',
}

/** What the button does; nothing where there is nothing to do. */
export function deedInWords(rows: TriedRow[]): string {
  const [made, changed] = [count(rows, 'new'), count(rows, 'changed')]
  if (made === 0) return changed === 0 ? '' : `${drafts(changed)} ändern`
  return `${drafts(made)} anlegen${changed === 0 ? '' : ` und ${changed} ändern`}`
}

/** What was done. */
export function writtenInWords({ made, changed }: Written): string {
  if (made === 0) return `${drafts(changed)} ${changed === 1 ? 'ist' : 'sind'} geändert.`
  const more = changed === 0 ? '' : `, ${changed} geändert`
  return `${drafts(made)} ${made === 1 ? 'ist' : 'sind'} angelegt${more}.`
}

function drafts(number: number): string {
  return number === 1 ? '1 Entwurf' : `${number} Entwürfe`
}
