import { timingSafeEqual } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { readEnvironment } from '../environment'
import { standingOf } from '../previews/standing'
import { LINK_HEADER } from '../previews/token'

/** The header in which web sends the preview key. */
export const PREVIEW_HEADER = 'x-preview-key'

/**
 * Whoever asks may read what is published; the holder of the preview key may read drafts, and whoever has opened a link
 * to a preview its draft. Nobody has an account.
 */
export function registerAnonymousReading(strapi: Core.Strapi): void {
  strapi.get('auth').register('content-api', {
    name: 'anonymous',
    authenticate: (ctx: Context) => authenticate(strapi, ctx),
    verify(_auth: unknown, config: { scope?: string | string[] } = {}) {
      const scopes = [config.scope ?? []].flat()
      if (scopes.length === 0 || !scopes.every(isReading)) throw new errors.ForbiddenError()
    },
  })
}

/** A link that does not count any more is answered with nothing: what is published must not pass for its draft. */
async function authenticate(strapi: Core.Strapi, ctx: Context) {
  const link = ctx.get(LINK_HEADER)
  const standing = link === '' ? null : await standingOf(strapi, link)
  if (standing && 'ending' in standing) return { error: new errors.UnauthorizedError('This preview is over.') }
  const previewed = standing ? standing.preview.documentId : null
  return { authenticated: true, credentials: { mayReadDrafts: hasPreviewKey(ctx), previewed } }
}

function isReading(scope: string): boolean {
  return scope.startsWith('api::') && /\.find(One)?$/.test(scope)
}

function hasPreviewKey(ctx: Context): boolean {
  const given = Buffer.from(ctx.get(PREVIEW_HEADER))
  const expected = Buffer.from(readEnvironment().secrets.previewKey)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
