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

/** closeSending takes the address from Strapi with which every account could send whatever mail to whomever. */
export function closeSending(strapi: Core.Strapi): void {
  const controller: Record<string, (ctx: Context) => unknown> = strapi.plugin('email').controller('email')
  controller.send = ctx => ctx.notFound()
}
