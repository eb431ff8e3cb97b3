/** `npm run backup` and `npm run restore`, as they are run, on a small data directory of their own. */
import { spawn } from 'node:child_process'
import {
  appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { command, makePortal, modesIn, SECRET, withDatabase } from './portal.mjs'
import { checkSet } from './check.mjs'
import { checksumOf } from './set.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let portal
let backups

beforeEach(() => {
  const own = mkdtempSync(path.join(folder, 'portal-'))
  portal = makePortal(path.join(own, 'data'))
  backups = path.join(own, 'backups')
})

function backUp(...args) {
  const answer = command('backup', ['--here', ...args], { DATA_DIR: portal, BACKUP_DIR: backups })
  expect(answer.status, answer.output).toBe(0)
  const newest = readdirSync(backups).filter(name => /^\d{4}-/.test(name)).sort().at(-1)
  return { set: path.join(backups, newest), ...answer }
}

function restore(set, dataDirectory, ...args) {
  return command('restore', [set, '--here', ...args], { DATA_DIR: dataDirectory, BACKUP_DIR: backups })
}

function rowsOf(directory, question) {
  return withDatabase(directory, connection => connection.prepare(question).all())
}

function titles(directory) {
  return rowsOf(directory, 'SELECT title FROM articles ORDER BY id').map(row => row.title)
}

/** Each save writes two rows, or none. */
const SAVING = `const { DatabaseSync } = require('node:sqlite')
  const connection = new DatabaseSync(process.argv[1], { timeout: 5000 })
  for (;;) connection.exec("BEGIN IMMEDIATE; INSERT INTO articles (title) VALUES ('x');"
    + "INSERT INTO revisions (title) VALUES ('x'); COMMIT")`

describe('a backup', () => {
  test('comes back whole in an empty place: rows, uploads and keys, without the first password', () => {
    const { set } = backUp()
    const elsewhere = path.join(folder, 'empty')
    const { status, output } = restore(set, elsewhere)
    expect(status, output).toBe(0)
    expect(output).toContain('every table and every file was compared')
    expect(titles(elsewhere)).toEqual(['Ein Weg', 'Zwei Wege'])
    for (const name of ['public/uploads/a.png', 'public/uploads/a_320.webp', 'secrets.json'])
      expect(readFileSync(path.join(elsewhere, name), 'utf8')).toBe(readFileSync(path.join(portal, name), 'utf8'))
    expect(existsSync(path.join(elsewhere, 'first-admin'))).toBe(false)
  })

  test('is read by nobody else, and says no secret', () => {
    const { set, output } = backUp()
    expect(output).not.toContain(SECRET)
    expect(modesIn(set)).toContainEqual(['files/secrets.json', '600'])
    expect(modesIn(backups).filter(([, mode]) => !mode.endsWith('00'))).toEqual([])
  })

  test('that is made while somebody saves is of one moment: both halves of every save or none', async () => {
    const writer = spawn(process.execPath, ['-e', SAVING, path.join(portal, 'lip-lab.db')])
    const saved = () => rowsOf(portal, 'SELECT count(*) AS rows FROM revisions')[0].rows
    try {
      await expect.poll(saved, { timeout: 20_000 }).toBeGreaterThan(50)
      const { set } = backUp()
      const { rows } = JSON.parse(readFileSync(path.join(set, 'manifest.json'), 'utf8')).database
      expect(rows.revisions).toBeGreaterThan(50)
      expect(rows.articles).toBe(rows.revisions + 2)
    } finally {
      writer.kill('SIGKILL')
    }
  })

  test('of a portal whose upload is missing says so, and is whole all the same', () => {
    rmSync(path.join(portal, 'public/uploads/a_320.webp'))
    const { set, output } = backUp()
    expect(output).toContain('uploads/a_320.webp was missing in the portal already')
    expect(command('backup', ['--check', set]).status).toBe(0)
  })

  test('of nothing is refused and leaves nothing', () => {
    const env = { DATA_DIR: path.join(folder, 'nothing'), BACKUP_DIR: backups }
    const { status, output } = command('backup', ['--here'], env)
    expect(status).toBe(1)
    expect(output).toMatch(/There is nothing to back up/)
    expect(existsSync(backups)).toBe(false)
  })

  test('of a damaged database is refused and leaves nothing', () => {
    truncateSync(path.join(portal, 'lip-lab.db'), 5000)
    const { status } = command('backup', ['--here'], { DATA_DIR: portal, BACKUP_DIR: backups })
    expect(status).toBe(1)
    expect(readdirSync(backups)).toEqual([])
  })

  test('goes when newer ones are kept', async () => {
    const { set } = backUp()
    await new Promise(resolve => setTimeout(resolve, 1100))
    const { output } = backUp('--keep', '1')
    expect(output).toContain(`removed ${path.basename(set)}`)
    expect(readdirSync(backups)).toHaveLength(1)
  })
})

/** Changes a manifest as somebody would who wants a changed set to look whole. */
async function changeManifest(set, change) {
  const file = path.join(set, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  await change(manifest)
  writeFileSync(file, JSON.stringify(manifest))
}

const DAMAGES = {
  'an upload is missing': set => rmSync(path.join(set, 'files/public/uploads/a.png')),
  'an upload has one other letter': set => writeFileSync(path.join(set, 'files/public/uploads/a.png'), 'a Picture'),
  'the keys are missing': set => rmSync(path.join(set, 'files/secrets.json')),
  'the database is missing': set => rmSync(path.join(set, 'database.sqlite')),
  'the database is cut off': set => truncateSync(path.join(set, 'database.sqlite'), 8192),
  'the database has more at its end': set => appendFileSync(path.join(set, 'database.sqlite'), 'more'),
  'the manifest is missing': set => rmSync(path.join(set, 'manifest.json')),
  'the manifest is cut off': set => truncateSync(path.join(set, 'manifest.json'), 100),
  'the manifest names another version of the tool': set => changeManifest(set, (manifest) => {
    manifest.format = 99
  }),
  'the manifest names a file outside': set => changeManifest(set, (manifest) => {
    manifest.parts[0].path = '../../outside'
  }),
  'the manifest does not name the database': set => changeManifest(set, (manifest) => {
    manifest.parts = manifest.parts.filter(part => part.path !== 'database.sqlite')
  }),
  'a row is missing, and the checksum is that of the rest': set => changeManifest(set, async (manifest) => {
    const file = path.join(set, 'database.sqlite')
    const connection = new DatabaseSync(file)
    connection.exec('DELETE FROM articles WHERE id = 1')
    connection.close()
    manifest.parts.find(part => part.path === 'database.sqlite').sha256 = await checksumOf(file)
  }),
  'a file that the database names belongs to neither folder nor manifest': set => changeManifest(set, (manifest) => {
    rmSync(path.join(set, 'files/public/uploads/a.png'))
    manifest.parts = manifest.parts.filter(part => !part.path.endsWith('a.png'))
  }),
}

describe('a set is refused by the check and by the restore, which then leaves the place empty, where', () => {
  let whole

  test.each(Object.entries(DAMAGES))('%s', async (name, damage) => {
    whole ??= backUp().set
    const set = path.join(folder, `set where ${name}`)
    cpSync(whole, set, { recursive: true })
    await damage(set)
    await expect(checkSet(set)).rejects.toThrow(/^\S/)
    const elsewhere = path.join(folder, name)
    const { status, output } = restore(set, elsewhere)
    expect(status, output).toBe(1)
    expect(output).not.toMatch(/^\s+at /m)
    expect(existsSync(elsewhere)).toBe(false)
  })
})

describe('a restore', () => {
  test('refuses a place where something is, and touches nothing', () => {
    const { set } = backUp()
    withDatabase(portal, connection => connection.exec(`UPDATE articles SET title = 'Neuer' WHERE id = 1`))
    const { status, output } = restore(set, portal)
    expect(status).toBe(1)
    expect(output).toMatch(/Not empty: .* With --replace what is there is kept aside first/)
    expect(titles(portal)).toEqual(['Neuer', 'Zwei Wege'])
  })

  test('with --replace keeps aside what was there, and names in a private file what has gone since', () => {
    const { set } = backUp()
    withDatabase(portal, connection => connection.exec(`UPDATE articles SET title = 'Neuer' WHERE id = 1;
      UPDATE consent_records SET withdrawn_on = '2026-11-30' WHERE document_id = 'c2';
      INSERT INTO tombstones (type, slug, was_deleted, gone_on) VALUES ('api::contributor.person', 'cem-c', 1, 1796000000000),
        ('api::page.page', 'zu-frueh', 0, 1796100000000)`))
    const { status, output } = restore(set, portal, '--replace')
    expect(status, output).toBe(0)
    expect(titles(portal)).toEqual(['Ein Weg', 'Zwei Wege'])
    const aside = readdirSync(portal).find(name => name.startsWith('before-'))
    expect(titles(path.join(portal, aside))).toEqual(['Neuer', 'Zwei Wege'])
    const [list] = readdirSync(backups).filter(name => name.endsWith('-to-repeat.txt'))
    expect(output).toContain(list)
    expect(output).not.toContain('Bela')
    expect(readFileSync(path.join(backups, list), 'utf8'))
      .toBe('Einwilligung „Bela, 2026-01-02“, widerrufen am 2026-11-30\nperson „cem-c“, gelöscht am 2026-11-30\n'
        + 'page „zu-frueh“, von der Website genommen am 2026-12-01\n')
    expect(modesIn(backups)).toContainEqual([list, '600'])
  })

  test('replaces a damaged database too, and keeps it aside', () => {
    const { set } = backUp()
    writeFileSync(path.join(portal, 'lip-lab.db'), 'no database at all')
    const { status, output } = restore(set, portal, '--replace')
    expect(status, output).toBe(0)
    expect(titles(portal)).toEqual(['Ein Weg', 'Zwei Wege'])
  })

  test('refuses while a program has the database open', () => {
    const { set } = backUp()
    withDatabase(portal, (connection) => {
      connection.prepare('SELECT count(*) FROM articles').get()
      const { status, output } = restore(set, portal, '--replace')
      expect(status).toBe(1)
      expect(output).toMatch(/is in use\. Stop the portal first/)
    })
  })

  test('of a set into a database of another kind is refused', () => {
    const { set } = backUp()
    const copy = path.join(folder, 'other-kind')
    cpSync(set, copy, { recursive: true })
    const env = { DATA_DIR: path.join(folder, 'pg'), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const { status, output } = command('restore', [copy, '--here'], env)
    expect(status).toBe(1)
    expect(output).toMatch(/The set is of sqlite, .* has postgres/)
  })
})
