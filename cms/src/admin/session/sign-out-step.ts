import { keyOfAccount } from '../kept-words/key'
import { findKeptWords, forgetWords } from '../kept-words/store'
import { openOverAll } from '../own-dialogs'
import type { Step } from '../requests/door'

/**
 * Step: whoever signs out, and has words in this browser that are not saved, says whether they stay, or stays too: then
 * the request is never sent, and Strapi waits for it without end.
 */
export const signedOut: Step = async (request, send) => {
  // Strapi sends a second one, without content, when it leaves the page.
  const isAsked = new URL(request.url).pathname === '/admin/logout' && await request.clone().text() !== ''
  return isAsked && !await mayLeave() ? new Promise(() => undefined) : send(request)
}

async function mayLeave(): Promise<boolean> {
  const key = await keyOfAccount()
  const kept = key ? await findKeptWords(key) : []
  const choice = kept.length === 0 ? 'keep' : await choiceFor(kept.length)
  if (choice === 'forget') for (const { id } of kept) await forgetWords(id)
  return choice !== 'stay'
}

function choiceFor(entries: number): Promise<string> {
  const dialog = document.createElement('dialog')
  dialog.className = 'sign-in-again'
  dialog.setAttribute('aria-labelledby', 'sign-out-title')
  dialog.innerHTML = `
    <form method="dialog">
      <h1 id="sign-out-title">Sie haben noch nicht alles gespeichert</h1>
      <p>In diesem Browser ist aufgehoben, was Sie in ${entries === 1 ? 'einem Eintrag' : `${entries} Einträgen`} geschrieben
      und nicht gespeichert haben. Nur Ihr Konto kann es lesen; nach 14 Tagen wird es gelöscht.</p>
      <button type="submit" value="keep" autofocus>Aufheben und abmelden</button>
      <button type="submit" value="forget">Löschen und abmelden</button>
      <button type="submit" value="stay">Nicht abmelden</button>
    </form>`
  // Escape closes it without a choice.
  dialog.returnValue = 'stay'
  openOverAll(dialog)
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue)
    })
  })
}
