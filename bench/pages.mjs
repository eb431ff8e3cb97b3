/**
 * `npm run bench`: how fast kept pages leave, beside nginx with the same compressed file, how fast the cms answers what
 * was asked before, and how soon what is published is on the pages. Recorded in results.md.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { prepare } from '../tools/prepare.mjs'
import { isAnswering, serve } from '../tools/serve.mjs'
import { freePort } from './port.mjs'
import { recordUnder } from './report.mjs'

const ADMIN = { email: 'bench@example.org', password: 'Nur-fuer-Messungen-1' }
const ADDRESSES = ['/massnahmen', '/zeitleiste', '/impressum']
const QUESTIONS = {
  'a list of 20 with two relations':
    '{ measures(pagination: { limit: 20 }) { slug title summary plan { slug title } fieldOfAction { slug title } } }',
  'a document by its slug': '{ measures(filters: { slug: { eq: "tiny-houses" } }) { slug title summary text } }',
  '100 flat': '{ timelineEvents(pagination: { limit: 100 }) { slug title date kind } }',
}
const ROUNDS = 3
const SECONDS = 5
const PUBLICATIONS = 30
const BODY = '/content-manager/collection-types/api::contributor.organisation'

await prepare()
const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-bench-'))
const [port, cmsPort, nginxPort] = [await freePort(), await freePort(), await freePort()]
const [web, cms, nginx] = [port, cmsPort, nginxPort].map(number => `http://127.0.0.1:${number}`)
const { stop } = serve({
  ...process.env,
  NODE_ENV: 'production', DATA_DIR: path.join(folder, 'data'), PORT: String(port), CMS_PORT: String(cmsPort),
  HOST: '127.0.0.1', CMS_URL: cms, SITE_URL: web, SEED: 'facts', ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
})
try {
  console.log('seeding (some minutes) …')
  await isAnswering(`${web}/readyz`, new AbortController().signal)
  const missing = ['nginx', 'wrk', 'taskset'].filter(program => !isInstalled(program))
  const beside = missing.length === 0
    ? await besideNginx()
    : `Not measured beside nginx: ${missing.join(', ')} is not installed (apt-get install nginx wrk util-linux).`
  const answers = missing.length === 0 ? `${answersOfCms()}\n\n` : ''
  const fresh = await publishToFresh()
  const facts = `Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run bench\` on ${availableParallelism()} `
    + `cores (${cpus()[0]?.model.trim()}), Node ${process.version}, SQLite; load of the machine meanwhile `
    + `${loadavg()[1].toFixed(1)}.`
  console.log(`\n${beside}\n\n${answers}${fresh}`)
  recordUnder('Pages', `${facts}\n\n${beside}\n\n${answers}${fresh}`)
} finally {
  await stop()
  rmSync(folder, { recursive: true, force: true })
}

/** One core for the server, the other for the client; the two servers take turns. */
async function besideNginx() {
  const bodies = await Promise.all(ADDRESSES.map(address => gzipped(web + address)))
  const server = startNginx(bodies)
  const pids = { web: childWith('.output'), nginx: 0 }
  try {
    await isAnswering(`${nginx}/0.html`, AbortSignal.timeout(10_000))
    pids.nginx = childWith('worker process', server.pid)
    for (const pid of Object.values(pids)) execFileSync('taskset', ['-acp', '0', String(pid)], { stdio: 'ignore' })
    const rows = ADDRESSES.map((address, index) => {
      const rounds = Array.from({ length: ROUNDS }, () => [
        load(web + address, pids.web), load(`${nginx}/${index}.html`, pids.nginx),
      ])
      const [ours, theirs] = [0, 1].map(which => medianOf(rounds.map(round => round[which])))
      return `| \`${address}\` (${bodies[index].length} bytes of gzip) | ${ours.rate} / ${theirs.rate} | `
        + `${(ours.rate / theirs.rate).toFixed(2)} | ${ours.median} / ${theirs.median} | ${ours.worst} / ${theirs.worst} | `
        + `${ours.cpu} / ${theirs.cpu} | ${(theirs.cpu / ours.cpu).toFixed(2)} |`
    })
    return [
      `Web / nginx ${execFileSync('nginx', ['-v', '-c', '/dev/null'], { encoding: 'utf8', stdio: 'pipe' })}`.trim()
      + ` with \`gzip_static\`, one core each, 20 connections of wrk on the other core, ${ROUNDS} rounds of ${SECONDS} s in `
      + 'turns, medians. Processor time does not depend on what else the machine does.',
      '',
      '| page | requests a second | ratio | p50, ms | p99, ms | processor time of a request, µs | ratio |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
  } finally {
    process.kill(server.pid, 'SIGTERM')
  }
}

/** What was asked before, and the same asked anew each time. */
function answersOfCms() {
  const pid = childWith('strapi.js')
  execFileSync('taskset', ['-acp', '0', String(pid)], { stdio: 'ignore' })
  const rows = Object.entries(QUESTIONS).map(([name, question]) => {
    const address = `${cms}/graphql?query=${encodeURIComponent(question)}`
    const [kept, anew] = [load(address, pid), load(address, pid, ['-H', 'Cache-Control: no-store'])]
    return `| ${name} | ${kept.rate} / ${anew.rate} | ${(kept.rate / anew.rate).toFixed(1)} | ${kept.median} / ${anew.median} | `
      + `${kept.worst} / ${anew.worst} | ${kept.cpu} / ${anew.cpu} |`
  })
  return [
    'GraphQL of the cms from memory / asked anew, on one core:', '',
    '| question | requests a second | ratio | p50, ms | p99, ms | processor time of a request, µs |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function gzipped(address) {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'gzip' } }, async (response) => {
      resolve(Buffer.concat(await response.toArray()))
    }).on('error', reject)
  })
}

function startNginx(bodies) {
  const root = path.join(folder, 'www')
  mkdirSync(root, { mode: 0o755 })
  for (const [index, body] of bodies.entries()) {
    writeFileSync(path.join(root, `${index}.html.gz`), body)
    writeFileSync(path.join(root, `${index}.html`), gunzipSync(body))
  }
  execFileSync('chmod', ['-R', 'a+rX', folder])
  writeFileSync(path.join(folder, 'nginx.conf'), `worker_processes 1; daemon off; pid ${folder}/nginx.pid;
    events { worker_connections 512; }
    http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
      types { text/html html; } server { listen 127.0.0.1:${nginxPort}; root ${root}; gzip_static on; } }`)
  return spawn('nginx', ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'nginx.log')], { stdio: 'ignore' })
}

/** What wrk says, and the processor time that a request took. */
function load(address, pid, more = []) {
  const before = ticksOf(pid)
  const said = execFileSync('taskset', [
    '-c', '1', 'wrk', '-t1', '-c20', `-d${SECONDS}s`, '--latency', '-H', 'Accept-Encoding: gzip', ...more, address,
  ], { encoding: 'utf8' })
  const requests = Number(/(\d+) requests in/.exec(said)?.[1])
  const after = (percent) => {
    const [, number, unit] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(said) ?? []
    return Number((Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit]).toFixed(2))
  }
  return {
    rate: Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])), median: after(50), worst: after(99),
    cpu: Math.round((ticksOf(pid) - before) * 10_000 / requests),
  }
}

/** In hundredths of a second. */
function ticksOf(pid) {
  const [, user, system] = /^(?:\S+ ){13}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, '()'))
  return Number(user) + Number(system)
}

function medianOf(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map(key => [
    key, rounds.map(round => round[key]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)],
  ]))
}

/** From the moment at which an editor is told that it is saved. */
async function publishToFresh() {
  const { data: { token } } = await sent('POST', '/admin/login', ADMIN)
  const values = words => ({ slug: 'messung', kind: 'other', name: 'Messung', about: words })
  const { data: { documentId } } = await sent('POST', BODY, values('Fassung 0.'), token)
  const address = `${web}/organisationen/messung`
  await fetch(address)
  const [shown, settled] = [[], []]
  for (let number = 1; number <= PUBLICATIONS; number += 1) {
    await sent('PUT', `${BODY}/${documentId}`, values(`Fassung ${number}.`), token)
    const startedAt = performance.now()
    while (!(await (await fetch(address)).text()).includes(`Fassung ${number}.`)) await sleep(1)
    shown.push(performance.now() - startedAt)
    while ((await (await fetch(`${web}/readyz`)).json()).pages.outdated > 0) await sleep(10)
    settled.push(performance.now() - startedAt)
  }
  const row = (name, times) => {
    const sorted = times.toSorted((a, b) => a - b)
    const parts = [0.5, 0.95, 1].map(part => Math.round(sorted[Math.ceil(sorted.length * part) - 1]))
    return `| ${name} | ${parts.join(' | ')} |`
  }
  return [
    `From the answer to the editor on, ${PUBLICATIONS} times:`, '',
    '| after a publish | p50, ms | p95, ms | most, ms |', '| --- | --- | --- | --- |',
    row('the page shows it to whoever asks', shown),
    row('every kept page that it changed is rendered anew', settled),
  ].join('\n')
}

async function sent(method, address, body, token) {
  const answer = await fetch(cms + address, {
    method, headers: { 'Content-Type': 'application/json', ...token && { Authorization: `Bearer ${token}` } },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

function isInstalled(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The process that was started here and has these words on its command line. */
function childWith(words, parent = process.pid) {
  const lines = execFileSync('ps', ['--ppid', String(parent), '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  return Number.parseInt(lines.find(line => line.includes(words)) ?? '')
}
