import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const WAIT_MILLISECONDS = 300

/** The page as the server sends it, for a choice. */
function page({
  found = '89 Maßnahmen', chosen = 'Auswahl einschränken', plans = '<option value="">alle</option><option value="wir">WIR (89)</option>',
} = {}): string {
  return `
    <form method="get" action="/massnahmen" data-instant="#found">
      <input type="search" name="q">
      <input type="date" name="since">
      <details><summary>${chosen}</summary></details>
      <select id="filter-plan" name="plan">${plans}</select>
      <select id="filter-sort" name="sort"><option value="title">nach Titel</option><option value="stage">nach Stand</option></select>
      <label><input type="radio" name="view" value="cards" checked> Karten</label>
      <label><input type="radio" name="view" value="table"> Tabelle</label>
      <button type="submit">Anzeigen</button>
    </form>
    <div id="found"><p role="status">${found}</p></div>`
}

const server = vi.fn<(address: string, options: RequestInit) => Promise<Response>>()
const assign = vi.fn<Location['assign']>()
const replaceState = vi.fn<History['replaceState']>()

function field<Kind extends HTMLElement>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`There is no field "${selector}".`)
  return found
}

const plan = () => field('[name=plan]', HTMLSelectElement)
const words = () => field('[name=q]', HTMLInputElement)
const found = () => document.querySelector('#found')?.textContent?.trim()
const asked = () => server.mock.calls.map(([address]) => address)
/** What a screen reader hears. */
const heard = () => document.querySelector('body > [role=status].visually-hidden')?.textContent

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}

function write(text: string): void {
  words().value = text
  words().dispatchEvent(new Event('input', { bubbles: true }))
}

/** Waits until the form asks, and has its answer. */
const wait = () => vi.advanceTimersByTimeAsync(WAIT_MILLISECONDS)

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('fetch', server)
  vi.spyOn(location, 'assign').mockImplementation(assign)
  vi.spyOn(history, 'replaceState').mockImplementation(replaceState)
  server.mockImplementation(
    async () =>
      new Response(
        page({ found: '2 Maßnahmen', chosen: 'Ausgewählt: WIR', plans: '<option value="">alle</option><option value="wir">WIR (2)</option>' }),
      ),
  )
  document.body.innerHTML = page()
  await import('./main')
})
afterEach(() => {
  vi.useRealTimers()
  vi.resetAllMocks()
  vi.unstubAllGlobals()
})

describe('a form that filters', () => {
  it('shows what was found without a new page, at the address that the form would open', async () => {
    choose(plan(), 'wir')
    await wait()
    expect(asked()).toEqual(['/massnahmen?plan=wir'])
    expect(found()).toBe('2 Maßnahmen')
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/massnahmen?plan=wir')
    expect(assign).not.toHaveBeenCalled()
  })

  it('takes the numbers beside the choices, and keeps what is chosen, which the fold says', async () => {
    expect(document.querySelector('summary')?.textContent).toBe('Auswahl einschränken')
    choose(plan(), 'wir')
    await wait()
    expect(document.querySelector('summary')?.textContent).toBe('Ausgewählt: WIR')
    expect([...plan().options].map(option => option.text)).toEqual(['alle', 'WIR (2)'])
    expect(plan().value).toBe('wir')
  })

  it('says aloud what was found', async () => {
    expect(heard()).toBe('')
    choose(plan(), 'wir')
    await wait()
    expect(heard()).toBe('2 Maßnahmen')
  })

  it('leaves the focus where it is', async () => {
    words().focus()
    write('Sprache')
    await wait()
    expect(document.activeElement).toBe(words())
    expect(words().value).toBe('Sprache')
  })

  it('waits until somebody has written, and asks once', async () => {
    for (const text of ['S', 'Sp', 'Spr']) {
      write(text)
      await vi.advanceTimersByTimeAsync(WAIT_MILLISECONDS / 2)
    }
    expect(asked()).toEqual([])
    await wait()
    expect(asked()).toEqual(['/massnahmen?q=Spr'])
  })

  it('does not say in the address what goes without saying', async () => {
    choose(field('[name=sort]', HTMLSelectElement), 'title')
    await wait()
    choose(field('[name=sort]', HTMLSelectElement), 'stage')
    await wait()
    field('[value=table]', HTMLInputElement).checked = true
    choose(plan(), 'wir')
    await wait()
    expect(asked()).toEqual(['/massnahmen', '/massnahmen?sort=stage', '/massnahmen?plan=wir&sort=stage&view=table'])
  })

  it('asks at once when it is sent, and not again', async () => {
    write('Sprache')
    const sent = new Event('submit', { bubbles: true, cancelable: true })
    field('form', HTMLFormElement).dispatchEvent(sent)
    await wait()
    expect(sent.defaultPrevented).toBe(true)
    expect(asked()).toEqual(['/massnahmen?q=Sprache'])
  })

  it('lets a day be typed digit by digit: it counts when the form is sent', async () => {
    const day = field('[name=since]', HTMLInputElement)
    day.value = '2021-01-01'
    day.dispatchEvent(new Event('input', { bubbles: true }))
    day.dispatchEvent(new Event('change', { bubbles: true }))
    await wait()
    expect(asked()).toEqual([])
    field('form', HTMLFormElement).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await wait()
    expect(asked()).toEqual(['/massnahmen?since=2021-01-01'])
  })

  it('gives up a question when there is a newer one', async () => {
    server.mockImplementationOnce(
      (_address, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    write('alt')
    await wait()
    write('neu')
    await wait()
    expect(asked()).toEqual(['/massnahmen?q=alt', '/massnahmen?q=neu'])
    expect(found()).toBe('2 Maßnahmen')
    expect(assign).not.toHaveBeenCalled()
  })

  it.each([
    ['says that it cannot', async () => new Response('', { status: 503 })],
    ['does not answer', async () => { throw new TypeError('Failed to fetch') }],
  ])('opens the page itself where the server %s', async (_, answer) => {
    server.mockImplementation(answer)
    choose(plan(), 'wir')
    await wait()
    expect(assign).toHaveBeenCalledExactlyOnceWith('/massnahmen?plan=wir')
    expect(found()).toBe('89 Maßnahmen')
  })
})
