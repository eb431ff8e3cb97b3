import { today } from 'shared-types'
import { findPlan } from '../../../cms/plan'
import { findCurrentSlug } from '../../../cms/site'

export default defineEventHandler(event => findBySlug(slugOfPath(event), {
  find: slug => findPlan(slug, localeOfRequest(event), dayOfQuery(event, 'asof') ?? today()),
  findMoved: slug => findCurrentSlug('Plan', slug),
}))
