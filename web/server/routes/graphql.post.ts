/** The interface for partners at the website's own origin. */
const REQUEST_BYTES = 20_000

export default defineEventHandler(async (event): Promise<unknown> => {
  setResponseHeaders(event, CROSS_ORIGIN)
  const body = await bodyWithin(event, REQUEST_BYTES)
  if (body === undefined) return refuseQuestion(event, 400, `A request may have at most ${REQUEST_BYTES} bytes.`)
  return partnerAnswer(event, { body })
})
