import { toCsv } from '../../../../../cms/named-crosswalk'

export default defineEventHandler(event => sendCrosswalk(event, 'crosswalk.csv', 'text/csv', toCsv))
