import type { Context, Next } from 'koa'

/**
 * Routes are found with a slash at the end too: from here on nobody sees it. Of capital letters speaks
 * `strapi/one-spelling.ts`.
 */
export default () => (ctx: Context, next: Next): Promise<void> => {
  ctx.path = ctx.path.replace(/\/+$/, '') || '/'
  return next()
}
