import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { type Progress, progressOf } from './ledger/followers'

/** One sentence in English that says what is wrong, for whoever runs the program; null where all is well. */
export type HealthCheck = () => string | null | Promise<string | null>

const checks = new Set<HealthCheck>()

/**
 * `/healthz`: the process is alive. `/readyz`: it is fit to serve, or 503 with the reasons; how far it follows the
 * ledger stands beside.
 */
export function registerHealth(strapi: Core.Strapi): void {
  addHealthCheck(() => strapi.db.connection.raw('select 1').then(() => null, () => 'The database does not answer.'))
  strapi.server.routes([
    { method: 'GET', path: '/healthz', handler: alive, config: { auth: false } },
    { method: 'GET', path: '/readyz', handler: (ctx: Context) => ready(strapi, ctx), config: { auth: false } },
  ])
}

/** Whoever can say what is wrong tells it at `/readyz`. */
export function addHealthCheck(check: HealthCheck): void {
  checks.add(check)
}

function alive(ctx: Context): void {
  ctx.body = { status: 'ok' }
}

async function ready(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const answers = await Promise.all([...checks].map(check => check()))
  const reasons = answers.filter(reason => reason !== null)
  ctx.status = reasons.length === 0 ? 200 : 503
  const ledger: Progress | null = await progressOf(strapi).catch(() => null)
  ctx.body = reasons.length === 0 ? { status: 'ok', ledger } : { status: 'unavailable', reasons, ledger }
}
