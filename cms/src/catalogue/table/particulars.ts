/**
 * What the reader of XLSX files does not tell of a sheet: merged cells, values that are errors, formulas without a
 * result, how exact a date is shown, and how far the sheet reaches.
 */
export interface Particulars {
  /** Ranges over several rows, counted from 0; of a range over several columns the first, which holds its value. */
  merged: { column: number, first: number, last: number }[]
  /** `#REF!` and the like, by the address of the cell. */
  failures: Map<string, string>
  /** Addresses of formulas without a result. */
  unresolved: string[]
  /** Of dates that are shown without their day. */
  precisions: Map<string, 'month' | 'year'>
  /** How far cells reach, empty ones as well. */
  lastRow: number
  lastColumn: number
  /** How far rows reach, those without cells as well. */
  lastEmptyRow: number
  /** Whether a row or a cell says that it stands where none can. */
  isBroken: boolean
}

/** Of every sheet, in the order of the file. */
export function particularsOf(parts: Map<string, Buffer>): Particulars[] {
  const styles = shortDatesIn(textOf(parts, 'xl/styles.xml'))
  return sheetPaths(parts).map(path => ofSheet(textOf(parts, path), styles))
}

/** The address of a cell as people read it, counted from 0: `B12`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** The letters above a column, counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + column % 26)
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOf(parts: Map<string, Buffer>, path: string): string {
  return parts.get(path)?.toString('utf8') ?? ''
}

/** The workbook names its sheets in their order by a number, and another part says where each of these stands. */
function sheetPaths(parts: Map<string, Buffer>): string[] {
  const places = new Map(
    elements(textOf(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id, Target = '' }) => [Id, Target]),
  )
  return elements(textOf(parts, 'xl/workbook.xml'), 'sheet').map(({ id }) => {
    const target = places.get(id) ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  })
}

type Attributes = Record<string, string | undefined>

/** The attributes of every element of this name, whatever their namespaces are called. */
function elements(xml: string, name: string): Attributes[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map(([, inner = '']) => attributesIn(inner))
}

function attributesIn(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
}

const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs
const VALUE = /<(?:\w+:)?v\b[^>]*>([^<]*)<|<(?:\w+:)?v\b[^>]*\/>/

function ofSheet(xml: string, shortDates: Map<string, 'month' | 'year'>): Particulars {
  const found: Particulars = {
    merged: mergedIn(xml), failures: new Map(), unresolved: [], precisions: new Map(), lastRow: 0, lastColumn: 0,
    lastEmptyRow: 0, isBroken: false,
  }
  for (const { r: row = '' } of elements(xml, 'row')) {
    found.lastEmptyRow = Math.max(found.lastEmptyRow, Number(row))
    found.isBroken ||= !/^\d{0,7}$/.test(row)
  }
  for (const [, outer = '', inner = ''] of xml.matchAll(CELL)) {
    const { r: address = '', t: type, s: style = '' } = attributesIn(outer)
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? []
    found.isBroken ||= row === ''
    found.lastRow = Math.max(found.lastRow, Number(row))
    found.lastColumn = Math.max(found.lastColumn, columnOf(letters) + 1)
    const value = VALUE.exec(inner)
    if (type === 'e') found.failures.set(address, value?.[1] ?? '')
    if (!value && /<(?:\w+:)?f\b/.test(inner)) found.unresolved.push(address)
    const precision = shortDates.get(style)
    if (precision) found.precisions.set(address, precision)
  }
  return found
}

function mergedIn(xml: string): Particulars['merged'] {
  return elements(xml, 'mergeCell').flatMap(({ ref = '' }) => {
    const [, letters, first, last] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(ref) ?? []
    return letters && first !== last
      ? [{ column: columnOf(letters), first: Number(first) - 1, last: Number(last) - 1 }]
      : []
  })
}

/** Excel's own format of a month and its year. */
const MONTH_FORMAT = '17'

/** Formats without a day, by the number of the style that has them. */
function shortDatesIn(xml: string): Map<string, 'month' | 'year'> {
  const formats = new Map(
    elements(xml, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, precisionIn(formatCode)]),
  )
  formats.set(MONTH_FORMAT, 'month')
  const [, ofCells = ''] = /<(?:\w+:)?cellXfs\b[^>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(xml) ?? []
  return new Map(
    elements(ofCells, 'xf').flatMap(({ numFmtId }, index): [string, 'month' | 'year'][] => {
      const precision = formats.get(numFmtId)
      return precision ? [[String(index), precision]] : []
    }),
  )
}

/** By the letters of the format, without what stands in quotation marks, in brackets or behind a backslash. */
function precisionIn(format: string): 'month' | 'year' | null {
  const letters = format.replace(/&quot;.*?&quot;|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (!letters.includes('y') || /[dhs]/.test(letters)) return null
  return letters.includes('m') ? 'month' : 'year'
}
