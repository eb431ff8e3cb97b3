/** CSV as spreadsheets and people write it: in any of four encodings, with any of four delimiters. */
import { isUtf8 } from 'node:buffer'
import { CsvError, type Options, parse } from 'csv-parse/sync'
import { withoutGuard } from './guard'
import { MOST_SHEET_ROWS, TOO_LONG } from './limits'
import { refuseFile } from '../../files/sent-file'
import { type Sheet, textCell } from './sheet'

const DELIMITERS = [';', ',', '\t', '|']
/** As many records tell what the delimiter is. */
const RECORDS_LOOKED_AT = 20
/** A text of some pages in each of some cells. */
const RECORD_CHARACTERS = 1_000_000

const NO_TABLE = 'Das ist keine Tabelle, die wir lesen können. Möglich sind Excel-Dateien (.xlsx) und CSV.'

/** readCsv throws with a sentence where it is none. */
export function readCsv(bytes: Buffer): Sheet {
  const text = textIn(bytes)
  // What a text never has: pictures, PDF and programs do.
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) || /^\s*<(!doctype|html|\?xml)/i.test(text)) refuseFile(NO_TABLE)
  const [line = '', named] = /^sep=(.)\r?\n/i.exec(text) ?? []
  const rows = recordsIn(text.slice(line.length), named ?? delimiterIn(text))
  // The line that names the delimiter is a row of its own in no spreadsheet.
  return { name: '', rows: rows.map(row => row.map(cell => textCell(withoutGuard(cell)))) }
}

/** By the mark at its beginning; else by what it can be: what is no UTF-8 is what Windows writes. */
function textIn(bytes: Buffer): string {
  const [encoding] = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark)) ?? [encodingOf(bytes)]
  return new TextDecoder(encoding).decode(bytes)
}

const MARKS: [string, Buffer][] = [
  ['utf-8', Buffer.from('EFBBBF', 'hex')], ['utf-16le', Buffer.from('FFFE', 'hex')],
  ['utf-16be', Buffer.from('FEFF', 'hex')],
]

/** In UTF-16 every other byte of a Latin letter is none. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes
  if (first !== undefined && second === 0) return 'utf-16le'
  if (first === 0 && second !== undefined) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The one with which most of the first records are equally wide. */
function delimiterIn(text: string): string {
  const [best] = DELIMITERS
    .map(delimiter => ({ delimiter, ...widthBy(text, delimiter) }))
    .toSorted((a, b) => b.records - a.records || b.width - a.width)
  return best?.delimiter ?? ';'
}

/** The commonest width of more than one cell, and how many of the first records have it. */
function widthBy(text: string, delimiter: string): { width: number, records: number } {
  const looked = { ...OPTIONS, delimiter, to: RECORDS_LOOKED_AT, skip_records_with_error: true }
  const widths = parse(text, looked).map(record => record.length).filter(width => width > 1)
  const [commonest = []] = [...Map.groupBy(widths, width => width).values()].toSorted((a, b) => b.length - a.length)
  return { width: commonest[0] ?? 0, records: commonest.length }
}

const OPTIONS = {
  relax_quotes: true, relax_column_count: true, skip_empty_lines: false, max_record_size: RECORD_CHARACTERS,
} satisfies Options

function recordsIn(text: string, delimiter: string): string[][] {
  try {
    const records = parse(text, { ...OPTIONS, delimiter, to: MOST_SHEET_ROWS + 1 })
    if (records.length > MOST_SHEET_ROWS) refuseFile(TOO_LONG)
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    refuseFile(error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? `In der Datei beginnt ein Anführungszeichen, das nicht endet (ab Zeile ${String(error.lines)}).`
      : NO_TABLE)
    return []
  }
}
