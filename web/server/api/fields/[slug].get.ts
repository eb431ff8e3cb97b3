import { findField } from '../../cms/field'
import { findCurrentSlug } from '../../cms/site'

export default defineEventHandler(event => findBySlug(
  getRouterParam(event, 'slug', { decode: true }) ?? '',
  slug => findField(slug, localeOfRequest(event)),
  slug => findCurrentSlug('FieldOfAction', slug),
))
