import type { Server } from 'node:http'
import type { Core } from '@strapi/strapi'

/** How long requests that are being answered may take after the sign to stop. */
const DRAIN_MILLISECONDS = 10_000

/**
 * Strapi cuts every connection at once when it stops: here whoever has asked is answered first, and nobody new is let
 * in.
 */
export function answerBeforeStopping(strapi: Core.Strapi): void {
  const server: Server = strapi.server.httpServer
  const destroy = strapi.destroy.bind(strapi)
  let isStopping = false
  // Whoever keeps a connection open for more requests is told with the answer that there will be none.
  server.prependListener('request', (_request, response) => {
    if (isStopping) response.setHeader('Connection', 'close')
  })
  strapi.destroy = async () => {
    isStopping = true
    await drained(server)
    await destroy()
  }
}

/** Kept when everybody is answered, or when it has taken too long. */
async function drained(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const over = new Promise(resolve => setTimeout(resolve, DRAIN_MILLISECONDS).unref())
  await Promise.race([closed, over])
}
