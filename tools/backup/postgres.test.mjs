/** Backup and restore of a PostgreSQL, with its own programs. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSet } from './check.mjs'
import { command, makePortal, SECRET } from './portal.mjs'
import { programs, startServer } from './server.mjs'
import { checksumOf } from './set.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-backup-'))
const TITLES = 'SELECT title FROM articles ORDER BY id'
const PASSWORD = `${SECRET} ä:/@?`

let portal
let server

describe.skipIf(!programs)('a backup of PostgreSQL (skipped where initdb and pg_dump are not installed)', () => {
  beforeAll(async () => {
    server = await startServer(PASSWORD)
    server.query('postgres', 'CREATE DATABASE portal', 'CREATE DATABASE empty')
    server.query('portal', `CREATE TABLE articles (id serial PRIMARY KEY, title text);
      CREATE TABLE files (id serial PRIMARY KEY, url text, formats jsonb);
      CREATE TABLE consent_records (id serial PRIMARY KEY, document_id text, label text, withdrawn_on date);
      CREATE TABLE tombstones (id serial PRIMARY KEY, type text, slug text, was_deleted boolean, gone_on timestamp);
      INSERT INTO articles (title)
        VALUES (E'Ein Weg\\n\\\\.\\nCOPY public.x (a) FROM stdin;'), (NULL), ('Müßig — مرحبا');
      INSERT INTO files (url, formats)
        VALUES ('/uploads/a.png', '{"320.webp": {"url": "/uploads/a_320.webp"}}');
      INSERT INTO consent_records (document_id, label) VALUES ('c1', 'Ada, 2026-01-01');
      INSERT INTO tombstones (type, slug, was_deleted, gone_on) VALUES ('api::article.article', 'lange-fort', true, '2023-11-14')`)
    portal = makePortal(path.join(folder, 'data'))
  })

  afterAll(() => {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('counts every row, and comes back whole in an empty database', async () => {
    const set = backUp()
    const { kind, rows } = (await checkSet(set)).database
    expect({ kind, rows }).toEqual({ kind: 'postgres', rows: { articles: 3, consent_records: 1, files: 1, tombstones: 1 } })
    const { status, output } = restore(set, 'empty', path.join(folder, 'elsewhere'))
    expect(status, output).toBe(0)
    expect(server.query('empty', TITLES)).toEqual(server.query('portal', TITLES))
    expect(server.query('empty', `INSERT INTO articles (title) VALUES ('x') RETURNING id`)[0]).toBe('4')
  })

  test('refuses a place where something is; with --replace that is a set of its own afterwards', async () => {
    const set = backUp()
    server.query('portal', `UPDATE consent_records SET withdrawn_on = '2026-11-30'`)
    server.query('portal', `INSERT INTO articles (title) VALUES ('Neuer')`)
    server.query('portal', `INSERT INTO tombstones (type, slug, was_deleted, gone_on) VALUES ('api::page.page', 'x', false, '2026-12-01')`)
    expect(restore(set, 'portal', portal)).toMatchObject({ status: 1, output: expect.stringContaining('Not empty') })
    const { status, output } = restore(set, 'portal', portal, '--replace')
    expect(status, output).toBe(0)
    expect(server.query('portal', 'SELECT count(*) FROM articles')).toEqual(['3'])
    const before = readdirSync(path.join(folder, 'backups')).find(name => name.endsWith('-before-restore'))
    expect((await checkSet(path.join(folder, 'backups', before))).database.rows.articles).toBe(4)
    const [list] = readdirSync(path.join(folder, 'backups')).filter(name => name.endsWith('-to-repeat.txt'))
    expect(output).toContain(list)
    expect(readFileSync(path.join(folder, 'backups', list), 'utf8')).toBe(
      'Einwilligung „Ada, 2026-01-01“, widerrufen am 2026-11-30\npage „x“, von der Website genommen am 2026-12-01\n',
    )
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
  const PATH = [programs, process.env.PATH].join(path.delimiter)
  return { DATA_DIR: dataDirectory, BACKUP_DIR: path.join(folder, 'backups'), DATABASE_URL: server.addressOf(database), PATH }
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
