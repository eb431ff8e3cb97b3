/** Who has a document open: kept in memory while the forms ask, every few seconds. */
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { isLocaleCode, localeOf } from 'shared-types'
import { schemaOf } from '../content-model/schema'
import { permissionsAt } from '../strapi/permissions'
import { changesForm, writesSince } from './former-states'
import { readBuiltOn, versionIn } from './request'
import { nameOf, namesOf } from './told'

/**
 * A form that did not ask for so long is closed. Whoever closes one says so (`POST /together/gone`), hidden or not:
 * this is for windows that crash. Browsers let the timers of a window that was hidden for five minutes run once a
 * minute: with less patience everybody who looks into another window meanwhile would seem to have left.
 */
const SECONDS = 20
const SECONDS_HIDDEN = 75
const MOST = 2000

interface Presence {
  account: number
  who: string
  document: string
  language: string
  hasWords: boolean
  isHidden: boolean
  since: number
  askedAt: number
}

/** What was just closed: a question that was on its way then does not open it again. */
const closed = new Map<string, number>()
const CLOSED_MILLISECONDS = 3000

/** By the window. */
const open = new Map<string, Presence>()

/** `POST /together/presence`: who is here too, who saved meanwhile. `POST /together/gone?tab=…`: a form was closed. */
export function registerPresence(strapi: Core.Strapi): void {
  const config = { policies: ['admin::isAuthenticatedAdmin'] }
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'POST',
        path: '/together/presence',
        handler: (ctx: Context) => answer(strapi, ctx),
        config,
        info: { type: 'admin' },
      },
      { method: 'POST', path: '/together/gone', handler: close, config: { auth: false }, info: { type: 'admin' } },
    ],
  })
}

/** The number of a window is known to nobody else, so that no session is needed: a closing page has no time for one. */
function close(ctx: Context): void {
  const { tab, document } = ctx.query
  if (open.get(String(tab))?.document === document) {
    open.delete(String(tab))
    closed.set(`${String(tab)} ${String(document)}`, Date.now())
  }
  ctx.status = 204
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { type, document, language = '', hasWords, isHidden } = Object(ctx.request.body)
  const builtOn = readBuiltOn(ctx)
  if (
    !isText(type)
    || !isText(document)
    || typeof language !== 'string'
    || !builtOn.tab
    || !(type in strapi.contentTypes)
  )
    return ctx.badRequest()
  const { uid } = schemaOf(strapi, type)
  if (permissionsAt(strapi, ctx.state.userAbility, uid).cannot.read()) return ctx.forbidden()
  const { user } = ctx.state
  const before = open.get(builtOn.tab)
  const since = before?.document === document && before.language === language ? before.since : Date.now()
  forgetClosed()
  if (open.size < MOST && !closed.has(`${builtOn.tab} ${document}`))
    open.set(builtOn.tab, {
      account: user.id,
      who: nameOf(user),
      document,
      language,
      hasWords: hasWords === true,
      isHidden: isHidden === true,
      since,
      askedAt: Date.now(),
    })
  const version = versionIn(builtOn, document, language)
  const writes
    = version === undefined
      ? []
      : (await writesSince(strapi, { type: uid, document, language }, version)).filter(
          write => write.tab !== builtOn.tab && changesForm(write),
        )
  const names = await namesOf(
    strapi,
    writes.map(({ account }) => account),
  )
  const nameOfWriter = (account: number | null) =>
    account === user.id ? 'Sie selbst' : (names.get(account ?? 0) ?? 'Jemand')
  ctx.body = {
    others: othersThan(builtOn.tab, document, user.id),
    saved: writes.map(({ account, savedOn }) => ({ who: nameOfWriter(account), when: savedOn })),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 255
}

function forgetClosed(): void {
  const now = Date.now()
  for (const [form, closedAt] of closed) if (now - closedAt > CLOSED_MILLISECONDS) closed.delete(form)
  for (const [tab, { askedAt, isHidden }] of open)
    if (now - askedAt > (isHidden ? SECONDS_HIDDEN : SECONDS) * 1000) open.delete(tab)
}

function othersThan(own: string, document: string, account: number) {
  return [...open]
    .filter(([tab, presence]) => tab !== own && presence.document === document)
    .map(([, presence]) => ({
      who: presence.who,
      isOneself: presence.account === account,
      language: presence.language,
      languageName: isLocaleCode(presence.language) ? localeOf(presence.language).name : '',
      hasWords: presence.hasWords,
      since: new Date(presence.since).toISOString(),
    }))
}
