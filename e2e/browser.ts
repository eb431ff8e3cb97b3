/** A real browser: the machine's own Chromium, else the one in the npm package @sparticuz/chromium. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** `CHROME_PATH=none` leaves the machine's own out. */
const INSTALLED = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser that makes no connection of its own. */
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find(file => existsSync(file))
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET })
  const libraries = path.join(tmpdir(), 'al2023', 'lib')
  return chromium.launch({ executablePath: await packagedBrowser(), args: QUIET, env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') } })
}

/** The package unpacks the libraries that a bare machine lacks only where it believes to be on AWS. */
async function packagedBrowser(): Promise<string> {
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
