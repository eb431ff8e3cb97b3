import {
  ARTICLE_KIND, ARTICLE_KINDS, type ArticleBySlugQuery, type ArticleDetailFragment, type ArticleFinderQuery,
  type CitationFragment, type PictureFragment,
} from 'shared-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCms } from '~~/test/cms'
import { findArticle, findArticleDates, findArticles, toArticle, toArticleSummary } from './article'
import { toPicture } from './image'
import { toCitations } from './source'

const paper: CitationFragment = {
  page: null, quote: null,
  source: {
    documentId: 's1', kind: 'web_page', label: 'example.org', language: 'de', publisher: null, date: null, url: null,
    archiveUrl: null, paperNumber: null,
  },
}
const picture: PictureFragment = {
  documentId: 'b1', author: 'LIP-Lab', licence: 'CC0-1.0', sourceUrl: null, decorative: false, focusX: 50,
  focusY: 50, isExample: true, file: null,
  texts: [
    { language: 'de', alt: 'Ein Zopf', caption: null }, { language: 'en', alt: 'A braid', caption: null },
  ],
}
const person = { slug: 'eins', name: 'Beispielperson Eins', nameInScript: null, locale: 'de' }
const network = { slug: 'netz', name: 'Beispielnetz', nameLocale: 'de', kind: 'network' as const }
const words = [{ type: 'paragraph', children: [{ type: 'text', text: 'Wort' }] }]
const sheet = { url: '/uploads/blatt.pdf', mime: 'application/pdf', size: 1.5 }

const inSourceLanguage = { locale: 'de', kicker: null, lead: null, byline: null, body: [] }
const recorded: ArticleDetailFragment = {
  documentId: 'a1', slug: 'gespraech', kind: 'interview', schemaType: 'Conversation', kicker: 'Gespräch',
  title: 'Wer fragt', lead: 'Worum es geht.', date: '2021-09-10', byline: 'Beispielperson Eins', locale: 'de',
  languages: ['de', 'en'], translationOrigin: null, isExample: true,
  fieldsOfAction: [{ slug: 'bildung', title: 'Bildung', locale: 'de', strand: 'one', order: 1, plan: null }],
  cover: picture, translationCredit: null,
  originalUrl: 'https://example.org/original',
  originalLanguage: 'de',
  originalTranslations: [{ language: 'fa', url: 'https://example.org/fa' }],
  certainty: 'reported', people: [person],
  measures: [{ slug: 'mentoring', title: 'Mentoring', locale: 'de' }],
  goneMeasures: [{ slug: 'weg', title: 'Weg', locale: 'de' }],
  events: [{ documentId: 'e1', slug: 'auftakt', title: 'Auftakt', locale: 'de', date: '2020-01-17' }],
  citations: [paper],
  contributions: [
    { documentId: 'c1', role: 'author', function: 'Text', locale: 'de', person, organisation: null },
    { documentId: 'c2', role: 'funder', function: null, locale: 'de', person: null, organisation: network },
    { documentId: 'c3', role: 'photographer', function: null, locale: 'de', person: null, organisation: null },
  ],
  body: [
    { __typename: 'TextBlock', text: words },
    { __typename: 'QuestionAndAnswerBlock', question: 'Warum?', speaker: 'Beispielperson Eins', answer: words },
    { __typename: 'QuoteBlock', quote: 'Darum.', attribution: null, citations: [paper] },
    { __typename: 'ImageBlock', image: picture },
    { __typename: 'GalleryBlock', title: 'Bilder', images: [picture] },
    {
      __typename: 'VideoLinkBlock', title: 'Film',
      url: 'https://vimeo.com/film',
      language: 'tr', description: 'Zu sehen.',
    },
    { __typename: 'AudioBlock', title: 'Ton', file: sheet, language: 'de', transcript: words },
    { __typename: 'CalloutBlock', title: null, text: words },
    { __typename: 'DownloadBlock', title: 'Blatt', file: sheet, language: null, description: null },
  ],
}
const bare: ArticleDetailFragment = {
  ...recorded,
  kind: 'unknown', kicker: null, lead: null, date: '', byline: null, locale: 'de', languages: [],
  isExample: false, fieldsOfAction: [], cover: null, body: [], originalUrl: null, originalLanguage: null,
  originalTranslations: [], certainty: 'unknown', people: [], measures: [], goneMeasures: [], events: [], citations: [],
  contributions: [],
}

describe('an article of the cms', () => {
  it('is what the editors wrote, each text in its language', () => {
    expect(toArticle(recorded, 'de')).toMatchObject({
      id: 'a1', slug: 'gespraech', kind: 'interview', schemaType: 'Conversation',
      kicker: { value: 'Gespräch', locale: 'de' }, title: { value: 'Wer fragt', locale: 'de' },
      lead: { value: 'Worum es geht.' }, date: '2021-09-10', byline: { value: 'Beispielperson Eins' },
      languages: ['de', 'en'], isExample: true, certainty: 'reported',
      originals: [
        { url: 'https://example.org/original', language: 'de', isTranslation: false },
        { url: 'https://example.org/fa', language: 'fa', isTranslation: true },
      ],
      fields: [{ slug: 'bildung', strand: 'one' }], people: [{ slug: 'eins' }],
      measures: [
        { slug: 'mentoring', title: { value: 'Mentoring' }, isGone: false },
        { slug: 'weg', title: { value: 'Weg' }, isGone: true },
      ],
      events: [{ id: 'e1', slug: 'auftakt', date: '2020-01-17' }], citations: toCitations([paper]),
      revisionNumber: null,
    })
  })

  it('has its parts in their order', () => {
    const text = { blocks: words, locale: 'de' }
    expect(toArticle(recorded, 'de').blocks).toEqual([
      { place: 'body/0', kind: 'text', text },
      {
        place: 'body/1', kind: 'question', question: { value: 'Warum?', locale: 'de' }, speaker: 'Beispielperson Eins',
        answer: text,
      },
      {
        place: 'body/2', kind: 'quote', quote: { value: 'Darum.', locale: 'de' }, attribution: null,
        citations: toCitations([paper]),
      },
      { place: 'body/3', kind: 'image', picture: toPicture(picture, ['de']) },
      {
        place: 'body/4', kind: 'gallery', title: { value: 'Bilder', locale: 'de' },
        pictures: [toPicture(picture, ['de'])],
      },
      {
        place: 'body/5', kind: 'video', title: { value: 'Film', locale: 'de' },
        url: 'https://vimeo.com/film',
        language: 'tr', description: { value: 'Zu sehen.', locale: 'de' },
      },
      {
        place: 'body/6', kind: 'audio', title: { value: 'Ton', locale: 'de' },
        file: { url: '/uploads/blatt.pdf', mime: 'application/pdf', bytes: 1500 }, language: 'de', transcript: text,
      },
      { place: 'body/7', kind: 'callout', title: null, text },
      {
        place: 'body/8', kind: 'download', title: { value: 'Blatt', locale: 'de' },
        file: { url: '/uploads/blatt.pdf', mime: 'application/pdf', bytes: 1500 }, language: null, description: null,
      },
    ])
  })

  it('keep the place that they have among all parts, also those that are left out', () => {
    expect(
      toArticle(
        {
          ...recorded,
          body: [
            { __typename: 'Error' }, { __typename: 'ImageBlock', image: null },
            { __typename: 'TextBlock', text: words },
          ],
        },
        'de',
      ).blocks,
    ).toMatchObject([{ kind: 'text', place: 'body/2' }])
  })

  it('leaves out a picture that was withdrawn, a gallery without one, and what it does not know', () => {
    expect(
      toArticle(
        {
          ...recorded,
          body: [
            { __typename: 'Error' }, { __typename: 'ImageBlock', image: null },
            { __typename: 'GalleryBlock', title: 'Leer', images: [] },
          ],
        },
        'de',
      ).blocks,
    ).toEqual([])
    expect(toArticle({ ...recorded, cover: null }, 'de').cover).toBeNull()
  })

  it.each(['https://video.example/1', 'https://youtube.com@evil.example/1', 'https://y\u043Eutube.com/1'])(
    'shows no film at %s',
    (url) => {
      expect(
        toArticle(
          {
            ...recorded,
            body: [{ __typename: 'VideoLinkBlock', title: 'Film', url, language: null, description: null }],
          },
          'de',
        ).blocks,
      ).toEqual([])
    },
  )

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', 'example.org', '', null])(
    'leads nowhere for the address %j',
    (url) => {
      expect(
        toArticle(
          {
            ...recorded,
            originalUrl: url, originalTranslations: [{ language: 'fa', url }],
            body: [{ __typename: 'VideoLinkBlock', title: 'Film', url, language: null, description: null }],
          },
          'de',
        ),
      ).toMatchObject({ originals: [], blocks: [] })
    },
  )

  it('names who made it, and nobody who is no longer public', () => {
    expect(toArticle(recorded, 'de').contributions).toEqual([
      {
        id: 'c1', role: 'author', function: { value: 'Text', locale: 'de' },
        contributor: {
          kind: 'person',
          person: { slug: 'eins', name: { value: 'Beispielperson Eins', locale: 'de' }, latinName: null },
        },
      },
      {
        id: 'c2', role: 'funder', function: null,
        contributor: {
          kind: 'organisation',
          organisation: { slug: 'netz', name: { value: 'Beispielnetz', locale: 'de' }, kind: 'network' },
        },
      },
    ])
  })

  it('shows pictures in the words of the page, else of the article', () => {
    expect(toArticle(recorded, 'en').cover?.alt).toEqual({ value: 'A braid', locale: 'en' })
    expect(toArticle({ ...recorded, locale: 'en', languages: ['en'] }, 'ar').cover?.alt).toEqual({
      value: 'A braid', locale: 'en',
    })
    expect(toArticle(recorded, 'ar').cover?.alt).toEqual({ value: 'Ein Zopf', locale: 'de' })
  })

  it('of which little is known is of an unknown kind', () => {
    expect(toArticle(bare, 'de')).toMatchObject({
      slug: 'gespraech', kind: 'unknown', schemaType: 'Article', title: { value: 'Wer fragt', locale: 'de' }, date: '', byline: null,
      isExample: false, blocks: [], certainty: 'unknown',
    })
  })

  it('that has only a title in its language shows the rest in that of its source', () => {
    const { kicker, lead, byline, body } = recorded
    const source = { locale: 'de', kicker, lead, byline, body }
    const translated = { ...recorded, locale: 'en', kicker: null, lead: null, byline: 'By one', body: [] }
    const { blocks } = toArticle(recorded, 'de')
    expect(toArticle({ ...translated, inSourceLanguage: source }, 'en')).toMatchObject({
      kicker: { locale: 'de' }, lead: { locale: 'de' }, byline: { value: 'By one', locale: 'en' }, textLocale: 'de',
      blocks: [blocks[0], blocks[1], {}, {}, {}, {}, {}, {}, {}],
    })
    expect(toArticle(translated, 'en')).toMatchObject({ lead: null, blocks: [], textLocale: 'en' })
  })

  it.each(ARTICLE_KINDS)('of the kind %s says what it is in the words of schema.org', (kind) => {
    expect(toArticleSummary({ ...recorded, kind }).schemaType).toBe(ARTICLE_KIND[kind].schemaType)
  })
})

describe('asking for articles', () => {
  const finding: ArticleFinderQuery = {
    articleFinder: {
      total: 130, elsewhere: 4, nodes: [{ ...recorded, inSourceLanguage, translationState: 'source' }],
      facets: [
        { name: 'kind', choices: [{ value: 'interview', count: 2, title: null, locale: null }] },
        { name: 'person', choices: [{ value: 'eins', count: 1, title: 'Beispielperson Eins', locale: 'de' }] },
      ],
    },
  }
  const page: ArticleBySlugQuery = { articles: [{ ...recorded, inSourceLanguage, revisionNumber: 3 }] }
  let cms: Awaited<ReturnType<typeof openCms>>
  beforeAll(async () => {
    cms = await openCms(({ operationName, variables: { slug } }) =>
      operationName === 'ArticleFinder' ? finding : slug === 'gespraech' ? page : { articles: [] },
    )
  })
  afterAll(() => cms.close())

  it('finds those of the page, the number of all, and what can be chosen', async () => {
    expect(await findArticles({ locale: 'en' })).toMatchObject({
      total: 130, elsewhere: 4, articles: [{ slug: 'gespraech', cover: { alt: { value: 'A braid' } } }],
      facets: {
        kind: [{ value: 'interview', count: 2, title: null }], year: [], field: [],
        person: [{ value: 'eins', count: 1, title: { value: 'Beispielperson Eins', locale: 'de' } }], language: [],
      },
    })
  })

  it('in a language in which one can be read only elsewhere, leads there, and says so', async () => {
    const languages = ['de', 'en', 'fa']
    expect(await findArticles({ locale: 'fa' })).toMatchObject({
      articles: [{ original: { url: 'https://example.org/fa', language: 'fa', isTranslation: true }, languages }],
    })
    for (const locale of ['de', 'tr'] as const)
      expect(await findArticles({ locale })).toMatchObject({ articles: [{ original: null, languages }] })
  })

  it('finds their dates on all pages', async () => {
    expect(await findArticleDates({ locale: 'de', kind: 'interview' })).toEqual([
      { id: 'a1', date: '2021-09-10' }, { id: 'a1', date: '2021-09-10' },
    ])
    expect(cms.asked.slice(-2).map(({ variables }) => variables)).toEqual(
      [1, 2].map(number => ({ locale: 'de', kind: 'interview', page: number, pageSize: 100 })),
    )
  })

  it('finds the one of a slug, with the number of the version to cite, or none', async () => {
    expect(await findArticle('gespraech', 'de')).toEqual({ ...toArticle(recorded, 'de'), revisionNumber: 3 })
    expect(await findArticle('nie', 'de')).toBeNull()
  })
})
