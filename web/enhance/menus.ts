/** Menus that are open close when somebody turns away from them: with Escape, a tap or the focus elsewhere. */
export function closeMenusWhenLeft(): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') for (const menu of openMenus()) close(menu)
  })
  document.addEventListener('click', ({ target }) => closeAllBut(target))
  document.addEventListener('focusin', ({ target }) => closeAllBut(target))
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')]
}

/** What has the focus within it gives it back to what opens it. */
function close(menu: HTMLDetailsElement): void {
  if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
  menu.open = false
}

function closeAllBut(target: EventTarget | null): void {
  for (const menu of openMenus()) if (!(target instanceof Node && menu.contains(target))) menu.open = false
}
