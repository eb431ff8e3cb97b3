/** Requests that no browser sends: headers, paths and lengths byte by byte. */
import { connect } from 'node:net'

interface Sent {
  method?: string
  headers?: Record<string, string>
  /** What follows the head. */
  body?: string
}

export interface RawAnswer {
  status: number
  headers: Map<string, string>
  body: string
}

/** Sends a request to the website as it is written here. Header values are Latin-1, as HTTP has them. */
export function sendRaw(
  web: string, path: string, { method = 'GET', headers = {}, body = '' }: Sent = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(web)
  const all = { Host: hostname, Connection: 'close', ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () =>
      socket.write(Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`, 'latin1')),
    )
    socket.on('data', chunk => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(toAnswer(Buffer.concat(chunks).toString('utf8'))))
  })
}

function toAnswer(text: string): RawAnswer {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(first)?.[1] ?? 0), headers, body: body.join('\r\n\r\n') }
}
