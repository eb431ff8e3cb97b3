/** Words and the room they have: none is broken without a hyphen, and none makes a page wider than the screen. */
import type { Browser, Page } from 'playwright-core'
import { hasGermanWords } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'

const web = inject('web')

/** Where long words stand in little room: in German and its simple form, and in other languages. */
const ADDRESSES = [
  ['/massnahmen?view=table&sort=stage', '/measures?view=table&sort=stage'],
  ['/plaene/lip-2008/herkunft', '/plans/lip-2008/lineage'],
  ['/plaene/wir-2-0/mitwirkende', '/plans/wir-2-0/people'],
  ['/massnahmen/tiny-houses/blatt', '/measures/tiny-houses/sheet'],
  ['/organisationen', '/organisations'],
  ['/organisationen/lenkungsgruppe', '/organisations/lenkungsgruppe'],
  ['/aenderungen?view=published&since=2020-01-01', '/changes?view=published&since=2020-01-01'],
  ['/suche?q=LIP', '/search?q=LIP'],
  ['/kontakt', '/contact'],
  ['/folgen', '/follow'],
  ['/zeitleiste', '/timeline'],
] as const

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await (await browser.newContext()).newPage()
})

afterAll(() => browser?.close())

const addressesIn = (code: string) => ADDRESSES.map(([german, others]) =>
  (code === 'de' ? '' : `/${code}`) + (hasGermanWords(code) ? german : others))

/** Words that begin on one line and end on another; the parts between hyphens, and those of addresses, are words. */
function brokenWords(): string[] {
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
  const broken: string[] = []
  while (walker.nextNode()) {
    const { currentNode: { parentElement, textContent } } = walker
    const isSeen = parentElement?.checkVisibility()
      && !parentElement.closest('.visually-hidden, .year > h3, [lang=zxx], .source-list, a[href^=http]')
    for (const { 0: word, index } of isSeen ? (textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}]{4,}/gu) : []) {
      const topOf = (at: number) => {
        const range = document.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + 1)
        return [...range.getClientRects()].at(-1)?.top ?? 0
      }
      if (Math.abs(topOf(index) - topOf(index + word.length - 1)) > 8) broken.push(word)
    }
  }
  return broken
}

describe.each(['de', 'en', 'ru', 'ar', 'tr', 'bg'])('in %s', (code) => {
  test.each(addressesIn(code))('%s breaks no word without a hyphen', async (address) => {
    await page.goto(web + address, { waitUntil: 'domcontentloaded' })
    for (const width of [390, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate(brokenWords), `${width}`).toEqual([])
    }
  })
})

describe.each(['de', 'de-simple', 'en', 'ru', 'fa', 'bg'])('in %s', (code) => {
  test.each(addressesIn(code))('%s needs no scrolling sideways at 320 pixels with text of twice the size', async (address) => {
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(web + address, { waitUntil: 'domcontentloaded' })
    await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%') })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

test.each(['ar', 'fa'])('a name from the left that was found begins where the page in %s does', async (code) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${web}/${code}/search?q=LIP`, { waitUntil: 'domcontentloaded' })
  const edges = await page.locator('.search-hits .name').evaluateAll(names =>
    names.map(name => Math.round(name.getBoundingClientRect().right)))
  expect(edges.length).toBeGreaterThan(3)
  expect(new Set(edges).size).toBe(1)
})
