import { toCsv } from '../../../../../cms/crosswalk'

/** The byte order mark, by which spreadsheets know that a file is UTF-8; parsers skip it. */
const MARK = '\uFEFF'

export default defineEventHandler(event =>
  sendCrosswalk(event, 'crosswalk.csv', 'text/csv', rows => MARK + toCsv(rows)),
)
