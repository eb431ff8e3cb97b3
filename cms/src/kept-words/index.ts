/**
 * The key with which a browser keeps what an editor has typed and not saved: made for the account, handed to whoever is
 * signed in with it. Another account on the same machine finds nothing it could read.
 */
import { hkdfSync } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { readEnvironment } from '../environment'

const KEY_BYTES = 32

/** `GET /kept-words/key`, for whoever is signed in. */
export function registerKeptWords(strapi: Core.Strapi): void {
  const handler = (ctx: Context): void => {
    const { id, createdAt } = ctx.state.user
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data: { key: keyOf(`${id} ${new Date(createdAt).toISOString()}`) } }
  }
  const config = { policies: ['admin::isAuthenticatedAdmin'] }
  const route = { method: 'GET' as const, path: '/kept-words/key', handler, config, info: { type: 'admin' as const } }
  strapi.server.routes({ type: 'admin', routes: [route] })
}

/** The same for the same account, also after a new password; it cannot be computed without the portal's secret. */
function keyOf(account: string): string {
  const { secrets } = readEnvironment()
  return Buffer.from(hkdfSync('sha256', secrets.encryptionKey, account, 'kept words', KEY_BYTES)).toString('base64')
}
