import { errors } from '@strapi/utils'
import type { Context, Next } from 'koa'
import { heardUntil } from '../ledger/followers'

/** The largest GraphQL request in bytes: query and variables together. */
const GRAPHQL_REQUEST_BYTES = 20_000

const CROSS_ORIGIN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'Cache-Control, Content-Type, If-None-Match',
  'Access-Control-Expose-Headers': 'ETag, Ledger-Position',
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
  // What the answer will be made of holds at least all until this entry of the ledger.
  ctx.set('Ledger-Position', String(heardUntil()))
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
  // What stands behind the address of a POST says nothing; with it Strapi would read the body once more.
  if (ctx.method === 'POST') ctx.url = ctx.path
  await next()
}

/** By the length it says; as much is read as is allowed. */
async function isSmall(ctx: Context): Promise<boolean> {
  if (Number(ctx.get('content-length')) > GRAPHQL_REQUEST_BYTES) return false
  if (ctx.get('content-length') === '' && ctx.get('transfer-encoding') === '') return true
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
  const value = jsonIn(text)
  if (typeof value !== 'object' || value === null)
    throw new errors.ValidationError('The body of the request is no JSON object.')
  return value
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A small compressed request may be a large one. */
function isCompressed(contentEncoding: string): boolean {
  return !['', 'identity'].includes(contentEncoding)
}
