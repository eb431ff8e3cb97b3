/** The place of the containers: the database by its own programs, uploads and keys in the volume of the cms. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { containerOf, engine, project, startEngine } from '../containers/engine.mjs'
import { createStack, untilDatabaseAnswers } from '../containers/stack.mjs'
import { KEPT } from './here.mjs'
import { countPostgres, dumpPostgres, loadPostgres, postgresGone } from './postgres.mjs'
import { DATABASE_FILES } from './set.mjs'

/** The password is known inside, and stands on no command line. */
const INSIDE = 'PGPASSWORD="$POSTGRES_PASSWORD" exec "$0" -h 127.0.0.1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" "$@"'
const WRITERS = ['web', 'cms']

export function placeInContainers() {
  return {
    kind: 'postgres',
    name: `the containers of ${project}`,
    ready: async ({ isRestore }) => {
      if (isRestore) await createStack()
      if (!containerOf('database')) throw new Error('There are no containers yet. Start them: npm run compose -- up')
      engine('start', containerOf('database'))
      await untilDatabaseAnswers()
    },
    inUse: () => {
      const running = WRITERS.find(service => containerOf(service, { isRunning: true }))
      return running ? `${running} is running. Stop it first: npm run compose -- down` : null
    },
    dump: file => dumpPostgres(program, file),
    hasRows: async () => Object.keys(await countPostgres(program)).length > 0,
    load: (set, options) => loadPostgres(program, path.join(set, DATABASE_FILES.postgres), options),
    count: () => countPostgres(program),
    gone: () => postgresGone(program),
    copyFiles,
    hasFiles: async () => await inVolume('ls -A /data') !== '',
    placeFiles,
    checksums,
    emptyFiles: () => inVolume('find /data -mindepth 1 -delete', { isWriting: true }),
  }
}

function program(name, args) {
  return startEngine(['exec', '--interactive', containerOf('database'), 'sh', '-c', INSIDE, name, ...args])
}

async function copyFiles(folder) {
  const { stdout, stdin, ended } = besideCms(`cd /data && exec tar -c $(ls -d ${KEPT.join(' ')} 2>/dev/null)`)
  stdin.end()
  await Promise.all([unpack(stdout, folder), ended])
}

async function placeFiles(folder) {
  const { stdin, stdout, ended } = besideCms('exec tar -x -C /data --no-same-owner', { isWriting: true })
  stdout.resume()
  const names = KEPT.filter(name => existsSync(path.join(folder, name)))
  const packing = spawn('tar', ['-c', '-C', folder, '--', ...names], { stdio: ['ignore', 'pipe', 'inherit'] })
  await Promise.all([pipeline(packing.stdout, stdin), endOf(packing, 'tar'), ended])
}

/** By path, as sha256sum says them. */
async function checksums() {
  const text = await inVolume(`cd /data && find ${KEPT.join(' ')} -type f -exec sha256sum {} + 2>/dev/null`)
  const lines = text.split('\n').filter(line => line !== '')
  return Object.fromEntries(lines.map(line => [line.slice(66), line.slice(0, 64)]))
}

async function inVolume(script, options) {
  const { stdin, stdout, ended } = besideCms(script, options)
  stdin.end()
  let text = ''
  for await (const part of stdout) text += part
  await ended
  return text.trim()
}

/** A shell with the volume of the cms, without network: it works whether the cms runs or not. */
function besideCms(script, { isWriting = false } = {}) {
  const cms = containerOf('cms')
  const image = engine('inspect', '--format', '{{.Image}}', cms)
  const only = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
  const volumes = ['--volumes-from', isWriting ? cms : `${cms}:ro`]
  return startEngine(['run', '--rm', '--interactive', ...only, ...volumes, image, 'sh', '-c', script])
}

async function unpack(stream, folder) {
  const unpacking = spawn('tar', ['-x', '--no-same-owner', '-C', folder], { stdio: ['pipe', 'inherit', 'inherit'] })
  // tar ends at the mark of the end, and does not wait for what fills up the last block.
  await Promise.all([pipeline(stream, unpacking.stdin).catch(() => undefined), endOf(unpacking, 'tar')])
  stream.resume()
}

function endOf(child, name) {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => code === 0 ? resolve() : reject(new Error(`${name}: exit code ${code}`)))
  })
}
