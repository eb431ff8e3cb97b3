/** `npm run compose -- COMMAND`: the portal in containers, with Docker and with Podman alike (docs/operations.md). */
import { spawnSync } from 'node:child_process'
import { refuseUnfitEnvironment } from './containers/env-file.mjs'
import { containerOf, engine, findEngine } from './containers/engine.mjs'
import { allServices, buildImages, removeStack, startStack } from './containers/stack.mjs'

const STATE = '{{.State.Status}}, started {{.State.StartedAt}}, came back {{.RestartCount}} times'

const COMMANDS = {
  'build': { does: 'builds the images; `--pull` asks for newer base images', run: build },
  'up': { does: 'starts what is built, with what stands in .env now, and waits until the website answers', run: up },
  'update': { does: '`build --pull`, then `up`; `--no-pull` where no registry is reached', run: update },
  'down': { does: 'stops and removes the containers; `--volumes` deletes the content too', run: down },
  'status': { does: 'shows the containers', run: status },
  'logs': { does: 'shows what a service has said: `logs cms`', run: logs },
  'first-admin': {
    does: 'shows the first administrator and the first password; `--delete` removes the file', run: firstAdmin,
  },
}

async function run([name, ...args]) {
  if (!Object.hasOwn(COMMANDS, name ?? ''))
    throw new Error(`npm run compose -- COMMAND, which is one of:\n${help()}`)
  findEngine()
  await COMMANDS[name].run(args)
}

function help() {
  return Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(12)} ${does}`).join('\n')
}

function build(args) {
  return buildImages({ isPulling: args.includes('--pull') })
}

async function up() {
  const { SITE_URL, ADMIN_URL } = refuseUnfitEnvironment()
  await startStack()
  console.log(`ready ${SITE_URL}`)
  console.log(`editors sign in at ${ADMIN_URL}/admin`)
  const isFirst = engine('exec', containerOf('cms'), 'sh', '-c', 'ls /data').split('\n').includes('first-admin')
  if (isFirst) console.log('the first administrator\'s password: npm run compose -- first-admin')
}

async function update(args) {
  refuseUnfitEnvironment()
  await buildImages({ isPulling: !args.includes('--no-pull') })
  await up()
}

function down(args) {
  removeStack({ withVolumes: args.includes('--volumes') })
}

function status() {
  for (const service of allServices()) {
    const container = containerOf(service)
    const state = container ? engine('inspect', '--format', STATE, container) : 'no container'
    console.log(`${service.padEnd(12)} ${state}`)
  }
}

function logs([service]) {
  const container = service && containerOf(service)
  if (!container) throw new Error(`Of which service? ${allServices().join(', ')}`)
  spawnSync(findEngine().engine, ['logs', container], { stdio: 'inherit' })
}

function firstAdmin(args) {
  const container = containerOf('cms', { isRunning: true })
  if (!container) throw new Error('The cms is not running. Start it: npm run compose -- up')
  const text = engine('exec', container, 'sh', '-c', 'cat /data/first-admin 2>/dev/null || true')
  if (!text) throw new Error('There is none: the file was deleted, ADMIN_PASSWORD was set, or a set was restored.')
  if (args.includes('--delete')) engine('exec', container, 'rm', '/data/first-admin')
  console.log(text)
}

run(process.argv.slice(2)).catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
