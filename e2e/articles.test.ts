/**
 * Articles: finding one, seeing every block of it, and never taking an opinion for a report. Without script unless it
 * says otherwise.
 */
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { ARTICLE_KIND, ARTICLE_KINDS } from 'shared-types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import german from '../shared-types/languages/de.json'
import arabic from '../shared-types/languages/ar.json'
import english from '../shared-types/languages/en.json'
import { axeProblems } from './axe'
import { openBrowser } from './browser'
import {
  addressIn, draft, idOf, make, paragraph, publish, read, refusalOf, removeWhatWasMade, to, translate, upload,
} from './editor'
import { htmlProblems } from './html'
import { IS_WHOLE_MATRIX } from './matrix'
import { choicesOf, follow, PHONE, unfold } from './reading'

const web = inject('web')
/** What the script shows it shows at once; the machine may be busy. */
const SOON = { timeout: 10_000 }
/** What an editor publishes is on the pages within a minute. */
const WITHIN_A_MINUTE = { timeout: 55_000, interval: 100 }

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ javaScriptEnabled: false })
})

afterAll(async () => {
  await browser?.close()
  await removeWhatWasMade()
})

const open = (address: string) => page.goto(web + address, { waitUntil: 'domcontentloaded' })
const slugsOn = (on: Page) =>
  on
    .locator('#found .article-card')
    .evaluateAll(cards => cards.map((card) => {
      // What is read elsewhere has its own page beside that.
      const link = card.querySelector('a.page') ?? card.querySelector('.name a')
      return link?.getAttribute('href')?.split('/').at(-1) ?? ''
    }))

async function slugsAt(address: string): Promise<string[]> {
  await open(address)
  return slugsOn(page)
}

describe('the list', () => {
  test('is reached from the header, and finds an interview by kind, period, field, person and language', async () => {
    await open('/')
    await page.getByRole('banner').getByRole('link', { name: 'Beiträge' }).click()
    const choice = {
      kind: 'interview', from: '2022', until: '2025', field: 'bildung', person: 'beispielperson-eins', language: 'ar',
    }
    await unfold(page)
    for (const [name, value] of Object.entries(choice)) await page.locator(`#filter-${name}`).selectOption(value)
    await follow(page.getByRole('button', { name: 'Anzeigen' }))
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(choice)
    expect(await slugsOn(page)).toEqual(['beispiel-interview'])
    expect(
      await page
        .locator('.filter-form')
        .evaluate(form =>
          form instanceof HTMLFormElement
            ? Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
            : {},
        ),
    ).toEqual(choice)
    await page.getByRole('link', { name: 'Alle Beiträge zeigen' }).click()
    expect(new URL(page.url()).search).toBe('')
  })

  test('shows the number of results and the first of them on the first screen of a phone', async () => {
    const phone = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage()
    for (const address of ['/beitraege', '/en/articles', '/ar/articles', '/beitraege?kind=report']) {
      await phone.goto(web + address)
      const name = await phone.locator('#found .article-card .name').first().boundingBox()
      const count = await phone.locator('#found [role="status"]').first().boundingBox()
      expect((name?.y ?? Infinity) + (name?.height ?? 0), address).toBeLessThanOrEqual(PHONE.height)
      expect(count?.y, address).toBeLessThan(name?.y ?? 0)
    }
    await phone.context().close()
  })

  test('leads straight to what can be read elsewhere only, and beside that to what is known of it', async () => {
    await open('/beitraege')
    const cardOf = (slug: string) => page.locator('.article-card', { has: page.locator(`a[href="/beitraege/${slug}"]`) })
    const linksOf = (slug: string) =>
      cardOf(slug).locator('a').evaluateAll(links => links.map(link => link.getAttribute('href')))
    expect(await linksOf('natuerlich-ist-das-chefsache')).toEqual([
      expect.stringMatching(/^https?:\/\/(www\.)?welt-in-hannover\.de\//), '/beitraege/natuerlich-ist-das-chefsache',
    ])
    expect(await linksOf('beispiel-interview')).toEqual(['/beitraege/beispiel-interview'])
  })

  test('has no filter where there is nothing to choose from', async () => {
    await open('/kmr/articles')
    expect(await slugsOn(page)).toEqual([])
    expect(await page.locator('.filter-form').count()).toBe(0)
    expect(await page.locator('.translation-gap a').getAttribute('href')).toBe('/kmr/articles?all=1')
  })

  test.each(['kind', 'field', 'person', 'language'])('says beside every choice of %s how many it finds', async (name) => {
    await open('/beitraege')
    const choices = await choicesOf(page.locator(`#filter-${name}`))
    expect(choices.length).toBeGreaterThanOrEqual(2)
    for (const { value } of choices) {
      const found = await slugsAt(`/beitraege?all=1&${name}=${value}`)
      // The number beside it is read on the same page: other tests write articles meanwhile.
      const count = (await choicesOf(page.locator(`#filter-${name}`))).find(choice => choice.value === value)?.count
      expect(found.length, value).toBe(count)
      expect(count, value).toBeGreaterThan(0)
    }
  })

  test('says on every card first what it is, then its date, its byline and its languages', async () => {
    await open('/beitraege?kind=opinion')
    const card = page.locator('.article-card', { hasText: 'Eine Meinung soll sagen' })
    expect(await card.locator('.marks').innerText()).toMatch(/^Meinung\s+Beispiel$/)
    expect(await card.evaluate(element => element.firstElementChild?.className)).toContain('marks')
    expect(await card.locator('.facts').innerText()).toMatch(/Februar 2025\s+Beispielperson Zwei\s+Deutsch/)
    expect(
      await card.locator('.languages bdi').evaluateAll(names => names.map(name => name.getAttribute('lang'))),
    ).toEqual(expect.arrayContaining(['de', 'en', 'ar']))
  })

  test('says what it does not know, and offers what to loosen where nothing fits', async () => {
    await open('/beitraege?kind=%3Cb%3Enonsense')
    expect(await page.getByRole('main').innerText()).toContain('Diese Auswahl kennen wir nicht: <b>nonsense')
    expect(await slugsAt('/beitraege?kind=opinion&year=2025&person=beispielperson-eins')).toEqual([])
    expect(await page.locator('#found').innerText()).toContain('Kein Beitrag passt zu dieser Auswahl.')
    for (const offer of await page
      .locator('#found [role="status"] li a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? '')))
      expect((await slugsAt(offer)).length, offer).toBeGreaterThan(0)
  })

  test('finds what appeared in a period, also where its years stand in the wrong order or are one', async () => {
    const within = await slugsAt('/beitraege?all=1&from=2019&until=2020')
    expect(within).toEqual(expect.arrayContaining(['natuerlich-ist-das-chefsache', 'vielfalt-ist-unsere-staerke']))
    expect(within).not.toContain('wir-sind-hannover-zusammenleben-in-der-stadt')
    expect(await slugsAt('/beitraege?all=1&from=2020&until=2019')).toEqual(within)
    expect(await page.getByRole('status').allInnerTexts()).toContain(
      'Die Jahre waren vertauscht. Wir zeigen 2019 bis 2020.',
    )
    expect(await page.locator('#filter-from').inputValue()).toBe('2019')
    const early = await slugsAt('/beitraege?all=1&from=nie&until=2018')
    expect(early).toContain('integration-als-gleichberechtigte-teilhabe-am-gemeinsamen-leben')
    expect(early).not.toContain('natuerlich-ist-das-chefsache')
    expect(await page.getByRole('status').allInnerTexts()).toContain(
      'Diese Auswahl kennen wir nicht: nie. Wir zeigen, was zu den übrigen passt.',
    )
    expect(await slugsAt('/beitraege?all=1&year=2018')).toEqual([
      'integration-als-gleichberechtigte-teilhabe-am-gemeinsamen-leben',
    ])
    expect(await page.locator('#filter-until').inputValue()).toBe('2018')
  })

  test('draws when they appeared beside what happened', async () => {
    await open('/beitraege')
    const bar = page.locator('.article-time-bar')
    expect(await bar.locator('path.article').count()).toBeGreaterThan(10)
    expect(await bar.locator('circle.event').count()).toBeGreaterThanOrEqual(8)
    expect(await bar.locator('svg').getAttribute('aria-hidden')).toBe('true')
  })

  describe.each([
    ['de', '/beitraege', 'beispiel-meinung'], ['ar', '/ar/articles', 'beispiel-meinung'],
  ])('with script in %s', (_code, path, slug) => {
    let instant: Page

    beforeEach(async () => {
      instant = await (await browser.newContext()).newPage()
      await instant.goto(web + path)
      await instant.evaluate(() => Reflect.set(window, 'isMarked', true))
      await unfold(instant)
    })

    afterEach(() => instant.context().close())

    test('finds at once what a choice finds, without loading the page, and names the feeds of the choice', async () => {
      const kind = instant.locator('#filter-kind')
      await kind.focus()
      await kind.selectOption('opinion')
      await expect.poll(() => new URL(instant.url()).search, SOON).toBe('?kind=opinion')
      expect(await slugsOn(instant)).toContain(slug)
      expect(await instant.evaluate(() => Reflect.get(window, 'isMarked'))).toBe(true)
      expect(await kind.evaluate(select => select === document.activeElement)).toBe(true)
      await expect
        .poll(() => instant.locator('.feed-links a').first().getAttribute('href'), SOON)
        .toContain('feed.atom?kind=opinion')
      expect(await slugsAt(`${path}?kind=opinion`)).toEqual(await slugsOn(instant))
    })
  })
})

const INTERVIEWS = [
  {
    code: 'de', address: '/beitraege/beispiel-interview', measure: '/massnahmen/schule-als-zentrum',
    speaker: 'Beispielperson Eins', quotes: ['„', '“'], minutes: /Lesezeit etwa \d+ Minuten/,
    example: 'Das ist ein Beispiel.', date: '14. März 2025', size: /PDF, \d+ kB/, note: 'Erst wenn Sie dem Link folgen',
    credit: null,
  },
  {
    code: 'en', address: '/en/articles/beispiel-interview', measure: '/en/measures/schule-als-zentrum',
    speaker: 'Beispielperson Eins', quotes: ['“', '”'], minutes: /About \d+ minutes to read/,
    example: 'This is an example.', date: '14 March 2025', size: /PDF, \d+ kB/, note: 'only when you follow the link',
    credit: 'Beispielperson Drei',
  },
  {
    code: 'ar', address: '/ar/articles/beispiel-interview', measure: '/ar/measures/schule-als-zentrum',
    speaker: 'شخصية المثال الأولى', quotes: ['«', '»'], minutes: /تستغرق القراءة نحو/, example: 'هذا مثال.',
    date: '2025', size: /PDF.*\d+/, note: 'إلا عندما تتبعون الرابط', credit: 'شخصية المثال الثالثة',
  },
] as const

describe.each(INTERVIEWS)(
  'an interview in $code',
  ({ address, measure, speaker, quotes, minutes, example, date, size, note, credit }) => {
    const hosts = new Set<string>()
    let reader: Page

    beforeAll(async () => {
      reader = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
      reader.on('request', request => hosts.add(new URL(request.url()).host))
      await reader.goto(web + address)
    })

    afterAll(() => reader?.context().close())

    test('says what it is, that it is made up, who wrote it and when, and how long it takes', async () => {
      const head = await reader.locator('.article-head').innerText()
      for (const words of [example, date]) expect(head).toContain(words)
      expect(head).toMatch(minutes)
      expect(await reader.locator('time[itemprop="datePublished"]').getAttribute('datetime')).toBe('2025-03-14')
      if (credit) expect(head).toContain(credit)
    })

    test('shows who answers each question', async () => {
      const answers = reader.locator('.article-question')
      expect(await answers.count()).toBeGreaterThan(5)
      expect(new Set(await answers.locator('.speaker').allInnerTexts())).toEqual(new Set([speaker]))
      expect(await answers.first().locator('.question strong').count()).toBe(1)
    })

    test('quotes in the marks of its language', async () => {
      const marks = await reader
        .locator('.article-quote .marked')
        .first()
        .evaluate(words => ({
          before: getComputedStyle(words, '::before').content, after: getComputedStyle(words, '::after').content,
          quotes: getComputedStyle(words).quotes,
        }))
      expect([marks.before, marks.after]).toEqual(['open-quote', 'close-quote'])
      expect([...marks.quotes.matchAll(/"(.)"/g)].slice(0, 2).map(([, mark]) => mark)).toEqual(quotes)
    })

    test('shows its pictures from the own host, in a size and form that fits, and with words', async () => {
      const pictures = reader.locator('main picture img')
      expect(await pictures.count()).toBeGreaterThanOrEqual(5)
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded()
        await expect
          .poll(
            () =>
              picture.evaluate(image => (image instanceof HTMLImageElement && image.complete ? image.naturalWidth : 0)),
            SOON,
          )
          .toBeGreaterThan(0)
        const shown = await picture.evaluate(image =>
          image instanceof HTMLImageElement
            ? {
                source: image.currentSrc, width: image.getAttribute('width'), height: image.getAttribute('height'),
                alt: image.getAttribute('alt'),
                sources: [...(image.parentElement?.querySelectorAll('source') ?? [])].map(source => source.type),
              }
            : null,
        )
        expect(shown).toMatchObject({
          source: expect.stringMatching(new RegExp(`^${web}/uploads/.+\\.avif$`)),
          width: expect.stringMatching(/^\d+$/), height: expect.stringMatching(/^\d+$/),
          sources: ['image/avif', 'image/webp'],
        })
        expect(shown?.alt).not.toBeNull()
      }
      expect(await reader.locator('.image-figure figcaption').first().innerText()).toContain('LIP-Lab')
    })

    test('keeps the important part of a picture in sight where it is cut', async () => {
      expect(await reader.locator('.article-gallery img').evaluateAll(pictures => pictures.map((picture) => {
        const { objectFit, objectPosition } = getComputedStyle(picture)
        return [objectFit, objectPosition]
      }))).toEqual([['cover', '60% 50%'], ['cover', '30% 10%'], ['cover', '40% 20%']])
    })

    test('has a gallery in which each picture leads to the whole of it', async () => {
      const whole = await reader
        .locator('.article-gallery a[href^="/uploads/"]')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
      expect(whole.length).toBeGreaterThanOrEqual(3)
      for (const picture of whole) expect((await fetch(web + picture)).headers.get('content-type')).toMatch(/^image\//)
    })

    test('leads to a film elsewhere without asking there, and says so', async () => {
      const film = reader.locator('.article-video')
      expect(await film.innerText()).toContain(note)
      expect(await film.getByRole('link').getAttribute('href')).toMatch(/^https:\/\//)
      expect(await film.locator('iframe, video, img').count()).toBe(0)
      expect([...hosts]).toEqual([new URL(web).host])
    })

    test('has a recording that plays, and every word of it to read', async () => {
      const recording = reader.locator('.article-audio')
      expect(
        await recording.locator('audio').evaluate(audio =>
          audio instanceof HTMLAudioElement
            ? new Promise<number>((resolve, reject) => {
                audio.addEventListener('loadedmetadata', () => resolve(audio.duration))
                audio.addEventListener('error', () => reject(audio.error))
                audio.preload = 'metadata'
                audio.load()
              })
            : 0,
        ),
      ).toBeGreaterThan(1)
      expect(
        await recording
          .locator('audio')
          .evaluate(audio => (audio instanceof HTMLAudioElement ? new URL(audio.currentSrc).origin : '')),
      ).toBe(web)
      await recording.locator('summary').click()
      expect((await recording.locator('details .rich-text').innerText()).length).toBeGreaterThan(50)
    })

    test('has a remark, and a file of which type and size are said', async () => {
      expect(await reader.locator('.article-callout[role="note"]').count()).toBeGreaterThan(0)
      const file = reader.locator('.article-download .file-link')
      expect(await file.innerText()).toMatch(size)
      const response = await fetch(web + (await file.getAttribute('href')))
      expect([
        response.status, response.headers.get('content-type'), response.headers.get('content-security-policy'),
      ]).toEqual([200, 'application/pdf', expect.stringContaining('sandbox')])
    })

    test('has a table of contents whose every line leads to its heading', async () => {
      const lines = reader.locator('.article-contents a')
      expect(await lines.count()).toBeGreaterThanOrEqual(3)
      for (const line of await lines.all()) {
        const words = await line.innerText()
        await line.click()
        const heading = reader.locator(':target')
        expect([await heading.evaluate(element => element.tagName), await heading.innerText()]).toEqual(['H2', words])
        expect(await heading.evaluate(element => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
      }
    })

    test('is named by what it is about, and names it', async () => {
      const about = await reader
        .locator('.article-related a')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
      expect(about).toContain(measure)
      for (const place of about) {
        await open(place)
        expect(await page.locator(`main a[href="${address}"]`).count(), place).toBeGreaterThan(0)
      }
    })
  },
)

describe('a kind', () => {
  test.each([
    ['beispiel-meinung', 'opinion', 'OpinionNewsArticle', 'Meinung'],
    ['beispiel-sachstand', 'status_report', 'Report', 'Sachstandsbericht'],
    ['beispiel-interview', 'interview', 'Conversation', 'Interview'],
  ])('of %s is said on card, page, in links elsewhere, feed and API', async (slug, kind, type, word) => {
    await open(`/beitraege/${slug}`)
    expect(await page.locator('[itemscope][itemtype]').first().getAttribute('itemtype')).toBe(
      `https://schema.org/${type}`,
    )
    expect(await page.locator('.article-head .kind-mark').innerText()).toBe(word)
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toMatch(new RegExp(`^${word}: `))
    expect(await page.title()).toMatch(new RegExp(`^${word}: `))
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toBe(
      `${web}/data/de/articles/${slug}/share.png`,
    )
    expect(await page.locator('meta[property="og:image:alt"]').getAttribute('content')).toContain(word)
    await open(`/beitraege?kind=${kind}`)
    expect(
      await page
        .locator('.article-card', { has: page.locator(`a[href$="/${slug}"]`) })
        .locator('.kind-mark')
        .innerText(),
    ).toBe(word)
    expect(await (await fetch(`${web}/data/de/articles/feed.json?kind=${kind}`)).text()).toContain(`"${word}: Beispiel`)
    expect(await read(`{ articles(filters: { slug: { eq: "${slug}" } }) { kind schemaType } }`)).toEqual({
      articles: [{ kind, schemaType: type }],
    })
  })

  test('of an opinion is seen without reading: no report looks like it', async () => {
    const looks: string[] = []
    for (const slug of ['beispiel-meinung', 'beispiel-sachstand']) {
      await open(`/beitraege/${slug}`)
      looks.push(
        await page.locator('.article-head .kind-mark').evaluate(mark => getComputedStyle(mark).backgroundColor),
      )
    }
    expect(new Set(looks).size).toBe(2)
    await open('/beitraege/beispiel-meinung')
    expect(await page.locator('.article-head').innerText()).toContain('Sie muss nicht die der Redaktion sein.')
  })
})

test('an article that first appeared elsewhere leads there, and says it', async () => {
  await open('/beitraege/natuerlich-ist-das-chefsache')
  expect(await page.locator('.elsewhere').innerText()).toContain(
    'Der Text selbst steht dort, wo er zuerst erschienen ist.',
  )
  expect(await page.locator('.elsewhere a[itemprop="isBasedOn"]').getAttribute('href')).toMatch(/^https?:\/\//)
})

test.each([
  [
    '/beitraege/integrationsplan-kommt-bald-in-die-umsetzungsphase',
    [['fa', 'Original lesen: welt-in-hannover.de Sprache: Persisch.']],
  ],
  [
    '/beitraege/die-neue-streitkultur-wird-bunt-und-vielsprachig',
    [
      ['de', 'Original lesen: welt-in-hannover.de Sprache: Deutsch.'],
      ['fa', 'Übersetzung lesen: welt-in-hannover.de Sprache: Persisch.'],
    ],
  ],
  [
    '/en/articles/the-lip-is-being-delayed-because-of-the-corona-crisis',
    [['en', 'Read the original: welt-in-hannover.de Language: English.']],
  ],
])('%s says in which languages it can be read elsewhere', async (address, originals) => {
  await open(address)
  expect(
    await page
      .locator('.elsewhere li')
      .evaluateAll(all =>
        all.map(original => [original.querySelector('a')?.hreflang, original.textContent?.replace(/\s+/g, ' ').trim()]),
      ),
  ).toEqual(originals)
})

test('a printed article has no menu, and the addresses to which it leads', async () => {
  await page.emulateMedia({ media: 'print' })
  await open('/beitraege/natuerlich-ist-das-chefsache')
  expect(
    await page
      .locator('header nav, footer nav, .article-share')
      .evaluateAll(parts => parts.filter(part => part.checkVisibility()).map(part => part.className)),
  ).toEqual([])
  const link = page.locator('.elsewhere a[itemprop]')
  expect(await link.evaluate(element => getComputedStyle(element, '::after').content)).toContain(
    await link.getAttribute('href'),
  )
  const source = page.locator('.citation-list a[href^="http"]').first()
  if (await source.count())
    expect(await source.evaluate(element => getComputedStyle(element, '::after').content)).toContain(
      await source.getAttribute('href'),
    )
  expect(await page.locator('h1').evaluate(element => element.checkVisibility())).toBe(true)
  await page.emulateMedia({ media: null })
})

test('a printed interview has every word of its recording, and the addresses to which it leads', async () => {
  await open('/beitraege/beispiel-interview')
  const transcript = page.locator('.article-audio details .rich-text')
  expect(await transcript.evaluate(text => text.checkVisibility({ contentVisibilityAuto: true }))).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(
    await transcript.evaluate(
      text => text.checkVisibility({ contentVisibilityAuto: true }) && text.getBoundingClientRect().height > 20,
    ),
  ).toBe(true)
  expect(await page.locator('.article-audio audio').evaluate(audio => audio.checkVisibility())).toBe(false)
  const links = await page
    .locator('.article-video a, .article-body .rich-text a[href^="http"]')
    .evaluateAll(all => all.map(link => [link.getAttribute('href'), getComputedStyle(link, '::after').content]))
  expect(links.length).toBeGreaterThan(0)
  for (const [address, printed] of links) expect(printed).toContain(address)
  await page.emulateMedia({ media: null })
})

describe('a picture', () => {
  test('whose file does not come is said in words, and the file stays while the picture shows it', async () => {
    const file = await upload(
      'fort.png',
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#356' } })
        .png()
        .toBuffer(),
    )
    const image = await make('image', {
      title: 'Fort', file: { id: file.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
      texts: [{ language: 'de', alt: 'Ein blaues Rechteck' }],
    })
    await make('article', {
      kind: 'report', slug: 'bild-fehlt', title: 'Das Bild fehlt', date: '2024-01-01', cover: to(image),
      body: [{ __component: 'article.image', image: to(image) }],
    })
    const broken = await browser.newPage({ javaScriptEnabled: false })
    await broken.route('**/uploads/**', route => route.abort())
    await expect
      .poll(async () => (await broken.goto(`${web}/beitraege/bild-fehlt`))?.status(), WITHIN_A_MINUTE)
      .toBe(200)
    expect(
      await broken
        .getByRole('img', { name: 'Ein blaues Rechteck' })
        .evaluateAll(pictures =>
          pictures.map(
            picture =>
              picture instanceof HTMLImageElement
              && picture.naturalWidth === 0
              && picture.getBoundingClientRect().height > 10,
          ),
        ),
    ).toEqual([true, true])
    expect(await refusalOf('DELETE', `/upload/files/${file.id}`)).toContain('Fort')
    await broken.close()
  })

  test('of an organisation is its logo, with words', async () => {
    const file = await upload(
      'zeichen.png',
      await sharp({ create: { width: 40, height: 30, channels: 3, background: '#653' } })
        .png()
        .toBuffer(),
    )
    const logo = await make('image', {
      title: 'Zeichen', file: { id: file.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work',
      texts: [{ language: 'de', alt: 'Ein braunes Rechteck' }],
    })
    await make('organisation', { name: 'Mit Zeichen', slug: 'mit-zeichen', kind: 'other', logo: to(logo) })
    await expect
      .poll(async () => (await page.goto(`${web}/organisationen/mit-zeichen`))?.status(), WITHIN_A_MINUTE)
      .toBe(200)
    const shown = page.getByRole('img', { name: 'Ein braunes Rechteck' })
    expect(
      await shown.evaluate(picture => picture instanceof HTMLImageElement && picture.naturalWidth),
    ).toBeGreaterThan(0)
    expect(await page.locator('.logo figcaption').innerText()).toContain('LIP-Lab')
  })
})

describe('an editor', () => {
  test.each([
    ['an interview of nobody', { kind: 'interview' }, '„Personen“ fehlt noch: Wer gibt das Interview?'],
    ['an article without a kind', { kind: null }, '„Art“ fehlt noch'],
    ['an article without a date', { date: null }, '„Datum“ fehlt noch'],
    ['a recording without a transcript', { body: [{ __component: 'article.audio', title: 'Ton' }] }, '„Abschrift“'],
    [
      'a film at no address',
      { body: [{ __component: 'article.video-link', title: 'Film', url: 'javascript:alert(1)' }] },
      'ist keine Internetadresse',
    ],
  ])('cannot publish %s, and is told why', async (_what, values, sentence) => {
    const article = {
      kind: 'report', title: 'Ein Versuch', date: '2024-01-01',
      body: [{ __component: 'article.text', text: [paragraph('Text')] }],
      ...values,
    }
    if (sentence.includes('Internetadresse'))
      return expect(await refusalOf('POST', addressIn('article'), article)).toContain(sentence)
    const documentId = await draft('article', article)
    expect(await refusalOf('POST', `${addressIn('article')}/${documentId}/actions/publish`, article)).toContain(
      sentence,
    )
  })

  test.each([
    'https://video.example/1',
    'https://youtube.com@evil.example/',
    'https://youtube.com.evil.example/',
    'https://y\u043Eutube.com/',
    'https://xn--yutube-cdh.com/',
  ])('cannot lead to a film at %s, and is told where films may be', async (url) => {
    const article = {
      kind: 'report', title: 'Ein Film', date: '2024-01-01',
      body: [{ __component: 'article.video-link', title: 'Film', url }],
    }
    expect(await refusalOf('POST', addressIn('article'), article)).toContain(
      `„Adresse“: „${url}“ führt nicht zu einer Videoseite, die wir kennen. Möglich sind: youtube.com, `,
    )
  })
})

/** In `npm test` each kind is read in one language, each time in another. */
const READ_IN = [
  ['de', '/beitraege', german], ['en', '/en/articles', english], ['ar', '/ar/articles', arabic],
] as const

describe.each(ARTICLE_KINDS)('a whole article of the kind %s', (kind) => {
  const slug = `e2e-art-${kind.replace('_', '-')}`
  const NAME = 'Beispielperson Aller Arten'

  beforeAll(async () => {
    const values = { name: NAME, slug: `person-${slug}`, publicGround: 'consent' }
    const person = await draft('person', values)
    await make('consent', {
      person: to(person), coversName: true, coversPicture: true, coversOpinion: true, givenOn: '2025-01-01',
    })
    await publish('person', person, values)
    const file = await upload(
      `${slug}.png`,
      await sharp({ create: { width: 300, height: 200, channels: 3, background: '#356' } })
        .png()
        .toBuffer(),
    )
    const texts = ['de', 'en', 'ar'].map(language => ({ language, alt: 'Ein blaues Rechteck', caption: 'Blau' }))
    const image = await make('image', {
      title: slug, file: { id: file.id }, author: 'LIP-Lab', licence: 'CC0-1.0', rightsGround: 'own_work', texts,
    })
    const written = (word: string) => ({
      title: `${word}: Beschäftigungsförderung im Stadtteil`, kicker: word, lead: `${word}: Worum es geht.`,
      byline: `${word}: ${NAME}`,
      body: [
        { __component: 'article.text', text: [paragraph('Ein Absatz.')] },
        {
          __component: 'article.question-and-answer', question: 'Warum?', speaker: NAME, answer: [paragraph('Darum.')],
        },
        { __component: 'article.quote', quote: 'So ist es.', attribution: NAME },
        { __component: 'article.image', image: to(image) },
        { __component: 'article.gallery', title: 'Bilder', images: to(image) },
        {
          __component: 'article.video-link', title: 'Ein Film',
          url: 'https://www.youtube.com/watch?v=beispiel',
          language: 'de', description: 'Ein Film.',
        },
        { __component: 'article.callout', title: 'Hinweis', text: [paragraph('Ein Hinweis.')] },
      ],
    })
    const article = await make('article', {
      kind, slug, date: '2025-03', people: to(person), cover: to(image),
      fieldsOfAction: to(await idOf('fieldsOfAction', 'bildung')),
      ...written('Beispiel'),
    })
    for (const [language, word] of [
      ['en', 'Example'], ['ar', 'مثال'],
    ] as const)
      await translate('article', article, language, written(word))
    await vi.waitUntil(
      async () => (await (await fetch(`${web}/ar/articles/${slug}`)).text()).includes('مثال: '),
      WITHIN_A_MINUTE,
    )
  })

  test.each(READ_IN.filter((_, index) => IS_WHOLE_MATRIX || index === ARTICLE_KINDS.indexOf(kind) % READ_IN.length))(
    'says in %s what it is, shows every block, fits, and axe finds nothing',
    async (language, path, { words }) => {
      const reader = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
      const requested = new Set<string>()
      reader.on('request', request => requested.add(new URL(request.url()).host))
      const response = await reader.goto(`${web}${path}/${slug}`)
      expect(response?.status()).toBe(200)
      expect(await reader.locator('.article-page').getAttribute('itemtype')).toBe(
        `https://schema.org/${ARTICLE_KIND[kind].schemaType}`,
      )
      expect(await reader.locator('.article-page .kind-mark').first().innerText()).toContain(words.articleKind[kind])
      for (const block of [
        '.article-question', '.article-quote', '.article-gallery', '.article-video', '.article-callout', 'figure img',
      ])
        expect(await reader.locator(`.article-page ${block}`).count(), block).toBeGreaterThan(0)
      expect([...requested]).toEqual([new URL(web).host])
      expect(await htmlProblems((await response?.text()) ?? '')).toEqual([])
      for (const width of [320, 1280]) {
        await reader.setViewportSize({ width, height: 640 })
        expect(await reader.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(width)
        expect(await axeProblems(reader)).toEqual([])
      }
      await reader.context().close()
    },
  )
})
