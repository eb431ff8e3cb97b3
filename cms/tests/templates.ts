/**
 * A first start makes every table, and seeds: it happens once for each kind of start and database, in a process of its
 * own. Test files begin with copies of what it left.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startProcess } from './process'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the templates of this project stand. */
    templates: string
  }
}

export type Seed = 'none' | 'facts'

export default function provide(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'lip-lab-templates-'))
  project.provide('templates', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Copies what a first start left: into the directory, and on PostgreSQL into the database of this name. */
export async function copyTemplate(seed: Seed, dataDirectory: string, database: string): Promise<void> {
  const template = path.join(inject('templates'), seed)
  await makeOnce(template, seed)
  cpSync(path.join(template, 'data'), dataDirectory, { recursive: true })
  if (inject('postgresUrl')) await createDatabase(database, nameOf(seed))
}

/** Creates a PostgreSQL database, empty or as a copy of another. */
export async function createDatabase(name: string, template = 'template1'): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
}

/** Whoever comes first makes it, the others wait. */
async function makeOnce(template: string, seed: Seed): Promise<void> {
  const [made, failed] = [path.join(template, 'made'), path.join(template, 'failed')]
  if (isFirst(template)) {
    const output = await startOnce(path.join(template, 'data'), seed)
    writeFileSync(output ? failed : made, output)
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`The first start of the cms failed, see ${failed}.`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

function isFirst(template: string): boolean {
  try {
    mkdirSync(template)
    return true
  } catch {
    return false
  }
}

/** What the cms printed, if it ended before it was told to. */
async function startOnce(dataDirectory: string, seed: Seed): Promise<string> {
  mkdirSync(dataDirectory)
  const server = inject('postgresUrl')
  if (server) await createDatabase(nameOf(seed))
  const cms = await startProcess(dataDirectory, server ? `${server}/${nameOf(seed)}` : '', seed)
  if (cms.child.exitCode !== null) return cms.output()
  cms.child.kill('SIGTERM')
  await cms.ended
  return ''
}

function nameOf(seed: Seed): string {
  return `template_${seed}`
}
