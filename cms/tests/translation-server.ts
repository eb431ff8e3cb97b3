/** A small translation service on this machine, with the addresses and answers of LibreTranslate. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Question {
  q: string[]
  source: string
  target: string
  format: 'html' | 'text'
  api_key?: string
}

type Answer = (question: Question, response: ServerResponse) => void

export interface TranslationServer {
  address: string
  /** What it was asked to translate. */
  questions: Question[]
  /** Answers the next question otherwise. */
  next: (answer: Answer) => void
  stop: () => Promise<void>
}

const KNOWN = ['de', 'en', 'tr', 'ar', 'ku', 'ru']
const LANGUAGES = KNOWN.map(code => ({ code, name: code, targets: KNOWN.filter(other => other !== 'ru') }))

/** Says of which language each text is, and turns links and marks to the front, as another grammar does. */
export async function startTranslationServer(): Promise<TranslationServer> {
  const questions: Question[] = []
  const answers: Answer[] = []
  const server = createServer((request, response) => {
    if (request.url === '/languages') return send(response, LANGUAGES)
    if (request.method !== 'POST' || request.url !== '/translate') return send(response, { error: 'Not found' }, 404)
    void bodyOf(request).then((body) => {
      const question: Question = JSON.parse(body)
      questions.push(question)
      const answer = answers.shift() ?? translate
      answer(question, response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, questions,
    next: answer => answers.push(answer),
    stop: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

export function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

function translate({ q, target, format }: Question, response: ServerResponse): void {
  send(response, { translatedText: q.map(text => format === 'html' ? translatedHtml(text, target) : translatedText(text, target)) })
}

/** What the service makes of a text, for whoever compares. */
export function translatedText(text: string, target: string): string {
  return `${target}: ${text}`
}

/** LibreTranslate takes the signs of HTML back in all that it answers. */
function translatedHtml(html: string, target: string): string {
  const [, before = '', span = '', after = ''] = /^(.*?)(<span.*<\/span>)(.*)$/s.exec(html) ?? []
  const moved = `${target}: ${span}${before}${after}`
  return moved.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}
