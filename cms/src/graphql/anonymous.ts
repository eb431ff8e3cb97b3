import { timingSafeEqual } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { readEnvironment } from '../environment'

/** The header in which web sends the preview key. */
const PREVIEW_HEADER = 'x-preview-key'

/** Whoever asks may read what is published; the holder of the preview key may read drafts. Nobody has an account. */
export function registerAnonymousReading(strapi: Core.Strapi): void {
  strapi.get('auth').register('content-api', {
    name: 'anonymous',
    authenticate: (ctx: Context) => ({ authenticated: true, credentials: { mayReadDrafts: hasPreviewKey(ctx) } }),
    verify(_auth: unknown, config: { scope?: string | string[] } = {}) {
      const scopes = [config.scope ?? []].flat()
      if (scopes.length === 0 || !scopes.every(isReading)) throw new errors.ForbiddenError()
    },
  })
}

function isReading(scope: string): boolean {
  return scope.startsWith('api::') && /\.find(One)?$/.test(scope)
}

function hasPreviewKey(ctx: Context): boolean {
  const given = Buffer.from(ctx.get(PREVIEW_HEADER))
  const expected = Buffer.from(readEnvironment().secrets.previewKey)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
