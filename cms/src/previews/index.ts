/** Links to previews: made for whoever may read a draft, and asked about by the website before it shows one. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode, SOURCE_LANGUAGE } from 'shared-types'
import { hasDrafts, isLocalised, publicSchemas, type Schema } from '../content-model/schema'
import { readEnvironment } from '../environment'
import { type Row, workingRows } from '../rows/rows'
import { permissionsAt } from '../strapi/permissions'
import { isOnPage, pathOfDraft } from './path'
import { endOf, standingOf } from './standing'
import { LINK_HEADER, type Preview, tokenOf } from './token'

/**
 * `GET /previews/api::page.page/<documentId>?locale=de` for whoever may read the draft: a link to it, and until when it
 * counts. `GET /previews` with `X-Preview` for the website: until when a link counts, and where it may be framed.
 */
export function registerPreviews(strapi: Core.Strapi): void {
  strapi.server.routes({
    type: 'admin',
    routes: [{
      method: 'GET', path: '/previews/:uid/:documentId', handler: (ctx: Context) => make(strapi, ctx),
      config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
    }],
  })
  const handler = (ctx: Context) => tell(strapi, ctx)
  strapi.server.routes([{ method: 'GET', path: '/previews', handler, config: { auth: false } }])
}

/** Null for what has no drafts or no page; without a link where the draft has no page yet. */
async function make(strapi: Core.Strapi, ctx: Context): Promise<void> {
  ctx.set('Cache-Control', 'no-store')
  const schema = publicSchemas(strapi).filter(hasDrafts).find(({ uid }) => uid === ctx.params.uid)
  if (!schema || !isOnPage(schema)) return answer(ctx, null)
  const locale = isLocaleCode(ctx.query.locale) ? ctx.query.locale : SOURCE_LANGUAGE
  const draft = await findDraft(strapi, schema, ctx.params.documentId, locale)
  if (!draft) return ctx.notFound()
  if (permissionsAt(strapi, ctx.state.userAbility, schema.uid).cannot.read(draft)) return ctx.forbidden()
  const preview: Preview = {
    type: schema.uid, documentId: draft.documentId, account: ctx.state.user.id, madeOn: Date.now(),
  }
  const path = await pathOfDraft(strapi, schema, draft, locale)
  const link = path && `${readEnvironment().siteUrl}/vorschau/${tokenOf(preview)}${path}`
  answer(ctx, { link, until: endOf(preview) })
}

function answer(ctx: Context, data: object | null): void {
  ctx.body = { data }
}

function findDraft(strapi: Core.Strapi, schema: Schema, documentId: string, locale: string): Promise<Row | null> {
  return strapi.db
    .query(schema.uid)
    .findOne({ where: { documentId, ...workingRows(schema), ...isLocalised(schema) && { locale } } })
}

async function tell(strapi: Core.Strapi, ctx: Context): Promise<void> {
  ctx.set('Cache-Control', 'no-store')
  const standing = await standingOf(strapi, ctx.get(LINK_HEADER))
  answer(ctx, 'ending' in standing ? standing : { until: standing.until, framedBy: readEnvironment().adminUrl })
}
