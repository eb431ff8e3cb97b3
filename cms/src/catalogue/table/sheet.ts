/** A table as somebody gave it, whatever the file was: sheets of rows of cells. */

export interface Cell {
  /** What people read in the cell. */
  text: string
  /** The EDTF of a day, a month or a year that a spreadsheet keeps as a date; else null. */
  date: string | null
  /** A German sentence where the cell says nothing that can be read; else null. */
  problem: string | null
}

export interface Sheet {
  /** Empty where a file has one table only. */
  name: string
  /** From the first row of the file on, so that they have the numbers that people see. */
  rows: Cell[][]
}

/** A cell that holds a text. */
export function textCell(text: string): Cell {
  return { text, date: null, problem: null }
}

export const EMPTY_CELL = textCell('')

/** Whether nothing stands in it, and nothing is wrong with it. */
export function isEmpty({ text, problem }: Cell): boolean {
  return text.trim() === '' && problem === null
}
