import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { offerLastVisit } from './last-visit'

const KEY = 'lip-lab-last-visit'

/** What the server sends: a place without words to read, and the words the script needs. */
function offered(language = 'de'): HTMLElement {
  document.documentElement.lang = language
  document.body.innerHTML
    = '<div hidden data-last-visit="/aenderungen" data-remember="Merken" data-since="Neu seit dem {day}" '
      + 'data-forget="Vergessen" data-remembered="Gemerkt."></div>'
  const [place] = document.querySelectorAll<HTMLElement>('[data-last-visit]')
  if (!place) throw new Error('There is no place.')
  offerLastVisit(place)
  return place
}

const buttons = (place: HTMLElement) => [...place.querySelectorAll('button')].map(button => button.textContent)

function press(place: HTMLElement, name: string): void {
  const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!button) throw new Error(`There is no button "${name}".`)
  button.click()
}

beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('the last visit', () => {
  it('is not remembered unless somebody asks for it', () => {
    const place = offered()
    expect(place.hidden).toBe(false)
    expect(buttons(place)).toEqual(['Merken'])
    expect(place.querySelector('a')).toBeNull()
    expect(localStorage).toHaveLength(0)
  })

  it('is remembered as a day, in this browser, and that is said', () => {
    const place = offered()
    press(place, 'Merken')
    expect(localStorage.getItem(KEY)).toBe('2026-11-23')
    expect(place.querySelector('[role=status]')?.textContent).toBe('Gemerkt.')
  })

  it('leads to what was published since, once it is remembered', () => {
    localStorage.setItem(KEY, '2024-05-03')
    const link = offered().querySelector('a')
    expect(link?.getAttribute('href')).toBe('/aenderungen?view=published&since=2024-05-03')
    expect(link?.textContent).toBe('Neu seit dem 3. Mai 2024')
  })

  it('is said in the language of the page, in the calendar and the digits of Hannover', () => {
    localStorage.setItem(KEY, '2024-05-03')
    expect(offered('en').querySelector('a')?.textContent).toBe('Neu seit dem 3 May 2024')
    expect(offered('ar').querySelector('a')?.textContent).toMatch(/مايو/)
    expect(offered('fa').querySelector('a')?.textContent).toMatch(/2024/)
  })

  it('can be forgotten, and then is gone', () => {
    localStorage.setItem(KEY, '2024-05-03')
    const place = offered()
    press(place, 'Vergessen')
    expect(localStorage).toHaveLength(0)
    expect(buttons(place)).toEqual(['Merken'])
    expect(place.querySelector('a')).toBeNull()
  })

  it('that is remembered anew is today', () => {
    localStorage.setItem(KEY, '2024-05-03')
    const place = offered()
    press(place, 'Merken')
    expect(place.querySelector('a')?.textContent).toBe('Neu seit dem 23. November 2026')
  })

  it('is a day of Hannover, by which the server publishes: so nothing between two visits is missed', () => {
    vi.setSystemTime(new Date('2026-11-23T23:30:00Z'))
    press(offered(), 'Merken')
    expect(localStorage.getItem(KEY)).toBe('2026-11-24')
  })

  it('is not known where what is remembered is no day', () => {
    localStorage.setItem(KEY, 'gestern')
    const place = offered()
    expect(place.querySelector('a')).toBeNull()
    expect(buttons(place)).toContain('Merken')
  })

  it('is not offered where the browser may keep nothing', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('Access is denied.', 'SecurityError')
    })
    expect(offered().hidden).toBe(true)
  })

  it('keeps what is said apart from markup', () => {
    localStorage.setItem(KEY, '2024-05-03')
    document.body.innerHTML
      = '<div data-last-visit="/aenderungen" data-remember="&lt;b&gt;Merken" data-since="" data-forget="" '
        + 'data-remembered=""></div>'
    const [place] = document.querySelectorAll<HTMLElement>('[data-last-visit]')
    if (place) offerLastVisit(place)
    expect(document.querySelector('b')).toBeNull()
  })
})
