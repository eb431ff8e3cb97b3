/**
 * Reads the page aloud with a voice of the reader's own machine, piece by piece, each in its language. Where the
 * machine has no voice for the language of the page, that is said, and nothing is read.
 */

/** What is read: pieces of text, and not what only serves to get about. */
const PIECES = 'h1, h2, h3, h4, p, li, dt, dd, blockquote, figcaption, tr, .answer, .text'
const UNREAD = 'nav, form, .read-aloud, .easy-link, [popover], [aria-hidden=true]'
const UNSPOKEN = 'button, svg, .source-mark, [popover], .visually-hidden'

export function offerReading(place: HTMLElement): void {
  const button = place.querySelector('button')
  const status = place.querySelector('[role=status]')
  if (!button || !status) return
  const { start = '', stop = '', none = '' } = place.dataset

  let isReading = false
  const turn = (on: boolean): void => {
    isReading = on
    button.textContent = on ? stop : start
  }
  const rest = (): void => {
    globalThis.speechSynthesis?.cancel()
    turn(false)
  }
  const begin = (): void => {
    if (!hasVoice(document.documentElement.lang)) {
      button.disabled = true
      status.textContent = none
      return
    }
    const spoken = spokenPieces().map(({ text, language }) =>
      Object.assign(new SpeechSynthesisUtterance(text), { lang: language, voice: voiceFor(language) ?? null }),
    )
    spoken.at(-1)?.addEventListener('end', rest)
    for (const piece of spoken) speechSynthesis.speak(piece)
    turn(true)
  }

  button.addEventListener('click', () => isReading ? rest() : onceVoicesAreKnown(begin))
  addEventListener('pagehide', rest)
  // Some browsers begin to look for voices when they are first asked.
  globalThis.speechSynthesis?.getVoices()
}

/** A machine that names no voice within this time has none. */
const VOICES_MILLISECONDS = 1500

function onceVoicesAreKnown(act: () => void): void {
  const speech = globalThis.speechSynthesis
  if (!speech || speech.getVoices().length > 0) return act()
  const known = new AbortController()
  const go = (): void => {
    if (known.signal.aborted) return
    known.abort()
    act()
  }
  speech.addEventListener('voiceschanged', go, { signal: known.signal })
  setTimeout(go, VOICES_MILLISECONDS)
}

function hasVoice(language: string): boolean {
  return Boolean(globalThis.speechSynthesis) && voiceFor(language) !== undefined
}

/** Leichte Sprache is German; a voice may be of any country. One that speaks elsewhere would be sent the page. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const [code] = language.split('-')
  return speechSynthesis.getVoices().find(
    ({ lang, localService }) => localService && lang.split(/[-_]/)[0] === code,
  )
}

/** What can be seen, in its order; of what stands in another only the inner one. */
function spokenPieces(): { text: string, language: string }[] {
  const pieces = [...document.querySelectorAll<HTMLElement>(`main :is(${PIECES})`)]
  return pieces
    .filter(piece => piece.checkVisibility() && !piece.closest(UNREAD) && !piece.querySelector(PIECES))
    .map(piece => ({
      text: spokenTextOf(piece), language: piece.closest<HTMLElement>('[lang]')?.lang ?? '',
    }))
    .filter(({ text }) => text !== '')
}

function spokenTextOf(piece: HTMLElement): string {
  const copy = document.createElement('div')
  copy.append(piece.cloneNode(true))
  for (const part of copy.querySelectorAll(UNSPOKEN)) part.remove()
  return (copy.textContent ?? '').replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim()
}
