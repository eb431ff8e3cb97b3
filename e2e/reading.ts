/** What readers and programs take from pages. */
import type { Locator, Page } from 'playwright-core'
import { inject } from 'vitest'

/** What the public reads on. */
export const PHONE = { width: 390, height: 844 }

/**
 * Follows a link or sends a form, and waits for the whole of the page it leads to: what is counted there is complete.
 */
export async function follow(link: Locator): Promise<void> {
  await link.click()
  await link.page().waitForLoadState()
}

/** Opens the filter of a page, which is folded away. */
export function unfold(page: Page): Promise<void> {
  return page.locator('.filter-fold > summary').click()
}

/** What a part of a page says, also where it is folded away. */
export async function wordsIn(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? '').replaceAll(/\s+/g, ' ')
}

/** Within a page: whoever reads Arabic script has a face for it; the machine of the tests may have none. */
export async function withArabicFace(): Promise<void> {
  await document.fonts.load('700 1rem Vazirmatn', 'ب')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:is(:lang(ar), :lang(fa)) {
    --family-text: Vazirmatn, sans-serif !important;
    --family-ui: Vazirmatn, sans-serif !important;
  }`)
  document.adoptedStyleSheets = [sheet]
}

/** How many screens of a phone a page fills. */
export async function screensOf(page: Page): Promise<number> {
  await page.waitForLoadState()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return height / PHONE.height
}

/** Titles of the measures that were found, as cards or as a table. */
export function titlesOn(page: Page): Promise<string[]> {
  return page.locator('#found .measure-card .name a, #found tbody th a').allTextContents()
}

/** The choices of a filter, with the number that stands beside each. */
export async function choicesOf(filter: Locator): Promise<{ value: string, count: number }[]> {
  const options = await filter
    .locator('option')
    .evaluateAll(all =>
      all.map(option => ({ value: option.getAttribute('value') ?? '', text: option.textContent ?? '' })),
    )
  return options
    .filter(({ value }) => value !== '')
    .map(({ value, text }) => ({ value, count: Number(/\((\d+)\)$/.exec(text)?.[1]) }))
}

export interface Overview {
  /** Codes of the stages, in the order of the columns. */
  stages: string[]
  /** A row for each field; the slug is empty where the field of measures is not known. */
  rows: { field: string, counts: number[], total: number }[]
  totals: number[]
  total: number
  /** The same as marks: the stages of those in the row of a field. */
  marks: string[][]
}

export function overviewOn(page: Page): Promise<Overview> {
  return page.locator('.stage-overview').evaluate((overview) => {
    const asked = (link: Element | null, name: string) =>
      new URLSearchParams(link?.getAttribute('href')?.split('?')[1]).get(name) ?? ''
    const numbers = (row: Element | null) =>
      [...(row?.querySelectorAll('td') ?? [])].map(cell => Number(cell.textContent))
    const all = (selector: string, within: Element = overview) => [...within.querySelectorAll(selector)]
    const totals = numbers(overview.querySelector('tfoot tr'))
    return {
      stages: all('.stage-words a').map(link => asked(link, 'stage')),
      rows: all('tbody tr').map(row => ({
        field: row.querySelector('th a')?.getAttribute('href')?.split('/').at(-1) ?? '',
        counts: numbers(row).slice(0, -1), total: numbers(row).at(-1) ?? NaN,
      })),
      totals: totals.slice(0, -1),
      total: totals.at(-1) ?? NaN,
      marks: all('.stage-rows > li').map(row =>
        all('.measure-marks use', row).map(mark => mark.getAttribute('href')?.replace('#stage-', '') ?? '')),
    }
  })
}

/** The cells of an overview that are not empty: `field stage` → number. */
export function cellsOf({ stages, rows }: Overview): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap(({ field, counts }) =>
      counts.flatMap((count, column) => (count > 0 ? [[`${field} ${stages[column]}`, count]] : [])),
    ),
  )
}

/** What became of the measures of a plan, and how many they are. */
export function balanceOn(page: Page): Promise<Record<string, number>> {
  return page
    .locator('.fate-balance dl > div')
    .evaluateAll(parts =>
      Object.fromEntries(
        parts.map(part => [
          [...part.classList].filter(name => !name.startsWith('data-')).join(' '),
          Number(part.querySelector('dd')?.textContent),
        ]),
      ),
    )
}

/** A row of the table of links: slugs of the measures on both sides, and what happened. */
export interface LinkRow {
  from: string[]
  kind: string
  to: string[]
}

export function linksOn(page: Page): Promise<LinkRow[]> {
  return page.locator('section[aria-labelledby="links"] tbody tr').evaluateAll(rows =>
    rows.map((row) => {
      const [from, kind, to] = row.querySelectorAll('td')
      const slugs = (cell: Element | undefined) =>
        [...(cell?.querySelectorAll('.lineage-measures a') ?? [])].map(link => link.getAttribute('href')?.split('/').at(-1) ?? '')
      return { from: slugs(from), kind: kind?.textContent?.replace(/\([^)]*\)/, '').trim() ?? '', to: slugs(to) }
    }),
  )
}

/** Reads a file in which values are separated by commas (RFC 4180). */
export function rowsOfCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, comma, newLine, quoted, plain] of text.matchAll(/(,)|(\r?\n)|"((?:[^"]|"")*)"|([^,"\r\n]+)/g)) {
    const row = rows.at(-1) ?? []
    if (newLine) rows.push([])
    else if (comma) row.push('')
    else row[Math.max(0, row.length - 1)] = quoted?.replaceAll('""', '"') ?? plain ?? ''
  }
  return rows.filter(row => row.length > 0)
}

/** Asks for so many pages at once. */
const AT_ONCE = 6

/** What stands at each of these addresses. */
export async function textsAt(addresses: string[]): Promise<{ address: string, status: number, text: string }[]> {
  const waiting = [...addresses]
  const found: { address: string, status: number, text: string }[] = []
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const response = await fetch(address, { headers: { Accept: 'text/html, */*' } })
      found.push({ address, status: response.status, text: await response.text() })
    }
  }))
  return found
}

/** Every address of the sitemap, without the website's own. */
export async function sitemapAddresses(): Promise<string[]> {
  const web = inject('web')
  const sitemap = await (await fetch(`${web}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.replace(web, '') || '/')
}
