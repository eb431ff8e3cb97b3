/** A small portal for tests: a data directory as the cms leaves it, with an upload, keys and a consent. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { root } from '../environment.mjs'

export const SECRET = 'nobody-may-read-this'

export function makePortal(directory) {
  mkdirSync(path.join(directory, 'public/uploads'), { recursive: true })
  writeFileSync(path.join(directory, 'public/uploads/a.png'), 'a picture')
  writeFileSync(path.join(directory, 'public/uploads/a_320.webp'), 'a small picture')
  writeFileSync(path.join(directory, 'secrets.json'), `{ "adminJwtSecret": "${SECRET}" }`, { mode: 0o600 })
  writeFileSync(path.join(directory, 'first-admin'), SECRET, { mode: 0o600 })
  withDatabase(directory, connection => connection.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT);
    CREATE TABLE revisions (id INTEGER PRIMARY KEY, title TEXT);
    CREATE TABLE files (id INTEGER PRIMARY KEY, url TEXT, formats TEXT);
    CREATE TABLE consent_records (id INTEGER PRIMARY KEY, document_id TEXT, label TEXT, withdrawn_on TEXT);
    CREATE TABLE tombstones (id INTEGER PRIMARY KEY, type TEXT, slug TEXT, was_deleted BOOLEAN, gone_on DATETIME);
    INSERT INTO articles (title) VALUES ('Ein Weg'), ('Zwei Wege');
    INSERT INTO files (url, formats) VALUES ('/uploads/a.png', '{"320.webp":{"url":"/uploads/a_320.webp"}}');
    INSERT INTO consent_records (document_id, label) VALUES ('c1', 'Ada, 2026-01-01'), ('c2', 'Bela, 2026-01-02');
    INSERT INTO tombstones (type, slug, was_deleted, gone_on) VALUES ('api::article.article', 'lange-fort', 1, 1700000000000);`))
  return directory
}

export function withDatabase(directory, act) {
  const connection = new DatabaseSync(path.join(directory, 'lip-lab.db'), { timeout: 5000 })
  try {
    return act(connection)
  } finally {
    connection.close()
  }
}

/** Runs a command as an operator does; `output` is everything that was said. */
export function command(name, args, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${name}.mjs`, ...args], {
    cwd: root, encoding: 'utf8', env: { ...process.env, DATABASE_URL: '', ...env },
  })
  return { status, output: stdout + stderr }
}

/** Paths and modes under a folder, such as `640`. */
export function modesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map(name => [name, (statSync(path.join(folder, name)).mode & 0o777).toString(8)])
}
