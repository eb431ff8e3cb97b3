/**
 * Escape closes a list within a dialog, and the dialog only when it is pressed again. The libraries behind Strapi's
 * lists and dialogs each take themselves for the topmost: both close, what was typed into the dialog is gone, and the
 * page stays as if it were still open, where nothing can be clicked any more.
 * To be removed when the design system closes one thing at a time.
 */
export function closeOneAtATime(): void {
  // On the window, before the libraries hear of it on the document.
  window.addEventListener('keydown', (event) => {
    const list = document.querySelector('[role="listbox"]')
    if (event.key !== 'Escape' || !list || !document.querySelector('[role="dialog"]')) return
    event.preventDefault()
    event.stopImmediatePropagation()
    // A list closes when its window changes its size.
    window.dispatchEvent(new Event('resize'))
  }, { capture: true })
}
