/** Parts of a file: Strapi's own answer to a range sends wrong lengths, and knows no range from the end. */
import { createReadStream, ReadStream } from 'node:fs'
import type { Context, Next } from 'koa'

/** Answers a file, or the part of it that `Range` asks for; 416 where it has none of these bytes. */
export async function answerRange(ctx: Context, next: Next): Promise<void> {
  const { range, 'if-range': ifRange } = ctx.req.headers
  delete ctx.req.headers.range
  await next()
  if (ctx.method !== 'GET' || ctx.status !== 200 || !(ctx.body instanceof ReadStream)) return
  ctx.set('Accept-Ranges', 'bytes')
  const part = range === undefined || ifRange !== undefined ? 'whole' : rangeOf(range, ctx.length)
  if (part !== 'whole') sendPart(ctx, ctx.body, part)
}

interface Part {
  start: number
  end: number
}

/**
 * The bytes that a range means (RFC 9110), null where the file has none of them. The whole file is the answer to a
 * range of several parts, and to one that is none.
 */
export function rangeOf(range: string, size: number): Part | 'whole' | null {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(range) ?? []
  if (first === '' && last === '') return 'whole'
  if (first !== '' && last !== '' && Number(last) < Number(first)) return 'whole'
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : null
}

function sendPart(ctx: Context, file: ReadStream, part: Part | null): void {
  const size = ctx.length
  file.destroy()
  if (!part) {
    ctx.body = 'Range Not Satisfiable'
    ctx.status = 416
    ctx.set('Content-Range', `bytes */${size}`)
    return
  }
  ctx.body = createReadStream(file.path, part)
  ctx.status = 206
  ctx.length = part.end - part.start + 1
  ctx.set('Content-Range', `bytes ${part.start}-${part.end}/${size}`)
}
