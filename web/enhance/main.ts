/**
 * The one small script: menus close when somebody turns away from them; forms that filter answer without a new page, at
 * the same addresses, and say what they found; a visit is remembered when asked to; what an address leads to is open;
 * a word of the glossary is explained where it stands; a page is read aloud.
 */
import { offerLastVisit } from './last-visit'
import { closeMenusWhenLeft } from './menus'
import { offerReading } from './read-aloud'
import { openTermsInPlace } from './terms'

const WAIT_MILLISECONDS = 300

closeMenusWhenLeft()
openTermsInPlace()
for (const place of document.querySelectorAll<HTMLElement>('[data-last-visit]')) offerLastVisit(place)
for (const place of document.querySelectorAll<HTMLElement>('[data-read-aloud]')) offerReading(place)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-instant]')) enhance(form)
openTarget()
addEventListener('hashchange', openTarget)

function openTarget(): void {
  document.querySelector(':target > details')?.setAttribute('open', '')
}

function enhance(form: HTMLFormElement): void {
  const target = form.dataset.instant ?? ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined

  const show = async (): Promise<void> => {
    asked?.abort()
    asked = new AbortController()
    const address = addressOf(form)
    try {
      const response = await fetch(address, { signal: asked.signal, headers: { Accept: 'text/html' } })
      if (!response.ok) return location.assign(address)
      replace(form, target, new DOMParser().parseFromString(await response.text(), 'text/html'))
      history.replaceState(null, '', address)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address)
    }
  }
  const soon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(show, WAIT_MILLISECONDS)
  }

  form.addEventListener('change', event => (isOwnDay(event.target) ? undefined : soon()))
  form.addEventListener('input', event =>
    event.target instanceof HTMLInputElement && event.target.type === 'search' ? soon() : undefined,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    void show()
  })
}

/** A day is typed digit by digit: it counts when the form is sent. */
function isOwnDay(field: EventTarget | null): boolean {
  return field instanceof HTMLInputElement && field.type === 'date'
}

/** The address that the form would open, without what is empty or goes without saying. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '' && !isDefault(form, name, value)) query.append(name, value)
  return query.size > 0 ? `${form.getAttribute('action')}?${query}` : (form.getAttribute('action') ?? '')
}

/** Of an order and a view the first is what is shown where nothing is said. */
function isDefault(form: HTMLFormElement, name: string, value: string): boolean {
  const [first] = form.querySelectorAll<HTMLInputElement | HTMLOptionElement>(
    `select[name="${name}"] option, input[type="radio"][name="${name}"]`,
  )
  return (name === 'sort' || name === 'view') && first?.value === value
}

/**
 * Takes the answer's list, of its form the numbers beside the choices, what the fold says of them and the way back to
 * all, and the same in other languages; what has the focus keeps it.
 */
function replace(form: HTMLFormElement, target: string, answer: Document): void {
  const list = answer.querySelector(target)
  if (list) document.querySelector(target)?.replaceChildren(...list.childNodes)
  for (const select of form.querySelectorAll('select')) {
    const options = answer.querySelector(`#${select.id}`)
    const { value } = select
    if (options) select.replaceChildren(...options.childNodes)
    select.value = value
  }
  const fold = answer.querySelector('form[data-instant] summary')
  if (fold) form.querySelector('summary')?.replaceChildren(...fold.childNodes)
  const reset = answer.querySelector('form[data-instant] .actions a')
  form.querySelector('.actions a')?.remove()
  if (reset) form.querySelector('.actions')?.append(reset)
  for (const link of document.querySelectorAll('.language-menu a')) {
    const href = answer
      .querySelector(`.language-menu a[hreflang="${link.getAttribute('hreflang')}"]`)
      ?.getAttribute('href')
    if (href) link.setAttribute('href', href)
  }
  announce(document.querySelector(`${target} [role="status"]`)?.textContent ?? '')
}

/** A live region that was there before its text: the one way that screen readers hear it. */
const voice = document.createElement('p')
voice.className = 'visually-hidden'
voice.setAttribute('role', 'status')
document.body.append(voice)

function announce(text: string): void {
  voice.textContent = text
}
