/** The stack as an operator has it: built, started, crashed, backed up, put back and updated, as the page says. */
import {
  appendFileSync, chmodSync, cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  admin, cloneProject, crash, get, operate, PASSWORD, PROJECT, secure, signIn, site, writeEnvironment,
} from './operator.mjs'
import { testHostNames } from './host-names.mjs'
import { testProxy } from './proxy-lines.mjs'
import { sendRaw } from './raw.mjs'

process.env.COMPOSE_PROJECT_NAME = PROJECT
const { containerOf, containers, engine, findEngine, hasEngine, networks, volumes } = await import('./engine.mjs')

const SERVICES = ['proxy', 'web', 'cms', 'database']
const MEGABYTE = 1024 * 1024
const LIMITS = { proxy: 128, web: 512, cms: 1536, database: 512 }
/** Caddy makes certificates for names under `.localhost` by itself. */
const AUTHORITY = '/var/lib/caddy/caddy/pki/authorities/local/root.crt'
const PAGE = '/content-manager/collection-types/api::page.page'
const TEXT = [{ type: 'paragraph', children: [{ type: 'text', text: 'Dieser Satz muss bleiben.' }] }]
const OTHERS = 0o077
const DUMP = 'database.sql.gz'
const KEYS = 'files/secrets.json'
/** Of each kind one; `tools/backup/backup.test.mjs` has them all. */
const DAMAGES = {
  'the dump has one other byte': (damaged) => {
    const dump = readFileSync(path.join(damaged, DUMP))
    dump[Math.floor(dump.length / 2)] ^= 1
    writeFileSync(path.join(damaged, DUMP), dump)
  },
  'the dump is cut off': damaged => truncateSync(path.join(damaged, DUMP), 100_000),
  'the dump has more at its end': damaged => appendFileSync(path.join(damaged, DUMP), 'x'),
  'the keys are missing': damaged => rmSync(path.join(damaged, KEYS)),
  'the manifest is cut off': damaged => truncateSync(path.join(damaged, 'manifest.json'), 100),
}
/** In several languages, and one whose words were written above. */
const KEPT = ['/', '/en', '/ar', '/zeitleiste', '/en/timeline', '/tr/timeline', '/seiten/was-bleibt']
const WRITTEN = { sourceLanguage: 'de', title: 'Was bleibt', slug: 'was-bleibt', lead: 'Kurz.', text: TEXT }

const why = hasEngine() ? '' : ' (skipped: neither Docker with Compose 2 nor Podman with podman-compose answers here)'
let folder
let account
let signedIn
let set
let sitemap

async function run(name, ...args) {
  const answer = await operate(folder, name, ...args)
  expect(answer.output).not.toContain(PASSWORD)
  expect(answer.seen).toEqual([])
  return answer
}

async function succeed(name, ...args) {
  const { status, output } = await run(name, ...args)
  expect(status, output).toBe(0)
  return output
}

async function refuse(words, name, ...args) {
  const { status, output } = await run(name, ...args)
  expect(output).toContain(words)
  expect(status).toBe(1)
}

function valueOf(service, name) {
  return engine('inspect', '--format', `{{.${name}}}`, containerOf(service))
}

async function expectContent() {
  await expect.poll(() => get(`${site}/seiten/was-bleibt`), { timeout: 60_000, interval: 1000 })
    .toMatchObject({ status: 200, text: expect.stringContaining('Dieser Satz muss bleiben.') })
}

function readKept() {
  return Promise.all(KEPT.map(address => get(site + address)))
}

/** The pages of `KEPT` that do not lie in the volume yet: the first line of each file names its address. */
function missingOnDisk() {
  const heads = engine('exec', containerOf('web'), 'sh', '-c', 'head -qn 1 /data/pages/*')
  return KEPT.filter(address => !heads.includes(`"path":"${address}"`))
}

async function timed(name, act) {
  const startedAt = Date.now()
  const answer = await act()
  console.log(`${name}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  return answer
}

function isReady(timeout) {
  return expect.poll(async () => (await get(`${site}/readyz`)).status, { timeout, interval: 500 }).toBe(200)
}

describe.skipIf(!hasEngine())(`the stack${why}`, () => {
  beforeAll(() => {
    folder = cloneProject()
    writeEnvironment(folder)
  })

  afterAll(async () => {
    await operate(folder, 'compose', 'down', '--volumes')
    rmSync(folder, { recursive: true, force: true })
  })

  test('does not start with an .env that others may read', async () => {
    chmodSync(path.join(folder, '.env'), 0o644)
    await refuse('chmod 600 .env', 'compose', 'up')
    chmodSync(path.join(folder, '.env'), 0o600)
  })

  test('is built', async () => {
    await timed('build', () => succeed('compose', 'build'))
  }, 3_600_000)

  test('starts empty, without an error in the log of the database, and names no password', async () => {
    expect(await timed('first start', () => succeed('compose', 'up'))).toContain(`ready ${site}`)
    const { output } = await run('compose', 'logs', 'database')
    expect(output.match(/ERROR.*/g) ?? []).toEqual([])
  }, 3_600_000) // `up` itself waits as long as the seeding goes on

  test('says at once that a port is in use', async () => {
    await succeed('compose', 'down')
    const other = createServer().listen(Number(new URL(site).port), '127.0.0.1')
    const { status, output } = await run('compose', 'up')
    other.close()
    expect([status, output]).toEqual([1, expect.stringMatching(/in use|already allocated/)])
    await succeed('compose', 'up')
  })

  test('has a limit of memory for each service, and stays below it while 300 pages are read', async () => {
    for (const [service, limit] of Object.entries(LIMITS))
      expect(valueOf(service, 'HostConfig.Memory')).toBe(String(limit * MEGABYTE))
    const { text } = await get(`${site}/sitemap.xml`)
    const addresses = [...text.matchAll(/<loc>([^<]+)/g)].map(([, address]) => address).slice(0, 300)
    for (const address of addresses) await get(address)
    console.log(engine('stats', '--no-stream', '--format', '{{.Name}} {{.MemUsage}}'))
    for (const service of SERVICES) expect(valueOf(service, 'RestartCount')).toBe('0')
  })

  test('lets the first administrator in, with the password that it shows, and publishes', async () => {
    const output = await succeed('compose', 'first-admin')
    const [email, password] = output.trim().split(/\s+/).filter(word => word !== '')
    account = { email, password }
    signedIn = await signIn(account)
    const { data: { documentId } } = await signedIn('POST', PAGE, WRITTEN)
    await signedIn('POST', `${PAGE}/${documentId}/actions/publish`, WRITTEN)
    await expectContent()
  })

  describe('has a proxy that', () => testProxy({
    site, admin,
    signedIn: (...sent) => signedIn(...sent),
    findPreviewKey: () => JSON.parse(engine('exec', containerOf('cms'), 'cat', '/data/secrets.json')).previewKey,
  }))

  test('keeps everything over down and up, and down leaves neither container nor network', async () => {
    await timed('down', () => succeed('compose', 'down'))
    expect([...containers(), ...networks()]).toEqual([])
    await timed('up', () => succeed('compose', 'up'))
    await expectContent()
  })

  test.each(SERVICES)('is back by itself when %s crashes', async (service) => {
    crash(findEngine().engine, containerOf(service))
    await timed(`ready after a crash of ${service}`, async () => {
      await expect.poll(() => valueOf(service, 'RestartCount'), { timeout: 60_000 }).not.toBe('0')
      await isReady(180_000)
    })
    await expectContent()
  })

  test.each(SERVICES)('is whole again after `up` where somebody has killed %s', async (service) => {
    engine('kill', containerOf(service))
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(valueOf(service, 'State.Status')).toBe('exited')
    await succeed('compose', 'up')
    await expectContent()
  })

  test('shows known pages within 6 s while the database is away, and says so at /readyz', async () => {
    await expectContent()
    engine('stop', '-t', '20', containerOf('database'))
    await new Promise(resolve => setTimeout(resolve, 11_000)) // what was kept is no longer fresh
    for (let times = 0; times < 5; times += 1) {
      const askedAt = Date.now()
      expect((await get(`${site}/seiten/was-bleibt`)).status).toBe(200)
      expect(Date.now() - askedAt).toBeLessThan(6000)
    }
    expect((await get(`${site}/readyz`)).status).toBe(503)
    engine('start', containerOf('database'))
    await isReady(120_000)
  })

  test('shows pages in several languages from a web that was started anew, without cms and database', async () => {
    const shown = await readKept()
    expect(shown.map(({ status }) => status)).toEqual(KEPT.map(() => 200))
    await expect.poll(missingOnDisk, { timeout: 60_000, interval: 1000 }).toEqual([])
    for (const service of ['cms', 'database']) engine('stop', '-t', '60', containerOf(service))
    engine('restart', '-t', '20', containerOf('web'))
    await expect.poll(async () => (await get(`${site}/healthz`)).status, { timeout: 60_000 }).toBe(200)
    expect(await readKept()).toEqual(shown)
    expect((await get(`${site}/seiten/nie-gesehen`)).status).toBe(503)
    for (const service of ['database', 'cms']) engine('start', containerOf(service))
    await isReady(180_000)
  })

  test('is backed up while it runs, and the set can be read', async () => {
    await timed('backup', () => succeed('backup', '--containers'))
    set = path.join(folder, 'backups', readdirSync(path.join(folder, 'backups'))[0])
    expect(await timed('check', () => succeed('backup', '--check', set))).toContain('whole')
    sitemap = (await get(`${site}/sitemap.xml`)).text
  })

  test('has in its backup the keys in their own file, and nowhere a password', () => {
    const keys = Object.values(JSON.parse(readFileSync(path.join(set, KEYS), 'utf8'))).flat()
    expect(keys.length).toBeGreaterThan(3)
    const files = readdirSync(set, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    expect(files.map(({ name }) => name)).not.toContain('first-admin')
    for (const { parentPath, name } of files) {
      const file = path.join(parentPath, name)
      const content = name.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file)
      const secrets = [PASSWORD, account.password, ...file.endsWith(KEYS) ? [] : keys]
      expect(secrets.filter(secret => content.includes(secret)).length, file).toBe(0)
      expect(statSync(file).mode & OTHERS, file).toBe(0)
    }
  })

  test('is not restored while it runs', () => refuse('is running', 'restore', set, '--containers'))

  test('leaves nothing after down --volumes', async () => {
    await succeed('compose', 'down', '--volumes')
    expect([...containers(), ...networks(), ...volumes()]).toEqual([])
  })

  test.each(Object.entries(DAMAGES))('neither checks nor restores a set where %s, and makes nothing', async (_, damage) => {
    const damaged = path.join(folder, 'damaged')
    cpSync(set, damaged, { recursive: true })
    damage(damaged)
    await refuse('damaged', 'backup', '--check', damaged)
    await refuse('damaged', 'restore', damaged, '--containers')
    rmSync(damaged, { recursive: true })
    expect([...containers(), ...networks(), ...volumes()]).toEqual([])
  })

  test('comes back whole in an empty place', async () => {
    const restoring = timed('restore', () => succeed('restore', set, '--containers'))
    expect(await restoring).toContain('every table and every file was compared')
    await timed('up after a restore', () => succeed('compose', 'up'))
    const { output } = await run('compose', 'logs', 'cms')
    expect(output).not.toContain('Another cms')
    await expectContent()
    expect((await get(`${site}/sitemap.xml`)).text).toBe(sitemap)
    await signIn(account)
  })

  test('is not restored over what is there', async () => {
    await succeed('compose', 'down')
    await refuse('Not empty', 'restore', set, '--containers')
  })

  test('runs the new image after an update', async () => {
    const before = valueOf('proxy', 'Image')
    const file = path.join(folder, 'proxy/Caddyfile')
    writeFileSync(file, readFileSync(file, 'utf8').replace('redir / /admin', 'redir / /admin\n\tredir /new /admin'))
    await timed('update', () => succeed('compose', 'update', '--no-pull'))
    expect(valueOf('proxy', 'Image')).not.toBe(before)
    expect(await sendRaw(admin, '/new')).toMatchObject({ status: 302, headers: { location: '/admin' } })
    await expectContent()
  })

  describe('under host names, over TLS', () => testHostNames({
    site, secure,
    start: async (values) => {
      writeEnvironment(folder, values)
      return succeed('compose', 'up')
    },
    findAccount: () => account,
    findAuthority: () => engine('exec', containerOf('proxy'), 'cat', AUTHORITY),
  }))
})
