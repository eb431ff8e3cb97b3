import { findArticleRevision } from '../../../../cms/revision'

export default defineEventHandler(async (event) => {
  const revision = await findArticleRevision(slugOfPath(event), localeOfRequest(event), numberOfPath(event, 'number'))
  if (!revision) throw createError({ statusCode: 404, statusMessage: 'Not Found' })
  return revision
})
