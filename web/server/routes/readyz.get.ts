/** Fit to serve: the cms answers. Else 503 with the reason. */
export default defineEventHandler(async (event) => {
  const isReady = await $fetch(`${readEnvironment().cmsUrl}/readyz`, { timeout: 3000 }).then(() => true, () => false)
  if (isReady) return { status: 'ok' }
  setResponseStatus(event, 503)
  return { status: 'unavailable', reasons: ['The cms does not answer.'] }
})
