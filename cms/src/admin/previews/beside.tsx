/** The page of a draft beside its form: as wide as a phone, or as a desktop, made small enough to fit. */
import { useLayoutEffect, useRef, useState } from 'react'
import { BesideForm } from '../beside/frame'

/** In pixels of the page, and how much of the window it takes. */
const SCREENS = {
  phone: { label: 'Handy', width: 390, room: '39rem' },
  desktop: { label: 'Computer', width: 1280, room: 'max(39rem, 100vw - 82rem)' },
} as const

type Screen = keyof typeof SCREENS
const NAMES: Screen[] = ['phone', 'desktop']

/** `link` is another one after each save: so the page is loaded anew. */
export function PreviewBeside({ link, close }: { link: string, close: () => void }) {
  const [screen, setScreen] = useState<Screen>('phone')
  const { width, room } = SCREENS[screen]
  const tools = NAMES.map(name => (
    <button key={name} type="button" aria-pressed={name === screen} onClick={() => setScreen(name)}>
      {SCREENS[name].label}
    </button>
  ))
  return (
    <BesideForm title="Vorschau" room={room} tools={tools} close={close}>
      <Page link={link} width={width} />
    </BesideForm>
  )
}

function Page({ link, width }: { link: string, width: number }) {
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width, height: 0 })
  useLayoutEffect(() => {
    const { current } = place
    if (!current) return undefined
    const observer = new ResizeObserver(() => setSize({ width: current.clientWidth, height: current.clientHeight }))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, size.width / width)
  return (
    <div className="screen" ref={place}>
      <iframe
        title="So sieht die Seite aus"
        src={link}
        referrerPolicy="no-referrer"
        style={{
          width: `${Math.max(width, size.width)}px`, height: `${size.height / scale}px`, transform: `scale(${scale})`,
        }}
      />
    </div>
  )
}
