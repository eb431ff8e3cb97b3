/** A real browser: the machine's own Chromium, else the one in the npm package @sparticuz/chromium. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

export interface InstalledBrowser {
  executablePath: string
  /** Where the libraries lie that a bare machine lacks. */
  env: Record<string, string>
}

/** `CHROME_PATH=none` leaves the machine's own out. */
const INSTALLED = process.env.CHROME_PATH
  ? [process.env.CHROME_PATH]
  : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser that makes no connection of its own. */
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

/** Opens the browser that was found before the tests began. */
export function openBrowser(): Promise<Browser> {
  const { executablePath, env } = inject('browser')
  return chromium.launch({ executablePath, args: QUIET, env: { ...process.env, ...env } })
}

/**
 * Finds a browser, and unpacks one where there is none: once, because it cannot be started while it is being written.
 */
export async function findBrowser(): Promise<InstalledBrowser> {
  const executablePath = INSTALLED.find(file => existsSync(file))
  if (executablePath) return { executablePath, env: {} }
  // The package unpacks the libraries only where it believes to be on AWS.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return {
    executablePath: await packaged.executablePath(),
    env: { LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023', 'lib'), FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') },
  }
}
