import type { Context, Next } from 'koa'

/** The largest GraphQL request in bytes: query and variables together. */
const GRAPHQL_REQUEST_BYTES = 20_000

const CROSS_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type',
  'Access-Control-Max-Age': '86400',
}

/** Reading for everyone goes through `/graphql` alone: from any origin, without credentials, in small requests. */
export default () => async (ctx: Context, next: Next): Promise<void> => {
  if (ctx.path === '/api' || ctx.path.startsWith('/api/')) {
    ctx.status = 404
    ctx.body = { errors: [{ message: 'There is no REST interface here. Send a POST request to /graphql.' }] }
    return
  }
  if (ctx.path !== '/graphql') return next()
  ctx.set(CROSS_ORIGIN)
  if (ctx.method === 'OPTIONS') {
    ctx.status = 204
    return
  }
  if (ctx.method === 'POST' && (isTooLarge(ctx.get('content-length')) || isCompressed(ctx.get('content-encoding')))) {
    ctx.status = 400
    ctx.body = { errors: [{ message: `A request may have at most ${GRAPHQL_REQUEST_BYTES} bytes, not compressed, and must say its Content-Length.` }] }
    return
  }
  await next()
}

function isTooLarge(contentLength: string): boolean {
  return contentLength === '' || Number(contentLength) > GRAPHQL_REQUEST_BYTES
}

/** A small compressed request may be a large one. */
function isCompressed(contentEncoding: string): boolean {
  return !['', 'identity'].includes(contentEncoding)
}
