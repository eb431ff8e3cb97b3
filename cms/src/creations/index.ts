/**
 * Nothing is made twice. A form that makes an entry names its attempt (header `Idempotency-Key`), and what the attempt
 * made is noted with the entry, in one transaction. The same attempt again, because of a double click or because the
 * answer got lost, is a change of that entry as it was made: what others changed since is theirs
 * ([ADR 0033](../../../docs/adr/0033-no-failed-save-touches-the-form.md)).
 */
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { CREATION, FORMER_STATE } from '../content-model/uids'
import { daily } from '../storage/daily'
import { namedVersions } from '../together/former-states'

/** The header that names the attempt. */
const HEADER = 'idempotency-key'
const KEY = /^[\w-]{16,64}$/

/** As long as words are kept in a browser, after which nobody tries again, and a day. */
const KEPT_DAYS = 15
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** Addresses that make an entry: `<type>`, `<type>/actions/publish`, `<type>/clone/<of what>` and `/auto-clone/…`. */
const MAKING = /^\/content-manager\/collection-types\/(?<type>[^/]+)(?<publish>\/actions\/publish|\/(auto-)?clone\/[^/]+)?$/

const inFlight = new Map<string, Promise<void>>()

/** Koa middleware: an attempt waits for the same one before it, and changes what that made. */
export async function makeOnce(strapi: Core.Strapi, ctx: Context, next: Next): Promise<void> {
  const { type = '', publish = '' } = MAKING.exec(ctx.path)?.groups ?? {}
  const key = ctx.get(HEADER)
  if (ctx.method !== 'POST' || !type || !KEY.test(key)) return next()
  const before = inFlight.get(key)
  const turn = (before ?? Promise.resolve()).then(async () => {
    const made = await findMade(strapi, type, key)
    if (made) changeInstead(ctx, made, `/content-manager/collection-types/${type}/${made.document}`, publish)
    await next()
  })
  const ended = turn.catch(() => undefined)
  inFlight.set(key, ended)
  await ended
  if (inFlight.get(key) === ended) inFlight.delete(key)
  return turn
}

interface Creation {
  document: string
  /** Its versions when it was made, as `X-Built-On` names them; null for what was made before they were noted. */
  builtOn: string | null
}

function changeInstead(ctx: Context, { builtOn }: Creation, address: string, publish: string): void {
  if (builtOn) ctx.request.headers['x-built-on'] = builtOn
  const isPublish = publish === '/actions/publish'
  ctx.method = isPublish ? 'POST' : 'PUT'
  ctx.path = isPublish ? address + publish : address
}

/** The entry that an attempt has made, if it is still there. */
async function findMade(strapi: Core.Strapi, type: string, key: string): Promise<Creation | null> {
  const creation: Creation | null = await strapi.db.query(CREATION).findOne({ where: { key, type } })
  if (!creation) return null
  const isThere = await strapi.db.query(type).count({ where: { documentId: creation.document } }) > 0
  if (!isThere) await strapi.db.query(CREATION).delete({ where: { key } })
  return isThere ? creation : null
}

/** Notes what an attempt makes. Stands outside of all rules, so that a refused entry leaves no note. */
export function registerCreations(strapi: Core.Strapi): void {
  strapi.documents.use(async (action, next) => {
    const key = strapi.requestContext.get()?.get(HEADER) ?? ''
    if (!['create', 'clone'].includes(action.action) || !KEY.test(key)) return next()
    return strapi.db.transaction(async () => {
      const result = await next()
      const document = String(valueAt(result, 'documentId'))
      const builtOn = namedVersions(document, await versionsNow(strapi, document))
      await strapi.db.query(CREATION).create({ data: { key, type: action.uid, document, builtOn } })
      return result
    })
  })
}

/** The versions of what is being made: in its transaction, which nothing else sees into. */
async function versionsNow(strapi: Core.Strapi, document: string): Promise<{ language: string, version: number }[]> {
  const states: { id: number, language: string }[] = await strapi.db
    .query(FORMER_STATE)
    .findMany({ select: ['id', 'language'], where: { document }, orderBy: { id: 'asc' } })
  const newest = new Map(states.map(({ id, language }) => [language, id]))
  return [...newest].map(([language, version]) => ({ language, version }))
}

/** Forgets attempts that nobody repeats any more, now and once a day. */
export function keepCreationsShort(strapi: Core.Strapi): Promise<void> {
  return daily(strapi, 'Old attempts were not forgotten', () => forgetOld(strapi))
}

async function forgetOld(strapi: Core.Strapi): Promise<void> {
  const before = new Date(Date.now() - KEPT_DAYS * DAY_MILLISECONDS)
  await strapi.db.query(CREATION).deleteMany({ where: { createdAt: { $lt: before } } })
}
