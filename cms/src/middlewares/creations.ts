import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { makeOnce } from '../creations'

/** The same attempt of a form makes one entry, however often it arrives. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: Context, next: Next): Promise<void> => makeOnce(strapi, ctx, next)
