/** What keeps drafts from saving themselves, and the moment in which one does. */
import { useSyncExternalStore } from 'react'

const CHANGED = 'lip-autosave-held'
let holds = 0
let isSaving = false

/** Lets no draft save itself, until the function that it returns is called once. */
export function holdAutosave(): () => void {
  const count = (change: number) => {
    holds += change
    window.dispatchEvent(new Event(CHANGED))
  }
  count(1)
  return () => count(-1)
}

/** Whether something holds it, told anew whenever that changes. */
export function useIsHeld(): boolean {
  return useSyncExternalStore(listenForHolds, () => holds > 0)
}

function listenForHolds(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener)
  return () => window.removeEventListener(CHANGED, listener)
}

/** Whether a draft may save itself now: not below a question or a window that is open. */
export function mayAutosave(): boolean {
  return holds === 0 && !document.querySelector('[role="dialog"], [role="alertdialog"]')
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
