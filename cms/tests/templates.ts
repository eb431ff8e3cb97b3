/**
 * A first start makes every table, and seeds, which takes minutes: it happens once, in a process of its own, and once
 * without the seed on each database. Test files begin with copies of what it left.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startProcess } from './process'
import { bringRows } from './to-postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the templates of all projects stand. */
    templates: string
  }
}

export type Seed = 'none' | 'facts'

export default function provide(project: TestProject): () => void {
  const folder = path.join(tmpdir(), `lip-lab-templates-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  project.provide('templates', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Copies what a first start left: into the directory, and on PostgreSQL into the database of this name. */
export async function copyTemplate(seed: Seed, dataDirectory: string, database: string): Promise<void> {
  const server = inject('postgresUrl')
  const template = path.join(inject('templates'), `${server ? 'postgres' : 'sqlite'}-${seed}`)
  await once(template, () => server ? makeOnPostgres(server, template, seed) : makeOnSqlite(template, seed))
  cpSync(template, dataDirectory, { recursive: true })
  if (server) await createDatabase(database, nameOf(seed))
}

/** Creates a PostgreSQL database, empty or as a copy of another. */
export async function createDatabase(name: string, template = 'template1'): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
}

/** Whoever comes first makes it, the others wait. */
async function once(template: string, make: () => Promise<void>): Promise<void> {
  const [made, failed] = [`${template}.made`, `${template}.failed`]
  if (isFirst(template))
    await make().then(() => writeFileSync(made, ''), error => writeFileSync(failed, String(error)))
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`The first start of the cms failed: ${readFileSync(failed, 'utf8')}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

async function makeOnSqlite(template: string, seed: Seed): Promise<void> {
  await startOnce(template, '', seed)
  if (seed === 'facts') leaveForJourneys(template)
}

/** The facts are those that were seeded on SQLite: `npm run test:compose` seeds them on PostgreSQL. */
async function makeOnPostgres(server: string, template: string, seed: Seed): Promise<void> {
  const database = nameOf(seed)
  if (seed === 'none') {
    await createDatabase(database)
    return startOnce(template, `${server}/${database}`, seed)
  }
  const [seeded = '', empty = ''] = [`sqlite-${seed}`, 'postgres-none'].map(name => path.join(path.dirname(template), name))
  await once(seeded, () => makeOnSqlite(seeded, seed))
  await once(empty, () => makeOnPostgres(server, empty, 'none'))
  await createDatabase(database, nameOf('none'))
  await bringRows(seeded, `${server}/${database}`)
  cpSync(seeded, template, { recursive: true, filter: file => !path.basename(file).startsWith('lip-lab.db') })
}

/** `npm test` names where they look for it. */
function leaveForJourneys(data: string): void {
  const place = process.env.E2E_DATA
  if (place && !existsSync(place)) cpSync(data, place, { recursive: true })
}

function isFirst(template: string): boolean {
  try {
    mkdirSync(template)
    return true
  } catch {
    return false
  }
}

/** Starts the cms, and stops it as soon as it answers. */
async function startOnce(dataDirectory: string, databaseUrl: string, seed: Seed): Promise<void> {
  const cms = await startProcess(dataDirectory, databaseUrl, seed)
  if (cms.child.exitCode !== null) throw new Error(cms.output())
  cms.child.kill('SIGTERM')
  await cms.ended
}

function nameOf(seed: Seed): string {
  return `template_${seed}`
}
