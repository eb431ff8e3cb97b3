import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'

/** sendNothingByItself stops Strapi's own provider, which delivers without a server, where no mail server is set up. */
export function sendNothingByItself(strapi: Core.Strapi): void {
  if (readEnvironment().mail) return
  Reflect.set(strapi.plugin('email'), 'provider', {
    send: () => Promise.reject(new Error('No mail is sent: SMTP_URL is not set.')),
  })
}
