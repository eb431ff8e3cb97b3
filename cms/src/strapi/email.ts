import type { Core } from '@strapi/strapi'
import type { Context } from 'koa'
import { readEnvironment } from '../environment'

/** sendNothingByItself stops Strapi's own provider, which delivers without a server, where no mail server is set up. */
export function sendNothingByItself(strapi: Core.Strapi): void {
  if (readEnvironment().mail) return
  Reflect.set(strapi.plugin('email'), 'provider', {
    send: () => Promise.reject(new Error('No mail is sent: SMTP_URL is not set.')),
  })
}

/**
 * noteForgottenPasswords writes down what Strapi does not wait for: it answers before it looks for the account, and a
 * database that is away then would end the process.
 */
export function noteForgottenPasswords(strapi: Core.Strapi): void {
  const service: Record<string, (input: object) => Promise<unknown>> = strapi.service('admin::auth')
  const { forgotPassword } = service
  if (!forgotPassword) throw new Error('Strapi has no service for forgotten passwords any more.')
  service.forgotPassword = input => forgotPassword(input).catch((error: unknown) =>
    strapi.log.error(`No link for a new password was sent: ${error instanceof Error ? error.message : String(error)}`))
}

/** closeSending takes the address from Strapi with which every account could send whatever mail to whomever. */
export function closeSending(strapi: Core.Strapi): void {
  const controller: Record<string, (ctx: Context) => unknown> = strapi.plugin('email').controller('email')
  controller.send = ctx => ctx.notFound()
}
