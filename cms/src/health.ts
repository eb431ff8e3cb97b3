import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'

/** `/healthz`: the process is alive. `/readyz`: it is fit to serve, or 503 with the reason. */
export function registerHealth(strapi: Core.Strapi): void {
  strapi.server.routes([
    { method: 'GET', path: '/healthz', handler: alive, config: { auth: false } },
    { method: 'GET', path: '/readyz', handler: (ctx: Context) => ready(strapi, ctx), config: { auth: false } },
  ])
}

function alive(ctx: Context): void {
  ctx.body = { status: 'ok' }
}

async function ready(strapi: Core.Strapi, ctx: Context): Promise<void> {
  try {
    await strapi.db.connection.raw('select 1')
    ctx.body = { status: 'ok' }
  } catch {
    ctx.status = 503
    ctx.body = { status: 'unavailable', reasons: ['The database does not answer.'] }
  }
}
