import type { Core } from '@strapi/strapi'

const STRAPI_DEFAULTS = ['Read Only', 'Full Access']

/** Strapi makes two tokens on an empty database, one of which may do everything. Nobody asked for them. */
export async function removeDefaultTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .query('admin::api-token')
    .deleteMany({ where: { name: { $in: STRAPI_DEFAULTS }, lastUsedAt: { $null: true } } })
}
