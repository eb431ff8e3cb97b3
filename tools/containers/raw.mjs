/** Requests as they are written here: `fetch` sends no Host of one's own, and cleans paths. */
import http from 'node:http'
import https from 'node:https'

/**
 * Sends a request. `sent` has `method`, `headers`, `body`, and for TLS `ca` and `servername`. Returns status, headers
 * and body; the status is 0 where the connection was ended without an answer.
 */
export function sendRaw(address, requested, { body, ...sent } = {}) {
  const { protocol, hostname, port } = new URL(address)
  const program = protocol === 'https:' ? https : http
  return new Promise((resolve) => {
    const request = program.request({ hostname, port, path: requested, agent: false, ...sent }, async (answer) => {
      const parts = []
      try {
        for await (const part of answer) parts.push(part)
      } catch {
        return resolve({ status: 0, headers: {}, body: Buffer.alloc(0) })
      }
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) })
    })
    request.on('error', error => resolve({ status: 0, headers: {}, body: Buffer.from(error.message) }))
    request.end(body)
  })
}
