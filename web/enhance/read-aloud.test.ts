import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { offerReading } from './read-aloud'

/** happy-dom has no voices. */
const spoken: { text: string, lang: string, end: () => void }[] = []
const cancel = vi.fn<() => void>()
let voicesChanged: () => void = () => undefined

class Utterance {
  lang = ''
  end = () => undefined
  constructor(readonly text: string) {}
  addEventListener(_: string, end: () => undefined) {
    this.end = end
  }
}

function pageIn(language: string, voices: string[]): HTMLElement {
  document.documentElement.lang = language
  document.body.innerHTML = `<main>
    <h1>Lan­ger Titel</h1>
    <p class="lead">Ein <span class="source-mark"><button>1</button></span>Satz. <svg><text>x</text></svg></p>
    <nav><p>Mehr</p></nav>
    <ul><li><p>Innen</p></li></ul>
    <p lang="ar">نص</p>
    <p></p>
  </main>
  <p class="read-aloud" data-read-aloud data-start="Vorlesen" data-stop="Anhalten" data-none="Keine Stimme.">
    <button type="button">Vorlesen</button><span role="status"></span></p>`
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  vi.stubGlobal('speechSynthesis', {
    cancel, getVoices: () => voices.map(lang => ({ lang: lang.replace(' (elsewhere)', ''), localService: !lang.includes(' ') })),
    speak: (piece: (typeof spoken)[number]) => spoken.push(piece),
    addEventListener: (_: string, hear: () => void) => { voicesChanged = hear },
  })
  const place = document.querySelector<HTMLElement>('[data-read-aloud]')
  if (!place) throw new Error('There is no place.')
  offerReading(place)
  return place
}

const button = (place: HTMLElement) => place.querySelector('button')
const said = (place: HTMLElement) => place.querySelector('[role=status]')?.textContent

beforeEach(() => {
  vi.useFakeTimers()
  spoken.length = 0
  HTMLElement.prototype.checkVisibility = () => true
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

it('reads what is on the page, piece by piece, each in its language', () => {
  const place = pageIn('de', ['ar-SA', 'de_DE'])
  button(place)?.click()
  expect(spoken.map(({ text, lang }) => [lang, text])).toEqual([
    ['de', 'Langer Titel'], ['de', 'Ein Satz.'], ['de', 'Innen'], ['ar', 'نص'],
  ])
  expect(button(place)?.textContent).toBe('Anhalten')
})

it('stops when it is pressed again, and begins anew after the last piece', () => {
  const place = pageIn('de', ['de-DE'])
  button(place)?.click()
  button(place)?.click()
  expect(cancel).toHaveBeenCalled()
  expect(button(place)?.textContent).toBe('Vorlesen')
  button(place)?.click()
  spoken.at(-1)?.end()
  expect(button(place)?.textContent).toBe('Vorlesen')
})

it.each([['kmr', ['de-DE', 'en-GB']], ['fa', []], ['en', ['en-GB (elsewhere)']]])('says so where the machine has no voice for %s', (language, voices) => {
  const place = pageIn(language, voices)
  button(place)?.click()
  vi.runAllTimers()
  expect(spoken).toEqual([])
  expect([said(place), button(place)?.disabled]).toEqual(['Keine Stimme.', true])
})

it('waits for voices that a browser finds only when it is asked', () => {
  const voices: string[] = []
  const place = pageIn('de', voices)
  button(place)?.click()
  expect([spoken, said(place)]).toEqual([[], ''])
  voices.push('de-DE')
  voicesChanged()
  vi.runAllTimers()
  expect(spoken.map(({ text }) => text)).toContain('Ein Satz.')
  expect([button(place)?.textContent, said(place)]).toEqual(['Anhalten', ''])
})

it('says so where a browser reads nothing at all', () => {
  const place = pageIn('de', ['de-DE'])
  vi.stubGlobal('speechSynthesis', undefined)
  button(place)?.click()
  expect(said(place)).toBe('Keine Stimme.')
})

it('reads Leichte Sprache with a German voice', () => {
  button(pageIn('de-simple', ['de-AT']))?.click()
  expect(spoken.length).toBeGreaterThan(0)
})
