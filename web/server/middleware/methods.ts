/** Pages are read, nothing is sent to them; what the contact form sends was taken before. */
export default defineEventHandler((event) => {
  if (event.context.contact || event.path.split('?')[0] === '/graphql' || ['GET', 'HEAD'].includes(event.method)) return
  setResponseHeader(event, 'Allow', 'GET, HEAD')
  throw createError({ statusCode: 405, statusMessage: 'Method Not Allowed' })
})
