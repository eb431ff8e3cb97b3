export default defineEventHandler((event) => {
  setResponseHeaders(event, CROSS_ORIGIN)
  return sendNoContent(event)
})
