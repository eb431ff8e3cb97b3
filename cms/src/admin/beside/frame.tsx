/** The room beside a form: for its preview, or for the text that it is translated from. One of them at a time. */
import { Portal } from '@strapi/design-system'
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { coloursOfAdmin } from '../own-dialogs'

const OPENED = 'lip-opened-beside-form'

/** Whether this is the one that is open, and what opens and closes it. */
export function useBesideForm(
  name: string, isOpenAtFirst = false,
): [isOpen: boolean, setIsOpen: (isOpen: boolean) => void] {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst)
  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof CustomEvent && event.detail !== name) setIsOpen(false)
    }
    window.addEventListener(OPENED, close)
    return () => window.removeEventListener(OPENED, close)
  }, [name])
  const open = (isWanted: boolean) => {
    if (isWanted) window.dispatchEvent(new CustomEvent(OPENED, { detail: name }))
    setIsOpen(isWanted)
  }
  return [isOpen, open]
}

interface BesideFormProps {
  title: string
  /** A CSS length: how much of the window it takes. */
  room: string
  /** Buttons of its own. */
  tools?: ReactNode
  close: () => void
  children: ReactNode
}

export function BesideForm({ title, room, tools, close, children }: BesideFormProps) {
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--beside-width', room)
    return () => void document.documentElement.style.removeProperty('--beside-width')
  }, [room])
  return (
    <Portal>
      <section className="beside-form" aria-label={title} style={{ colorScheme: coloursOfAdmin() }}>
        <header>
          <h2>{title}</h2>
          {tools}
          <button type="button" onClick={close}>Schließen</button>
        </header>
        {children}
      </section>
    </Portal>
  )
}
