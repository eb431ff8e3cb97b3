/**
 * Beside a decision on a measure, the status update (German: Sachstand) that goes with it is offered as a draft: the
 * stage that the decision means, its day and its sources. Nobody types a fact twice.
 */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { SOURCE_LANGUAGE, STAGE_OF_OUTCOME, valueAt } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { DECISION, UPDATE } from '../content-model/uids'
import { findSourceRow, type Row, sharedValues, type Values } from '../rows/rows'
import { mayBegin, permissionsAt } from '../strapi/permissions'

/** `GET /offered-updates/<documentId>` says what is offered beside a decision, `POST` writes it. */
export function registerOfferedUpdates(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', handler: (ctx: Context) => Promise<void>) => ({
    method, path: '/offered-updates/:documentId', handler, config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [route('GET', ctx => tell(strapi, ctx)), route('POST', ctx => write(strapi, ctx))],
  })
}

/** The answer is null where nothing is to be offered: the decision says nothing of the stage, or one stands there. */
async function tell(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const decision = await findSourceRow(strapi, schemaOf(strapi, DECISION), ctx.params.documentId)
  if (!decision) return ctx.notFound()
  if (!permissionsAt(strapi, ctx.state.userAbility, DECISION).can.read(decision)) return ctx.forbidden()
  const offered = mayWrite(strapi, ctx) ? await offerFor(strapi, decision) : null
  ctx.body = { data: offered && { stage: offered.stage, date: offered.date } }
}

async function write(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const decision = await findSourceRow(strapi, schemaOf(strapi, DECISION), ctx.params.documentId)
  if (!decision) return ctx.notFound()
  if (!permissionsAt(strapi, ctx.state.userAbility, DECISION).can.read(decision) || !mayWrite(strapi, ctx))
    return ctx.forbidden()
  const offered = await offerFor(strapi, decision)
  if (!offered) return ctx.badRequest('Ein Sachstand von diesem Tag steht schon da.')
  const by = { createdBy: ctx.state.user.id, updatedBy: ctx.state.user.id }
  const { documentId } = await strapi.documents(UPDATE).create({
    data: { ...offered, ...by }, locale: decision.locale ?? SOURCE_LANGUAGE, status: 'draft',
  })
  ctx.body = { data: { documentId } }
}

function mayWrite(strapi: Core.Strapi, ctx: Context): boolean {
  return mayBegin(permissionsAt(strapi, ctx.state.userAbility, UPDATE), SOURCE_LANGUAGE)
}

/** The values of the update. */
async function offerFor(strapi: Core.Strapi, decision: Row): Promise<Values & { stage: string, date: string } | null> {
  const measure = valueAt(decision.measure, 'documentId')
  const stage: string | null = Object(STAGE_OF_OUTCOME)[String(decision.outcome)] ?? null
  const { date } = decision
  if (typeof measure !== 'string' || typeof date !== 'string' || !stage) return null
  const there = await strapi.db.query(UPDATE).count({ where: { measure: { documentId: measure }, date } })
  const { citations } = sharedValues(strapi, schemaOf(strapi, DECISION), decision)
  return there > 0 ? null : { measure: { set: [{ documentId: measure }] }, date, stage, citations }
}
