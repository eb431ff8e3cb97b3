/** Remembers a visit in the reader's own browser, only when asked to, and leads to what was published since. */
const KEY = 'lip-lab-last-visit'

export function offerLastVisit(place: HTMLElement): void {
  const { lastVisit: path = '', remember = '', since = '', forget = '', remembered = '' } = place.dataset
  const language = document.documentElement.lang
  if (!mayRemember()) return

  const show = (said = ''): void => {
    const day = rememberedDay()
    place.replaceChildren(
      ...day ? [link(`${path}?view=published&since=${day}`, since.replace('{day}', inWords(day, language)))] : [],
      button(remember, () => {
        localStorage.setItem(KEY, new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now()))
        show(remembered)
      }),
      ...day
        ? [button(forget, () => {
            localStorage.removeItem(KEY)
            show()
          })]
        : [],
      status(said),
    )
  }

  show()
  place.hidden = false
}

/** Where everything is blocked, even asking is refused. */
function mayRemember(): boolean {
  try {
    return typeof localStorage === 'object'
  } catch {
    return false
  }
}

/** The day of the last visit in Hannover, `YYYY-MM-DD`; null for what is none. */
function rememberedDay(): string | null {
  const day = localStorage.getItem(KEY) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null
}

function inWords(day: string, language: string): string {
  return new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`, {
    dateStyle: 'long', timeZone: 'UTC',
  }).format(new Date(day))
}

function link(href: string, text: string): HTMLElement {
  return Object.assign(document.createElement('a'), { href, textContent: text })
}

function button(text: string, act: () => void): HTMLElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text })
  made.addEventListener('click', act)
  return made
}

function status(text: string): HTMLElement {
  const made = Object.assign(document.createElement('span'), { textContent: text })
  made.setAttribute('role', 'status')
  return made
}
