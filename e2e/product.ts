/** Starts the product once for all journeys, on free ports and with an empty data directory. */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { startTranslationServer } from '../cms/tests/translation-server'
import { findBrowser, type InstalledBrowser } from './browser'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the website, without a slash at the end. */
    web: string
    /** Address of the cms, without a slash at the end. */
    cms: string
    browser: InstalledBrowser
    dataDirectory: string
  }
}

export const root = path.resolve(import.meta.dirname, '..')
/** Who installed it: makes the accounts of the others, and does none of their work. */
export const ADMIN = { email: 'redaktion@example.org', password: 'Nur-fuer-Tests-1' }
export const EDITOR = {
  email: 'rita@example.org', firstname: 'Rita', lastname: 'Redaktion', password: 'Nur-fuer-Tests-2',
  role: 'strapi-editor',
}
export const AUTHOR = {
  email: 'anton@example.org', firstname: 'Anton', lastname: 'Autor', password: 'Nur-fuer-Tests-3',
  role: 'strapi-author',
}
export const TRANSLATOR = {
  email: 'amira@example.org', firstname: 'Amira', lastname: 'Arabisch', password: 'Nur-fuer-Tests-4',
  role: 'translator-ar',
}
export const LEAD = {
  email: 'lea@example.org', firstname: 'Lea', lastname: 'Leitung', password: 'Nur-fuer-Tests-5', role: 'lead',
}
export type Account = typeof EDITOR

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', await findBrowser())
  const machine = await startTranslationServer()
  const { web, cms, dataDirectory, stop } = await startFresh({ TRANSLATE_URL: machine.address })
  project.provide('web', web)
  project.provide('dataDirectory', dataDirectory)
  project.provide('cms', cms)
  return async () => {
    await stop()
    await machine.stop()
  }
}

export interface FreshProduct {
  web: string
  cms: string
  dataDirectory: string
  stop: () => Promise<void>
}

/**
 * Starts one on free ports, with an empty data directory and everybody's account. `E2E_DATA` names a data directory
 * that an earlier run has seeded: a copy of it saves the minutes of seeding; what it lacks is added.
 */
export async function startFresh(env: Record<string, string>): Promise<FreshProduct> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-product-'))
  const { SEED = 'examples' } = env
  const seeded = process.env.E2E_DATA
  if (seeded && existsSync(seeded) && SEED === 'examples') cpSync(seeded, dataDirectory, { recursive: true })
  const [port, cmsPort] = [await freePort(), await freePort()]
  const product = startProduct({
    PORT: String(port), CMS_PORT: String(cmsPort), DATA_DIR: dataDirectory, ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    ...env,
  })
  const web = `http://127.0.0.1:${port}`
  const cms = `http://127.0.0.1:${cmsPort}`
  if (await product.ready !== `ready ${web}`) throw new Error(`The product did not start:\n${product.output()}`)
  await peopleIn(cms, dataDirectory).catch(async (error) => {
    await product.stop()
    throw error
  })
  return {
    web, dataDirectory, cms,
    stop: async () => {
      if (product.child.exitCode !== null)
        console.error(`The product had ended before the journeys did:\n${product.output()}`)
      await product.stop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Everybody has an account. */
async function peopleIn(cms: string, dataDirectory: string): Promise<void> {
  await takeOver(cms, path.join(dataDirectory, 'first-admin'))
  await invite(cms, [EDITOR, AUTHOR])
}

/** Who installed what was seeded elsewhere becomes who installed it here. */
async function takeOver(cms: string, firstAdmin: string): Promise<void> {
  if (!existsSync(firstAdmin)) return
  const [email = '', password = ''] = readFileSync(firstAdmin, 'utf8').trim().split('\n')
  const headers = {
    'Authorization': `Bearer ${await signIn(cms, { email, password })}`, 'Content-Type': 'application/json',
  }
  const body = JSON.stringify({ ...ADMIN, currentPassword: password })
  const answer = await fetch(`${cms}/admin/users/me`, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(`The account cannot be taken over: ${answer.status} ${await answer.text()}`)
  rmSync(firstAdmin)
}

/**
 * Makes accounts as an administrator does: by an invitation that its owner answers with a password. Known ones stay.
 */
export async function invite(cms: string, accounts: Account[]): Promise<void> {
  const headers = { 'Authorization': `Bearer ${await signIn(cms, ADMIN)}`, 'Content-Type': 'application/json' }
  const request = async (method: string, address: string, values?: object) => {
    const answer = await fetch(`${cms}/admin/${address}`, { method, headers, body: JSON.stringify(values) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${address} was answered with ${answer.status} ${text}`)
    return JSON.parse(text).data
  }
  const roles: { id: number, code: string }[] = await request('GET', 'roles')
  const known: { email: string }[] = (await request('GET', 'users?pageSize=100')).results
  for (const { password, role, ...person } of accounts.filter(
    ({ email }) => !known.some(other => other.email === email),
  )) {
    const ids = roles.filter(({ code }) => code === role).map(({ id }) => id)
    const { registrationToken } = await request('POST', 'users', { ...person, roles: ids })
    const { firstname, lastname } = person
    await request('POST', 'register', { registrationToken, userInfo: { firstname, lastname, password } })
  }
}

/** The token that opens the admin's API. On a busy machine the first try may come too early. */
export async function signIn(cms: string, { email, password }: { email: string, password: string }): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${cms}/admin/login`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
    })
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
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root, env: { ...process.env, NODE_ENV: undefined, SEED: 'examples', ...env },
  })
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
