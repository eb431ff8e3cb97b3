import { getFetchClient } from '@strapi/strapi/admin'
import { deedOf } from '../requests/deeds'
import type { Step } from '../requests/door'
import { recognisedToken } from './sign-in-step'

/**
 * Step: a change that meets a session that is over is sent once more when that is renewed. Strapi would do so itself,
 * but where the second one is refused for whatever reason it signs the editor out (`getFetchClient` of @strapi/admin).
 */
export const renewed: Step = async (request, send) => {
  if (!deedOf(request)) return send(request)
  const response = await send(request.clone())
  if (response.status !== 401) return response
  // Strapi's own way to a new token; with a form open its editor may have to sign in for it.
  await getFetchClient().get('/admin/users/me')
  const headers = new Headers(request.headers)
  headers.set('Authorization', recognisedToken())
  return send(new Request(request, { headers }))
}
