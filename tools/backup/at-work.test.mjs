/** A cms at work is backed up, and the set put back beside it: nothing in the copy says that somebody is at work. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { root } from '../environment.mjs'
import { checkSet } from './check.mjs'
import { command } from './portal.mjs'
import { freePort, programs, startServer } from './server.mjs'

const STRAPI = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js')
const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-at-work-'))
const running = []
const server = programs && await startServer('secret')

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL')
    await ended
  }
})

afterAll(() => {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const comesBack = isPostgres => async () => {
  const here = placeOf('here', isPostgres)
  await startCms(here)
  succeed('backup', ['--here'], here)
  const set = path.join(here.BACKUP_DIR, readdirSync(here.BACKUP_DIR)[0])
  const { rows } = (await checkSet(set)).database
  expect(Object.keys(rows)).toContain('admin_users')
  expect(Object.keys(rows)).not.toContain('portal_lease')
  const copy = placeOf('copy', isPostgres)
  succeed('restore', [set, '--here'], copy)
  await startCms(copy)
}

const name = 'has no lease and starts beside the first'
test(`the copy on SQLite ${name}`, comesBack(false), 300_000)
const onPostgres = `the copy on PostgreSQL ${name} (skipped where initdb and pg_dump are not installed)`
test.skipIf(!programs)(onPostgres, comesBack(true), 300_000)

function succeed(tool, args, env) {
  const { status, output } = command(tool, args, env)
  expect(status, output).toBe(0)
}

/** As `npm start` does; kept when it answers or has ended. */
async function startCms(env) {
  const CMS_PORT = String(await freePort())
  const child = spawn(process.execPath, [STRAPI, 'start'], {
    cwd: path.join(root, 'cms'), env: { ...process.env, NODE_ENV: 'production', SEED: 'none', CMS_PORT, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { output += text })
  running.push({ child, ended: new Promise(resolve => child.once('exit', resolve)) })
  const answers = () => fetch(`http://127.0.0.1:${CMS_PORT}/readyz`).then(({ ok }) => ok, () => false)
  while (child.exitCode === null && !await answers()) await new Promise(resolve => setTimeout(resolve, 200))
  expect(child.exitCode, output).toBeNull()
}

function placeOf(name, isPostgres) {
  const PATH = [...programs ? [programs] : [], process.env.PATH].join(path.delimiter)
  const place = path.join(folder, `${name}-${isPostgres}`)
  if (isPostgres) server.query('postgres', `CREATE DATABASE ${name}`)
  return { PATH, DATA_DIR: place, BACKUP_DIR: `${place}-sets`, DATABASE_URL: isPostgres ? server.addressOf(name) : '' }
}
