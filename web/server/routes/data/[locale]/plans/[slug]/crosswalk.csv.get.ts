import { toCsv } from '../../../../../cms/named-crosswalk'

export default defineEventHandler(event =>
  sendCrosswalk(event, 'crosswalk.csv', 'text/csv', rows => BYTE_ORDER_MARK + toCsv(rows)),
)
