import { findPlanLineage } from '../../../cms/plan-lineage'
import { findCurrentSlug } from '../../../cms/site'

export default defineEventHandler(event => findBySlug(slugOfPath(event), {
  find: slug => findPlanLineage(slug, localeOfRequest(event), pageOfQuery(event)),
  findMoved: slug => findCurrentSlug('Plan', slug),
}))
