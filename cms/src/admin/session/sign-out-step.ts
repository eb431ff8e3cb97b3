import { keyOfAccount } from '../kept-words/key'
import { findKeptWords, forgetWords } from '../kept-words/store'
import type { Step } from '../requests/door'

/** Step: whoever signs out, and has words in this browser that are not saved, says whether they stay. */
export const signedOut: Step = async (request, send) => {
  // Strapi sends a second one, without content, when it leaves the page.
  if (new URL(request.url).pathname === '/admin/logout' && await request.clone().text()) await askAboutWords()
  return send(request)
}

async function askAboutWords(): Promise<void> {
  const key = await keyOfAccount()
  const kept = key ? await findKeptWords(key) : []
  if (kept.length === 0 || await mayStay(kept.length)) return
  for (const { id } of kept) await forgetWords(id)
}

function mayStay(entries: number): Promise<boolean> {
  const dialog = document.createElement('dialog')
  dialog.className = 'sign-in-again'
  dialog.innerHTML = `
    <form method="dialog">
      <h1>Sie haben noch nicht alles gespeichert</h1>
      <p>In diesem Browser ist aufgehoben, was Sie in ${entries === 1 ? 'einem Eintrag' : `${entries} Einträgen`} geschrieben
      und nicht gespeichert haben. Nur Ihr Konto kann es lesen; nach 14 Tagen wird es gelöscht.</p>
      <button type="submit" value="stay" autofocus>Aufheben und abmelden</button>
      <button type="submit" value="">Löschen und abmelden</button>
    </form>`
  document.body.append(dialog)
  dialog.returnValue = 'stay'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'stay')
    })
  })
}
