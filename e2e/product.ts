/** Starts the product once for all journeys, on free ports and with an empty data directory. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { findBrowser, type InstalledBrowser } from './browser'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the website, without a slash at the end. */
    web: string
    /** Address of the cms, without a slash at the end. */
    cms: string
    /** Opens the admin's API to whoever may do everything there. */
    token: string
    browser: InstalledBrowser
    dataDirectory: string
  }
}

export const root = path.resolve(import.meta.dirname, '..')
export const ADMIN = { email: 'redaktion@example.org', password: 'Nur-fuer-Tests-1' }

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await findBrowser())
  const { web, cms, token, dataDirectory, stop } = await startFresh({})
  project.provide('web', web)
  project.provide('dataDirectory', dataDirectory)
  project.provide('cms', cms)
  project.provide('token', token)
  return stop
}

export interface FreshProduct {
  web: string
  cms: string
  token: string
  dataDirectory: string
  stop: () => Promise<void>
}

/**
 * Starts one on free ports, with an empty data directory and somebody signed in. `E2E_DATA` names a data directory that
 * an earlier run has seeded: a copy of it saves the minutes of seeding while one test is being written.
 */
export async function startFresh(env: Record<string, string>): Promise<FreshProduct> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-product-'))
  const { SEED = 'examples' } = env
  const seeded = process.env.E2E_DATA
  if (seeded && SEED === 'examples') cpSync(seeded, dataDirectory, { recursive: true })
  const [port, cmsPort] = [await freePort(), await freePort()]
  const product = startProduct({ PORT: String(port), CMS_PORT: String(cmsPort), DATA_DIR: dataDirectory, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password, ...env })
  const web = `http://127.0.0.1:${port}`
  if (await product.ready !== `ready ${web}`) throw new Error(`The product did not start:\n${product.output()}`)
  return {
    web, dataDirectory,
    cms: `http://127.0.0.1:${cmsPort}`,
    token: await signIn(cmsPort),
    stop: async () => {
      if (product.child.exitCode !== null) console.error(`The product had ended before the journeys did:\n${product.output()}`)
      await product.stop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Once for all journeys: signing in is throttled. On a busy machine the first try may come too early. */
async function signIn(cmsPort: number): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${cmsPort}/admin/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(ADMIN) })
    const text = await answer.text()
    if (answer.ok) return JSON.parse(text).data.token
    if (tries === 3) throw new Error(`Nobody can sign in: ${answer.status} ${text}`)
    await new Promise(resolve => setTimeout(resolve, 2000))
  }
}

export interface Product {
  child: ChildProcess
  /** The line that begins with `ready`, or null when it ended before. */
  ready: Promise<string | null>
  /** Kept when it has ended, with its exit code. */
  ended: Promise<number | null>
  output: () => string
  stop: () => Promise<number | null>
}

/** What `npm start` runs, without npm around it. */
export function startProduct(env: Record<string, string>): Product {
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: root, env: { ...process.env, NODE_ENV: undefined, SEED: 'examples', ...env } })
  let output = ''
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const ready = new Promise<string | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text
        const [line] = /^ready .*$/m.exec(output) ?? []
        if (line) resolve(line)
      })
    void ended.then(() => resolve(null))
  })
  return {
    child,
    ready,
    ended,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
