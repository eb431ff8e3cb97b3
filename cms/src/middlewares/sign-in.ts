import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { readEnvironment } from '../environment'
import { endPreviewsOf } from '../previews/standing'
import { countAttempt } from '../sign-in/attempts'

const WRONG
  = 'E-Mail-Adresse oder Passwort stimmen nicht. Wer sein Passwort vergessen hat, bekommt von der Administration '
    + 'einen neuen Link.'
const BLOCKED = 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Administration.'
const NO_MAIL
  = 'Diese Website kann keine E-Mails verschicken. Bitte lassen Sie sich von der Administration einen neuen Link geben.'

/** What Strapi says, and what is meant. That an account is blocked is only said to whoever knows its password. */
const REFUSALS = new Map([['Invalid credentials', WRONG], ['User not active', BLOCKED]])

/**
 * Signing in: slowed for whoever guesses, equally slow for accounts that exist and those that do not, in German.
 * Signing out ends the links to previews as well.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const place = ctx.method === 'POST' ? ctx.path : ''
    // Strapi's checks let nothing at all pass.
    if (place.startsWith('/admin/')) ctx.request.body ??= {}
    if (place === '/admin/login') return signIn(strapi, ctx, next)
    if (place === '/admin/forgot-password' && !readEnvironment().mail) throw new errors.ApplicationError(NO_MAIL)
    await next()
    if (place === '/admin/logout' && ctx.status === 200) await endPreviewsOf(strapi, ctx.state.user.id)
  }

async function signIn(strapi: Core.Strapi, ctx: Context, next: Next): Promise<void> {
  const { email, password } = credentialsIn(ctx)
  const attempt = await countAttempt(ctx.request.ip, email)
  if (attempt.waitSeconds !== null) {
    ctx.set('Retry-After', String(attempt.waitSeconds))
    throw new errors.RateLimitError(
      `Zu viele Versuche. Bitte versuchen Sie es in ${minutes(attempt.waitSeconds)} noch einmal.`,
    )
  }
  await answerAsSlowly(strapi, email, password)
  try {
    await next()
  } catch (error) {
    const sentence = error instanceof errors.ApplicationError ? REFUSALS.get(error.message) : undefined
    throw sentence ? new errors.ApplicationError(sentence) : error
  }
  if (ctx.status === 200) await attempt.succeed()
}

function credentialsIn({ request }: Context): { email: string, password: string } {
  const { email, password }: Record<string, unknown> = Object(valueAt(request, 'body'))
  return {
    email: typeof email === 'string' ? email.trim().toLowerCase() : '',
    password: typeof password === 'string' ? password : '',
  }
}

/** The hash of a password that nobody has: comparing with it takes as long as with that of an account. */
let nobodys: Promise<unknown> | undefined

/** Strapi answers at once where there is no account: that would tell who has one. */
async function answerAsSlowly(strapi: Core.Strapi, email: string, password: string): Promise<void> {
  const { hashPassword, validatePassword } = strapi.service('admin::auth')
  const account: { password: string | null } | null = await strapi.db
    .query('admin::user')
    .findOne({ select: ['id', 'password'], where: { email } })
  if (account?.password) return
  nobodys ??= hashPassword('nobody')
  await validatePassword(password, await nobodys)
}

function minutes(seconds: number): string {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'einer Minute' : `${count} Minuten`
}
