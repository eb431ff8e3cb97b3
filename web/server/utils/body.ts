import type { H3Event } from 'h3'

/**
 * The body of a request as text, whether it says its length or comes in pieces; undefined where it has more than `most`
 * bytes.
 */
export function bodyWithin(event: H3Event, most: number): Promise<string | undefined> {
  const { req: request } = event.node
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes <= most) return void chunks.push(chunk)
      request.off('data', take)
      request.resume()
      // The rest is not wanted: the connection ends with the answer.
      setResponseHeader(event, 'Connection', 'close')
      resolve(undefined)
    }
    request.on('data', take)
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.once('error', reject)
    request.once('close', () => reject(new Error('The reader left before the end.')))
  })
}
