import { Window } from 'happy-dom'
import type { ArticleFeedQuery, LocaleCode } from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedFormat } from '../../config/feeds'
import { openCms } from '../../test/cms'
import { feedComplaints, jsonFeedComplaints } from '../../test/formats'
import { findFeedArticles, toArticleFeed } from './article-feed'

type Node = ArticleFeedQuery['articleFinder']['nodes'][number]

const education = { slug: 'bildung', title: 'Bildung', locale: 'de', strand: 'one' as const, order: 1, plan: null }
const written = (given: Partial<Node> = {}): Node => ({
  documentId: 'a1', slug: 'ein-beitrag', kind: 'report', schemaType: 'NewsArticle', kicker: null, title: 'Ein Beitrag',
  lead: 'Worum es geht.', date: '2021-02', byline: 'Text: Beispielperson', locale: 'de', languages: ['de'],
  inSourceLanguage: { locale: 'de', kicker: null, lead: null, byline: null },
  translationOrigin: null, translationState: 'source', isExample: false, fieldsOfAction: [education],
  publishedAt: '2024-03-01T10:00:00.000Z',
  ...given,
})
const ARTICLES = [
  written({
    documentId: 'a2', slug: 'meine-sicht', kind: 'opinion', schemaType: 'OpinionNewsArticle', title: 'Meine Sicht',
    date: '2022-05-04', publishedAt: '2024-02-01T08:00:00.000Z',
  }),
  written(),
]

let cms: Awaited<ReturnType<typeof openCms>>
let answer: ArticleFeedQuery
beforeAll(async () => { cms = await openCms(() => answer) })
afterAll(() => cms.close())

/** Every question is asked of the cms anew: no other has these variables. */
let questions = 0

async function feedOf(
  format: FeedFormat,
  {
    locale = 'de', nodes = ARTICLES.map(node => ({ ...node, locale })), filter = {}, fields = [], newest = '2024-06-01T00:00:00.000Z',
  }: {
    nodes?: Node[]
    filter?: { kind?: string, field?: string }
    locale?: LocaleCode
    fields?: ArticleFeedQuery['fieldsOfAction']
    newest?: string | null
  } = {},
) {
  answer = {
    articleFinder: { nodes }, fieldsOfAction: fields, articles: newest === null ? [] : [{ publishedAt: newest }],
  }
  questions += 1
  const found = await findFeedArticles({ kind: '', field: '', ...filter, ...{ question: questions } }, locale)
  return (
    found
    && toArticleFeed(
      format, { ...found, filter: { kind: '', field: '', ...filter } },
      { locale, siteUrl: 'https://portal.example' },
    )
  )
}

const fileOf = async (format: FeedFormat, given?: Parameters<typeof feedOf>[1]) => await feedOf(format, given) ?? ''

const { DOMParser } = new Window()
/** The parser does not know CDATA. */
const read = (xml: string) =>
  new DOMParser().parseFromString(
    xml.replace(/<!\[CDATA\[(.*?)\]\]>/gs, (_, text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    'application/xml',
  )
const texts = (xml: string, selector: string) =>
  [...read(xml).querySelectorAll(selector)].map(element => element.textContent)
const attributes = (xml: string, selector: string, names: string[]) =>
  [...read(xml).querySelectorAll(selector)].map(element => names.map(name => element.getAttribute(name)))

const XML_FORMATS = ['atom', 'rss'] as const
const LANGUAGES = ['de', 'en', 'ar'] as const
const BAD = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', ']]>', ']]>]]><x/>', '&lt;b&gt; & "\'',
  'Zeile\u000b\u0002\u0000\ufffe', '<![CDATA[', '\u202eabc', '\ud800', '--><!--', '&xxe;', 'a'.repeat(5000),
]

describe('a feed of articles', () => {
  it('asks for the newest 50 that exist in its language', async () => {
    await feedOf('atom', { locale: 'ar', filter: { kind: 'opinion' } })
    expect(cms.asked.at(-1)).toMatchObject({
      operationName: 'ArticleFeed', variables: { kind: 'opinion', field: '', language: 'ar', locale: 'ar' },
    })
  })

  it('says of each in its title what kind it is', async () => {
    expect(texts(await fileOf('atom'), 'entry > title')).toEqual(['Meinung: Meine Sicht', 'Bericht: Ein Beitrag'])
    expect(texts(await fileOf('rss', { locale: 'en' }), 'item > title')).toEqual([
      'Opinion: Meine Sicht', 'Report: Ein Beitrag',
    ])
  })

  it('says of an example that it is made up', async () => {
    expect(texts(await fileOf('atom', { nodes: [written({ isExample: true })] }), 'entry > title')).toEqual([
      'Bericht: Ein Beitrag (erfundenes Beispiel)',
    ])
  })

  it('knows the kind in the words of schema.org, and the fields', async () => {
    expect(attributes(await fileOf('atom'), 'entry:first-of-type > category', ['scheme', 'term', 'label'])).toEqual([
      ['https://schema.org/', 'OpinionNewsArticle', 'Meinung'],
      ['https://portal.example/handlungsfelder/', 'bildung', 'Bildung'],
    ])
    expect(attributes(await fileOf('rss'), 'item:first-of-type > category', ['domain'])).toEqual([
      ['https://schema.org/OpinionNewsArticle'],
      ['https://portal.example/handlungsfelder/bildung'],
    ])
    expect(JSON.parse(await fileOf('json')).items[0].tags).toEqual(['Meinung', 'Bildung'])
  })

  it('calls a field by its key where it has no title in its language', async () => {
    const xml = await fileOf('atom', {
      locale: 'tr', nodes: [written({ locale: 'tr' })], filter: { field: 'bildung' }, fields: [education],
    })
    expect(attributes(xml, 'entry > category', ['term', 'label'])).toEqual([
      ['NewsArticle', 'Haber'], ['bildung', 'bildung'],
    ])
    expect(texts(xml, 'feed > title')[0]).toContain('(bildung)')
  })

  it('says of a translation that a machine made it, in the words of its language', async () => {
    const nodes = [written({ locale: 'en', fieldsOfAction: [], translationOrigin: 'machine_reviewed' })]
    expect(
      attributes(await fileOf('atom', { locale: 'en', nodes }), 'entry > category:last-of-type', ['scheme', 'term']),
    ).toEqual([['urn:lip-lab:translation-origin:', 'machine_reviewed']])
    expect(
      attributes(await fileOf('rss', { locale: 'en', nodes }), 'item > category:last-of-type', ['domain']),
    ).toEqual([['urn:lip-lab:translation-origin:machine_reviewed']])
    expect(JSON.parse(await fileOf('json', { locale: 'en', nodes })).items[0].tags).toEqual([
      'Report', 'machine translation, checked by a person',
    ])
  })

  it.each([
    ['outdated', 'The original has changed since.'], ['incomplete', 'Only partly translated.'],
  ] as const)('says of a translation that it is %s', async (translationState, words) => {
    const nodes = [written({ locale: 'en', fieldsOfAction: [], translationOrigin: 'human', translationState })]
    expect(
      attributes(
        await fileOf('atom', { locale: 'en', nodes }), 'entry > category:last-of-type', ['scheme', 'term', 'label'],
      ),
    ).toEqual([['urn:lip-lab:translation-state:', translationState, words]])
  })

  it('leaves out what can be read in its language only elsewhere', async () => {
    expect(texts(await fileOf('atom', { locale: 'fa', nodes: ARTICLES }), 'entry')).toEqual([])
  })

  it('was published on the first day of the date of the article, and changed when it was last published here', async () => {
    expect(texts(await fileOf('atom'), 'entry > published')).toEqual([
      '2022-05-04T00:00:00.000Z', '2021-02-01T00:00:00.000Z',
    ])
    expect(texts(await fileOf('atom'), 'entry > updated')).toEqual([
      '2024-02-01T08:00:00.000Z', '2024-03-01T10:00:00.000Z',
    ])
    expect(texts(await fileOf('rss'), 'item > pubDate')).toEqual([
      'Wed, 04 May 2022 00:00:00 GMT', 'Mon, 01 Feb 2021 00:00:00 GMT',
    ])
    expect(texts(await fileOf('atom', { nodes: [written({ date: '' })] }), 'entry > published')).toEqual([])
  })

  it('has the byline for an author: RSS knows only addresses, so there it has another name', async () => {
    expect(texts(await fileOf('atom'), 'entry > author > name')).toEqual([
      'Text: Beispielperson', 'Text: Beispielperson',
    ])
    expect(await fileOf('rss')).toContain(
      '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Text: Beispielperson</dc:creator>',
    )
    expect(JSON.parse(await fileOf('json')).items[0].author).toEqual({ name: 'Text: Beispielperson' })
    expect(await fileOf('rss', { nodes: [written({ byline: null })] })).not.toContain('creator')
  })

  it('leads to the page in its language, and names each article for good', async () => {
    expect(attributes(await fileOf('atom', { locale: 'en' }), 'entry > link', ['href'])).toEqual([
      ['https://portal.example/en/articles/meine-sicht'],
      ['https://portal.example/en/articles/ein-beitrag'],
    ])
    expect(texts(await fileOf('atom'), 'entry > id')).toEqual(['urn:lip-lab:a2', 'urn:lip-lab:a1'])
    expect(texts(await fileOf('rss'), 'item > guid')).toEqual(['urn:lip-lab:a2', 'urn:lip-lab:a1'])
  })

  it('says what it is about, where it lies, under which licence it stands', async () => {
    const xml = await fileOf('atom', { filter: { kind: 'opinion', field: 'bildung' }, fields: [education] })
    expect(texts(xml, 'feed > title, feed > id, feed > rights')).toEqual([
      'https://portal.example/beitraege?kind=opinion&field=bildung',
      'LIP-Lab: Beiträge (Meinung, Bildung)', 'CC BY 4.0, LIP-Lab, Welt-in-Hannover.de',
    ])
    expect(attributes(xml, 'feed > link', ['rel', 'href'])).toEqual([
      ['alternate', 'https://portal.example/beitraege?kind=opinion&field=bildung'],
      ['self', 'https://portal.example/data/de/articles/feed.atom?kind=opinion&field=bildung'],
    ])
    expect(JSON.parse(await fileOf('json'))).toMatchObject({
      title: 'LIP-Lab: Beiträge',
      home_page_url: 'https://portal.example/beitraege',
      feed_url: 'https://portal.example/data/de/articles/feed.json',
      _licence: { about: 'https://creativecommons.org/licenses/by/4.0/' },
    })
  })

  it('changed when the newest in it was published', async () => {
    expect(texts(await fileOf('atom'), 'feed > updated')).toEqual(['2024-03-01T10:00:00.000Z'])
  })

  it('without an article changed when any was last published', async () => {
    expect(texts(await fileOf('atom', { nodes: [], filter: { kind: 'video' } }), 'feed > updated')).toEqual([
      '2024-06-01T00:00:00.000Z',
    ])
  })

  it('is none before the first article is published: it could not say when it changed', async () => {
    expect(await feedOf('atom', { nodes: [], newest: null })).toBeNull()
  })

  it.each([{ kind: 'rumour' }, { kind: 'Opinion' }, { field: 'gibt-es-nicht' }])('is none for %o', async (filter) => {
    expect(await feedOf('atom', { nodes: [], filter })).toBeNull()
  })
})

describe.each(LANGUAGES)('the feeds in %s', (locale) => {
  it.each(XML_FORMATS)('are valid as %s, with articles and without', async (format) => {
    expect(await feedComplaints(format, await fileOf(format, { locale }))).toEqual([])
    expect(await feedComplaints(format, await fileOf(format, { locale, nodes: [] }))).toEqual([])
    expect(
      await feedComplaints(
        format,
        await fileOf(format, {
          locale, nodes: [written({ lead: null, byline: null, date: '', kind: 'unknown', fieldsOfAction: [] })],
        }),
      ),
    ).toEqual([])
  })

  it('are valid as JSON Feed', async () => {
    expect(jsonFeedComplaints(await fileOf('json', { locale }))).toEqual([])
    expect(jsonFeedComplaints(await fileOf('json', { locale, nodes: [] }))).toEqual([])
    expect(
      jsonFeedComplaints(await fileOf('json', { locale, nodes: [written({ lead: null, byline: null, date: '' })] })),
    ).toEqual([])
  })

  it('say so', async () => {
    expect(await fileOf('atom', { locale })).toContain(`<feed xml:lang="${locale}" `)
    expect(texts(await fileOf('rss', { locale }), 'channel > language')).toEqual([locale])
  })
})

describe('what somebody typed', () => {
  const typed = BAD.map((words, index) =>
    written({
      documentId: `a${index}`, title: `Titel ${words}`, lead: words, byline: words,
      fieldsOfAction: [{ ...education, title: words }],
    }),
  )

  it.each(XML_FORMATS)('leaves %s valid', async (format) => {
    expect(
      await feedComplaints(
        format,
        await fileOf(format, {
          nodes: typed, filter: { field: 'bildung' }, fields: [{ ...education, title: BAD.join() }],
        }),
      ),
    ).toEqual([])
  })

  it('leaves JSON Feed valid', async () => {
    expect(jsonFeedComplaints(await fileOf('json', { nodes: typed }))).toEqual([])
  })

  it('is no element of a page, whatever reads it', async () => {
    const shown = async (format: FeedFormat, selector: string) =>
      texts(await fileOf(format, { nodes: typed }), selector)
    const html = [
      ...(await shown('atom', 'entry > title, entry > summary')),
      ...(await shown('rss', 'item > title, item > description')),
      ...JSON.parse(await fileOf('json', { nodes: typed })).items.map(
        (item: { content_html: string }) => item.content_html,
      ),
    ]
    expect(html.filter(text => /<(?=[a-z!/])/i.test(text))).toEqual([])
  })

  it('keeps its ampersand in a title of RSS', async () => {
    expect(texts(await fileOf('rss', { nodes: [written({ title: 'Kultur & Bildung' })] }), 'item > title')).toEqual([
      'Bericht: Kultur & Bildung',
    ])
  })
})
