/**
 * Our own dialogs, which stand over everything: also over one of Strapi's, whose libraries let nothing outside of it be
 * clicked or scrolled, and close it at the first click or Escape elsewhere.
 */
export function openOverAll(dialog: HTMLDialogElement): void {
  dialog.style.pointerEvents = 'auto'
  dialog.style.colorScheme = coloursOfAdmin()
  for (const gesture of ['pointerdown', 'wheel', 'touchmove'])
    dialog.addEventListener(gesture, event => event.stopPropagation())
  // On the window, before the libraries hear of it on the document; adding it twice does nothing.
  window.addEventListener('keydown', keepEscape, { capture: true })
  document.body.append(dialog)
  dialog.showModal()
}

/** Light or dark, as its editor has chosen in the profile, else as the machine. */
export function coloursOfAdmin(): string {
  const chosen = localStorage.getItem('STRAPI_THEME')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'light dark'
}

function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && document.querySelector('dialog:modal')) event.stopImmediatePropagation()
}
