/** A session that ended goes on over the form: whoever signs in again finds every word where it was. */
import { forgetKey } from '../kept-words/key'
import { openForms } from '../openings'
import { jsonIn } from '../requests/answers'
import type { Step } from '../requests/door'
import { askToSignIn } from './dialog'

let email = ''
let token = ''

/** With which token the server last knew who is asking. */
export function recognisedToken(): string {
  return token
}

/**
 * Step: where the session cannot be renewed and a form is open, its editor signs in in place. Strapi takes the new
 * token for the answer to its own question for one, keeps it, and sends what was refused once more.
 */
export const signedIn: Step = async (request, send) => {
  const { pathname } = new URL(request.url)
  const mayAsk = pathname === '/admin/access-token' && openForms().length > 0
  // Without an answer, too: Strapi takes that for the end of the session.
  const response = await (mayAsk ? send(request).catch(() => Response.error()) : send(request))
  if (pathname === '/admin/users/me' && response.ok) {
    know(emailIn(await jsonIn(response)))
    token = request.headers.get('Authorization') ?? ''
  }
  if (!mayAsk || response.ok) return response
  return Response.json({ data: { token: await askToSignIn(email, send) } })
}

/** Words of one account are not read, or kept, with the key of another. */
function know(signedInAs: string): void {
  if (email !== signedInAs) forgetKey()
  email = signedInAs
}

function emailIn(answer: unknown): string {
  const email: unknown = Reflect.get(Object(Reflect.get(Object(answer), 'data')), 'email')
  return typeof email === 'string' ? email : ''
}

/** Another window signs out: this one keeps its form, and asks when it next needs the server. */
export function stayWhenOthersLeave(): void {
  window.addEventListener('storage', (event) => {
    if (event.key === 'isLoggedIn' && event.newValue === null && openForms().length > 0) event.stopImmediatePropagation()
  })
}
