/** Dates in cells: as people write them, and as spreadsheets make them. */
import { readWrittenDate, writeDate } from 'shared-types'
import { DATE_WORDS } from '../derived/dates'
import type { Cell } from './table/sheet'
import type { Read } from './way'

/** A stored date in words that are read back to the same. */
export function dateInWords(edtf: string): string {
  return writeDate(edtf, DATE_WORDS)
}

/** Days since the end of 1899, which is what a spreadsheet makes of a date: these are from 1927 to 2173. */
const DAY_NUMBER = /^[1-9]\d{4}$/
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** What is no date stays as it stands: the rule about dates says what would be right. */
export function readDate({ text, date }: Cell): Read {
  if (date) return { value: date }
  if (DAY_NUMBER.test(text))
    return { value: new Date(Date.UTC(1899, 11, 30) + Number(text) * DAY_MILLISECONDS).toISOString().slice(0, 10) }
  return { value: readWrittenDate(text) ?? text }
}

/** A spreadsheet that opens a CSV file makes „Mrz 24“ of „März 2024“, and „12. Mrz 24“ of its twelfth day. */
export function isShortened(text: string, edtf: string): boolean {
  const [, before, year] = /^((?:\d{1,2}\. ?)?\p{L}+\.?)[ -](\d\d)$/u.exec(text.trim()) ?? []
  return before !== undefined && readWrittenDate(`${before} ${edtf.slice(0, 2)}${year ?? ''}`) === edtf
}
