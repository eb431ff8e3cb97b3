import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'

interface Request { operationName: string, variables: Record<string, unknown> }
type Answer = Record<string, unknown>
type Sickness = (response: ServerResponse, answer: Answer) => void

const say = (body: string, { status = 200, type = 'application/json' } = {}): Sickness => (response) => {
  response.writeHead(status, { 'Content-Type': type })
  response.end(body)
}
const whole = (answer: Answer) => JSON.stringify({ data: answer })

const FLOOD = gzipSync('{"data":{}}'.padEnd(50_000_000))

/** Ways in which a cms answers without answering, at once. */
export const WRONG = {
  'an empty object': say('{}'),
  'an empty answer': say('{"data":{}}'),
  'null for an answer': say('{"data":null}'),
  'null': say('null'),
  'a list': say('[]'),
  'nothing': say(''),
  'an answer without one root field': (response, answer) =>
    say(whole(Object.fromEntries(Object.entries(answer).slice(1))))(response, answer),
  'an answer whose roots are empty objects': (response, answer) =>
    say(whole(Object.fromEntries(Object.keys(answer).map(name => [name, {}]))))(response, answer),
  'an answer and an error': (response, answer) =>
    say(JSON.stringify({ data: answer, errors: [{ message: 'The database is gone.' }] }))(response, answer),
  'HTML': say('<!doctype html><h1>Welcome</h1>', { type: 'text/html' }),
  'its answer as text': (response, answer) => say(whole(answer), { type: 'text/plain' })(response, answer),
  'JSON that is cut off': (response, answer) => say(whole(answer).slice(0, -9))(response, answer),
  'ten megabytes': (response, answer) =>
    say(JSON.stringify({ data: answer, more: 'x'.repeat(10_000_000) }))(response, answer),
  'a small answer that unpacks to fifty megabytes': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    response.end(FLOOD)
  },
  'status 401': say('{"errors":[{"message":"Unauthorized"}]}', { status: 401 }),
  'status 404': say('{"data":null,"error":{"status":404}}', { status: 404 }),
  'status 500': say('{"errors":[{"message":"Internal"}]}', { status: 500 }),
  'status 500 and an answer': (response, answer) => say(whole(answer), { status: 500 })(response, answer),
  'status 502 and HTML': say('<h1>Bad Gateway</h1>', { status: 502, type: 'text/html' }),
} satisfies Record<string, Sickness>

/** Ways in which a cms does not answer. */
export const AWAY = {
  'a connection that is cut at once': response => void response.socket?.destroy(),
  'a connection that is cut in the middle': (response, answer) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100000' })
    response.write(whole(answer).slice(0, 20), () => response.socket?.destroy())
  },
} satisfies Record<string, Sickness>

/** Ways in which a cms lets wait. */
export const HANGING = {
  'no headers': () => undefined,
  'no end': (response, answer) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.write(whole(answer).slice(0, -2))
  },
} satisfies Record<string, Sickness>

/** A cms over HTTP that is well or sick in one of these ways. `CMS_URL` leads to it. */
export async function openSickCms(answer: (request: Request) => Answer) {
  const asked: Request[] = []
  let sickness: Sickness | undefined
  let sickQuestion = ''
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.end('{"status":"ok"}')
    const question: Request = JSON.parse(await text(request))
    asked.push(question)
    const say
      = (sickQuestion === '' || sickQuestion === question.operationName ? sickness : undefined)
        ?? ((_response: ServerResponse, said: Answer) =>
          response.writeHead(200, { 'Content-Type': 'application/json' }).end(whole(said)))
    say(response, answer(question))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The stand-in for the cms has no port.')
  process.env.CMS_URL = `http://127.0.0.1:${address.port}`
  return {
    asked,
    fall: (kind: Sickness) => { sickness = kind },
    /** Sick with one operation, and well with all others. */
    fallFor: (operation: string, kind: Sickness) => { [sickQuestion, sickness] = [operation, kind] },
    recover: () => { [sickQuestion, sickness] = ['', undefined] },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
