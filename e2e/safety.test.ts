/**
 * Whatever somebody writes is shown as text; whatever somebody uploads is what it says it is, or refused in plain
 * words.
 */
import { crc32, deflateSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser'
import { addressIn, idOf, make, paragraph, refusalOf, removeWhatWasMade, to, upload, uploadRefusalOf } from './editor'

const web = inject('web')
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }
/** Nobody waits longer to hear that a file is refused. */
const REFUSED_WITHIN_MILLISECONDS = 5000

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

describe('what would run as a script', () => {
  test.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)',
    'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//evil.example',
    '/\\evil.example', '\\\\evil.example', 'https:evil.example',
  ])('is no link: %j', async (url) => {
    const link = [{ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'Klick' }] }] }]
    const attempts: [Parameters<typeof addressIn>[0], object, RegExp][] = [
      ['page', { title: 'Ein Link', text: link }, /nicht erlaubt/],
      ['article', { title: 'Ein Link', body: [{ __component: 'article.text', text: link }] }, /nicht erlaubt/],
      ['article', { title: 'Ein Link', originalUrl: url }, /keine Internetadresse/],
      ['person', { name: 'Ein Link', website: url }, /keine Internetadresse/],
      ['organisation', { name: 'Ein Link', kind: 'other', website: url }, /keine Internetadresse/],
      ['source', { kind: 'report', title: 'Ein Link', url }, /keine Internetadresse/],
    ]
    for (const [collection, values, sentence] of attempts)
      expect(await refusalOf('POST', addressIn(collection), values), collection).toMatch(sentence)
  })
})

describe('an upload', () => {
  const noise = (width: number, height: number) =>
    sharp({
      create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
    })

  test.each([
    [
      'of 225 megapixels', 'riesig.png', () => pngOf(15_000, 15_000),
      'hat 225 Millionen Bildpunkte; höchstens 50 Millionen sind möglich',
    ],
    [
      'that is a drawing with a script', 'zeichnung.svg',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'ist keine Datei, die hier möglich ist',
    ],
    [
      'that is a drawing called a picture', 'zeichnung.png',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'ist keine Datei, die hier möglich ist',
    ],
    [
      'that is a PDF with a wrong ending', 'bericht.jpg',
      () => Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
      'passt nicht zum Inhalt der Datei. Er müsste auf .pdf enden',
    ],
    [
      'that is half a PDF', 'bericht.pdf', () => Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n'),
      'ist nicht vollständig: Das Ende der PDF-Datei fehlt',
    ],
    [
      'that was cut off', 'foto.jpg', async () => (await noise(800, 600).jpeg().toBuffer()).subarray(0, 20_000),
      'lässt sich nicht als Bild öffnen',
    ],
    [
      'that is a page', 'seite.html', () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'ist keine Datei, die hier möglich ist',
    ],
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
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))), chunk('IEND', new Uint8Array()),
    ])
  }

  test('is shown only with a right to it, and with words', async () => {
    const file = await upload('recht.png', await noise(40, 30).png().toBuffer())
    const image = { title: 'Ohne Recht', file: { id: file.id } }
    expect(await refusalOf('POST', addressIn('image'), image)).toMatch(
      /„Urheberin oder Urheber“ fehlt noch[\s\S]*„Lizenz“ fehlt noch[\s\S]*„Recht“ fehlt noch/,
    )
    const undescribed = await make('image', {
      ...image,
      title: 'Ohne Worte', author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
    })
    expect(
      await refusalOf('POST', `${addressIn('article')}/actions/publish`, {
        kind: 'report', title: 'Mit Bild', date: '2024-01-01', cover: to(undescribed),
      }),
    ).toContain('Das Bild „Ohne Worte“ hat noch keinen Alternativtext (Deutsch).')
  })

  test('loses the place where it was taken', async () => {
    const file = await upload(
      'ort.jpg',
      await noise(400, 300)
        .withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '52/1 22/1 0/1', GPSLatitudeRef: 'N' } })
        .jpeg()
        .toBuffer(),
    )
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
    await make('article', {
      kind: 'background', slug: 'vektor-lang', date: '2024-02-04', title: WORD.slice(0, 250), lead: WORD,
      byline: WORD.slice(0, 255),
      body: [
        {
          __component: 'article.text',
          text: [
            paragraph(WORD), paragraph(MARKED),
            ...Array.from({ length: 20 }, () => paragraph(SENTENCE.repeat(150))),
          ],
        },
        {
          __component: 'article.question-and-answer', question: WORD, speaker: WORD.slice(0, 255),
          answer: [paragraph(WORD)],
        },
        { __component: 'article.quote', quote: WORD, attribution: WORD.slice(0, 255) },
        { __component: 'article.callout', title: WORD.slice(0, 255), text: [paragraph(WORD)] },
      ],
    })
    await make('event', {
      slug: 'vektor-lang', date: '2024-02-04', kind: 'other', plan, title: WORD.slice(0, 250), text: [paragraph(WORD)],
    })
    await make('term', { slug: 'vektor-lang', title: WORD.slice(0, 250), explanation: WORD, forms: WORD })
    await make('page', { slug: 'vektor-lang', title: WORD.slice(0, 250), lead: WORD, text: [paragraph(WORD)] })
    await make('organisation', {
      slug: 'vektor-lang', kind: 'other', name: WORD.slice(0, 250), about: WORD, composition: WORD,
    })
    const page = await (
      await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    ).newPage()
    await expect
      .poll(async () => (await (await fetch(`${web}/glossar`)).text()).includes('vektor-lang'), WITHIN_A_MINUTE)
      .toBe(true)
    for (const address of [
      '/beitraege/vektor-lang', '/en/articles?all=1&kind=background', '/beitraege?kind=background', '/zeitleiste',
      '/plaene/wir-2-0', '/plaene/wir-2-0/mitwirkende', '/glossar', '/seiten/vektor-lang', '/organisationen/vektor-lang', '/mitwirkende',
      '/suche?q=Donaudampfschifffahrt',
    ]) {
      const response = await page.goto(web + address)
      expect([address, response?.status(), await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
        address, 200, 320,
      ])
    }
    const html = await (await fetch(`${web}/beitraege/vektor-lang`)).text()
    expect(html.length).toBeGreaterThan(200_000)
    expect(html).toContain(MARKED)
    expect(html).toContain(WORD)
  })
})
