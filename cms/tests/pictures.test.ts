/**
 * Pictures and other files: what is refused, what is made of them when they are uploaded, and what they no longer tell.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, castOf, IMAGE, read } from './cast'
import { MEDIA_TYPES, pdf, picture, recording, type StoredFile, upload } from './files'
import { type Cms, refusalOf, startCms } from './strapi'

let cms: Cms
let cast: Cast
let token: string

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  const [email, password] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
  const response = await fetch(`${cms.address}/admin/login`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  })
  token = JSON.parse(await response.text()).data.token
})

afterAll(() => cms?.stop())

/** Uploads the way the admin does; with `replaces` in the place of another. */
async function uploadOverHttp(_cms: Cms, name: string, content: Uint8Array, replaces?: number): Promise<StoredFile> {
  const form = new FormData()
  const type = Object.entries(MEDIA_TYPES).find(([ending]) => name.endsWith(`.${ending}`))?.[1]
  form.append('files', new Blob([new Uint8Array(content)], { type }), name)
  const response = await fetch(`${cms.address}/upload${replaces === undefined ? '' : `?id=${replaces}`}`, {
    method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form,
  })
  const body = JSON.parse(await response.text())
  if (!response.ok) throw new Error(`${response.status} ${body.error.message}`)
  return [body].flat()[0]
}

const ways: [string, typeof upload][] = [['the upload service', upload], ['the admin', uploadOverHttp]]

const stored = (url: string) => path.join(cms.dataDirectory, 'public', url)
const allOf = ({ formats, ...original }: StoredFile) => [original, ...Object.values(formats ?? {})]

interface Variant {
  url: string
  mime: string
  width: number
  height: number
}

async function variantsOf({ id }: StoredFile): Promise<Variant[]> {
  const { documentId } = await cast.image({ file: id })
  const { image } = await read<{ image: { file: { variants: Variant[] } } }>(
    cms, `{ image(documentId: "${documentId}") { file { variants { url mime width height } } } }`,
  )
  return image.file.variants
}

/**
 * As a telephone takes it: lying on its side, with the place, the owner and the device in it. Upright it is red above
 * and blue below.
 */
function photograph(): Promise<Buffer> {
  const half = (background: string) =>
    sharp({ create: { width: 600, height: 900, channels: 3, background } })
      .png()
      .toBuffer()
  return Promise.all([half('#f00'), half('#00f')]).then(([red, blue]) =>
    sharp({ create: { width: 1200, height: 900, channels: 3, background: '#fff' } })
      .composite([{ input: red, left: 0, top: 0 }, { input: blue, left: 600, top: 0 }])
      .jpeg()
      .withExif({
        IFD0: { Make: 'Kamera', Model: 'Geheim 1', Artist: 'Jemand', XPComment: 'privat' },
        IFD3: {
          GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '9/1 44/1 0/1',
        },
      })
      .withXmp(
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Jemand"/></rdf:RDF></x:xmpmeta>',
      )
      .withMetadata({ orientation: 6 })
      .toBuffer())
}

async function colourAt(file: string, part: number): Promise<string> {
  const { width, height } = await sharp(file).metadata()
  const { data } = await sharp(file)
    .extract({ left: Math.floor(width / 2), top: Math.floor(height * part), width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, , blue = 0] = data
  return red > 200 && blue < 60 ? 'red' : blue > 200 && red < 60 ? 'blue' : `${red} ${blue}`
}

describe.each(ways)('a photograph from a telephone over %s', (_way, send) => {
  let file: StoredFile

  beforeAll(async () => {
    const original = await sharp(await photograph()).metadata()
    expect([original.orientation, original.exif?.includes('Geheim'), original.xmp?.includes('Jemand')]).toEqual([
      6, true, true,
    ])
    file = await send(cms, 'IMG_2021.jpg', await photograph())
  })

  test('stands upright, it and every smaller one', async () => {
    expect([file.width, file.height]).toEqual([900, 1200])
    for (const { url, width, height } of allOf(file)) {
      const metadata = await sharp(stored(url)).metadata()
      expect([metadata.width, metadata.height, metadata.orientation], url).toEqual([width, height, undefined])
      expect([await colourAt(stored(url), 0.25), await colourAt(stored(url), 0.75)], url).toEqual(['red', 'blue'])
    }
  })

  test('no longer tells place, owner and device, it and every smaller one', async () => {
    expect(allOf(file).length).toBeGreaterThan(6)
    for (const { url } of allOf(file)) {
      const metadata = await sharp(stored(url)).metadata()
      expect([metadata.exif, metadata.xmp, metadata.iptc], url).toEqual([undefined, undefined, undefined])
      expect(readFileSync(stored(url)).toString('latin1'), url).not.toMatch(
        /Geheim|Jemand|Kamera|privat|Exif|GPS|xmpmeta/,
      )
    }
  })

  test('has smaller ones in both encodings at the widths of screens, AVIF first, the smallest first', async () => {
    const variants = await variantsOf(file)
    expect(variants.map(({ mime, width, height }) => `${mime} ${width}×${height}`)).toEqual(
      ['image/avif', 'image/webp'].flatMap(mime => [`${mime} 320×427`, `${mime} 640×853`, `${mime} 900×1200`]),
    )
    for (const { url, mime, width, height } of variants) {
      const metadata = await sharp(stored(url)).metadata()
      expect(
        [
          metadata.format === 'heif'
            ? `image/${metadata.compression === 'av1' ? 'avif' : 'heic'}`
            : `image/${metadata.format}`,
          metadata.width, metadata.height,
        ],
        url,
      ).toEqual([mime, width, height])
      const response = await fetch(cms.address + url)
      expect(
        [response.status, response.headers.get('content-type'), response.headers.get('content-security-policy')], url,
      ).toEqual([200, mime, 'default-src \'none\'; sandbox'])
    }
  })

  test('is kept with its true sizes and without a trace of where it lay', async () => {
    for (const { url, size } of allOf(file))
      expect(Math.abs(size * 1000 - readFileSync(stored(url)).length), url).toBeLessThan(10)
    const kept: StoredFile = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } })
    expect(kept.formats).not.toBeNull()
    expect(JSON.stringify(kept)).not.toMatch(/\/tmp|strapi-upload|tmpWorkingDirectory/)
  })
})

describe('the smaller ones', () => {
  const widths = async (file: StoredFile) => [...new Set((await variantsOf(file)).map(({ width }) => width))]

  test.each([
    [20, [20]], [320, [320]], [321, [320, 321]], [1600, [320, 640, 1024, 1600]], [1601, [320, 640, 1024, 1600]],
  ])('of a picture %i wide', async (width, expected) => {
    const file = await upload(cms, 'breit.png', await picture('png', width, 12))
    expect(await widths(file)).toEqual(expected)
    expect([file.width, file.height]).toEqual([width, 12])
  })

  test('are made of at most 2,560 pixels on the longest side', async () => {
    const file = await upload(cms, 'sehr-breit.webp', await picture('webp', 3000, 60))
    expect([file.width, file.height]).toEqual([2560, 51])
    expect(await widths(file)).toEqual([320, 640, 1024, 1600])
  })

  test.each(ways)('of an AVIF are made too, and it tells no place, over %s', async (_way, send) => {
    const avif = await sharp({ create: { width: 700, height: 350, channels: 3, background: '#0a0' } })
      .avif()
      .withExif({ IFD0: { Model: 'Geheim 1' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 30/1' } })
      .toBuffer()
    expect((await sharp(avif).metadata()).exif?.includes('Geheim')).toBe(true)
    const file = await send(cms, 'gruen.avif', avif)
    expect([await widths(file), file.width, file.height]).toEqual([[320, 640, 700], 700, 350])
    for (const { url } of allOf(file)) {
      expect((await sharp(stored(url)).metadata()).exif, url).toBeUndefined()
      expect(readFileSync(stored(url)).toString('latin1'), url).not.toContain('Geheim')
    }
    const { format, compression } = await sharp(stored(file.url)).metadata()
    expect([format, compression, file.mime]).toEqual(['heif', 'av1', 'image/avif'])
  })

  test('of a picture with holes have them as well', async () => {
    const see = await sharp({
      create: { width: 400, height: 200, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0 } },
    })
      .png()
      .toBuffer()
    const file = await upload(cms, 'durchsichtig.png', see)
    for (const { url } of allOf(file)) {
      const { data, info } = await sharp(stored(url)).raw().toBuffer({ resolveWithObject: true })
      expect([info.channels, data[3]], url).toEqual([4, 0])
    }
  })

  test('of other files do not exist', async () => {
    for (const [name, content] of [['papier.pdf', pdf()], ['ton.mp3', recording()]] as const) {
      const file = await upload(cms, name, content)
      expect([file.width, file.height, file.formats]).toEqual([null, null, null])
      expect(readFileSync(stored(file.url)).equals(content)).toBe(true)
    }
  })

  test('leave when the picture is deleted', async () => {
    const file = await upload(cms, 'weg.png', await picture('png', 330, 10))
    const urls = allOf(file).map(({ url }) => url)
    expect(urls.every(url => existsSync(stored(url)))).toBe(true)
    const whole = await cms.strapi.db.query('plugin::upload.file').findOne({ where: { id: file.id } })
    await cms.strapi.plugin('upload').service('upload').remove(whole)
    expect(urls.filter(url => existsSync(stored(url)))).toEqual([])
  })
})

describe.each(ways)('a picture that is replaced over %s', (_way, send) => {
  test('keeps its address; the smaller ones are those of the new one', async () => {
    const before = await send(cms, 'vorher.jpg', await picture('jpeg', 1700, 30))
    const { documentId } = await cast.image({ file: before.id })
    const after = await send(cms, 'nachher.jpg', await photograph(), before.id)
    expect([after.id, after.url, after.width, after.height]).toEqual([before.id, before.url, 900, 1200])
    expect((await variantsOf(after)).map(({ width }) => width)).toEqual([320, 640, 900, 320, 640, 900])
    for (const { url } of allOf(after))
      expect([await colourAt(stored(url), 0.25), (await sharp(stored(url)).metadata()).exif], url).toEqual([
        'red', undefined,
      ])
    const left = allOf(before)
      .map(({ url }) => url)
      .filter(url => !allOf(after).some(other => other.url === url))
    expect(left.length).toBeGreaterThan(3)
    expect(left.filter(url => existsSync(stored(url)))).toEqual([])
    expect(await cms.documents(IMAGE).findOne({ documentId, populate: ['file'] })).toMatchObject({
      file: { id: before.id },
    })
  })

  test('is not replaced by what is no picture, or of another kind, or cut off', async () => {
    const before = await send(cms, 'bleibt.jpg', await picture('jpeg', 330, 20))
    const bytes = readFileSync(stored(before.url))
    const whole = await photograph()
    for (const [name, content] of [
      ['x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['x.jpg', await picture('png')], ['x.pdf', pdf()], ['x.png', await picture('png')],
      ['halb.jpg', whole.subarray(0, whole.length / 2)],
    ] as const)
      expect((await refusalOf(send(cms, name, content, before.id))).length, name).toBeGreaterThan(10)
    expect(readFileSync(stored(before.url)).equals(bytes)).toBe(true)
    expect(await variantsOf(before)).toHaveLength(4)
  })
})

describe('nothing stays beside the media library', () => {
  const mark = Buffer.from(`Von ${process.pid} um ${Date.now()}`)

  /** Where Strapi writes down what is sent. Other tests may use the same folder at this moment. */
  const kept = (content: Buffer) =>
    readdirSync(tmpdir())
      .filter(name => /^[a-z0-9]{20,32}$/.test(name))
      .filter((name) => {
        try {
          return readFileSync(path.join(tmpdir(), name)).includes(content)
        } catch {
          return false
        }
      })

  test.each([
    ['/upload', 'files', ''], ['/upload', 'files', 'signed in'], ['/upload', 'anders', 'signed in'],
    ['/gibt-es-nicht', 'files', ''], ['/admin/login', 'x', ''],
  ])('of a file sent to %s as "%s" %s', async (address, field, isSignedIn) => {
    const form = new FormData()
    form.append(field, new Blob([mark], { type: 'text/plain' }), 'notiz.txt')
    const { status } = await fetch(cms.address + address, {
      method: 'POST', headers: isSignedIn ? { Authorization: `Bearer ${token}` } : {}, body: form,
    })
    expect(status).toBeGreaterThanOrEqual(400)
    await expect.poll(() => kept(mark)).toEqual([])
  })

  test('of a file that is taken', async () => {
    const content = Buffer.from(await picture('png', 41, 37))
    await uploadOverHttp(cms, 'rot.png', content)
    await expect.poll(() => kept(content)).toEqual([])
  })
})

describe.each(ways)('over %s is refused', (_way, send) => {
  /** A true PNG of so many pixels, black, in a few kilobytes. */
  function hugePng(side: number): Buffer {
    const chunk = (type: string, content: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(content.length)
      sum.writeUInt32BE(crc(body))
      return Buffer.concat([length, body, sum])
    }
    const header = Buffer.alloc(13)
    header.writeUInt32BE(side, 0)
    header.writeUInt32BE(side, 4)
    header.set([1, 0, 0, 0, 0], 8)
    const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 1 })
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }

  function crc(bytes: Buffer): number {
    let sum = 0xFFFFFFFF
    for (const byte of bytes) {
      sum ^= byte
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xEDB88320 : sum >>> 1
    }
    return (sum ^ 0xFFFFFFFF) >>> 0
  }

  const bytes = (text: string) => Buffer.from(text)
  const count = () => cms.strapi.db.query('plugin::upload.file').count()

  test('a picture of 225 megapixels, without opening it', async () => {
    const huge = hugePng(15_000)
    expect(await sharp(huge, { limitInputPixels: false }).metadata()).toMatchObject({ width: 15_000, height: 15_000 })
    const before = await count()
    const startedAt = process.cpuUsage()
    expect(await refusalOf(send(cms, 'riesig.png', huge))).toContain(
      '225 Millionen Bildpunkte; höchstens 50 Millionen sind möglich',
    )
    const { user, system } = process.cpuUsage(startedAt)
    expect((user + system) / 1000, 'milliseconds of work').toBeLessThan(400)
    expect(await count()).toBe(before)
  })

  test.each([
    ['bild.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['bild.png', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['papier.jpg', pdf()], ['papier.pdf.html', pdf()], ['papier.html', pdf()], ['papier', pdf()],
    ['seite.pdf', bytes('<script>alert(1)</script>')], ['ton.mp3', bytes('kein Ton')], ['leer.png', bytes('')],
    ['archiv.pdf', bytes('PK\x03\x04')],
  ])('%s that is none', async (name, content) => {
    const before = await count()
    expect((await refusalOf(send(cms, name, content))).length).toBeGreaterThan(10)
    expect(await count()).toBe(before)
  })

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s that was cut off', async (format) => {
    const whole = await sharp(await photograph()).toFormat(format).toBuffer()
    const before = await count()
    for (const part of [0.5, 0.9])
      expect(
        await refusalOf(
          send(cms, `halb.${format === 'jpeg' ? 'jpg' : format}`, whole.subarray(0, Math.floor(whole.length * part))),
        ),
      ).toContain('lässt sich nicht als Bild öffnen')
    expect(await count()).toBe(before)
  })
})
