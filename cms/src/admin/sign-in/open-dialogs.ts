/**
 * freePage gives the page back after a list in a dialog was closed with Escape: the library behind Strapi's lists
 * closes both and leaves the page as if the dialog were open, where nothing can be clicked any more. To be removed when
 * the design system closes one thing at a time.
 */
export function freePage(): void {
  document.addEventListener('keyup', ({ key }) => {
    if (key !== 'Escape') return
    setTimeout(() => {
      const isOpen = document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"]') !== null
      if (isOpen) return
      document.body.style.removeProperty('pointer-events')
      for (const hidden of document.querySelectorAll('[data-aria-hidden="true"]')) hidden.removeAttribute('aria-hidden')
    }, CLOSING_MILLISECONDS)
  })
}

/** What is closed is still there while it fades. */
const CLOSING_MILLISECONDS = 400
