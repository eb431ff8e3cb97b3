/** Requests of every shape: none is answered with an error of ours, a stack, or a page that says nothing. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { LOCALES } from 'shared-types'
import { describe, expect, inject, test } from 'vitest'
import { IS_WHOLE_MATRIX } from './matrix'
import { root } from './product'
import { sendRaw } from './raw-request'
import { SECURITY, SECURITY_OF_UPLOADS, securityOf } from './security-headers'

const web = inject('web')
const FILE = '/favicon.svg'

/** Addresses of every kind of answer. */
const ADDRESSES = [
  '/', '/ar', '/zeitleiste', '/massnahmen/tiny-houses', '/plaene/wir-2-0', '/impressum', '/suche?q=haus', '/nie',
  '/ar/nie', '/lip', '/api/site', '/api/nie', '/healthz', '/readyz', '/robots.txt', '/data/de/articles/feed.atom',
  '/data/de/nie', '/uploads/nie.png', '/enhance.js', FILE,
]

/** What each handler of the website answers to, from the names of its files. */
const HANDLERS = ['api', 'routes'].flatMap((folder) => {
  const place = path.join(root, 'web/server', folder)
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter(file => /\.get\.ts$/.test(file))
  return files.map(
    file => `${folder === 'api' ? '/api' : ''}/${file.replace(/\.get\.ts$/, '').replace(/\/index$/, '')}`,
  )
})
const PARAMETERS: Record<string, string> = { locale: 'de', number: '1' }
const SLUGS: Record<string, string> = {
  measures: 'tiny-houses', plans: 'wir-2-0', fields: 'bildung', pages: 'lip-lab',
  articles: 'ausgangspunkt-mehr-integration',
}
const filledIn = (address: string) =>
  address.replace(
    /\[(\w+)\]/g,
    (_all, name: string) => PARAMETERS[name] ?? SLUGS[/(\w+)\/\[slug\]/.exec(address)?.[1] ?? ''] ?? 'nie',
  )

const PAGES = [
  '/', '/zeitleiste', '/massnahmen', '/aenderungen', '/beitraege', '/mitwirkende', '/mitwirkende/nie', '/glossar',
  '/suche', '/kontakt', '/plaene/wir-2-0', '/plaene/wir-2-0/herkunft', '/massnahmen/tiny-houses',
  '/massnahmen/tiny-houses/blatt', '/handlungsfelder/bildung', '/seiten/nie', '/nie', '/index.php', '/ar/measures',
]

/** All of many requests, or every seventh where only a sample is asked. */
const sampled = <Request>(requests: Request[]) =>
  requests.filter((_request, index) => IS_WHOLE_MATRIX || index % 7 === 0)

/** No answer is an error of ours, or shows where it was made. */
async function problemsOf(requests: [string, Parameters<typeof sendRaw>[2]?][]): Promise<string[]> {
  const problems: string[] = []
  for (const [address, sent] of requests) {
    const { status, body } = await sendRaw(web, address, sent)
    if (status < 200 || status >= 500 || /node_modules|\.mjs|\n\s+at /.test(body))
      problems.push(`${status} ${address.slice(0, 80)} ${JSON.stringify(sent ?? {}).slice(0, 80)}`)
  }
  return problems
}

describe('a host that is none', () => {
  const HOSTS = [
    '<x>', 'a b', '[', 'x:99999', '', 'x'.repeat(5000), '[::1]:3000', '[::1', '::1', 'x/y', 'x?y', 'x#y', 'x@y', '%',
    'http://x',
    'x:abc', ':80', '\u00FC.de', '\\',
  ]

  test.each(['Host', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Forwarded', 'X-Forwarded-For'])(
    'in %s changes nothing',
    async (header) => {
      expect(
        await problemsOf(
          sampled(
            ADDRESSES.flatMap(address =>
              HOSTS.map((host): [string, object] => [address, { headers: { [header]: host } }]),
            ),
          ),
        ),
      ).toEqual([])
    },
    120_000,
  )

  test('has the page, with the addresses of this website', async () => {
    const { status, body } = await sendRaw(web, '/', {
      headers: { 'Host': '<x>', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' },
    })
    expect(status).toBe(200)
    expect(body).toContain(`<link rel="canonical" href="${web}/">`)
    expect(body).not.toContain('evil.example')
  })
})

describe('an address that is none', () => {
  const ODD = [
    '/%', '/%E0%A4%A', '/seiten/%', '/seiten/%00', '/ar/pages/%C3%28', '/massnahmen/%2e%2e%2f', '/massnahmen/a%2Fb',
    '/massnahmen/tiny-houses/v/%', '/massnahmen/tiny-houses/v/999999999999',
    '//',
    '///',
    '//example.org',
    '/\\example.org', `/massnahmen/${'a'.repeat(7000)}`, `/${'a/'.repeat(3000)}`, '/a%00b', '/..%2f..%2fetc', '/api/%',
    '/api/measures/%', '/api/measures/%00', '/api/versions/measures/x/%',
    '/api/versions/%/x/1', '/data/de/%/x/v/1/cite.bib', '/data/%/articles/feed.atom',
    '/data/xx/articles/feed.atom', '/data/de/measures/%E0%A4%A/v/1/cite.bib', '/data/de/plans/%/crosswalk.csv',
    '/uploads/%', '/uploads/%2e%2e/x.png', '/uploads/a%00.png', '/index.php?article_id=%',
    '/index.php?article_id[]=1&clang[]=x', '/_nuxt/%', '/share/%', '/?', '/?&=&', '/??', '/__nuxt_error?statusCode=500',
    '/_payload.json', '/massnahmen/_payload.json', '*',
    'http://x/y',
    'http://[/',
  ]

  test('is no error of ours, however it is sent', async () => {
    expect(
      await problemsOf(
        sampled(
          ODD.flatMap(address =>
            ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE'].map((method): [string, object] => [address, { method }]),
          ),
        ),
      ),
    ).toEqual([])
  }, 120_000)

  test.each([
    ['/seiten/%00', 404, 'Diese Seite gibt es nicht'], ['/ar/pages/%C3%28', 404, 'هذه الصفحة غير موجودة'],
    ['/en/measures/%E0%A4%A', 404, 'This page does not exist'],
  ])('%s says so in the language of the address', async (address, status, words) => {
    const answer = await sendRaw(web, address)
    expect([answer.status, /<h1>(.*?)<\/h1>/.exec(answer.body)?.[1]]).toEqual([status, words])
  })
})

describe('a query that is none', () => {
  const NAMES = [
    'page', 'q', 'asof', 'since', 'plan', 'field', 'stage', 'kind', 'body', 'year', 'sort', 'all', 'type', 'from',
    'until', 'person', 'language', 'measure', 'view', 'name', 'slug', 'sent', 'seite', 'mit', 'statusCode', 'error',
    'with',
  ]
  const VALUES = [
    '%', '%E0%A4%A', '%00', '%FF%FE', '', 'x'.repeat(400), '-1', '1e999', '99999999999999', '2021-02-30', '__proto__',
    '%ED%A0%80', '<script>', '%0d%0a',
  ]
  const QUERIES = [
    ...VALUES.map(value => NAMES.map(name => `${name}=${value}`).join('&')),
    NAMES.flatMap(name => [`${name}=a`, `${name}=b`]).join('&'),
    NAMES.map(name => `${name}[]=a&${name}[b]=c`).join('&'),
    ...['xx', '%', '', 'de&locale=xx', '__proto__'].map(value => `locale=${value}`),
    `q=${'x'.repeat(14_000)}`, Array.from({ length: 1500 }, (_, index) => `a${index}=1`).join('&'),
  ]

  test('is no error of ours on any page', async () => {
    expect(
      await problemsOf(sampled(PAGES.flatMap(page => QUERIES.map((query): [string] => [`${page}?${query}`])))),
    ).toEqual([])
  }, 240_000)

  test('is no error of ours at any handler', async () => {
    expect(
      await problemsOf(
        sampled(
          HANDLERS.filter(address => address !== '/sitemap.xml').flatMap(address =>
            QUERIES.map((query): [string] => [`${filledIn(address)}?${query}`]),
          ),
        ),
      ),
    ).toEqual([])
  }, 240_000)
})

describe('HEAD', () => {
  test.each([...new Set([...HANDLERS.map(filledIn), ...ADDRESSES])])(
    'is answered at %s as GET is, without a body',
    async (address) => {
      const [head, get] = [await sendRaw(web, address, { method: 'HEAD' }), await sendRaw(web, address)]
      expect([head.status, head.headers.get('content-type'), head.body]).toEqual([
        get.status, get.headers.get('content-type'), '',
      ])
    },
  )
})

describe('a request in pieces', () => {
  const send = (pieces: string[], address = '/graphql') => sendRaw(web, address, {
    method: 'POST', headers: { 'Transfer-Encoding': 'chunked', 'Content-Type': 'application/json' },
    body: [...pieces, ''].map(piece => `${piece.length.toString(16)}\r\n${piece}\r\n`).join(''),
  })

  test('is read to its end', async () => {
    const { status, body } = await send(['{"query":"{ plans { ', 'slug } }"}'])
    expect(status).toBe(200)
    expect(body).toContain('"wir-2-0"')
  })

  test('is read up to the limit, and no further', async () => {
    const { status, body } = await send(Array.from({ length: 100 }, () => 'x'.repeat(1000)))
    expect([status, body.includes('at most 20000 bytes')]).toEqual([400, true])
  })
})

describe('a redirect', () => {
  test.each([
    ['/lip?asof=2021-12-31', '/plaene/lip-2008?asof=2021-12-31'],
    ['/en/lip?asof=2021-12-31&x=%C3%BC&x=2', '/en/plans/lip-2008?asof=2021-12-31&x=%C3%BC&x=2'],
    ['/index.php?article_id=3241&clang=1&utm=a%20b', '/en/pages/lip-lab?utm=a+b'],
    ['/index.php?article_id=3241', '/seiten/lip-lab'],
  ])('from %s keeps what was asked for', async (address, location) => {
    const { status, headers } = await sendRaw(web, address)
    expect([status, headers.get('location')]).toEqual([308, location])
  })
})

describe('a table', () => {
  test.each(['crosswalk', 'report'])('of %s begins with the mark of UTF-8', async (name) => {
    const bytes = new Uint8Array(await (await fetch(`${web}/data/de/plans/lip-2008/${name}.csv`)).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
    expect(new TextDecoder().decode(bytes.subarray(3, 4))).toMatch(/[a-z]/)
  })
})

describe('what browsers may do with an answer', () => {
  const IMPRINTS = LOCALES.map(({ code }) =>
    code === 'de' ? '/impressum' : `/${code}/${code === 'de-simple' ? 'impressum' : 'imprint'}`,
  )

  test.each<[string, number]>([
    ['/', 200], ['/ar/timeline', 200], ['/suche?q=haus', 200], ['/kontakt', 200], ['/nie', 404], ['/ar/nie', 404],
    ['/plaene/%00', 404], ['/vorschau/nie', 404], ['/lip', 308], ['/de/suche', 308],
    ['/index.php?article_id=1', 404], ['/api/site', 200], ['/api/nie', 404], ['/api/site?locale=xx', 400],
    ['/healthz', 200], ['/readyz', 200], ['/robots.txt', 200], ['/sitemap.xml', 200],
    ['/data/de/nie', 404], ['/data/xx/articles/feed.atom', 404],
    ['/enhance.js', 200], ['/favicon.svg', 200], ['/favicon.ico', 200], ['/site.webmanifest', 200],
    ...IMPRINTS.map((address): [string, number] => [address, 200]),
  ])('is said whole with %s (%i), also where only that is asked', async (address, status) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await sendRaw(web, address, { method })
      expect([answer.status, securityOf(answer.headers)], method).toEqual([status, SECURITY])
    }
  })

  test.each([
    '/data/de/articles/feed.atom', '/data/de/articles/feed.rss', '/data/de/articles/feed.json',
    '/data/de/changes/feed.atom', '/data/de/calendar.ics', '/data/de/plans/lip-2008/crosswalk.csv',
    '/data/de/plans/lip-2008/crosswalk.json', '/data/de/plans/lip-2008/report.csv',
    '/data/de/plans/wir-2-0/share.png', '/share/home-de.png',
  ])('is said whole with %s, which other websites may read', async (address) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await sendRaw(web, address, { method })
      expect([answer.status, securityOf(answer.headers)], method).toEqual([
        200, { ...SECURITY, 'cross-origin-resource-policy': 'cross-origin' },
      ])
    }
  })

  test.each<[string, Record<string, string>, number]>([
    ['/massnahmen', { 'Content-Length': '0' }, 405], ['/kontakt', { 'Content-Length': '99999999' }, 400],
    ['/data/de/calendar.ics', { 'Content-Length': '0' }, 405],
  ])('is said whole with %s that refuses what is sent', async (address, headers, status) => {
    const answer = await sendRaw(web, address, { method: 'POST', headers })
    expect([answer.status, securityOf(answer.headers)]).toEqual([status, SECURITY])
  })

  test('is that nothing runs in files that were uploaded, there or not, whole or in parts', async () => {
    const image = /\/uploads\/[\w.]+/.exec((await sendRaw(web, '/beitraege')).body)?.[0] ?? ''
    for (const [address, range, status] of [
      [image, 'items=0', 200], [image, 'bytes=0-9', 206], [image, 'bytes=99999999-', 416], ['/uploads/nie.png', '', 404],
    ] as const) {
      const answer = await sendRaw(web, address, { headers: { Range: range } })
      expect([answer.status, securityOf(answer.headers)]).toEqual([status, SECURITY_OF_UPLOADS])
    }
  })

  test('is said with what has not changed, too', async () => {
    const image = /\/uploads\/[\w.]+/.exec((await sendRaw(web, '/beitraege')).body)?.[0] ?? ''
    for (const [address, security] of [
      [image, SECURITY_OF_UPLOADS], [FILE, SECURITY], ['/zeitleiste', SECURITY],
    ] as const) {
      const { headers } = await sendRaw(web, address)
      const [name, value] = headers.has('etag')
        ? ['If-None-Match', headers.get('etag') ?? '']
        : ['If-Modified-Since', headers.get('last-modified') ?? '']
      const again = await sendRaw(web, address, { headers: { [name]: value } })
      expect([again.status, securityOf(again.headers)], address).toEqual([304, security])
    }
  })
})

describe('a part of a file', () => {
  test.each([
    ['bytes=0-9', 206, 10], ['bytes=-50', 206, 50], ['bytes=99999999-', 416, null], ['bytes=0-999999999', 206, null],
    ['bytes=0-1,4-5', 200, null], ['bytes=9-5', 200, null], ['items=0-5', 200, null],
  ])('%s is answered with %i', async (range, status, length) => {
    const image = /\/uploads\/[\w.]+/.exec((await sendRaw(web, '/beitraege')).body)?.[0] ?? ''
    const answer = await sendRaw(web, image, { headers: { Range: range } })
    expect(answer.status).toBe(status)
    if (length !== null) expect(answer.headers.get('content-length')).toBe(String(length))
    if (status === 416) expect(answer.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/)
  })

  test.each([
    ['bytes=-0', 416], ['bytes=-', 200], ['bytes=', 200], ['bytes=-99999999', 206], ['bytes= 0-9', 206],
    ['bytes=0-0,-1', 200],
  ])('%s of an uploaded file is answered with %i', async (range, status) => {
    const image = /\/uploads\/[\w.]+/.exec((await sendRaw(web, '/beitraege')).body)?.[0] ?? ''
    expect((await sendRaw(web, image, { headers: { Range: range } })).status).toBe(status)
  })

  test.each(['/favicon.svg', '/enhance.js', '/share/home-de.png', '/data/de/calendar.ics', '/sitemap.xml', '/impressum'])(
    'of %s is that part, or the whole, and never an error', async (address) => {
      const whole = Buffer.from(await (await fetch(web + address)).arrayBuffer())
      for (const range of ['bytes=-50', 'bytes=0-9', 'bytes=', 'bytes=0-1,4-5', 'bytes=99999999-']) {
        const answer = await fetch(web + address, { headers: { 'Range': range, 'Accept-Encoding': 'identity' } })
        const body = Buffer.from(await answer.arrayBuffer())
        const part = range === 'bytes=-50' ? whole.subarray(-50) : whole.subarray(0, 10)
        expect([200, 206, 416], `${range}: ${answer.status}`).toContain(answer.status)
        if (answer.status === 206) expect(body, range).toEqual(part)
        if (answer.status === 200) expect(body.length, range).toBe(whole.length)
      }
    },
  )
})
