/**
 * Links with which people set their password: the administrator makes one for whoever was invited or has forgotten it,
 * as often as needed. No mail is needed for it.
 */
import { randomBytes } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { ACCOUNT } from '../content-model/uids'
import { readEnvironment } from '../environment'

/** A link is handed over by hand, which takes a while. */
const LINK_HOURS = 24

interface Account {
  id: number
  firstname: string | null
  lastname: string | null
  email: string
  password: string | null
  isActive: boolean
  roles: { name: string }[]
}

/** registerSignInLinks adds `GET /sign-in-links` and `POST /sign-in-links/<id>`, for whoever may change accounts. */
export function registerSignInLinks(strapi: Core.Strapi): void {
  // Strapi makes it of what it listens on, where editors need not reach it. Mails of Strapi name it too.
  strapi.config.set('admin.absoluteUrl', `${readEnvironment().adminUrl}/admin`)
  const guarded = (actions: string[]) => ({
    policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
  })
  strapi.server.routes({
    type: 'admin',
    routes: [
      {
        method: 'GET', path: '/sign-in-links', handler: (ctx: Context) => list(strapi, ctx),
        config: guarded(['admin::users.read']), info: { type: 'admin' },
      },
      {
        method: 'POST', path: '/sign-in-links/:id', handler: (ctx: Context) => make(strapi, ctx),
        config: guarded(['admin::users.update']), info: { type: 'admin' },
      },
    ],
  })
}

async function list(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const accounts: Account[] = await strapi.db
    .query(ACCOUNT)
    .findMany({ populate: ['roles'], orderBy: [{ lastname: 'asc' }, { id: 'asc' }] })
  ctx.body = {
    data: accounts.map(account => ({
      id: account.id, name: nameOf(account), email: account.email, roles: account.roles.map(({ name }) => name),
      state: stateOf(account),
    })),
  }
}

function nameOf({ firstname, lastname }: Account): string {
  return [firstname, lastname].filter(Boolean).join(' ')
}

function stateOf({ isActive, password }: Account): 'active' | 'invited' | 'blocked' {
  if (isActive) return 'active'
  return password ? 'blocked' : 'invited'
}

async function make(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const id = Number(ctx.params.id)
  const account: Account | null = Number.isSafeInteger(id)
    ? await strapi.db.query(ACCOUNT).findOne({ where: { id }, populate: ['roles'] })
    : null
  if (!account) return ctx.notFound('Dieses Konto gibt es nicht mehr.')
  const state = stateOf(account)
  if (state === 'blocked')
    return ctx.badRequest('Dieses Konto ist gesperrt. Schalten Sie es zuerst unter „Benutzer“ wieder frei.')
  const code = randomBytes(20).toString('hex')
  const expiresOn = state === 'active' ? new Date(Date.now() + LINK_HOURS * 60 * 60 * 1000) : null
  const data
    = state === 'active'
      ? { resetPasswordToken: code, resetPasswordTokenExpiresAt: expiresOn }
      : { registrationToken: code }
  await strapi.db.query(ACCOUNT).update({ where: { id }, data })
  const page = state === 'active' ? `reset-password?code=${code}` : `register?registrationToken=${code}`
  ctx.body = { data: { link: `${strapi.config.get('admin.absoluteUrl')}/auth/${page}`, expiresOn } }
}
