/**
 * The measures of a plan as a table (German: Maßnahmenkatalog): read in as drafts after a trial that shows what becomes
 * of each row, and given out to be changed in a spreadsheet and read in again.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { apply } from './applying'
import { giveOut } from './export'
import { plansFor } from './plans'
import { tryTable } from './trial'

/**
 * `GET /catalogue/plans`; `POST /catalogue/try` and `POST /catalogue/apply` with `file`, `plan`, and where they are
 * chosen `sheet` and `mapping` (JSON: a name or null for each column), the second with `state` from the first;
 * `GET /catalogue/export?plan=…&format=xlsx`.
 */
export function registerCatalogue(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', path: string, handler: Handler) => ({
    method, path: `/catalogue/${path}`, handler: (ctx: Context) => handler(strapi, ctx),
    config: { policies: ['admin::isAuthenticatedAdmin'] }, info: { type: 'admin' as const },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [
      route('GET', 'plans', tellPlans), route('POST', 'try', tryTable), route('POST', 'apply', apply),
      route('GET', 'export', giveOut),
    ],
  })
}

type Handler = (strapi: Core.Strapi, ctx: Context) => Promise<unknown>

async function tellPlans(strapi: Core.Strapi, ctx: Context): Promise<void> {
  ctx.body = { data: await plansFor(strapi, ctx) }
}
