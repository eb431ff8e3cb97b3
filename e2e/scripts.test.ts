/** What would run as a script, in every text field of every type: each page shows it as text, and nothing runs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { XSS_VECTORS } from '../cms/tests/vectors'
import { openBrowser } from './browser'
import { type ContentType, publicTypes, valuesOf } from './content-model'
import { htmlProblems } from './html'
import { EDITOR, type FreshProduct, root, signIn, startFresh } from './product'

/** What a line holds besides the name of its field. */
const LINE_CHARACTERS = 200
/** As many vectors in each line as a line holds; each line stands in an entry of its own. */
const LINES = XSS_VECTORS.map(vector => vector.replace(/\s+/g, ' ')).reduce<string[]>((lines, vector) => {
  const joined = `${lines.at(-1) ?? ''} ${vector}`
  return lines.length > 0 && joined.length <= LINE_CHARACTERS ? [...lines.slice(0, -1), joined] : [...lines, vector]
}, [])
const TEXT = XSS_VECTORS.join('\n')
const DAY = '2024-02-03'
const ADDRESS = 'https://www.youtube.com/?q="onmouseover="alert(1)"><script>alert(1)</script>'

/** Fields whose words no page shows: computed ones, and what only editors or partners read. */
const UNSEEN = [
  'source.label', 'contribution.label', 'decision.label', 'lineage.label', 'status-update.label', 'source.publisher',
  'image.title', 'glossary-term.forms', 'glossary-term.inflections', 'site.title', 'field-of-action.names.citations.page',
  'field-of-action.names.citations.quote', 'measure.names.citations.page', 'measure.names.citations.quote',
  'plan.measureWords.citations.page', 'plan.measureWords.citations.quote', 'timeline-event.sortKey', 'article.originalTranslations.title',
  'plan.stageWords.citations.page', 'plan.stageWords.citations.quote', 'measure.calls.citations.page',
  'measure.calls.citations.quote',
  ...['plan', 'field-of-action', 'measure', 'timeline-event', 'organisation'].flatMap(type =>
    ['statement', 'note'].map(text => `${type}.claims.translations.${text}`),
  ),
]

/** What an entry must say so that it may be there, or so that more of it is shown. */
const MORE: Record<string, object> = {
  'api::article.article': { kind: 'interview' },
  'api::measure.lineage': { kind: 'institutionalised', to: undefined },
}

let browser: Browser
let product: FreshProduct
let token: string
let page: Page
const ran: string[] = []
/** What stands in which field: its words without blanks. */
const written = new Map<string, string>()

const bare = (text: string) => text.replace(/[\s\p{Cf}\p{Zl}\p{Zp}]+/gu, '')

beforeAll(async () => {
  product = await startFresh({ SEED: 'none' })
  token = await signIn(product.cms, EDITOR)
  await writeEverything()
  // Every text has this word, and all was written at once: the first answer may take longer than a page waits for one.
  await vi.waitUntil(async () => (await fetch(`${product.web}/suche?q=alert`)).status === 200, { timeout: 60_000, interval: 500 })
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', message => ran.push(message.text()))
  page.on('pageerror', error => ran.push(error.message))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', event => console.log(`${event.violatedDirective} ${event.blockedURI}`)),
  )
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

async function writeEverything(): Promise<void> {
  const example = (file: string) => readFileSync(path.join(root, 'cms/seed/examples/files', file))
  const files = {
    images: await upload(
      'vektor.png',
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#273' } })
        .png()
        .toBuffer(),
    ),
    audios: await upload('vektor.mp3', example('beispiel-ton.mp3')),
    files: await upload('vektor.pdf', example('beispiel-blatt.pdf')),
  }
  const types = publicTypes()
  const entries = new Map<string, string>()
  for (const [number, line] of LINES.entries()) {
    const note = (place: string, words: string) => {
      written.set(`${place} ${number}`, bare(words))
      return words
    }
    const isLast = number === LINES.length - 1
    for (const type of types.filter(({ kind }) => kind === 'collectionType' || isLast)) {
      const values = valuesOf(type, {
        line: place => note(place, `${place}: ${line}`),
        text: place => note(place, `${place}: ${TEXT}`),
        slug: `${type.info.singularName}-${number}`, date: DAY, url: ADDRESS, language: 'de', files,
        related: uid => entries.get(uid),
      })
      entries.set(type.uid, await publish(type, { ...values, ...MORE[type.uid] }))
    }
  }
}

async function publish({ uid, kind, options }: ContentType, values: object): Promise<string> {
  if (kind === 'singleType') return send('PUT', `/content-manager/single-types/${uid}`, values)
  const documentId = await send('POST', `/content-manager/collection-types/${uid}`, values)
  if (options.draftAndPublish)
    await send('POST', `/content-manager/collection-types/${uid}/${documentId}/actions/publish`, values)
  return documentId
}

async function send(method: string, address: string, values: object): Promise<string> {
  const response = await fetch(product.cms + address, {
    method, headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(values),
  })
  const text = await response.text()
  expect(response.status, `${address} ${text}`).toBeLessThan(300)
  return JSON.parse(text).data.documentId
}

async function upload(name: string, content: Uint8Array): Promise<number> {
  const form = new FormData()
  form.append('files', new Blob([Uint8Array.from(content)]), name)
  form.append('fileInfo', JSON.stringify({ name }))
  const response = await fetch(`${product.cms}/upload`, {
    method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form,
  })
  const [file]: [{ id: number }] = JSON.parse(await response.text())
  return file.id
}

/** Everything a page says, whether it is unfolded or not: its words, its descriptions, what it is called. */
async function wordsOn(address: string): Promise<string> {
  const response = await page.goto(product.web + address)
  expect([address, response?.status(), ran, await intrudersOn()]).toEqual([address, 200, [], []])
  return bare(
    await page.evaluate(() =>
      [
        document.documentElement.textContent?.replaceAll('\u00AD', ''),
        ...[...document.querySelectorAll('[alt]')].map(element => element.getAttribute('alt')),
      ].join('\n'),
    ),
  )
}

/** What nobody but somebody else's script would bring into a page. */
function intrudersOn(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ attributes, localName }) => {
        const isStrange
          = ['iframe', 'object', 'embed', 'base', 'marquee', 'math', 'template'].includes(localName)
            || (localName === 'script' && attributes.getNamedItem('src')?.value !== '/enhance.js')
        return (
          isStrange
          || [...attributes].some(
            ({ name, value }) =>
              name.startsWith('on')
              || name === 'srcdoc'
              || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)
                && /^\s*(javascript|data|vbscript):/i.test(value)),
          )
        )
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )
}

const LISTS = [
  '/', '/zeitleiste', '/massnahmen', '/massnahmen?view=table', '/beitraege', '/mitwirkende', '/glossar', '/impressum',
  '/plaene', '/handlungsfelder', '/personen', '/organisationen', '/folgen',
  '/datenschutz', '/barrierefreiheit', '/kontakt', '/suche?q=alert', '/aenderungen',
  '/aenderungen?view=published&since=2020-01-01',
]
const ELSEWHERE = [
  '/ar/articles?all=1', '/ar/measures?all=1', '/en/timeline?all=1', '/en/contributors', '/ar/glossary?all=1',
  '/ar/search?q=alert', '/en/imprint',
]
const ENTRIES = [
  'plaene/plan-#', 'plaene/plan-#/herkunft', 'plaene/plan-#/inhalt', 'plaene/plan-#/namen', 'handlungsfelder/field-of-action-#', 'massnahmen/measure-#',
  'beitraege/article-#', 'personen/person-#', 'organisationen/organisation-#', 'seiten/page-#',
]
const OTHERS = [
  'massnahmen/measure-0/blatt', 'beitraege/article-0/blatt', 'massnahmen/measure-0/v/1', 'beitraege/article-0/v/1',
  'seiten/page-0/v/1', 'zeitleiste/timeline-event-0/v/1',
]
const addressOf = (entry: string, number: number) => `/${entry.replace('#', String(number))}`

test('stands in every text field, in all its forms', () => {
  expect(XSS_VECTORS.length).toBeGreaterThanOrEqual(60)
  expect(XSS_VECTORS.filter(vector => !LINES.some(line => line.includes(vector.replace(/\s+/g, ' '))))).toEqual([])
  for (const {
    info: { singularName },
  } of publicTypes()) {
    const words = [...written]
      .filter(([place]) => place.startsWith(`${singularName}.`))
      .map(([, text]) => text)
      .join('\n')
    expect(
      XSS_VECTORS.filter(vector => !words.includes(bare(vector))), singularName,
    ).toEqual([])
  }
})

test('is shown as text, field by field, and never runs', async () => {
  const addresses = [
    ...LISTS,
    ...ELSEWHERE,
    ...OTHERS.map(entry => `/${entry}`),
    ...[...LINES.keys()].flatMap(number => ENTRIES.map(entry => addressOf(entry, number))),
  ]
  let words = ''
  for (const address of addresses) words += await wordsOn(address)
  const unseen = [...written].filter(([, text]) => !words.includes(text)).map(([place]) => place.split(' ')[0])
  expect([...new Set(unseen)].sort()).toEqual(UNSEEN.toSorted())
}, 240_000)

test('does not run where an entry is named that is not translated', async () => {
  for (const entry of [
    'en/articles/article-#', 'ar/people/person-#', 'en/organisations/organisation-#', 'ar/pages/page-#',
    'en/measures/measure-#', 'ar/plans/plan-#', 'en/fields/field-of-action-#',
  ]) {
    const response = await page.goto(product.web + addressOf(entry, 1))
    expect([entry, response?.status(), ran, await intrudersOn()]).toEqual([entry, 200, [], []])
    ran.length = 0
  }
})

test('breaks neither pages nor feeds nor files for citing', async () => {
  for (const address of [
    ...LISTS,
    ...ENTRIES.map((entry, number) => addressOf(entry, number)),
    ...OTHERS.map(entry => `/${entry}`),
  ]) {
    const html = await (await fetch(product.web + address)).text()
    expect([address, await htmlProblems(html)]).toEqual([address, []])
  }
  await page.goto(product.web)
  for (const feed of ['articles/feed.atom', 'articles/feed.rss', 'measures/measure-0/feed.atom']) {
    const response = await fetch(`${product.web}/data/de/${feed}`)
    expect([
      feed, response.status,
      await page.evaluate(
        xml => new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('parsererror').length,
        await response.text(),
      ),
    ]).toEqual([feed, 200, 0])
  }
  expect(
    JSON.parse(await (await fetch(`${product.web}/data/de/articles/feed.json?kind=interview`)).text()).items,
  ).toHaveLength(LINES.length)
  for (const entry of ['measures/measure-0', 'articles/article-0', 'pages/page-0', 'timeline/timeline-event-0'])
    for (const file of ['cite.bib', 'cite.json'])
      expect([entry, file, (await fetch(`${product.web}/data/de/${entry}/v/1/${file}`)).status]).toEqual([
        entry, file, 200,
      ])
})
