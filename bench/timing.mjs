/** Serves a content and takes the time of its answers. */
import { execFileSync } from 'node:child_process'
import { isAnswering, serve } from '../tools/serve.mjs'
import { bodyOf } from './cms.mjs'
import { freePort } from './port.mjs'

const AFTER_A_WRITE = 3
const UNCACHED = 15

/** `first` is the first page after the start; times in milliseconds, memory in MB. */
export async function measureContent({ dataDirectory, admin, questions }) {
  const [port, cmsPort] = [await freePort(), await freePort()]
  const [web, cms] = [port, cmsPort].map(number => `http://127.0.0.1:${number}`)
  const { stop, stopped } = serve({
    ...process.env,
    DATA_DIR: dataDirectory, PORT: String(port), CMS_PORT: String(cmsPort), HOST: '127.0.0.1', CMS_URL: cms,
    SITE_URL: web,
  })
  const over = new AbortController()
  void stopped.finally(() => over.abort())
  if (!(await isAnswering(`${web}/readyz`, over.signal)))
    throw new Error('cms or website has stopped by itself; its last words stand above.')
  try {
    const write = await writerOf(cms, admin)
    const ask = (question, number) =>
      question.address
        ? timeOf(`${web}${question.address(number)}`)
        : timeOf(`${cms}/graphql`, {
            method: 'POST', body: bodyOf(question),
            // Else it would come from memory the second time.
            headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
          })
    const first = await ask(questions[0], 1)
    for (const question of questions) await ask(question, 1)
    const times = []
    for (const question of questions) times.push(await timesOf(number => ask(question, number), write))
    return { first, times, memory: memory() }
  } finally {
    await stop()
  }
}

/** The worst of some first answers after a write, then median and worst of answers that nobody had asked for before. */
async function timesOf(ask, write) {
  const [anew, warm] = [[], []]
  for (let number = 2; number < 2 + AFTER_A_WRITE; number += 1) {
    await write()
    anew.push(await ask(number))
  }
  for (let number = 2 + AFTER_A_WRITE; number < 2 + AFTER_A_WRITE + UNCACHED; number += 1) warm.push(await ask(number))
  warm.sort((a, b) => a - b)
  return { anew: Math.max(...anew), median: warm[Math.floor(UNCACHED / 2)], worst: warm.at(-1) }
}

async function timeOf(address, options) {
  const startedAt = performance.now()
  const answer = await fetch(address, options)
  const text = await answer.text()
  const time = performance.now() - startedAt
  if (!answer.ok || text.includes('"errors"'))
    throw new Error(
      `${address} was answered with ${answer.status}: ${text.slice(0, 300)}. It should be 200 without errors.`,
    )
  return time
}

/** Saves a new body as an editor does: whatever the cms derived from the content is out of date after it. */
async function writerOf(cms, { email, password }) {
  const send = async (path, body, headers) => {
    const answer = await fetch(`${cms}${path}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const {
    data: { token },
  } = await send('/admin/login', { email, password })
  return () =>
    send(
      '/content-manager/collection-types/api::contributor.organisation', { kind: 'other', name: 'Beispielgremium' },
      { Authorization: `Bearer ${token}` },
    )
}

/** What cms and website hold, by the words of their command lines. */
function memory() {
  const lines = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'rss=,args='], { encoding: 'utf8' }).split(
    '\n',
  )
  const of = word => Math.round(Number.parseInt(lines.find(line => line.includes(word)) ?? '0') / 1024)
  return { cms: of('strapi.js'), web: of('.output') }
}
