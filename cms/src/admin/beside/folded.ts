/**
 * What stands beside a form. In a narrow window Strapi folds it away at the foot, behind „Mehr“; it hears of this event
 * (`otherwise.ts`).
 */
import { useNotification } from '@strapi/strapi/admin'
import { useEffect } from 'react'

const OPENING = 'lip-open-beside'
/** Strapi's own, `breakpoints.large`. */
const WIDE = '(min-width: 1080px)'

/** Unfolds it: for what nobody may miss. */
export function useOpenBeside(): void {
  useEffect(() => {
    window.dispatchEvent(new Event(OPENING))
  }, [])
}

/** Says where it is folded away what would stand there; nothing where the message is empty. */
export function useSaidWhereFolded(message: string): void {
  const { toggleNotification } = useNotification()
  useEffect(() => {
    if (message && !window.matchMedia(WIDE).matches) toggleNotification({ type: 'info', message })
  }, [message, toggleNotification])
}
