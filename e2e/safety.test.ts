/** Whatever somebody writes is shown as text; whatever somebody uploads is what it says it is, or refused in plain words. */
import { crc32, deflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { XSS_VECTORS } from '../cms/tests/vectors'
import { openBrowser } from './browser'
import { addressIn, idOf, make, paragraph, refusalOf, removeWhatWasMade, to, upload, uploadRefusalOf } from './editor'
import { htmlProblems } from './html'

const web = inject('web')
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 1000 }
/** Nobody waits longer to hear that a file is refused. */
const REFUSED_WITHIN_MILLISECONDS = 5000
const LINE_CHARACTERS = 255

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

/** As many of them in each line as a line holds. */
const LINES = XSS_VECTORS.map(vector => vector.replace(/\s+/g, ' ')).reduce<string[]>((lines, vector) => {
  const joined = `${lines.at(-1) ?? ''} ${vector}`
  return lines.length > 0 && joined.length <= LINE_CHARACTERS ? [...lines.slice(0, -1), joined] : [...lines, vector]
}, [])
const TEXT = XSS_VECTORS.join('\n')

describe('what would run as a script', () => {
  /** Pages on which it stands, and what must be read on each. */
  const places = new Map<string, string>()
  const ran: string[] = []
  let page: Page

  beforeAll(async () => {
    const file = await upload('vektor.png', await sharp({ create: { width: 60, height: 40, channels: 3, background: '#273' } }).png().toBuffer())
    for (const [number, line] of LINES.entries()) await makeEntries(line, number, file.id)
    page = await (await browser.newContext()).newPage()
    page.on('dialog', (dialog) => {
      ran.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('console', message => ran.push(message.text()))
    page.on('pageerror', error => ran.push(error.message))
    await page.addInitScript(() => addEventListener('securitypolicyviolation', event => console.log(`${event.violatedDirective} ${event.blockedURI}`)))
  }, 240_000)

  /** One of everything that has texts, each of them this one. */
  async function makeEntries(line: string, number: number, file: number): Promise<void> {
    const image = await make('image', { title: line, file: { id: file }, author: line, licence: line, rightsGround: 'own_work', texts: [{ language: 'de', alt: TEXT, caption: TEXT }] })
    await make('organisation', { name: line, slug: `vektor-${number}`, kind: 'other', about: TEXT, composition: TEXT, logo: to(image) })
    const source = await make('source', { kind: 'report', title: line, publisher: line, url: 'https://example.org/"><script>alert(1)</script>' })
    const citations = [{ source: to(source), page: line, quote: TEXT }]
    const person = await make('person', { name: line, slug: `vektor-${number}`, publicGround: 'public_role', about: TEXT, nameInScript: line, citations })
    const article = await make('article', {
      kind: 'interview', slug: `vektor-${number}`, date: '2024-02-03', people: to(person), cover: to(image), citations,
      title: line, kicker: line, lead: TEXT, byline: line, translationCredit: line,
      body: [
        { __component: 'article.text', text: [{ type: 'heading', level: 2, children: [{ type: 'text', text: line }] }, paragraph(TEXT), { type: 'code', language: line, children: [{ type: 'text', text: TEXT }] }] },
        { __component: 'article.question-and-answer', question: TEXT, speaker: line, answer: [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [{ type: 'text', text: TEXT, bold: true }] }] }] },
        { __component: 'article.quote', quote: TEXT, attribution: line, citations },
        { __component: 'article.image', image: to(image) },
        { __component: 'article.gallery', title: line, images: to(image) },
        { __component: 'article.video-link', title: line, url: 'https://example.org/?q="><script>alert(1)</script>', description: TEXT },
        { __component: 'article.callout', title: line, text: [{ type: 'quote', children: [{ type: 'text', text: TEXT }] }] },
        { __component: 'article.text', text: [{ type: 'paragraph', children: [{ type: 'link', url: 'https://example.org/"onmouseover="alert(1)', children: [{ type: 'text', text: line }] }] }] },
      ],
    })
    await make('contribution', { person: to(person), role: 'author', article: to(article), function: line })
    await make('term', { title: line, slug: `vektor-${number}`, explanation: TEXT, forms: TEXT })
    await make('page', { title: line, slug: `vektor-${number}`, lead: TEXT, text: [paragraph(TEXT)], citations })
    for (const section of ['beitraege', 'personen', 'organisationen', 'seiten']) places.set(`/${section}/vektor-${number}`, line)
  }

  /** As a browser shows it: blanks are one, and what has no form has none. */
  const plain = (text: string) => text.replace(/[\s\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()

  test('is there in all its forms', () => {
    expect(XSS_VECTORS.length).toBeGreaterThanOrEqual(60)
    expect(LINES.join(' ').length).toBeGreaterThan(2000)
    expect(places.size).toBe(LINES.length * 4)
  })

  test('is shown as text on every page, which stays valid, and never runs', async () => {
    await expect.poll(async () => (await fetch(`${web}/seiten/vektor-${LINES.length - 1}`)).status, WITHIN_A_MINUTE).toBe(200)
    for (const [address, line] of places) {
      const response = await page.goto(web + address)
      expect(response?.status(), address).toBe(200)
      expect(plain(await page.locator('h1').innerText()), address).toBe(plain(line))
      expect(plain(await page.locator('main').innerText()), address).toContain(plain(XSS_VECTORS[0]))
      expect(ran, address).toEqual([])
    }
  })

  test('does not run in lists, in the search, or in another language', async () => {
    for (const address of ['/beitraege', '/ar/articles?all=1', '/mitwirkende', '/en/contributors', '/glossar', '/ar/glossary?all=1', '/suche?q=alert', '/ar/search?q=alert', '/beitraege/vektor-0/v/1', '/aenderungen?view=published&since=2026-01-01']) {
      const response = await page.goto(web + address)
      expect([address, response?.status(), ran]).toEqual([address, 200, []])
    }
    // What is not translated is named there.
    for (const address of ['/en/articles/vektor-0', '/ar/people/vektor-1', '/en/organisations/vektor-2', '/ar/pages/vektor-3']) {
      const response = await page.goto(web + address)
      expect([address, response?.status(), ran.filter(words => !words.includes('404'))]).toEqual([address, 404, []])
      ran.length = 0
    }
  })

  test('breaks neither pages nor feeds', async () => {
    for (const address of ['/beitraege/vektor-0', '/beitraege/vektor-5', '/personen/vektor-1', '/organisationen/vektor-2', '/seiten/vektor-3', '/glossar', '/beitraege', '/mitwirkende', '/suche?q=script']) {
      const html = await (await fetch(web + address)).text()
      expect([address, await htmlProblems(html)]).toEqual([address, []])
    }
    await page.goto(web)
    for (const format of ['atom', 'rss', 'json']) {
      const feed = await (await fetch(`${web}/data/de/articles/feed.${format}?kind=interview`)).text()
      if (format === 'json') expect(JSON.parse(feed).items.length).toBeGreaterThan(0)
      else expect(await page.evaluate(xml => new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('parsererror').length, feed), format).toBe(0)
    }
    for (const file of ['cite.bib', 'cite.json']) expect((await fetch(`${web}/data/de/articles/vektor-0/v/1/${file}`)).status).toBe(200)
  })

  test.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'file:///etc/passwd', 'blob:https://example.org/x', '//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example'])('is no link: %j', async (url) => {
    const link = [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'Klick' }] }] }]
    const attempts: [Parameters<typeof addressIn>[0], object, RegExp][] = [
      ['page', { title: 'Ein Link', text: link }, /nicht erlaubt/], ['article', { title: 'Ein Link', body: [{ __component: 'article.text', text: link }] }, /nicht erlaubt/],
      ['article', { title: 'Ein Link', originalUrl: url }, /keine Internetadresse/], ['person', { name: 'Ein Link', website: url }, /keine Internetadresse/],
      ['organisation', { name: 'Ein Link', kind: 'other', website: url }, /keine Internetadresse/], ['source', { kind: 'report', title: 'Ein Link', url }, /keine Internetadresse/],
    ]
    for (const [collection, values, sentence] of attempts) expect(await refusalOf('POST', addressIn(collection), values), collection).toMatch(sentence)
  })
})

describe('an upload', () => {
  const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })

  test.each([
    ['of 225 megapixels', 'riesig.png', () => pngOf(15_000, 15_000), 'hat 225 Millionen Bildpunkte; höchstens 50 Millionen sind möglich'],
    ['that is a drawing with a script', 'zeichnung.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'ist keine Datei, die hier möglich ist'],
    ['that is a drawing called a picture', 'zeichnung.png', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'ist keine Datei, die hier möglich ist'],
    ['that is a PDF with a wrong ending', 'bericht.jpg', () => Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'), 'passt nicht zum Inhalt der Datei. Er müsste auf .pdf enden'],
    ['that is half a PDF', 'bericht.pdf', () => Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n'), 'ist nicht vollständig: Das Ende der PDF-Datei fehlt'],
    ['that was cut off', 'foto.jpg', async () => (await noise(800, 600).jpeg().toBuffer()).subarray(0, 20_000), 'lässt sich nicht als Bild öffnen'],
    ['that is a page', 'seite.html', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'ist keine Datei, die hier möglich ist'],
    ['that is nothing', 'leer.png', () => Buffer.alloc(0), 'Die Datei ist leer'],
  ])('%s is refused in plain words, quickly', async (_what, name, content, sentence) => {
    const bytes = await content()
    const began = Date.now()
    expect(await uploadRefusalOf(name, bytes)).toContain(sentence)
    expect(Date.now() - began).toBeLessThan(REFUSED_WITHIN_MILLISECONDS)
  })

  /** A white picture of any size, in a few kilobytes. */
  function pngOf(width: number, height: number): Uint8Array {
    const chunk = (type: string, data: Uint8Array) => {
      const content = Buffer.concat([Buffer.from(type, 'latin1'), data])
      const frame = Buffer.alloc(8)
      frame.writeUInt32BE(data.length)
      frame.writeUInt32BE(crc32(content), 4)
      return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)])
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(width)
    head.writeUInt32BE(height, 4)
    head[8] = 1
    return Buffer.concat([Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))), chunk('IEND', new Uint8Array())])
  }

  test('is shown only with a right to it, and with words', async () => {
    const file = await upload('recht.png', await noise(40, 30).png().toBuffer())
    const image = { title: 'Ohne Recht', file: { id: file.id } }
    expect(await refusalOf('POST', addressIn('image'), image)).toMatch(/„Urheberin oder Urheber“ fehlt noch[\s\S]*„Lizenz“ fehlt noch[\s\S]*„Recht“ fehlt noch/)
    const undescribed = await make('image', { ...image, title: 'Ohne Worte', author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work' })
    expect(await refusalOf('POST', `${addressIn('article')}/actions/publish`, { kind: 'report', title: 'Mit Bild', date: '2024-01-01', cover: to(undescribed) })).toContain('Das Bild „Ohne Worte“ hat noch keinen Alternativtext (Deutsch).')
  })

  test('loses the place where it was taken', async () => {
    const file = await upload('ort.jpg', await noise(400, 300).withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '52/1 22/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer())
    for (const address of [file.url, ...Object.values(file.formats ?? {}).map(({ url }) => url)]) {
      const { exif } = await sharp(await (await fetch(web + address)).arrayBuffer()).metadata()
      expect(exif, address).toBeUndefined()
    }
  })
})

describe('a very long text', () => {
  const WORD = 'Donaudampfschifffahrt'.repeat(250).slice(0, 5000)
  const MARKED = 'Von rechts: \u200Fشارع\u200F, und \u2067שלום\u2069, zero\u200Bwidth, e\u0301.'
  const SENTENCE = 'Ein Satz, der sich oft wiederholt, damit der Text sehr lang wird. '

  test('of 200 kB with a word of 5,000 letters is taken, shown, and makes nothing wider', async () => {
    const plan = to(await idOf('plans', 'wir-2-0'))
    await make('article', { kind: 'background', slug: 'vektor-lang', date: '2024-02-04', title: WORD.slice(0, 250), lead: WORD, byline: WORD.slice(0, 255), body: [
      { __component: 'article.text', text: [paragraph(WORD), paragraph(MARKED), ...Array.from({ length: 20 }, () => paragraph(SENTENCE.repeat(150)))] },
      { __component: 'article.question-and-answer', question: WORD, speaker: WORD.slice(0, 255), answer: [paragraph(WORD)] },
      { __component: 'article.quote', quote: WORD, attribution: WORD.slice(0, 255) }, { __component: 'article.callout', title: WORD.slice(0, 255), text: [paragraph(WORD)] },
    ] })
    await make('event', { slug: 'vektor-lang', date: '2024-02-04', kind: 'other', plan, title: WORD.slice(0, 250), text: [paragraph(WORD)] })
    await make('term', { slug: 'vektor-lang', title: WORD.slice(0, 250), explanation: WORD, forms: WORD })
    await make('page', { slug: 'vektor-lang', title: WORD.slice(0, 250), lead: WORD, text: [paragraph(WORD)] })
    await make('organisation', { slug: 'vektor-lang', kind: 'other', name: WORD.slice(0, 250), about: WORD, composition: WORD })
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })).newPage()
    await expect.poll(async () => (await (await fetch(`${web}/glossar`)).text()).includes('vektor-lang'), WITHIN_A_MINUTE).toBe(true)
    for (const address of ['/beitraege/vektor-lang', '/en/articles?all=1&kind=background', '/beitraege?kind=background', '/zeitleiste', '/plaene/wir-2-0', '/glossar', '/seiten/vektor-lang', '/organisationen/vektor-lang', '/mitwirkende', '/suche?q=Donaudampfschifffahrt']) {
      const response = await page.goto(web + address)
      expect([address, response?.status(), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, 200, 320])
    }
    const html = await (await fetch(`${web}/beitraege/vektor-lang`)).text()
    expect(html.length).toBeGreaterThan(200_000)
    expect(html).toContain(MARKED)
    expect(html).toContain(WORD)
  })
})
