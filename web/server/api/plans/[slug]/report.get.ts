import { today } from 'shared-types'
import { findReport } from '../../../cms/report'
import { findCurrentSlug } from '../../../cms/site'

export default defineEventHandler(event => findBySlug(slugOfPath(event), {
  find: slug => findReport(slug, localeOfRequest(event), dayOfQuery(event, 'asof') ?? today()),
  findMoved: slug => findCurrentSlug('Plan', slug),
}))
