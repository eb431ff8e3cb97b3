/** Boots the built cms in this process, on a database of its own, and stops it again. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { inject } from 'vitest'
import { copyTemplate, createDatabase, type Seed } from './templates'

const require = createRequire(import.meta.url)

export interface Values {
  [name: string]: unknown
}

export interface Row extends Values {
  id: number
  documentId: string
}

/** What a test needs of Strapi's Document Service. */
export interface Documents {
  create: (parameters: object) => Promise<Row>
  update: (parameters: object) => Promise<Row>
  publish: (parameters: object) => Promise<{ entries: Row[] }>
  unpublish: (parameters: object) => Promise<unknown>
  delete: (parameters: object) => Promise<unknown>
  clone: (parameters: object) => Promise<{ documentId: string, entries: Row[] }>
  findOne: (parameters: object) => Promise<Row | null>
  findMany: (parameters: object) => Promise<Row[]>
}

export interface Cms {
  strapi: Core.Strapi
  /** Address of the running server, without a slash at the end. */
  address: string
  dataDirectory: string
  documents: (uid: string) => Documents
  stop: () => Promise<void>
}

export async function startCms({ seed = 'none' }: { seed?: Seed } = {}): Promise<Cms> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-cms-'))
  const database = newName()
  await copyTemplate(seed, dataDirectory, database)
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATA_DIR: dataDirectory,
    DATABASE_URL: addressOf(database),
    SEED: 'none',
  })
  const { createStrapi } = require('@strapi/strapi')
  const strapi: Core.Strapi = createStrapi({
    appDir: process.cwd(), distDir: path.join(process.cwd(), 'dist'), serveAdminPanel: false,
  })
  await strapi.load()
  strapi.log.level = 'error'
  strapi.server.mount()
  const port = await listen(strapi)
  return {
    strapi,
    address: `http://127.0.0.1:${port}`,
    dataDirectory,
    documents: (uid) => {
      const service: Documents = Reflect.apply(strapi.documents, strapi, [uid])
      return service
    },
    stop: () => stop(strapi, dataDirectory),
  }
}

/** The address of an empty PostgreSQL database, or nothing for SQLite. */
export async function newDatabase(): Promise<string> {
  const name = newName()
  if (inject('postgresUrl')) await createDatabase(name)
  return addressOf(name)
}

function newName(): string {
  return `lip_${randomBytes(6).toString('hex')}`
}

function addressOf(database: string): string {
  const server = inject('postgresUrl')
  return server ? `${server}/${database}` : ''
}

function listen(strapi: Core.Strapi): Promise<number> {
  return new Promise((resolve) => {
    strapi.server.httpServer.listen(0, '127.0.0.1', () => {
      const address = strapi.server.httpServer.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

async function stop(strapi: Core.Strapi, dataDirectory: string): Promise<void> {
  // Strapi removes every listener of the process, those of the test runner among them.
  const { removeAllListeners } = process
  process.removeAllListeners = () => process
  await strapi.destroy()
  process.removeAllListeners = removeAllListeners
  rmSync(dataDirectory, { recursive: true, force: true })
}

export interface Answer<Data = Values> {
  status: number
  data: Data | null
  errors: { message: string }[]
}

/**
 * Asks the way a partner does, each time over a new connection: a kept one does not outlive the seconds in which a test
 * writes.
 */
export async function ask<Data = Values>(
  cms: Cms, query: string, variables: Values = {}, headers: Record<string, string> = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${cms.address}/graphql`, {
    method: 'POST',
    // What tests write beside Strapi no ledger names.
    headers: {
      'Content-Type': 'application/json', 'Connection': 'close', 'Cache-Control': 'no-store', ...headers,
    },
    body: JSON.stringify({ query, variables }),
  })
  const { data = null, errors = [] } = JSON.parse(await response.text())
  return { status: response.status, data, errors }
}

/** The preview key of this cms. */
export function previewKey(cms: Cms): string {
  return JSON.parse(readFileSync(path.join(cms.dataDirectory, 'secrets.json'), 'utf8')).previewKey
}

/**
 * The lease is renewed and Strapi counts its uploads at moments of their own; single statements stand in transactions.
 */
const BESIDES = /portal_lease|upload_folders|\bfiles\b|strapi_core_store|^(BEGIN|COMMIT)/

/** How many statements reach the database meanwhile. */
export async function statementsOf({ strapi }: Cms, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const counting = ({ sql }: { sql: string }) => {
    count += Number(!BESIDES.test(sql))
  }
  await whenQuiet(strapi)
  strapi.db.connection.on('query', counting)
  await work()
  strapi.db.connection.off('query', counting)
  return count
}

const QUIET_MILLISECONDS = 60

/**
 * Kept when no statement has reached the database for a moment: nobody waits for what follows a save.
 */
async function whenQuiet(strapi: Core.Strapi): Promise<void> {
  let last = performance.now()
  const hear = () => {
    last = performance.now()
  }
  strapi.db.connection.on('query', hear)
  while (performance.now() - last < QUIET_MILLISECONDS)
    await new Promise(resolve => setTimeout(resolve, QUIET_MILLISECONDS / 2))
  strapi.db.connection.off('query', hear)
}

/**
 * The fewest of three times, of what can be done three times: answers of PostgreSQL that come together are followed up
 * together, those that come apart are not, and what a server does by itself may come in between.
 */
export async function fewestStatementsOf(cms: Cms, work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = []
  for (let time = 0; time < 3; time += 1) counts.push(await statementsOf(cms, work))
  return Math.min(...counts)
}

/** The fewest statements of a question after a write, when everything is read again, and once more without one. */
export async function fewestAnewAndAgain(
  cms: Cms, write: (round: number) => Promise<unknown>, question: () => Promise<unknown>,
): Promise<[number, number]> {
  const measured: [number, number][] = []
  for (const round of [1, 2, 3, 4]) {
    await write(round)
    measured.push([await statementsOf(cms, question), await statementsOf(cms, question)])
  }
  return [Math.min(...measured.map(([anew]) => anew)), Math.min(...measured.map(([, again]) => again))]
}

/** The sentences with which something was refused; fails where it was not. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('This was accepted.')
}
