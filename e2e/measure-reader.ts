/** A reader of measures without script, for the files about them. */
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { openBrowser } from './browser'
import { type Overview, overviewOn, titlesOn } from './reading'

export const web = inject('web')
/** What an editor publishes is on the pages within a minute. */
export const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }
/** Other tests make measures of other plans meanwhile. */
export const OF_PLAN = `${web}/massnahmen?plan=wir-2-0`

/** There from `readWithoutScript` on. */
export let browser: Browser
export let page: Page

export function readWithoutScript(): void {
  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage({ javaScriptEnabled: false })
  })

  afterAll(() => browser?.close())
}

export const found = () => page.locator('#found')
export const main = () => page.getByRole('main').innerText()
/** What changed, on the page that says so. */
export const entries = () => page.locator('.change-list ol > li')

/** Opens a page; what stands in it is there before its faces are. */
export function open(address: string): Promise<Response | null> {
  return page.goto(address, { waitUntil: 'domcontentloaded' })
}

export async function titlesAt(address: string): Promise<string[]> {
  await open(address)
  return titlesOn(page)
}

export async function overviewAt(address: string): Promise<Overview> {
  await open(address)
  return overviewOn(page)
}
