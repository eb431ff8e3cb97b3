/** An operator for tests: a copy of the project in a folder of its own, and the commands of the page for operators. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../environment.mjs'

export const PROJECT = 'lip-lab-test'
export const PASSWORD = 'Geheim-und-#$"-Zeichen'
/** Below those that the system gives to whoever connects: what is free now must be free again after each `down`. */
const FIRST_PORT = 20_000 + Math.floor(Math.random() * 10_000)
const PORTS = { PORT: FIRST_PORT, CMS_PORT: FIRST_PORT + 1, HTTPS_PORT: FIRST_PORT + 2 }
/** Published by the proxy; over TLS where there are host names. */
export const site = `http://127.0.0.1:${PORTS.PORT}`
export const admin = `http://127.0.0.1:${PORTS.CMS_PORT}`
export const secure = `https://127.0.0.1:${PORTS.HTTPS_PORT}`
const LOOK_MILLISECONDS = 20

/** Copies what git knows and what is new, as a clone would have it. */
export function cloneProject() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-compose-'))
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root })
  const archive = execFileSync('tar', ['-c', '--null', '-T', '-'], { cwd: root, input: listed, maxBuffer: 1e9 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  return folder
}

/** `.env` as the page says, with a password that has every kind of character. */
export function writeEnvironment(folder, values = { SITE_URL: site }) {
  const all = { ...PORTS, ADMIN_EMAIL: 'admin@example.org', POSTGRES_PASSWORD: `'${PASSWORD}'`, ...values }
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`)
  writeFileSync(path.join(folder, '.env'), `${lines.join('\n')}\n`, { mode: 0o600 })
}

/** Runs a command of the project to its end. `seen` are command lines of the machine with the password in them. */
export function operate(folder, name, ...args) {
  const { PATH, HOME, CONTAINERS_CONF, BUILDAH_ISOLATION, COMPOSE, DOCKER_HOST } = process.env
  const env = {
    PATH, HOME, CONTAINERS_CONF, BUILDAH_ISOLATION, COMPOSE, DOCKER_HOST,
    COMPOSE_PROJECT_NAME: PROJECT, BACKUP_DIR: path.join(folder, 'backups'),
  }
  const child = spawn(process.execPath, [`tools/${name}.mjs`, ...args], { cwd: folder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { output += text })
  const seen = []
  const clock = setInterval(() => seen.push(...commandLinesWith(PASSWORD)), LOOK_MILLISECONDS)
  return new Promise(resolve => child.on('close', (status) => {
    clearInterval(clock)
    resolve({ status, output, seen })
  }))
}

function commandLinesWith(words) {
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map((name) => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8')
    } catch {
      return '' // it has ended meanwhile
    }
  }).filter(line => line.includes(words))
}

/** Status and body of a page; 0 where nobody answers. */
export async function get(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return { status: 0, text: '' }
  }
}

/** Signs in, and returns a function that sends what the admin sends: method, address, values or a form. */
export async function signIn(account) {
  const { data: { token } } = await send('POST', '/admin/login', account, {})
  return (method, address, values) => send(method, address, values, { Authorization: `Bearer ${token}` })
}

async function send(method, address, values, headers) {
  const isForm = values instanceof FormData
  const answer = await fetch(admin + address, {
    method,
    headers: { ...headers, ...isForm ? {} : { 'Content-Type': 'application/json' } },
    body: isForm ? values : values && JSON.stringify(values),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${text}`)
  return text && JSON.parse(text)
}

/** Ends the program of a container as a crash does: from outside, by its number on this machine. */
export function crash(engine, container) {
  const { stdout } = spawnSync(engine, ['inspect', '--format', '{{.State.Pid}}', container], { encoding: 'utf8' })
  process.kill(Number(stdout), 'SIGKILL')
}
