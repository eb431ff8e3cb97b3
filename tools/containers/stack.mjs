/** The containers: built, created, started and removed. */
import { spawnSync } from 'node:child_process'
import { root } from '../environment.mjs'
import { runStep } from '../step.mjs'
import { containerOf, containers, engine, findEngine, networks, project, services, volumes } from './engine.mjs'

const SERVICES = ['proxy', 'web', 'cms', 'database']
const BUILT = ['proxy', 'web', 'cms']
const STOP_SECONDS = '60'
const POLL_MILLISECONDS = 2000
const DATABASE_MILLISECONDS = 120_000
/** From the start, or from what the cms has seeded last: on a busy machine 521 entries take a quarter of an hour. */
const READY_MILLISECONDS = 600_000
const SEEDED = /seeding: \d+ of/
/** A container that has come back this often will not come up. */
const MAX_RESTARTS = 5
const IS_READY = 'fetch("http://127.0.0.1:3000/readyz").then(answer => process.exit(answer.ok ? 0 : 1))'
const ANSWERS = 'exec pg_isready -q -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB"'

/** What there is, and what there must be; a further one, such as `web-2`, after the first of its kind. */
export function allServices() {
  const rank = service => SERVICES.indexOf(kindOf(service))
  return [...new Set([...SERVICES, ...services()])].sort((a, b) => rank(a) - rank(b))
}

function kindOf(service) {
  return service.split('-')[0]
}

function imageOf(service) {
  return `localhost/${project}-${kindOf(service)}`
}

/** By the engine itself: podman-compose 1.0.3 ends with 0 when a build has failed. */
export async function buildImages({ isPulling }) {
  const { engine: program } = findEngine()
  for (const service of BUILT) {
    const args = [...isPulling ? ['--pull'] : [], '--tag', imageOf(service), '--file', `${service}/Dockerfile`, '.']
    const ifItFails = 'Is the registry of the images reachable?'
    await runStep({ does: `building ${service}`, command: [program, 'build', ...args], cwd: root, ifItFails })
  }
}

/** Starts what is built, with what stands in `.env` now; kept when the website answers. */
export async function startStack() {
  refuseMissingImages()
  // podman-compose leaves a container that is there as it is, with its old image and its old variables.
  if (findEngine().engine === 'podman') removeContainers()
  compose('up', '--detach', ...findEngine().engine === 'docker' ? ['--no-build', '--remove-orphans'] : [])
  // Says why a container could not be started, such as a port in use; podman-compose says nothing and ends with 0.
  for (const container of containers()) engine('start', container)
  await untilReady()
  for (const service of allServices()) if (BUILT.includes(kindOf(service))) refuseOldImage(service)
}

/** Containers and volumes, without starting anything. */
export async function createStack() {
  refuseMissingImages()
  if (containers().length === 0) compose('up', '--no-start')
}

/** podman-compose would build them, and end with 0 where it cannot. */
function refuseMissingImages() {
  const missing = BUILT.find(service => !hasImage(imageOf(service)))
  if (missing) throw new Error(`The image of ${missing} is missing. Build it first: npm run compose -- build`)
}

/** Ends everything in order: nobody asks what is gone already, and each has its time to finish. */
function removeContainers() {
  for (const container of allServices().map(service => containerOf(service)).filter(id => id !== null))
    engine('stop', '-t', STOP_SECONDS, container)
  for (const container of containers()) engine('rm', '--force', container)
}

export function removeStack({ withVolumes }) {
  removeContainers()
  for (const network of networks()) engine('network', 'rm', network)
  if (withVolumes) for (const volume of volumes()) engine('volume', 'rm', volume)
}

export async function untilDatabaseAnswers() {
  const isAnswering = () => succeedsIn('database', ['sh', '-c', ANSWERS])
  if (!await until(isAnswering, DATABASE_MILLISECONDS))
    throw new Error(`The database does not answer.\n${lastWords('database')}`)
}

async function untilReady() {
  let seeded
  let end = Date.now() + READY_MILLISECONDS
  while (!isReady()) {
    if (Date.now() > end) throw new Error(`The website is not ready.\n${lastWords('cms')}`)
    const before = seeded
    seeded = SEEDED.exec(lastWords('cms'))?.[0]
    if (seeded !== before) end = Date.now() + READY_MILLISECONDS
    await pause()
  }
}

function isReady() {
  const all = allServices()
  for (const service of all) refuseWhatDoesNotStay(service)
  return all.filter(service => kindOf(service) === 'web').every(web => succeedsIn(web, ['node', '-e', IS_READY]))
}

function refuseWhatDoesNotStay(service) {
  const container = containerOf(service)
  if (!container) throw new Error(`There is no container for ${service}. Is something else using its ports?`)
  if (Number(engine('inspect', '--format', '{{.RestartCount}}', container)) >= MAX_RESTARTS)
    throw new Error(`${service} does not start; its last words:\n${lastWords(service)}`)
}

function refuseOldImage(service) {
  const running = engine('inspect', '--format', '{{.Image}}', containerOf(service) ?? service)
  const built = engine('image', 'inspect', '--format', '{{.Id}}', imageOf(service))
  if (bare(running) !== bare(built))
    throw new Error(`${service} runs another image than the one that was built last. Try down, then up.`)
}

function bare(id) {
  return id.replace('sha256:', '')
}

function hasImage(name) {
  return spawnSync(findEngine().engine, ['image', 'inspect', name], { stdio: 'ignore' }).status === 0
}

/** What podman-compose writes is kept back: it repeats every command, and ends with 0 whatever happens. */
function compose(...args) {
  const { compose: [program, ...words] } = findEngine()
  const { status, stdout, stderr } = spawnSync(program, [...words, '--project-name', project, ...args], {
    cwd: root, encoding: 'utf8', env: { ...process.env, COMPOSE_PROJECT_NAME: project },
  })
  if (status !== 0) throw new Error(`${program} ${args[0]} failed:\n${stdout}\n${stderr}`)
}

function succeedsIn(service, command) {
  const container = containerOf(service, { isRunning: true })
  if (container === null) return false
  return spawnSync(findEngine().engine, ['exec', container, ...command], { stdio: 'ignore' }).status === 0
}

function lastWords(service) {
  const container = containerOf(service)
  if (!container) return ''
  const { stdout, stderr } = spawnSync(findEngine().engine, ['logs', '--tail', '20', container], { encoding: 'utf8' })
  return stdout + stderr
}

async function until(isSo, milliseconds) {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    if (isSo()) return true
    await pause()
  }
  return false
}

/** Each look costs some processes: on a busy machine they are felt. */
function pause() {
  return new Promise(resolve => setTimeout(resolve, POLL_MILLISECONDS))
}
