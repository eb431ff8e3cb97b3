/**
 * Answers to everybody's questions are kept in memory, each until the ledger names something that it is made of, or the
 * day is over. Whoever sends `Cache-Control: no-store` is answered anew.
 */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { LRUCache } from 'lru-cache'
import { ChangeMemory, isMadeOf, keysOfChange, type Made, today } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import type { Entry } from '../ledger/entry'
import { follow, heardUntil } from '../ledger/followers'
import { LINK_HEADER } from '../previews/token'
import { PREVIEW_HEADER } from './anonymous'

const MOST_CHARACTERS = 32_000_000

interface KeptAnswer extends Made {
  body: string
  type: string
  etag: string
  /** Answers that count from today are others tomorrow. */
  day: string
}

const kept = new LRUCache<string, KeptAnswer>({
  maxSize: MOST_CHARACTERS, sizeCalculation: ({ body, dependsOn }) => body.length + 30 * (dependsOn?.size ?? 0) + 200,
})

const changes = new ChangeMemory()

/** registerKeptAnswers drops what an entry of the ledger changes. */
export function registerKeptAnswers(strapi: Core.Strapi): void {
  follow((entries) => {
    for (const entry of entries) outdate(entry.id, keysOf(strapi, entry))
  })
}

function keysOf(strapi: Core.Strapi, { type, document, slug, formerSlug, about }: Entry): string[] | null {
  const name = type === null ? null : schemaOf(strapi, type).globalId
  return keysOfChange({ type: name, documentId: document, slug, formerSlug, about })
}

function outdate(number: number, keys: string[] | null): void {
  changes.note(number, keys)
  for (const [key, answer] of kept.entries()) if (isMadeOf(answer, keys)) kept.delete(key)
}

/** answerFromMemory answers a question that was asked before, and keeps the answer to one that was not. */
export async function answerFromMemory(ctx: Context, next: Next): Promise<void> {
  const key = keyOf(ctx)
  if (!key) return next()
  const known = ctx.get('cache-control') === 'no-store' ? undefined : kept.get(key)
  if (known?.day === today()) Object.assign(ctx, { status: 200, type: known.type, body: known.body, etag: known.etag })
  else await askAndKeep(ctx, next, key)
  if (ctx.status !== 200 || !ctx.etag) return
  ctx.set('Cache-Control', 'no-cache')
  // Koa's own comparison gives way to `no-cache`, which browsers and Node send with every `If-None-Match`.
  if (ctx.get('if-none-match').split(',').some(tag => tag.trim().replace(/^W\//, '') === ctx.etag)) ctx.status = 304
}

async function askAndKeep(ctx: Context, next: Next, key: string): Promise<void> {
  const [position, day] = [heardUntil(), today()]
  await next()
  const { status, body, response: { type } } = ctx
  if (status !== 200 || typeof body !== 'string') return
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  ctx.etag = etag
  const names: unknown = ctx.state.dependsOn
  if (!(names instanceof Set)) return
  const dependsOn = names.has('*') ? null : new Set(Array.from(names, String))
  const answer = { body, type, etag, dependsOn, day, position }
  if (!changes.hasOvertaken(answer)) kept.set(key, answer)
}

/** What makes a question another one; null where it is not everybody's. */
function keyOf(ctx: Context): string | null {
  if (ctx.path !== '/graphql' || ctx.get(PREVIEW_HEADER) !== '' || ctx.get(LINK_HEADER) !== '') return null
  if (ctx.method !== 'GET' && (ctx.method !== 'POST' || !ctx.is('json'))) return null
  const asked: unknown = ctx.method === 'GET' ? ctx.querystring : Reflect.get(ctx.request, 'body')
  const parts = [ctx.method, ctx.get('accept'), ctx.get('x-depends-on'), asked]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
