/** What a page may cost: bytes, requests, and how far what is seen may jump while it comes. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** The page alone, compressed. */
const PAGE_BYTES = { home: 20_000, other: 40_000 }
/** Page, styles, the faces of two scripts, icon, the small script. */
const REQUESTS = 6
/** With those for its pictures, where all are seen. */
const REQUESTS_WITH_PICTURES = 16
const LAYOUT_SHIFT = 0.01

/** What a browser waits for before it shows anything: the style sheet. */
const BLOCKING = /<link rel="stylesheet"[^>]*>|<style[^>]*>|<script(?![^>]*type="module")[^>]*>/g
const BLOCKERS = 1

/** What is too much of the page alone, in sentences. */
export function weightProblems(name: string, html: string): string[] {
  const bytes = gzipSync(html).length
  const most = name === 'home' ? PAGE_BYTES.home : PAGE_BYTES.other
  const blockers = html.match(BLOCKING) ?? []
  return [
    ...bytes > most ? [`The page has ${bytes} bytes, at most ${most} are allowed.`] : [],
    ...blockers.length > BLOCKERS ? [`The page is not shown before these are there: ${blockers.join(' ')}`] : [],
  ]
}

/** What is too much of a visit, in sentences. The page is one on which `watchShifts` began before everything else. */
export async function visitProblems(page: Page, requests: readonly URL[]): Promise<string[]> {
  const plain = requests.filter(({ pathname }) => !pathname.startsWith('/uploads/'))
  const shift = await page.evaluate(() => Number(Reflect.get(window, 'shift')))
  return [
    ...(plain.length > REQUESTS
      ? [`The page makes ${plain.length} requests, at most ${REQUESTS} are allowed: ${plain.join(' ')}`]
      : []),
    ...(requests.length > REQUESTS_WITH_PICTURES
      ? [`The page makes ${requests.length} requests with its pictures, at most ${REQUESTS_WITH_PICTURES} are allowed.`]
      : []),
    ...(shift <= LAYOUT_SHIFT ? [] : [`What is seen jumps by ${shift}, at most ${LAYOUT_SHIFT} is allowed.`]),
  ]
}

/**
 * Adds up, within a page, how far what is seen has jumped: all of it, or only where something within such an element
 * did.
 */
export function watchShifts(selector?: string): void {
  const isWatched = (entry: PerformanceEntry) => {
    const sources: { node: Node | null }[] = Reflect.get(entry, 'sources')
    return !selector || sources.some(({ node }) => node instanceof Element && node.closest(selector))
  }
  Reflect.set(window, 'shift', 0)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter(isWatched))
      Reflect.set(window, 'shift', Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')))
  }).observe({ type: 'layout-shift', buffered: true })
}
