const IGNORED = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']

/**
 * What holds of every request, before anything else looks at it.
 * The website has one address, and it is configured: what a request says of host and scheme is believed by nobody, so
 * that none can be wrong.
 * A `HEAD` is answered as a `GET`: the server sends no body to one, because it knew the method when the request came.
 */
export default defineNitroPlugin((nitro) => {
  const { host } = new URL(readEnvironment().siteUrl)
  const { onRequest } = nitro.h3App.options
  nitro.h3App.options.onRequest = (event) => {
    const request = event.node.req
    request.headers = {
      ...Object.fromEntries(Object.entries(request.headers).filter(([name]) => !IGNORED.includes(name))),
      host,
    }
    event.context.isHead = request.method === 'HEAD'
    if (event.context.isHead) request.method = 'GET'
    return onRequest?.(event)
  }
})

declare module 'h3' {
  interface H3EventContext {
    /** Whether only the head of the answer was asked for. */
    isHead?: boolean
  }
}
