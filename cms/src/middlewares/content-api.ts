import { errors } from '@strapi/utils'
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
  if (ctx.method === 'POST' && (isCompressed(ctx.get('content-encoding')) || !await isSmall(ctx))) {
    ctx.status = 400
    ctx.set('Connection', 'close')
    ctx.body = { errors: [{ message: `A request may have at most ${GRAPHQL_REQUEST_BYTES} bytes, not compressed.` }] }
    return
  }
  await next()
}

/** By the length it says. Of one that comes in pieces and says none as much is read as is allowed. */
async function isSmall(ctx: Context): Promise<boolean> {
  const length = ctx.get('content-length')
  if (length !== '') return Number(length) <= GRAPHQL_REQUEST_BYTES
  if (ctx.get('transfer-encoding') === '') return true
  const pieces: Buffer[] = []
  for await (const piece of ctx.req.iterator({ destroyOnReturn: false })) {
    pieces.push(piece)
    if (Buffer.concat(pieces).length > GRAPHQL_REQUEST_BYTES) return false
  }
  Object.assign(ctx.request, { body: parsed(ctx, Buffer.concat(pieces).toString()) })
  return true
}

/** What was read here nobody reads again. */
function parsed(ctx: Context, text: string): unknown {
  if (!ctx.is('json')) return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new errors.ValidationError('The body of the request is no JSON.')
  }
}

/** A small compressed request may be a large one. */
function isCompressed(contentEncoding: string): boolean {
  return !['', 'identity'].includes(contentEncoding)
}
