/** The same question as an address: whoever keeps the answer asks whether it still holds. */
export default defineEventHandler((event): Promise<unknown> => {
  setResponseHeaders(event, CROSS_ORIGIN)
  return partnerAnswer(event, { search: getRequestURL(event).search })
})
