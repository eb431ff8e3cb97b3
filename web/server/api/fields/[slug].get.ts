import { findField } from '../../cms/field'
import { findCurrentSlug } from '../../cms/site'

export default defineEventHandler(event => findBySlug(slugOfPath(event), {
  find: slug => findField(slug, localeOfRequest(event)),
  findMoved: slug => findCurrentSlug('FieldOfAction', slug),
}))
