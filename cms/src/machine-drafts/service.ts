/**
 * Asks a translation service over HTTP, as LibreTranslate has it. What comes back counts only if it is whole. The key
 * is sent in the body, and neither it nor a text stands in an error.
 */
import { asList, valueAt } from 'shared-types'
import { namesOf } from './languages'

/** What is not translated: a German sentence for editors, an English one for the log. */
export class ServiceProblem extends Error {
  /** @param isRefusal whether the service does not want these texts, and may want others. */
  constructor(message: string, readonly sentence: string, readonly isRefusal = false) {
    super(message)
  }
}

/** As the service calls them. */
export interface Pair {
  source: string
  target: string
}

export type Format = 'html' | 'text'

const LIMITS = { milliseconds: 30_000, bytes: 1_000_000 }

interface Service {
  /** Without a slash at its end. */
  address: string
  key: string | null
}

export class TranslationService {
  constructor(private readonly service: Service, private readonly limits = LIMITS) {}

  /** pairFor returns what the service calls two languages; null where it does not translate from one to the other. */
  async pairFor(from: string, to: string): Promise<Pair | null> {
    const known = await this.#ask('GET', '/languages')
    if (!Array.isArray(known)) throw strange('/languages', 'no list')
    const codes = known.map(language => valueAt(language, 'code'))
    for (const source of namesOf(from)) {
      const language: unknown = known.find(one => valueAt(one, 'code') === source)
      // Services that say nothing of targets translate into all that they know.
      const targets = language ? valueAt(language, 'targets') ?? codes : []
      const target = namesOf(to).find(name => asList(targets).includes(name))
      if (target) return { source, target }
    }
    return null
  }

  /** Translates each text; their number and order stay. */
  async translate(texts: readonly string[], { source, target }: Pair, format: Format): Promise<string[]> {
    const { key } = this.service
    const answer = await this.#ask('POST', '/translate', {
      q: texts, source, target, format, ...key !== null && { api_key: key },
    })
    const translated: unknown = valueAt(answer, 'translatedText')
    if (!Array.isArray(translated) || translated.length !== texts.length || !translated.every(isText))
      throw strange('/translate', 'not as many texts as it was sent')
    return translated
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const patience = AbortSignal.timeout(this.limits.milliseconds)
    try {
      // Where it leads elsewhere, nobody has agreed to send texts.
      const response = await fetch(this.service.address + path, {
        method, redirect: 'manual', signal: patience, headers: { 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw answeredWith(response.status, path)
      }
      return JSON.parse(await this.#read(response, path))
    } catch (error) {
      if (error instanceof ServiceProblem) throw error
      if (error instanceof SyntaxError) throw strange(path, 'no JSON')
      throw patience.aborted
        ? new ServiceProblem(`did not answer ${path} in time`, 'Der Übersetzungsdienst hat nicht rechtzeitig geantwortet. Bitte versuchen Sie es später noch einmal.')
        : new ServiceProblem(`cannot be reached at ${path}`, 'Der Übersetzungsdienst ist gerade nicht zu erreichen. Bitte versuchen Sie es später noch einmal.')
    }
  }

  async #read(response: Response, path: string): Promise<string> {
    const reader = response.body?.getReader()
    const parts: Uint8Array[] = []
    for (let bytes = 0; ;) {
      const { value } = await reader?.read() ?? {}
      if (!value) return Buffer.concat(parts).toString('utf8')
      bytes += value.length
      parts.push(value)
      if (bytes <= this.limits.bytes) continue
      await reader?.cancel()
      throw strange(path, `more than ${this.limits.bytes} bytes`)
    }
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function strange(path: string, what: string): ServiceProblem {
  return new ServiceProblem(`answered ${path} with ${what}`, `Der Übersetzungsdienst hat etwas geantwortet, das keine Übersetzung ist. ${TELL}`)
}

const TELL = 'Bitte sagen Sie der Administration Bescheid.'
const LATER = 'Bitte versuchen Sie es in einigen Minuten noch einmal.'

function answeredWith(status: number, path: string): ServiceProblem {
  const message = `answered ${path} with status ${status}`
  if (status === 429) return new ServiceProblem(message, `Der Übersetzungsdienst hat gerade zu viel zu tun. ${LATER}`)
  if (status >= 500) return new ServiceProblem(message, `Beim Übersetzungsdienst ist ein Fehler aufgetreten. ${LATER}`)
  if (status === 401 || status === 403)
    return new ServiceProblem(message, `Der Übersetzungsdienst lässt dieses Portal nicht zu. ${TELL}`)
  const isRefusal = status === 400 || status === 413
  return new ServiceProblem(message, `Der Übersetzungsdienst hat die Anfrage abgelehnt. ${TELL}`, isRefusal)
}
