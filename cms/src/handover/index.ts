/** Handing a draft over: „zur Prüfung geben“ by whoever writes, „zurück mit Bemerkung“ by whoever publishes. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { type AskedDraft, findAskedDraft, may } from '../rows/asked-draft'
import { refuse } from '../rules/problems'
import { namesOf } from '../together/told'
import { findHandover, type Handover, writeHandover } from './handover'

const LONGEST_NOTE = 2000

/**
 * `GET /handovers/api::page.page/<documentId>?locale=de` for whoever may read the draft, and `POST` with `step` and
 * `note` for whoever may change it (`given`) or publish it (`returned`).
 */
export function registerHandovers(strapi: Core.Strapi): void {
  const route = (method: 'GET' | 'POST', handler: (ctx: Context) => Promise<void>) => ({
    method, path: '/handovers/:uid/:documentId', handler, config: { policies: ['admin::isAuthenticatedAdmin'] },
    info: { type: 'admin' as const },
  })
  strapi.server.routes({
    type: 'admin',
    routes: [route('GET', ctx => tell(strapi, ctx)), route('POST', ctx => hand(strapi, ctx))],
  })
}

async function tell(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const draft = await findAskedDraft(strapi, ctx)
  if (!draft) return ctx.notFound()
  if (!may(strapi, ctx.state.userAbility, draft, 'read')) return ctx.forbidden()
  ctx.body = { data: await told(strapi, draft) }
}

async function hand(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const draft = await findAskedDraft(strapi, ctx)
  if (!draft) return ctx.notFound()
  const { step, note = '' } = Object(Reflect.get(ctx.request, 'body'))
  if ((step !== 'given' && step !== 'returned') || typeof note !== 'string') return ctx.badRequest()
  if (!may(strapi, ctx.state.userAbility, draft, step === 'given' ? 'update' : 'publish')) return ctx.forbidden()
  refuse(noteProblems(step, note.trim()).map(message => ({ path: [], message })))
  await writeHandover(strapi, { ...draft.keys, step, note: note.trim(), account: ctx.state.user.id })
  ctx.body = { data: await told(strapi, draft) }
}

function noteProblems(step: Handover['step'], note: string): string[] {
  if (note.length > LONGEST_NOTE) return [`Eine Bemerkung hat höchstens ${LONGEST_NOTE} Zeichen.`]
  return step === 'returned' && note === '' ? ['Bitte schreiben Sie, was noch zu tun ist.'] : []
}

async function told(strapi: Core.Strapi, { keys }: AskedDraft) {
  const found = await findHandover(strapi, keys)
  if (!found) return null
  const { step, note, account, madeOn } = found
  return { step, note, who: (await namesOf(strapi, [account])).get(account) ?? null, when: madeOn }
}
