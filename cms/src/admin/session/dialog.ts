import { openOverAll } from '../own-dialogs'
import { jsonIn, refusalIn } from '../requests/answers'
import type { Send } from '../requests/door'
import { isGerman } from '../requests/sentences'
import { CAN_KEEP } from '../kept-words/can-keep'
import { promised } from './words'

let open: Promise<string> | null = null

/** Asks for the password over whatever is open, until it is right. Returns the new token. */
export function askToSignIn(email: string, send: Send): Promise<string> {
  open ??= ask(email, send).finally(() => {
    open = null
  })
  return open
}

const { kept: KEPT, other: OTHER_ACCOUNT } = promised(CAN_KEEP)

const CONTENT = `
  <form method="dialog">
    <h1 id="sign-in-again-title">Bitte melden Sie sich noch einmal an</h1>
    <p>Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, steht weiter im Formular;
    danach geht es dort weiter, wo Sie waren.</p>
    <label>E-Mail <input name="email" type="email" autocomplete="username" readonly></label>
    <label>Passwort <input name="password" type="password" autocomplete="current-password" required autofocus></label>
    <p role="alert"></p>
    <button type="submit">Anmelden</button>
    <button type="button">${OTHER_ACCOUNT}</button>
    <p><small>${KEPT}</small></p>
  </form>`

function ask(email: string, send: Send): Promise<string> {
  const dialog = document.createElement('dialog')
  dialog.className = 'sign-in-again'
  dialog.setAttribute('aria-labelledby', 'sign-in-again-title')
  dialog.innerHTML = CONTENT
  const field = (name: string) => dialog.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  const alert = dialog.querySelector('[role="alert"]')
  field('email')?.setAttribute('value', email)
  // Escape would leave a page that can do nothing.
  dialog.addEventListener('cancel', event => event.preventDefault())
  openOverAll(dialog)
  return new Promise<string>((resolve) => {
    dialog.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault()
      void signIn(email, field('password')?.value ?? '', send).then(({ token, sentence }) => {
        if (token) return resolve(token)
        if (alert) alert.textContent = sentence
        field('password')?.select()
      })
    })
    // A page that begins anew asks who is there.
    dialog.querySelector('button[type="button"]')?.addEventListener('click', () => window.location.reload())
  }).finally(() => dialog.remove())
}

async function signIn(email: string, password: string, send: Send): Promise<{ token: string, sentence: string }> {
  const rememberMe = Boolean(localStorage.getItem('jwtToken'))
  const deviceId = localStorage.getItem('strapi.admin.deviceId')
  const body = JSON.stringify({ email, password, deviceId, rememberMe })
  const headers = { 'Content-Type': 'application/json' }
  const request = new Request('/admin/login', { method: 'POST', headers, body, credentials: 'include' })
  try {
    const response = await send(request)
    const token: unknown = Reflect.get(Object(Reflect.get(Object(await jsonIn(response)), 'data')), 'token')
    if (response.ok && typeof token === 'string') return { token, sentence: '' }
    const said = (await refusalIn(response))?.message ?? ''
    return { token: '', sentence: isGerman(said) ? said : sentenceFor(response.status) }
  } catch {
    return { token: '', sentence: 'Der Server ist nicht zu erreichen. Bitte versuchen Sie es noch einmal.' }
  }
}

function sentenceFor(status: number): string {
  if (status === 429) return 'Das waren zu viele Versuche. Bitte warten Sie einige Minuten.'
  if (status >= 500)
    return 'Beim Server ist ein Fehler aufgetreten. Bitte versuchen Sie es in einer Minute noch einmal.'
  return 'Das Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.'
}
