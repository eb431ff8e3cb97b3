import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import type { Context, Next } from 'koa'
import { valueAt } from 'shared-types'
import { readEnvironment } from '../environment'
import { countAttempt } from '../sign-in/attempts'

const WRONG
  = 'E-Mail-Adresse oder Passwort stimmen nicht. Wer sein Passwort vergessen hat, bekommt von der Administration '
    + 'einen neuen Link.'
const NO_MAIL
  = 'Diese Website kann keine E-Mails verschicken. Bitte lassen Sie sich von der Administration einen neuen Link geben.'

/** Signing in: slowed for whoever guesses, equally slow for accounts that exist and those that do not, in German. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const place = ctx.method === 'POST' ? ctx.path.toLowerCase().replace(/\/+$/, '') : ''
    if (place === '/admin/login') return signIn(strapi, ctx, next)
    if (place === '/admin/forgot-password' && !readEnvironment().mail) throw new errors.ApplicationError(NO_MAIL)
    await next()
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
    if (error instanceof errors.ApplicationError && error.message === 'Invalid credentials')
      throw new errors.ApplicationError(WRONG)
    throw error
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
