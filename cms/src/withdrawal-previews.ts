/** What the panel beside a person and a consent tells editors before somebody is withdrawn. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { personOf, previewOf } from './person/preview'
import { permissionsAt } from './strapi/permissions'
import { CONSENT } from './content-model/uids'

/** `GET /withdrawal-previews/api::ledger.consent-record/<documentId>`, for whoever may read consents. */
export function registerWithdrawalPreviews(strapi: Core.Strapi): void {
  const handler = (ctx: Context) => answer(strapi, ctx)
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/withdrawal-previews/:uid/:documentId', handler,
        config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' },
      },
    ],
  })
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { uid, documentId } = ctx.params
  if (permissionsAt(strapi, ctx.state.userAbility, CONSENT).cannot.read()) return ctx.forbidden()
  const person = await personOf(strapi, uid, documentId)
  if (!person) return ctx.notFound()
  ctx.body = { data: await previewOf(strapi, person) }
}
