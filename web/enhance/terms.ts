/**
 * A word of the glossary opens its note where the word stands, and the way back closes it. Without script, and where a
 * browser has no popovers, both are links within the page.
 */
export function openTermsInPlace(): void {
  document.addEventListener('click', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term, a.term-back') : null
    if (!link || !isPlain || !('showPopover' in link)) return
    const isBack = link.matches('.term-back')
    const note = isBack ? link.closest<HTMLElement>(':popover-open') : document.getElementById(link.hash.slice(1))
    if (!note) return
    event.preventDefault()
    if (isBack) note.hidePopover()
    else note.showPopover({ source: link })
  })
}
