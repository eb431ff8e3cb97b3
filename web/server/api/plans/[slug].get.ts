import { findPlan } from '../../cms/plan'
import { findCurrentSlug } from '../../cms/site'

export default defineEventHandler(event => findBySlug(
  getRouterParam(event, 'slug', { decode: true }) ?? '',
  slug => findPlan(slug, localeOfRequest(event)),
  slug => findCurrentSlug('Plan', slug),
))
