/** What keeps drafts from saving themselves, and the moment in which one does. */

const holds = new Set<symbol>()
let isSaving = false

/** Lets no draft save itself, until the function that it returns is called. */
export function holdAutosave(): () => void {
  const hold = Symbol('hold')
  holds.add(hold)
  return () => void holds.delete(hold)
}

/** Whether a draft may save itself now: not below a question or a window that is open. */
export function mayAutosave(): boolean {
  return holds.size === 0 && !document.querySelector('[role="dialog"], [role="alertdialog"]')
}

/** Whether the save that is being sent was asked for by nobody: it leaves the keyboard where it is (`otherwise.ts`). */
export function isAutosaving(): boolean {
  return isSaving
}

/** Saves without anybody having asked for it. */
export function autosave(): void {
  isSaving = true
  pressSave()
  isSaving = false
}

/** Presses the keys that save in Strapi: all that holds for a save by hand holds for it as well. */
export function pressSave(): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true }))
}
