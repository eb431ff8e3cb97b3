import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

async function read(variables: Record<string, string>) {
  for (const name of ['CMS_URL', 'SITE_URL', 'CMS_PORT', 'PORT', 'DATA_DIR']) vi.stubEnv(name, variables[name] ?? '')
  const { readEnvironment } = await import('./environment')
  return readEnvironment()
}

describe('the environment', () => {
  it('leads to this machine where nothing is said', async () => {
    expect(await read({})).toEqual({
      cmsUrl: 'http://127.0.0.1:1337',
      siteUrl: 'http://127.0.0.1:3000',
      isBehindProxy: false,
      pagesDirectory: path.resolve('../.data/pages'),
    })
    vi.resetModules()
    expect(await read({ CMS_PORT: '4000', PORT: '5000' })).toEqual({
      cmsUrl: 'http://127.0.0.1:4000',
      siteUrl: 'http://127.0.0.1:5000',
      isBehindProxy: false,
      pagesDirectory: path.resolve('../.data/pages'),
    })
  })

  it('has addresses without a slash at the end', async () => {
    expect(await read({
      CMS_URL: 'https://cms.example.org/', SITE_URL: 'https://example.org', DATA_DIR: '/data',
    })).toEqual({
      cmsUrl: 'https://cms.example.org',
      siteUrl: 'https://example.org',
      isBehindProxy: true,
      pagesDirectory: '/data/pages',
    })
  })

  it.each(['example.org', 'ftp://example.org', 'https://', 'http://exa mple.org'])(
    'is refused with "%s" for an address',
    async (address) => {
      await expect(read({ SITE_URL: address })).rejects.toThrow(
        `SITE_URL is "${address}". It must be an address such as https://example.org.`,
      )
    },
  )
})
