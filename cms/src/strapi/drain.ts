import type { Server, ServerResponse } from 'node:http'
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
  const unanswered = new Set<ServerResponse>()
  server.prependListener('request', (_request, response) => {
    if (isStopping) return sayTheLast(response)
    unanswered.add(response)
    response.once('close', () => unanswered.delete(response))
  })
  strapi.destroy = async () => {
    isStopping = true
    unanswered.forEach(sayTheLast)
    await drained(server)
    await destroy()
  }
}

/** Tells whoever keeps a connection open for more requests that there will be no further answer. */
function sayTheLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

/** Kept when everybody is answered, or when it has taken too long. */
async function drained(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const over = new Promise(resolve => setTimeout(resolve, DRAIN_MILLISECONDS).unref())
  await Promise.race([closed, over])
}
