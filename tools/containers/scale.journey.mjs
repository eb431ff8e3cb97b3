/** Two reading cms and two webs (docs/scale.md): published on both within a second, one of each killed unnoticed. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneProject, operate, PROJECT, signIn, site, writeEnvironment } from './operator.mjs'
import { sendRaw } from './raw.mjs'

process.env.COMPOSE_PROJECT_NAME = PROJECT
const { containerOf, containers, engine, findEngine, hasEngine, volumes } = await import('./engine.mjs')

const WEBS = ['web', 'web-2']
const READERS = ['cms-reader', 'cms-reader-2']
const PAGE = '/content-manager/collection-types/api::page.page'
const PATH = '/seiten/an-jeder-stelle'
const PUBLICATIONS = 10
const SECOND = 1000
const A_SECOND = 20
const FLOW_SECONDS = 20
/** What is kept, and what each web has to ask a cms for every time. */
const ASKED = [
  () => '/', () => PATH, () => '/en', () => '/sitemap.xml', number => `/suche?q=wort${number}`,
  number => `/massnahmen?q=wort${number}`, number => `/seiten/an-jeder-stelle?a=${number}`,
]
/** Runs in a web, asks that one alone, and says of each of some words when it shows them. */
const LOOK = `
  const [path, ...all] = process.argv.slice(1)
  for (const words of all) {
    for (;;) {
      const text = await fetch('http://127.0.0.1:3000' + path).then(answer => answer.text(), () => '')
      if (text.includes(words)) break
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    console.log(Date.now())
  }
`

const why = hasEngine() ? '' : ' (skipped: neither Docker with Compose 2 nor Podman with podman-compose answers here)'
let folder
let signedIn
let documentId

async function succeed(name, ...args) {
  const { status, output } = await operate(folder, name, ...args)
  expect(status, output).toBe(0)
  return output
}

function entryWith(words) {
  const paragraphs = [{ type: 'paragraph', children: [{ type: 'text', text: words }] }]
  return { sourceLanguage: 'de', title: 'An jeder Stelle', slug: 'an-jeder-stelle', lead: 'Kurz.', text: paragraphs }
}

async function publish(words) {
  if (!documentId) ({ data: { documentId } } = await signedIn('POST', PAGE, entryWith(words)))
  await signedIn('POST', `${PAGE}/${documentId}/actions/publish`, entryWith(words))
}

/** The moments at which a web shows each of these words, one after the other. */
async function lookFor(all, web) {
  const args = ['exec', containerOf(web), 'node', '--input-type=module', '-e', LOOK, PATH, ...all]
  const { stdout } = spawn(findEngine().engine, args, { timeout: 240_000, stdio: ['ignore', 'pipe', 'inherit'] })
  const moments = (await text(stdout)).trim().split('\n').map(Number)
  expect(moments, `${web} does not show it`).toHaveLength(all.length)
  return moments
}

function expectOnEveryWeb(words) {
  return Promise.all(WEBS.map(web => lookFor([words], web)))
}

/** So many requests a second, each on a connection of its own, whatever became of those before. */
async function flow(answers) {
  const sent = []
  for (let number = 0; number < A_SECOND * FLOW_SECONDS; number += 1) {
    const path = ASKED[number % ASKED.length](number)
    const askedAt = Date.now()
    sent.push(sendRaw(site, path).then(({ status, body }) => {
      answers.push({ path, status, isWhole: /<\/(html|urlset)>\s*$/.test(String(body)), took: Date.now() - askedAt })
    }))
    await setTimeout(SECOND / A_SECOND)
  }
  await Promise.all(sent)
}

function told(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) }
}

describe.skipIf(!hasEngine())(`more than one of each${why}`, () => {
  beforeAll(() => {
    folder = cloneProject()
    writeEnvironment(folder, {
      SITE_URL: site, SEED: 'none', COMPOSE_FILE: 'docker-compose.yml:docker-compose.scale.yml',
    })
  })

  afterAll(async () => {
    await operate(folder, 'compose', 'down', '--volumes')
    rmSync(folder, { recursive: true, force: true })
  })

  test('is built and started', async () => {
    await succeed('compose', 'build')
    expect(await succeed('compose', 'up')).toContain(`ready ${site}`)
    const status = await succeed('compose', 'status')
    for (const service of [...WEBS, ...READERS]) expect(status).toMatch(new RegExp(`^${service} +running`, 'm'))
    const [email, password] = (await succeed('compose', 'first-admin')).trim().split(/\s+/)
    signedIn = await signIn({ email, password })
  }, 3_600_000)

  test('shows on every web within a second what was published', async () => {
    await publish('Zum ersten Mal.')
    await expectOnEveryWeb('Zum ersten Mal.')
    const all = Array.from({ length: PUBLICATIONS }, (_, time) => `Stand der Dinge: ${time}.`)
    const looking = WEBS.map(web => lookFor(all, web))
    const answered = []
    for (const words of all) {
      await setTimeout(2 * SECOND)
      await publish(words)
      answered.push(Date.now())
    }
    const seen = await Promise.all(looking)
    const waited = seen.flatMap(moments => moments.map((moment, time) => Math.max(0, moment - answered[time])))
    const { median, most } = told(waited)
    console.log(`${PUBLICATIONS} publications on ${WEBS.length} webs, from the answer to the editor on: `
      + `${median} ms in the middle, ${most} ms at most`)
    expect(most).toBeLessThanOrEqual(SECOND)
  })

  test('takes a message, whichever web is asked', async () => {
    for (const path of ['/kontakt', '/en/contact', '/de-simple/kontakt']) {
      const { body } = await sendRaw(site, path)
      const [, ticket] = /name="ticket"[^>]* value="([^"]+)"/.exec(String(body))
      await setTimeout(3 * SECOND)
      const form = { kind: 'question', text: 'Eine Frage', page: '', replyTo: '', website: '', ticket }
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const answer = await sendRaw(site, path, { method: 'POST', headers, body: String(new URLSearchParams(form)) })
      expect([path, answer.status]).toEqual([path, 303])
    }
  })

  test('goes on without a failed request when one reading cms and one web are killed', async () => {
    const answers = []
    const flowing = flow(answers)
    await setTimeout(5 * SECOND)
    engine('kill', containerOf('cms-reader'))
    await setTimeout(5 * SECOND)
    engine('kill', containerOf('web'))
    await flowing
    const { median, most } = told(answers.map(({ took }) => took))
    const failed = answers.filter(({ status, isWhole }) => status !== 200 || !isWhole)
    console.log(`${answers.length} requests at ${A_SECOND} a second, ${failed.length} failed: `
      + `${median} ms in the middle, ${most} ms at most`)
    expect(failed).toEqual([])
  })

  test('shows on a web that was away what was published meanwhile', async () => {
    await publish('Inzwischen.')
    for (const service of ['cms-reader', 'web']) engine('start', containerOf(service))
    await expectOnEveryWeb('Inzwischen.')
  })

  test('shows what is there while the cms that writes is away', async () => {
    engine('stop', '-t', '30', containerOf('cms'))
    expect((await sendRaw(site, '/massnahmen?q=nie-gefragt')).status).toBe(200)
    expect((await sendRaw(site, PATH)).status).toBe(200)
  })

  test('leaves nothing after down --volumes', async () => {
    await succeed('compose', 'down', '--volumes')
    expect([...containers(), ...volumes()]).toEqual([])
  })
})
