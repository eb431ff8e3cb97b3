/** The sheets of an XLSX file, each with its particulars. */
import readWorkbook from 'read-excel-file/universal'
import { MOST_EMPTY_ROWS, MOST_SHEET_COLUMNS, MOST_SHEET_ROWS, TOO_LONG, UNPACKED_BYTES } from './limits'
import { refuseFile } from '../../files/sent-file'
import { type Cell, EMPTY_CELL, type Sheet, textCell } from './sheet'
import { cellAddress, particularsOf, type Particulars } from './particulars'
import { unzipped } from './unzip'

const NOT_READ = 'Diese Datei lässt sich nicht lesen. Bitte öffnen Sie sie im Tabellenprogramm und speichern Sie sie neu als .xlsx oder CSV.'
const OPEN_DOCUMENT = 'Das ist keine Excel-Datei (.xlsx). Bitte speichern Sie die Tabelle als .xlsx oder CSV.'

/** readXlsx throws with a sentence where it is none, or unpacks to too much. */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = partsOf(bytes)
  if (!parts.has('xl/workbook.xml')) refuseFile(OPEN_DOCUMENT)
  const particulars = particularsOf(parts)
  if (particulars.length === 0) refuseFile('In der Datei ist kein Blatt.')
  for (const sheet of particulars) refuseUnreadable(sheet)
  if (particulars.reduce((sum, { lastEmptyRow }) => sum + lastEmptyRow, 0) > MOST_EMPTY_ROWS) refuseFile(TOO_LONG)
  const sheets = await workbookIn(bytes)
  return sheets.map(({ sheet, data = [] }, index) => ({ name: sheet, rows: rowsOf(data, particulars[index]) }))
}

function partsOf(bytes: Buffer): Map<string, Buffer> {
  try {
    return unzipped(bytes, UNPACKED_BYTES)
  } catch {
    refuseFile(NOT_READ)
    return new Map()
  }
}

async function workbookIn(bytes: Buffer): Promise<{ sheet: string, data?: unknown[][] }[]> {
  try {
    return await readWorkbook(new Blob([new Uint8Array(bytes)]))
  } catch {
    // Of broken files the reader throws errors of every kind.
    refuseFile(NOT_READ)
    return []
  }
}

/** What would fill the memory when it is read, and formulas of which nobody knows what they come to. */
function refuseUnreadable({ lastRow, lastColumn, unresolved, isBroken }: Particulars): void {
  if (isBroken) refuseFile(NOT_READ)
  if (lastRow > MOST_SHEET_ROWS || lastColumn > MOST_SHEET_COLUMNS) refuseFile(TOO_LONG)
  if (unresolved.length > 0)
    refuseFile(
      `In ${unresolved.slice(0, 5).join(', ')} steht eine Formel, deren Ergebnis nicht in der Datei steht. `
      + 'Bitte öffnen Sie die Datei im Tabellenprogramm, speichern Sie sie dort und versuchen Sie es noch einmal.',
    )
}

function rowsOf(data: unknown[][], particulars: Particulars | undefined): Cell[][] {
  const rows = data.map((row, index) =>
    row.map((value, column) => cellOf(value, particulars, cellAddress(index, column))))
  for (const { column, first, last } of particulars?.merged ?? []) fillDown(rows, column, first, last)
  return rows
}

/** A cell that is merged over several rows stands in each of them. */
function fillDown(rows: Cell[][], column: number, first: number, last: number): void {
  const cell = rows[first]?.[column]
  if (!cell) return
  for (const row of rows.slice(first + 1, last + 1)) row[column] = cell
}

function cellOf(value: unknown, particulars: Particulars | undefined, address: string): Cell {
  const failure = particulars?.failures.get(address)
  if (failure) return { text: '', date: null, problem: `In ${address} steht der Fehlerwert ${failure}.` }
  if (value instanceof Date) return dateCell(value, particulars?.precisions.get(address) ?? 'day')
  if (typeof value === 'number') return textCell(germanNumber(value))
  if (typeof value === 'boolean') return textCell(value ? 'Ja' : 'Nein')
  return value === null || value === undefined ? EMPTY_CELL : textCell(String(value))
}

/** No more exact than the cell shows it. */
function dateCell(value: Date, precision: 'day' | 'month' | 'year'): Cell {
  const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-')
  if (precision === 'year') return { text: year, date: year, problem: null }
  if (precision === 'month') return { text: `${month}/${year}`, date: `${year}-${month}`, problem: null }
  return { text: `${day}.${month}.${year}`, date: `${year}-${month}-${day}`, problem: null }
}

/** With as many digits as a spreadsheet counts with, and a comma. */
function germanNumber(value: number): string {
  return String(Number(value.toPrecision(15))).replace('.', ',')
}
