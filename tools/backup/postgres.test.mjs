/** Backup and restore of a PostgreSQL, with its own programs; the one of the other tests brings no pg_dump. */
import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSet } from './check.mjs'
import { command, makePortal, SECRET } from './portal.mjs'
import { checksumOf } from './set.mjs'

const programs = findPrograms()
const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-backup-'))
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const TITLES = 'SELECT title FROM articles ORDER BY id'
const PASSWORD = `${SECRET} ä:/@?`

let portal
let server

describe.skipIf(!programs)('a backup of PostgreSQL (skipped where initdb and pg_dump are not installed)', () => {
  beforeAll(async () => {
    server = await startServer()
    query('postgres', 'CREATE DATABASE portal', 'CREATE DATABASE empty')
    query('portal', `CREATE TABLE articles (id serial PRIMARY KEY, title text);
      CREATE TABLE files (id serial PRIMARY KEY, url text, formats jsonb);
      CREATE TABLE consent_records (id serial PRIMARY KEY, document_id text, label text, withdrawn_on date);
      INSERT INTO articles (title)
        VALUES (E'Ein Weg\\n\\\\.\\nCOPY public.x (a) FROM stdin;'), (NULL), ('Müßig — مرحبا');
      INSERT INTO files (url, formats)
        VALUES ('/uploads/a.png', '{"320.webp": {"url": "/uploads/a_320.webp"}}');
      INSERT INTO consent_records (document_id, label) VALUES ('c1', 'Ada, 2026-01-01')`)
    portal = makePortal(path.join(folder, 'data'))
  })

  afterAll(() => {
    if (server) run('pg_ctl', ['-D', server.data, '-m', 'immediate', 'stop'])
    rmSync(folder, { recursive: true, force: true })
  })

  test('counts every row, and comes back whole in an empty database', async () => {
    const set = backUp()
    const { kind, rows } = (await checkSet(set)).database
    expect({ kind, rows }).toEqual({ kind: 'postgres', rows: { articles: 3, consent_records: 1, files: 1 } })
    const { status, output } = restore(set, 'empty', path.join(folder, 'elsewhere'))
    expect(status, output).toBe(0)
    expect(query('empty', TITLES)).toEqual(query('portal', TITLES))
    expect(query('empty', `INSERT INTO articles (title) VALUES ('x') RETURNING id`)[0]).toBe('4')
  })

  test('refuses a place where something is; with --replace that is a set of its own afterwards', async () => {
    const set = backUp()
    query('portal', `UPDATE consent_records SET withdrawn_on = '2026-11-30'`)
    query('portal', `INSERT INTO articles (title) VALUES ('Neuer')`)
    expect(restore(set, 'portal', portal)).toMatchObject({ status: 1, output: expect.stringContaining('Not empty') })
    const { status, output } = restore(set, 'portal', portal, '--replace')
    expect(status, output).toBe(0)
    expect(query('portal', 'SELECT count(*) FROM articles')).toEqual(['3'])
    const before = readdirSync(path.join(folder, 'backups')).find(name => name.endsWith('-before-restore'))
    expect((await checkSet(path.join(folder, 'backups', before))).database.rows.articles).toBe(4)
    expect(output).toContain('withdrawals-to-repeat.txt')
  })

  const DAMAGES = {
    'is cut off': file => truncateSync(file, 700),
    'ends too early, in a whole archive': file => change(file, text => text.slice(0, text.indexOf('COPY public.f'))),
    'has a row less': file => change(file, text => text.replace('\n2\t\\N\n', '\n')),
  }

  const name = 'is refused where its dump %s, even with a checksum that fits'
  test.each(Object.entries(DAMAGES))(name, async (damageName, damage) => {
    const set = backUp()
    const file = path.join(set, 'database.sql.gz')
    damage(file)
    await signAnew(set, file)
    await expect(checkSet(set)).rejects.toThrow(/^\S/)
    expect(restore(set, 'nowhere', path.join(folder, damageName)).status).toBe(1)
  })
})

function backUp() {
  rmSync(path.join(folder, 'backups'), { recursive: true, force: true })
  const { status, output } = command('backup', ['--here'], environment('portal', portal))
  expect(status, output).toBe(0)
  expect(output).not.toContain(SECRET)
  return path.join(folder, 'backups', readdirSync(path.join(folder, 'backups'))[0])
}

function restore(set, database, dataDirectory, ...args) {
  return command('restore', [set, '--here', ...args], environment(database, dataDirectory))
}

function environment(database, dataDirectory) {
  const DATABASE_URL = `postgres://lip:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/${database}`
  const PATH = [programs, process.env.PATH].join(path.delimiter)
  return { DATA_DIR: dataDirectory, BACKUP_DIR: path.join(folder, 'backups'), DATABASE_URL, PATH }
}

function change(file, edit) {
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  expect(edit(text)).not.toBe(text)
  writeFileSync(file, gzipSync(edit(text)))
}

async function signAnew(set, file) {
  const manifest = JSON.parse(readFileSync(path.join(set, 'manifest.json'), 'utf8'))
  const part = manifest.parts.find(({ path: name }) => name === 'database.sql.gz')
  Object.assign(part, { bytes: readFileSync(file).length, sha256: await checksumOf(file) })
  writeFileSync(path.join(set, 'manifest.json'), JSON.stringify(manifest))
}

/** The folder with the newest programs of PostgreSQL as Debian puts them, or null. */
function findPrograms() {
  const { stdout } = spawnSync('sh', ['-c', 'ls /usr/lib/postgresql/*/bin/*'], { encoding: 'utf8' })
  const folders = stdout.split('\n').filter(name => name.endsWith('/initdb')).map(name => path.dirname(name))
  return folders.find(name => stdout.includes(`${name}/pg_dump`)) ?? null
}

async function startServer() {
  const home = mkdtempSync(path.join(tmpdir(), 'lip-lab-postgres-'))
  const [data, secret] = [path.join(home, 'data'), path.join(home, 'secret')]
  writeFileSync(secret, PASSWORD)
  for (const name of [home, secret]) if (NOBODY.uid) chownSync(name, NOBODY.uid, NOBODY.gid)
  const port = await freePort()
  run('initdb', ['-D', data, '-U', 'lip', `--pwfile=${secret}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'])
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('pg_ctl', ['-D', data, '-o', options, '-l', path.join(home, 'log'), '-w', 'start'])
  return { port, data }
}

function query(database, ...questions) {
  const args = questions.flatMap(question => ['-c', question])
  const env = { ...process.env, PGPASSWORD: PASSWORD }
  const who = ['-XqAt', '-h', '127.0.0.1', '-p', String(server.port), '-U', 'lip', '-d', database]
  const psql = path.join(programs, 'psql')
  const { status, stdout, stderr } = spawnSync(psql, [...who, ...args], { encoding: 'utf8', env })
  expect(status, stderr).toBe(0)
  return stdout.trim().split('\n')
}

function run(program, args) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...NOBODY }
  const { status, stderr } = spawnSync(path.join(programs, program), args, options)
  expect(status, stderr).toBe(0)
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
