/** A real browser: the machine's own Chromium, else the one in the npm package @sparticuz/chromium. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
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

/** What a busy machine answers with 503 is asked for again, as its page says. */
const BUSY = { times: 10, milliseconds: 2000 }

/** Opens the browser that was found before the tests began. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = inject('browser')
  const browser = await chromium.launch({ executablePath, args: QUIET, env: { ...process.env, ...env } })
  await readAsPeopleDo(browser)
  return browser
}

/**
 * A soft hyphen is no letter: what tests read has none, as what people read has none but at the end of a line. Who is
 * told that it takes too long at the moment tries again.
 */
async function readAsPeopleDo(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  const pages: Page = Object.getPrototypeOf(page)
  const { goto } = pages
  pages.goto = async function (...asked) {
    let response = await goto.apply(this, asked)
    for (let times = 1; response?.status() === 503 && times < BUSY.times; times += 1) {
      await new Promise(resolve => setTimeout(resolve, BUSY.milliseconds))
      response = await goto.apply(this, asked)
    }
    return response
  }
  const locators: Locator = Object.getPrototypeOf(page.locator('html'))
  await page.close()
  const { allInnerTexts, allTextContents, innerText, textContent } = locators
  locators.innerText = async function (options) {
    return withoutSoftHyphens(await innerText.call(this, options))
  }
  locators.textContent = async function (options) {
    const text = await textContent.call(this, options)
    return text === null ? null : withoutSoftHyphens(text)
  }
  locators.allInnerTexts = async function () {
    return (await allInnerTexts.call(this)).map(withoutSoftHyphens)
  }
  locators.allTextContents = async function () {
    return (await allTextContents.call(this)).map(withoutSoftHyphens)
  }
}

function withoutSoftHyphens(text: string): string {
  return text.replaceAll('\u00AD', '')
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
