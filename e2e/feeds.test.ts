/** What programs read: feeds of articles, the sitemap, robots, and the pictures beside links elsewhere. */
import type { Browser, Page } from 'playwright-core'
import { hasGermanWords, LOCALES } from 'shared-types'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { feedComplaints, jsonFeedComplaints, sitemapComplaints } from '../web/test/formats'
import { openBrowser } from './browser'
import { read } from './editor'
import { IS_WHOLE_MATRIX } from './matrix'
import { VISITS } from './places'
import { sitemapAddresses, textsAt } from './reading'

/** Of the addresses of the sitemap `npm test` asks for so many, always the same; `npm run test:full` for all. */
const SAMPLE = 60

const web = inject('web')
const languages = LOCALES.filter(({ code }) => ['de', 'en', 'ar'].includes(code))
const listOf = (code: string) => code === 'de' ? '/beitraege' : `/${code}/articles`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
})

afterAll(() => browser?.close())

/** Links, titles and categories of a feed, whatever its format. Fails where it is no XML. */
function entriesOf(text: string, type: string): Promise<{ title: string, link: string, categories: string[] }[]> {
  return page.evaluate(
    ({ text, type }) => {
      if (type.includes('json'))
        return JSON.parse(text).items.map((item: { title: string, url: string, tags?: string[] }) => ({
          title: item.title, link: item.url, categories: item.tags ?? [],
        }))
      const xml = new DOMParser().parseFromString(text, 'application/xml')
      if (xml.querySelector('parsererror')) throw new Error(xml.documentElement.textContent ?? '')
      return [...xml.querySelectorAll('entry, item')].map(entry => ({
        title: entry.querySelector('title')?.textContent ?? '',
        link: entry.querySelector('link')?.getAttribute('href') ?? entry.querySelector('link')?.textContent ?? '',
        categories: [...entry.querySelectorAll('category')].map(
          category => category.getAttribute('label') ?? category.textContent ?? '',
        ),
      }))
    },
    { text, type },
  )
}

describe.each(languages)('the feeds of articles in $code', ({ code, language }) => {
  test.each(['', '?kind=opinion', '?field=bildung', '?kind=interview&field=bildung'])(
    'that the list%s names are there, and tell of nothing that does not exist in this language',
    async (choice) => {
      await page.goto(web + listOf(code) + choice)
      const named = await page
        .locator(
          'link[rel="alternate"][type*="atom"], link[rel="alternate"][type*="rss"], '
          + 'link[rel="alternate"][type*="json"]',
        )
        .evaluateAll(links =>
          links.map(link => ({ type: link.getAttribute('type') ?? '', href: link.getAttribute('href') ?? '' })),
        )
      const shown = await page
        .locator('.feed-links a')
        .evaluateAll(links =>
          links.map(link => ({ type: link.getAttribute('type') ?? '', href: link.getAttribute('href') ?? '' })),
        )
      expect(named.map(({ type }) => type).sort()).toEqual([
        'application/atom+xml', 'application/feed+json', 'application/rss+xml',
      ])
      expect(shown.map(({ type, href }) => ({ type, href: web + href }))).toEqual(named)
      const told: string[][] = []
      for (const { type, href } of named) {
        const response = await fetch(href)
        expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
        const text = await response.text()
        expect(
          type.includes('json')
            ? jsonFeedComplaints(text)
            : await feedComplaints(type.includes('atom') ? 'atom' : 'rss', text),
        ).toEqual([])
        const entries = await entriesOf(text, type)
        expect(entries.length).toBeGreaterThan(0)
        for (const { title, categories } of entries)
          expect(
            categories.some(category => title.startsWith(`${category}: `)),
            title,
          ).toBe(true)
        told.push(entries.map(({ link }) => link))
      }
      expect(new Set(told.map(links => links.join(' '))).size).toBe(1)
      for (const { text, status, address } of await textsAt(told[0] ?? [])) {
        expect([status, /itemprop="inLanguage" content="([^"]+)"/.exec(text)?.[1]], address).toEqual([200, language])
      }
    },
  )

  test('say of an opinion that it is one, and of an example that it is made up', async () => {
    const words = {
      de: ['Meinung: ', '(erfundenes Beispiel)'], en: ['Opinion: ', '(made-up example)'], ar: ['رأي: ', '(مثال مختلق)'],
    }[code === 'en' || code === 'ar' ? code : 'de']
    const entries = await entriesOf(
      await (await fetch(`${web}/data/${code}/articles/feed.atom?kind=opinion`)).text(), 'xml',
    )
    const example = entries.find(({ link }) => link.endsWith('/beispiel-meinung'))
    expect([example?.title.startsWith(words[0] ?? ''), example?.title.endsWith(words[1] ?? '')]).toEqual([true, true])
    expect(entries.every(({ title }) => title.startsWith(words[0] ?? ''))).toBe(true)
  })
})

test('the feed of a measure has the same entries in every language, and no text that is not in its own', async () => {
  const entriesIn = async (code: string) =>
    [
      ...(await (await fetch(`${web}/data/${code}/measures/tiny-houses/feed.atom`)).text()).matchAll(
        /<entry>[\s\S]*?<\/entry>/g,
      ),
    ].map(([entry]) => ({
      id: /<id>(.*?)<\/id>/.exec(entry)?.[1], text: /<summary[^>]*>([\s\S]*?)<\/summary>/.exec(entry)?.[1] ?? '',
    }))
  const german = await entriesIn('de')
  const told = new Set(german.map(({ text }) => text).filter(Boolean))
  expect(told.size).toBeGreaterThan(0)
  for (const code of ['tr', 'ar', 'en']) {
    const entries = await entriesIn(code)
    expect(entries.map(({ id }) => id)).toEqual(german.map(({ id }) => id))
    expect(entries.filter(({ text }) => told.has(text))).toEqual([])
  }
})

test.each([
  '/data/de/articles/feed.atom?kind=nonsense', '/data/de/articles/feed.rss?field=nonsense',
  '/data/xx/articles/feed.json', '/data/de/articles/feed.xml',
])('%s is no feed', async (address) => {
  expect((await fetch(web + address)).status).toBe(404)
})

describe('the sitemap', () => {
  test('is named by robots.txt, which keeps nobody away', async () => {
    const robots = await (await fetch(`${web}/robots.txt`)).text()
    expect(robots).toContain(`Sitemap: ${web}/sitemap.xml`)
    expect(robots).not.toMatch(/^Disallow: \/$/m)
  })

  test('lists every public document in the languages in which it exists, and in no other', async () => {
    const types = {
      articles: ['beitraege', 'articles'], people: ['personen', 'people'],
      organisations: ['organisationen', 'organisations'], pages: ['seiten', 'pages'],
      measures: ['massnahmen', 'measures'], plans: ['plaene', 'plans'], fieldsOfAction: ['handlungsfelder', 'fields'],
    }
    const listed = new Set(await sitemapAddresses())
    const expected: string[] = []
    for (const [type, [german, others]] of Object.entries(types)) {
      const answer = await read<Record<string, { slug: string, languages: string[] }[]>>(
        `{ ${type}(pagination: { limit: 100 }) { slug languages } }`,
      )
      for (const { slug, languages: existing } of answer[type] ?? [])
        for (const code of existing)
          expected.push(`${code === 'de' ? '' : `/${code}`}/${hasGermanWords(code) ? german : others}/${slug}`)
    }
    const isDocument = new RegExp(`^(/[a-z-]+)?/(${Object.values(types).flat().join('|')})/[^/]+$`)
    // Other tests write and delete meanwhile.
    const isSeeded = (address: string) => !/-2027|-probe|zu-dritt|vektor|nachgefragt/.test(address)
    expect([...listed].filter(address => isDocument.test(address) && isSeeded(address)).sort()).toEqual(
      expected.filter(isSeeded).sort(),
    )
  })

  test('names as other languages of a page only what it lists itself', async () => {
    const sitemap = await (await fetch(`${web}/sitemap.xml`)).text()
    const listed = new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address))
    for (const [, address = ''] of sitemap.matchAll(/hreflang="[^"]+" href="([^"]+)"/g))
      expect(listed.has(address), address).toBe(true)
    expect(sitemap).toMatch(/<lastmod>\d{4}-/)
    expect(await sitemapComplaints(sitemap)).toEqual([])
  })

  test(
    'leads to pages that are there, and want to be found',
    async () => {
      const listed = await sitemapAddresses()
      const step = IS_WHOLE_MATRIX ? 1 : Math.ceil(listed.length / SAMPLE)
      for (const { address, status, text } of await textsAt(
        listed.filter((_, index) => index % step === 0).map(path => web + path),
      )) {
        const path = address.replace(web, '')
        // What another test has deleted meanwhile is not listed any more.
        if (status !== 200) await expect.poll(sitemapAddresses, { timeout: 30_000, interval: 100 }).not.toContain(path)
        else
          expect(
            [/<link rel="canonical" href="([^"]+)"/.exec(text)?.[1], text.includes('content="noindex"')], path,
          ).toEqual([web + path, false])
      }
    },
    IS_WHOLE_MATRIX ? 600_000 : 60_000,
  )
})

test('every place has a picture for links elsewhere, 1200 by 630 pixels, in its language', async () => {
  const places = VISITS.filter(
    ({ code, status, isMissing, name }) =>
      status === 200
      && !isMissing
      && (code === 'de'
        || (languages.some(language => language.code === code) && ['home', 'measure', 'opinion'].includes(name))),
  )
  const pictures = new Set<string>()
  for (const { address, text } of await textsAt(places.map(place => web + place.address))) {
    const picture = /property="og:image" content="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(picture, address).toMatch(new RegExp(`^${web}/(share/\\w+-(de|en|ar)|data/(de|en|ar)/\\w+/[\\w-]+/share)\\.png$`))
    pictures.add(picture)
  }
  expect(pictures.size).toBeGreaterThanOrEqual(12)
  // Of those that are drawn for this, one of each kind in each language is enough.
  const ofEachKind = new Map([...pictures].map(picture => [/\/data\/[^/]+\/[^/]+/.exec(picture)?.[0] ?? picture, picture]))
  for (const picture of ofEachKind.values()) {
    const response = await fetch(picture)
    const file = new DataView(await response.arrayBuffer())
    expect(
      [
        response.status, response.headers.get('content-type'), file.getUint32(0), file.getUint32(16),
        file.getUint32(20),
      ],
      picture,
    ).toEqual([200, 'image/png', 0x89504e47, 1200, 630])
  }
})
