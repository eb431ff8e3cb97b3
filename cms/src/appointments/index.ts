/** Appointments of a draft: read by whoever may read it, made and struck by whoever may publish it. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { momentsAt } from 'shared-types'
import { type AskedDraft, findAskedDraft, may } from '../rows/asked-draft'
import { refuse } from '../rules/problems'
import { namesOf } from '../together/told'
import { type Appointment, appointmentsOf, forgetAppointments, type Step, writeAppointment } from './appointment'

/** As the panel beside a form reads it. */
export interface ToldAppointment extends Pick<Appointment, 'step' | 'at' | 'problem'> {
  /** Who made it; null where the account is gone. */
  who: string | null
}

/**
 * `GET /appointments/api::page.page/<documentId>?locale=de`; `POST` with `step` (`publish`, `unpublish`) and `at`, as
 * the clock in Hannover will show it (`2026-12-24T09:00`); `DELETE` with `?step=`. Each answers with what is left.
 */
export function registerAppointments(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST' | 'DELETE', handler: (ctx: Context, draft: AskedDraft) => Promise<void>) => ({
    method, path: '/appointments/:uid/:documentId', config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
    handler: async (ctx: Context) => {
      const draft = await findAskedDraft(strapi, ctx)
      if (!draft) return ctx.notFound()
      if (!may(strapi, ctx.state.userAbility, draft, method === 'GET' ? 'read' : 'publish')) return ctx.forbidden()
      await handler(ctx, draft)
      ctx.body = { data: await told(strapi, draft) }
    },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [
      route('GET', () => Promise.resolve()), route('POST', (ctx, draft) => make(strapi, ctx, draft)),
      route('DELETE', (ctx, draft) => strike(strapi, ctx, draft)),
    ],
  })
}

async function make(strapi: Core.Strapi, ctx: Context, draft: AskedDraft): Promise<void> {
  const { step, at } = Object(Reflect.get(ctx.request, 'body'))
  if (!isStep(step)) return ctx.throw(400)
  const moments = momentsAt(String(at))
  refuse((moments ? momentProblems(moments) : ['Bitte geben Sie Tag und Uhrzeit an.']).map(asProblem))
  const [moment = new Date()] = moments ?? []
  if (step === 'unpublish') refuse(await notPublicProblems(strapi, draft, moment))
  await writeAppointment(strapi, { ...draft.keys, step, at: moment, account: ctx.state.user.id })
}

async function strike(strapi: Core.Strapi, ctx: Context, { schema, keys }: AskedDraft): Promise<void> {
  const { step } = ctx.query
  if (!isStep(step)) return ctx.throw(400)
  await forgetAppointments(strapi, schema, keys.document, [keys.language], step)
}

function isStep(value: unknown): value is Step {
  return value === 'publish' || value === 'unpublish'
}

function momentProblems(moments: Date[]): string[] {
  const [moment] = moments
  if (!moment)
    return ['Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr springt von 2 auf 3. Bitte nehmen Sie eine ab 3 Uhr.']
  if (moments.length > 1)
    return ['Diese Uhrzeit gibt es an dem Tag zweimal: Die Uhr wird um 3 auf 2 gestellt. Bitte nehmen Sie eine vor 2 oder ab 3 Uhr.']
  return moment.getTime() <= Date.now() ? ['Dieser Zeitpunkt ist schon vorbei.'] : []
}

/** What will be public by then may be taken off again. */
async function notPublicProblems(strapi: Core.Strapi, { schema, keys }: AskedDraft, moment: Date) {
  const isPublic = await strapi.db
    .query(schema.uid)
    .count({ where: { documentId: keys.document, locale: keys.language, publishedAt: { $notNull: true } } }) > 0
  const willBe = (await appointmentsOf(strapi, keys))
    .some(({ step, at, problem }) => step === 'publish' && !problem && new Date(at) < moment)
  return isPublic || willBe ? [] : [asProblem('Dann ist der Eintrag nicht auf der Website.')]
}

function asProblem(message: string) {
  return { path: [], message }
}

async function told(strapi: Core.Strapi, { keys }: AskedDraft): Promise<ToldAppointment[]> {
  const appointments = await appointmentsOf(strapi, keys)
  const names = await namesOf(strapi, appointments.map(({ account }) => account))
  return appointments.map(({ step, at, problem, account }) => ({ step, at, problem, who: names.get(account) ?? null }))
}
