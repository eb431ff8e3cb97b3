import { today } from 'shared-types'
import { findReport } from '../../../../../cms/report'
import { toReportCsv } from '../../../../../cms/report-table'

export default defineEventHandler(event => sendPlanFile(event, {
  file: 'report.csv', type: 'text/csv',
  find: (slug, locale) => findReport(slug, locale, dayOfQuery(event, 'asof') ?? today()),
  write: toReportCsv,
}))
