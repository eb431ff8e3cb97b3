/** Which row of a sheet holds the headings, and which column means what. */
import { MOST_COLUMNS, MOST_ROWS } from './table/limits'
import { refuseFile } from '../files/sent-file'
import { isEmpty, type Cell, type Sheet } from './table/sheet'
import { columnLetters } from './table/particulars'
import type { Column } from './columns'
import { nameKey } from './folding'

/** For every column of the table the name of ours that it means; null for what is not read in. */
export type Mapping = (string | null)[]

/** A table below its headings. */
export interface Body {
  headings: string[]
  /** By the number that people see beside the row. */
  rows: { number: number, cells: Cell[] }[]
}

/** As plans and offices call it otherwise. */
const OTHER_LABELS: Record<string, string[]> = {
  title: ['maßnahme', 'maßnahmentitel', 'name', 'name der maßnahme', 'bezeichnung', 'überschrift'],
  code: ['nr', 'nummer', 'nr der maßnahme', 'maßnahmennummer', 'maßnahmen nr', 'lfd nr'],
  summary: ['kurzbeschreibung', 'zusammenfassung'],
  text: ['beschreibung', 'erläuterung'],
  lead: ['federführend', 'zuständig', 'zuständigkeit', 'verantwortlich'],
  partners: ['beteiligte', 'kooperationspartner'],
  period: ['laufzeit', 'umsetzungszeitraum'],
  indicator: ['indikator', 'indikatoren'],
  citations: ['quelle', 'quellen'],
}

/** Above the headings there may be a title and a date. */
const ROWS_LOOKED_AT = 20

/** The sheet in which most headings are known. */
export function fullestOf(sheets: Sheet[], columns: Column[]): Sheet {
  const counts = sheets.map(({ rows }) => Math.max(...knownHeadings(rows, columns)))
  return sheets[counts.indexOf(Math.max(...counts))] ?? { name: '', rows: [] }
}

/** How many headings are known in each of the first rows. */
function knownHeadings(rows: Cell[][], columns: Column[]): number[] {
  const first = rows.filter(cells => !cells.every(isEmpty)).slice(0, ROWS_LOOKED_AT)
  return first.map(cells => guess(cells.map(({ text }) => text), columns).filter(Boolean).length)
}

/** bodyOf finds the headings: the first of the rows with the most of them that are known. */
export function bodyOf({ rows }: Sheet, columns: Column[]): Body {
  const filled = rows.map((cells, index) => ({ number: index + 1, cells })).filter(({ cells }) => !cells.every(isEmpty))
  const counts = knownHeadings(rows, columns)
  const at = counts.indexOf(Math.max(...counts))
  const [head, ...body] = filled.slice(at)
  const width = Math.max(0, ...filled.slice(at).map(({ cells }) => cells.findLastIndex(cell => !isEmpty(cell)) + 1))
  if (body.length === 0) refuseFile('Unter den Überschriften der Spalten steht keine Zeile.')
  if (body.length > MOST_ROWS)
    refuseFile(`Die Tabelle hat ${body.length.toLocaleString('de')} Zeilen; höchstens ${MOST_ROWS.toLocaleString('de')} sind möglich. Bitte teilen Sie sie.`)
  if (width > MOST_COLUMNS)
    refuseFile(`Die Tabelle hat ${width} Spalten; höchstens ${MOST_COLUMNS} sind möglich. Bitte löschen Sie die übrigen.`)
  const headings = Array.from({ length: width }, (_, column) => (head?.cells[column]?.text ?? '').replace(/\s+/g, ' ').trim())
  return { headings, rows: body }
}

/** What each heading means, each of ours once: what stands there a second time is left to whoever reads it in. */
export function guess(headings: string[], columns: Column[]): Mapping {
  const free = new Set(columns.map(({ name }) => name))
  return headings.map((heading) => {
    const name = columns.find(column => free.has(column.name) && isCalled(column, nameKey(heading)))?.name ?? null
    if (name) free.delete(name)
    return name
  })
}

function isCalled({ name, label }: Column, heading: string): boolean {
  return [label, name, ...OTHER_LABELS[name] ?? []].some(word => nameKey(word) === heading && heading !== '')
}

/** What is wrong with what somebody has mapped, in German; null where nothing is. */
export function mappingProblem(mapping: Mapping, headings: string[], columns: Column[]): string | null {
  const unknown = mapping.find(name => name !== null && !columns.some(column => column.name === name))
  if (mapping.length !== headings.length || unknown !== undefined)
    return 'Diese Zuordnung passt nicht zu der Datei. Bitte wählen Sie die Datei noch einmal aus.'
  const twice = columns.find(({ name }) => mapping.filter(other => other === name).length > 1)
  if (twice) return `Zwei Spalten sind „${twice.label}“ zugeordnet. Bitte entscheiden Sie sich für eine.`
  return null
}

/** How people call a column of the file: by its heading, else by its letters. */
export function headingOf(heading: string, column: number): string {
  return heading || `Spalte ${columnLetters(column)} (ohne Überschrift)`
}
