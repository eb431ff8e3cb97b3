/** Behind the proxy of the containers each visitor is counted alone, with https and without it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Cms, startCms } from './strapi'

const require = createRequire(import.meta.url)
const MOST_WRONG = 10

describe('a cms behind a proxy without https', () => {
  let cms: Cms
  beforeAll(async () => {
    vi.stubEnv('BEHIND_PROXY', 'yes')
    vi.stubEnv('SITE_URL', 'http://127.0.0.1:8080')
    cms = await startCms()
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await cms?.stop()
  })

  async function signIn(visitor: string, email: string, password: string): Promise<number> {
    const { status } = await fetch(`${cms.address}/admin/login`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': visitor },
      body: JSON.stringify({ email, password }),
    })
    return status
  }

  test('refuses whoever guesses, and lets the owner in from elsewhere', async () => {
    const [email = '', password = ''] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
    const guesses: number[] = []
    for (let turn = 0; turn <= MOST_WRONG; turn += 1)
      guesses.push(await signIn('198.51.100.7', `${turn}@example.org`, 'falsch'))
    expect(guesses).toEqual([...Array.from({ length: MOST_WRONG }, () => 400), 429])
    expect(await signIn('203.0.113.9', email, password)).toBe(200)
  })
})

test.each([
  ['', 'http://127.0.0.1:3000', false], ['', 'https://example.org', true], ['yes', 'http://127.0.0.1:8080', true],
])('BEHIND_PROXY=%s and %s: who asks is what the proxy says: %s', (behind, site, isTrusted) => {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'lip-lab-proxy-'))
  vi.stubEnv('DATA_DIR', dataDirectory)
  vi.stubEnv('BEHIND_PROXY', behind)
  vi.stubEnv('SITE_URL', site)
  for (const file of ['../dist/src/environment', '../dist/config/server'])
    Reflect.deleteProperty(require.cache, require.resolve(file))
  expect(require('../dist/config/server').default.proxy).toEqual({ koa: isTrusted })
  vi.unstubAllEnvs()
  rmSync(dataDirectory, { recursive: true })
})

test('BEHIND_PROXY is refused in a sentence where it says something else', () => {
  vi.stubEnv('BEHIND_PROXY', 'true')
  Reflect.deleteProperty(require.cache, require.resolve('../dist/src/environment'))
  expect(() => require('../dist/src/environment').readEnvironment()).toThrow('BEHIND_PROXY is "true". It must be yes, or empty.')
  vi.unstubAllEnvs()
})
