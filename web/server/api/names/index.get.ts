import { findNamed } from '../../cms/site'

/** The document that a name or an old address means. Throws 404 where nothing has that name. */
export default defineEventHandler(async (event) => {
  const name = textOfQuery(event, 'name')
  const named = name ? await findNamed(name, localeOfRequest(event)) : null
  if (!named) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return named
})
