/** Docker or Podman, whichever is here. Both set the labels by which the containers of the project are found. */
import { spawn, spawnSync } from 'node:child_process'

const COMPOSES = [['docker', 'compose'], ['podman-compose']]

/** Names containers, volumes and images, so that two stacks can stand beside each other. */
export const project = process.env.COMPOSE_PROJECT_NAME || 'lip-lab'

let found

/** `{ engine, compose }`: the program, and the words that call Compose. Throws a sentence where neither is here. */
export function findEngine() {
  found ??= findUsable()
  if (found) return found
  throw new Error('Neither Docker with Compose 2 nor Podman with podman-compose 1.0.3 or newer answers here.')
}

/** Whether containers could run here at all. */
export function hasEngine() {
  found ??= findUsable()
  return found !== null
}

function findUsable() {
  const wanted = process.env.COMPOSE ? [process.env.COMPOSE.split(' ')] : COMPOSES
  const compose = wanted.find(([program, ...words]) =>
    succeeds(engineOf(program), ['info']) && succeeds(program, [...words, 'version']))
  return compose ? { engine: engineOf(compose[0]), compose } : null
}

function engineOf(program) {
  return program.startsWith('podman') ? 'podman' : 'docker'
}

function succeeds(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** What the engine answers. Throws what it says where it fails. */
export function engine(...args) {
  const { engine: program } = findEngine()
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${program} ${args[0]}: ${stderr.trim() || `exit code ${status}`}`)
  return stdout.trim()
}

/** Starts the engine with pipes; `ended` fails with what it said. */
export function startEngine(args) {
  return startProgram(findEngine().engine, args)
}

/** Starts a program with pipes; `ended` fails with what it said, or with `ifMissing` where there is no such program. */
export function startProgram(program, args, { env = process.env, ifMissing = `${program} is not here.` } = {}) {
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let words = ''
  child.stderr.on('data', (text) => { words += text })
  child.stdin.on('error', () => undefined) // what the program says when it ends early is the better sentence
  const ended = new Promise((resolve, reject) => {
    child.on('error', error => reject(error.code === 'ENOENT' ? new Error(ifMissing) : error))
    child.on('close', (code) => {
      if (code === 0) return resolve()
      reject(new Error(`${program}: ${words.trim() || `exit code ${code}`}`))
    })
  })
  ended.catch(() => undefined)
  return { stdin: child.stdin, stdout: child.stdout, ended }
}

const LABEL = 'com.docker.compose'

/** The container of a service, running or not; null where there is none. */
export function containerOf(service, { isRunning = false } = {}) {
  const all = isRunning ? [] : ['--all']
  const [id] = lines('ps', ...all, ...ofProject, '--filter', `label=${LABEL}.service=${service}`, '--format', '{{.ID}}')
  return id ?? null
}

/** Every container of the project. */
export function containers() {
  return lines('ps', '--all', ...ofProject, '--format', '{{.ID}}')
}

/** The services that have a container, running or not. */
export function services() {
  return containers().map(id => engine('inspect', '--format', `{{index .Config.Labels "${LABEL}.service"}}`, id))
}

export function networks() {
  return lines('network', 'ls', ...ofProject, '--format', '{{.Name}}')
}

export function volumes() {
  return lines('volume', 'ls', ...ofProject, '--format', '{{.Name}}')
}

const ofProject = ['--filter', `label=${LABEL}.project=${project}`]

function lines(...args) {
  return engine(...args).split('\n').filter(line => line !== '')
}
