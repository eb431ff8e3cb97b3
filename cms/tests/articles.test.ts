/** Articles and what they are made of: saved, published, translated, refused, kept as revisions, found. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { print } from 'graphql'
import { ARTICLE_KINDS, ArticleBySlugDocument, PageBySlugDocument } from 'shared-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ARTICLE, type Cast, castOf, CONTRIBUTION, EVENT, FIELD, IMAGE, only, PAGE, paragraph, PERSON, PLAN, read,
  withoutRevisions,
} from './cast'
import { pdf, recording, upload } from './files'
import {
  ask, type Cms, type Documents, fewestAnewAndAgain, previewKey, refusalOf, type Row, startCms, type Values,
} from './strapi'
import { XSS_VECTORS } from './vectors'

let cms: Cms
let cast: Cast
let articles: Documents
let plan: Row
let measure: Row
let field: Row
let event: Row
let person: Row
let image: Row
let sound: number
let paper: number

beforeAll(async () => {
  cms = await startCms()
  cast = await castOf(cms)
  articles = cms.documents(ARTICLE)
  plan = await cast.plan({ slug: 'ein-plan' })
  measure = await cast.measure(plan, { slug: 'eine-massnahme' })
  field = await cms
    .documents(FIELD)
    .create({ data: { title: 'Bildung', slug: 'bildung', order: 1, plan: plan.documentId, citations: cast.citations }, status: 'published' })
  event = await cms
    .documents(EVENT)
    .create({
      data: {
        title: 'Ein Ereignis', slug: 'ein-ereignis', date: '2021', kind: 'report', plan: plan.documentId,
        citations: cast.citations,
      },
      status: 'published',
    })
  person = await cast.person({ name: 'Beispielperson Eins', slug: 'beispielperson-eins' })
  image = await cast.image()
  sound = (await upload(cms, 'ton.mp3', recording())).id
  paper = (await upload(cms, 'papier.pdf', pdf())).id
})

afterAll(() => cms?.stop())

interface Block extends Values {
  __component: string
}

/** One of each block; `say` makes its texts those of a language. */
function everyBlock(say: (text: string) => string): Block[] {
  const text = (words: string) => [paragraph(say(words))]
  return [
    {
      __component: 'article.text',
      text: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: say('Überschrift') }] },
        ...text('Absatz'),
        {
          type: 'list', format: 'unordered',
          children: [
            {
              type: 'list-item',
              children: [
                { type: 'link', url: 'https://www.hannover.de/', children: [{ type: 'text', text: say('Verweis') }] },
              ],
            },
          ],
        },
      ],
    },
    {
      __component: 'article.question-and-answer', question: say('Frage'), speaker: say('Wer antwortet'),
      answer: text('Antwort'),
    },
    { __component: 'article.quote', quote: say('Zitat'), attribution: say('Von wem'), citations: cast.citations },
    { __component: 'article.image', image: image.documentId },
    { __component: 'article.gallery', title: say('Galerie'), images: [image.documentId] },
    {
      __component: 'article.video-link', title: say('Film'),
      url: 'https://vimeo.com/1',
      language: 'de', description: say('Was zu sehen ist'),
    },
    { __component: 'article.audio', title: say('Ton'), file: sound, language: 'de', transcript: text('Abschrift') },
    { __component: 'article.callout', title: say('Hinweis'), text: text('Hinweistext') },
    {
      __component: 'article.download', title: say('Datei'), file: paper, language: 'de',
      description: say('Was darin steht'),
    },
  ]
}

/** The blocks as the contract answers them. */
function answered(blocks: Block[]): Values[] {
  const typeNames: Record<string, string> = {
    'article.text': 'TextBlock', 'article.question-and-answer': 'QuestionAndAnswerBlock', 'article.quote': 'QuoteBlock',
    'article.image': 'ImageBlock', 'article.gallery': 'GalleryBlock', 'article.video-link': 'VideoLinkBlock',
    'article.audio': 'AudioBlock', 'article.callout': 'CalloutBlock', 'article.download': 'DownloadBlock',
  }
  const picture = {
    documentId: image.documentId, author: 'LIP-Lab', licence: 'CC0-1.0',
    file: { url: expect.stringMatching(/^\/uploads\/bild_/), width: 20, height: 10 },
  }
  const related: Record<string, Values> = {
    'article.quote': { citations: [{ source: { label: expect.stringContaining('Bericht') } }] },
    'article.image': { image: picture },
    'article.gallery': { images: [picture] },
    'article.audio': { file: { url: expect.stringMatching(/\.mp3$/), mime: 'audio/mpeg', size: expect.any(Number) } },
    'article.download': {
      file: { url: expect.stringMatching(/\.pdf$/), mime: 'application/pdf', size: expect.any(Number) },
    },
  }
  return blocks.map(({ __component, ...values }) => ({
    __typename: typeNames[__component],
    ...values,
    ...related[__component],
  }))
}

const German = (text: string) => `${text} auf Deutsch`
const English = (text: string) => `${text} in English`

interface ArticleAnswer extends Values {
  body: Values[]
  locale: string
}

/** An article as anyone reads it; null where it is not public. */
async function articleAt(slug: string, locale = 'de'): Promise<ArticleAnswer | null> {
  const { data, errors } = await ask<{ articles: ArticleAnswer[] }>(cms, print(ArticleBySlugDocument), { slug, locale })
  expect(errors).toEqual([])
  return data?.articles[0] ?? null
}

const textBlock = (...children: Values[]) => ({ __component: 'article.text', text: children })

describe('an article with every block', () => {
  let made: Row

  beforeAll(async () => {
    made = await cast.article({ title: 'Alle Bausteine', slug: 'alle-bausteine', body: everyBlock(German) }, 'draft')
  })

  test('has a block of each kind there is', () => {
    expect(
      everyBlock(German)
        .map(({ __component }) => __component)
        .sort(),
    ).toEqual(
      Object.keys(cms.strapi.components)
        .filter(uid => uid.startsWith('article.'))
        .sort(),
    )
  })

  test('as a draft is whole for the holder of the preview key and nothing for anyone else', async () => {
    const query
      = '{ article(documentId: "ID", status: DRAFT) { body { __typename ... on TextBlock { text } ... on QuestionAndAnswerBlock { question speaker answer } ... on CalloutBlock { title text } } } }'.replace(
        'ID', made.documentId,
      )
    const { data } = await ask<{ article: ArticleAnswer }>(cms, query, {}, { 'x-preview-key': previewKey(cms) })
    const expected = answered(everyBlock(German)).map(block =>
      ['TextBlock', 'QuestionAndAnswerBlock', 'CalloutBlock'].includes(String(block.__typename))
        ? block
        : { __typename: block.__typename },
    )
    expect(data?.article.body).toEqual(expected)
    expect(await articleAt('alle-bausteine')).toBeNull()
    expect(await ask(cms, query)).toMatchObject({
      data: { article: null }, errors: [{ message: expect.stringContaining('Drafts are not public') }],
    })
  })

  test('is published with its blocks in their order', async () => {
    await articles.publish({ documentId: made.documentId })
    expect((await articleAt('alle-bausteine'))?.body).toMatchObject(answered(everyBlock(German)))
  })

  test('has a body of its own in English, and saving that leaves the German one', async () => {
    const before = await articleAt('alle-bausteine')
    await articles.update({
      documentId: made.documentId, locale: 'en', data: { title: 'Every block', body: everyBlock(English).toReversed() },
    })
    expect(await articleAt('alle-bausteine', 'en')).toMatchObject({ locale: 'de', languages: ['de'] })
    await articles.publish({ documentId: made.documentId, locale: 'en' })
    const english = await articleAt('alle-bausteine', 'en')
    expect(english).toMatchObject({ title: 'Every block', locale: 'en', languages: ['de', 'en'] })
    expect(english?.body).toMatchObject(answered(everyBlock(English).toReversed()))
    expect(await articleAt('alle-bausteine')).toEqual({ ...before, languages: ['de', 'en'] })
  })

  test('keeps its English body when the German one is changed', async () => {
    const before = await articleAt('alle-bausteine', 'en')
    await articles.update({
      documentId: made.documentId, data: { body: [textBlock(paragraph('Nur noch ein Absatz'))] }, status: 'published',
    })
    expect((await articleAt('alle-bausteine'))?.body).toEqual([
      { __typename: 'TextBlock', text: [paragraph('Nur noch ein Absatz')] },
    ])
    const after = await articleAt('alle-bausteine', 'en')
    expect(after).toEqual({ ...before, inSourceLanguage: after?.inSourceLanguage })
  })

  test('is German in Arabic, and says so', async () => {
    expect(await articleAt('alle-bausteine', 'ar')).toMatchObject({
      locale: 'de', title: 'Alle Bausteine', body: [{ __typename: 'TextBlock' }],
    })
  })
})

test('an English article shows what its German row relates to', async () => {
  const made = await cast.article({
    title: 'Mit allem verbunden', slug: 'mit-allem-verbunden', byline: 'Von der Redaktion',
    originalUrl: 'https://example.org/original',
    originalLanguage: 'fa',
    originalTranslations: [{ language: 'de', url: 'https://example.org/de' }],
    cover: image.documentId, people: [person.documentId], measures: [measure.documentId], events: [event.documentId],
    fieldsOfAction: [field.documentId],
  })
  await cast.contribution({ person: person.documentId, article: made.documentId, role: 'translator' })
  await articles.update({
    documentId: made.documentId, locale: 'en',
    data: { title: 'Related to everything', byline: 'By the editors', translationCredit: 'Translated by the editors' },
    status: 'published',
  })
  const shared = {
    kind: 'report', schemaType: 'NewsArticle', date: '2021-11-01',
    originalUrl: 'https://example.org/original',
    originalLanguage: 'fa',
    originalTranslations: [{ language: 'de', url: 'https://example.org/de' }],
    cover: { documentId: image.documentId }, people: [{ slug: 'beispielperson-eins' }],
    measures: [{ slug: 'eine-massnahme' }], events: [{ slug: 'ein-ereignis' }], fieldsOfAction: [{ slug: 'bildung' }],
    contributions: [{ role: 'translator', person: { slug: 'beispielperson-eins' } }],
    citations: [{ source: { label: expect.any(String) } }],
  }
  expect(await articleAt('mit-allem-verbunden')).toMatchObject({
    ...shared,
    locale: 'de', byline: 'Von der Redaktion', translationCredit: null,
  })
  expect(await articleAt('mit-allem-verbunden', 'en')).toMatchObject({
    ...shared,
    locale: 'en', byline: 'By the editors', translationCredit: 'Translated by the editors',
  })
  const about = await read<Record<string, { articles: Values[] }[]>>(
    cms,
    '{ people(locale: "en", filters: { slug: { eq: "beispielperson-eins" } }) { articles { title } } measures(locale: "en") { articles { title } } timelineEvents(locale: "en") { articles { title } } fieldsOfAction(locale: "en") { articles { title } } }',
  )
  for (const [type, [found]] of Object.entries(about))
    expect(found?.articles, type).toEqual([{ title: 'Related to everything' }])
})

test.each(ARTICLE_KINDS)(
  'a %s says what it is in the words of schema.org, and only opinions are called opinions',
  async (kind) => {
    await cast.article({ slug: `art-${kind.replace('_', '-')}`, kind, people: [person.documentId] })
    const answer = await articleAt(`art-${kind.replace('_', '-')}`)
    expect(answer?.kind).toBe(kind)
    expect(answer?.schemaType === 'OpinionNewsArticle').toBe(['opinion', 'commentary'].includes(kind))
  },
)

describe('an incomplete block', () => {
  const empty = paragraph(' \u00A0')
  const incomplete: [string, Values, string, string[]][] = [
    ['text that is not there', { __component: 'article.text' }, 'Text', ['„Text“']],
    ['text with only empty paragraphs', textBlock(paragraph(''), empty), 'Text', ['„Text“']],
    [
      'question without an answer', { __component: 'article.question-and-answer', question: 'Warum?', answer: [empty] },
      'Frage und Antwort', ['„Antwort“'],
    ],
    [
      'answer without a question', { __component: 'article.question-and-answer', answer: [paragraph('Darum.')] },
      'Frage und Antwort', ['„Frage“'],
    ],
    ['quote without words', { __component: 'article.quote', attribution: 'Niemand' }, 'Zitat', ['„Zitat“']],
    ['picture without a picture', { __component: 'article.image' }, 'Bild', ['„Bild“']],
    [
      'gallery without pictures', { __component: 'article.gallery', title: 'Leer', images: [] }, 'Galerie',
      ['„Bilder“'],
    ],
    ['film without an address', { __component: 'article.video-link', title: 'Film' }, 'Video', ['„Adresse“']],
    [
      'recording without file and transcript', { __component: 'article.audio', title: 'Ton' }, 'Ton',
      ['„Datei“', '„Abschrift“'],
    ],
    [
      'recording with an empty transcript', { __component: 'article.audio', title: 'Ton', transcript: [empty] }, 'Ton',
      ['„Abschrift“'],
    ],
    ['callout without text', { __component: 'article.callout', title: 'Hinweis' }, 'Hinweis', ['„Text“']],
    [
      'download without title and file', { __component: 'article.download' }, 'Datei zum Herunterladen',
      ['„Titel“', '„Datei“'],
    ],
  ]

  test.each(incomplete)('%s may be saved and is not published', async (_name, block, blockName, labels) => {
    const { documentId } = await cast.article(
      { title: 'Unvollständig', body: [textBlock(paragraph('Vorweg')), block] }, 'draft',
    )
    const refusal = await refusalOf(articles.publish({ documentId }))
    for (const label of labels) expect(refusal).toContain(`„Inhalt“, Baustein 2 (${blockName}): ${label} fehlt noch.`)
    expect(refusal.match(/fehlt noch/g)).toHaveLength(
      labels.length + Number(blockName === 'Ton' && labels.length === 1),
    )
    expect(await refusalOf(articles.update({ documentId, data: { title: 'Noch immer' }, status: 'published' }))).toBe(
      refusal,
    )
    expect(await articles.findOne({ documentId, status: 'published' })).toBeNull()
    expect(await articles.findOne({ documentId })).toMatchObject({ title: 'Unvollständig' })
  })

  test('of a translation is not published either, and the German article stays', async () => {
    const { documentId } = await cast.article({ slug: 'halb-uebersetzt', body: [textBlock(paragraph('Ganz'))] })
    await articles.update({
      documentId, locale: 'en', data: { title: 'Half', body: [{ __component: 'article.gallery' }] },
    })
    expect(await refusalOf(articles.publish({ documentId, locale: 'en' }))).toContain(
      'Baustein 1 (Galerie): „Bilder“ fehlt noch.',
    )
    expect(await articleAt('halb-uebersetzt', 'en')).toMatchObject({
      locale: 'de', body: [{ text: [paragraph('Ganz')] }],
    })
  })
})

describe('links that run something', () => {
  const unsafe = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '#oben',
    '',
  ]
  const link = (url: string) => ({
    type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'hier' }] }],
  })
  const nested = (url: string) => ({
    type: 'list', format: 'ordered', children: [{ type: 'list-item', children: link(url).children }],
  })

  test.each(unsafe)('%j is refused in every block, in German and in English, draft or not', async (url) => {
    const { documentId } = await cast.article({}, 'draft')
    const places: [string, Block][] = [
      ['„Text“', { __component: 'article.text', text: [paragraph('Vorweg'), nested(url)] }],
      ['„Antwort“', { __component: 'article.question-and-answer', answer: [link(url)] }],
      ['„Abschrift“', { __component: 'article.audio', transcript: [link(url)] }],
      ['„Text“', { __component: 'article.callout', text: [link(url)] }],
    ]
    for (const locale of ['de', 'en']) {
      for (const [label, block] of places)
        expect(
          await refusalOf(articles.update({ documentId, locale, data: { title: 'Mit Link', body: [block] } })),
        ).toContain(`${label}: Der Link „${url.trim()}“ ist nicht erlaubt`)
      if (url)
        expect(
          await refusalOf(
            articles.update({
              documentId, locale, data: { title: 'Mit Film', body: [{ __component: 'article.video-link', url }] },
            }),
          ),
        ).toContain('ist keine Internetadresse')
    }
    expect(await articles.findMany({ locale: 'en', filters: { documentId } })).toEqual([])
  })

  test.each(['https://video.example/1', 'https://youtube.com@evil.example/', 'https://y\u043Eutube.com/'])(
    '%s is no place for a film, in whatever language',
    async (url) => {
      const { documentId } = await cast.article({}, 'draft')
      for (const locale of ['de', 'en'])
        expect(
          await refusalOf(
            articles.update({
              documentId, locale, data: { title: 'Mit Film', body: [{ __component: 'article.video-link', url }] },
            }),
          ),
        ).toContain(`„Adresse“: „${url}“ führt nicht zu einer Videoseite, die wir kennen. Möglich sind: youtube.com`)
    },
  )

  test.each([
    'https://www.hannover.de/',
    'http://example.org',
    'mailto:redaktion@example.org', 'tel:+49511000000', '/massnahmen',
  ])('%s runs nothing and is kept', async (url) => {
    const { documentId } = await cast.article({ body: [textBlock(link(url), nested(url))] })
    expect(await read(cms, `{ article(documentId: "${documentId}") { body { ... on TextBlock { text } } } }`)).toEqual({
      article: { body: [{ text: [link(url), nested(url)] }] },
    })
  })
})

describe('texts come back byte for byte', () => {
  const long = 'ß'.repeat(5000)
  const mixed = 'Die Gruppe \u202Bالمجموعة\u202C sagt \u2067مرحبا\u2069, \u200Fنعم\u200F und \u200Enein\u200E \u061C!'

  test.each([
    ['a word of 5,000 letters', long],
    [
      '200 kB',
      Array.from({ length: 4000 }, (_, index) => `Satz ${index} mit „Größe“ & <Zeichen> 😀 und Ende.`).join(' '),
    ],
    ['marks for the direction', mixed],
    ['blanks and line breaks', '  vorn\n\n\tmitten \u00A0 \r\n hinten  '],
    ['letters in parts', 'Ju\u0308rgen und Jürgen, ﬁ und fi, Å und Å'],
  ])('%s', async (_name, text) => {
    const { documentId } = await withoutRevisions(() =>
      cast.article({ lead: text, body: [textBlock(paragraph(text)), { __component: 'article.quote', quote: text }] }),
    )
    expect(
      await read(
        cms,
        `{ article(documentId: "${documentId}") { lead body { ... on TextBlock { text } ... on QuoteBlock { quote } } } }`,
      ),
    ).toEqual({ article: { lead: text, body: [{ text: [paragraph(text)] }, { quote: text }] } })
  })

  test('a line too long for both databases is refused with its length', async () => {
    expect(await refusalOf(cast.article({ title: long }))).toContain(
      '„Titel“ hat 5000 Zeichen; höchstens 255 sind möglich.',
    )
    expect(
      await refusalOf(
        cast.article({ body: [{ __component: 'article.callout', title: long, text: [paragraph('Text')] }] }),
      ),
    ).toContain('„Titel“ hat 5000 Zeichen')
  })
})

describe('a text with which somebody would run a script', () => {
  interface TextAttribute {
    name: string
    type: string
  }

  /** The attributes that hold free text. */
  function textsOf(uid: string): TextAttribute[] {
    const attributes: Record<string, { type: string, pluginOptions?: { lip?: { format?: string } } }> = JSON.parse(
      JSON.stringify(Reflect.get({ ...cms.strapi.contentTypes, ...cms.strapi.components }, uid).attributes),
    )
    return Object.entries(attributes)
      .filter(
        ([name, { type, pluginOptions }]) =>
          ['string', 'text', 'blocks'].includes(type)
          && pluginOptions?.lip
          && !pluginOptions.lip.format
          && name !== 'label',
      )
      .map(([name, { type }]) => ({ name, type }))
  }

  const holding
    = (text: string) =>
      ({ name, type }: TextAttribute) =>
        [name, type === 'blocks' ? [paragraph(text)] : text] as const

  /** All vectors in as few texts as lines can hold. */
  const lines = XSS_VECTORS.reduce<string[]>((packed, vector) => {
    const together = `${packed.at(-1)} ${vector}`
    return packed.length > 0 && together.length <= 255 ? [...packed.slice(0, -1), together] : [...packed, vector]
  }, [])

  test('is one of sixty', () => {
    expect(new Set(XSS_VECTORS).size).toBe(60)
    expect(XSS_VECTORS.filter(vector => lines.some(line => line.includes(vector)))).toHaveLength(60)
  })

  test.each([
    ['article', ARTICLE, () => ({ kind: 'report', date: '2021' })],
    ['page', PAGE, () => ({})],
    ['person', PERSON, () => ({ publicGround: 'public_role', citations: cast.citations })],
    ['contribution', CONTRIBUTION, () => ({ role: 'author', person: person.documentId, isForWebsite: true })],
    ['image', IMAGE, () => ({ file: paper, rightsGround: 'own_work' })],
    ['glossaryTerm', 'api::page.glossary-term', () => ({})],
  ])('comes back as it was written from every text of a %s', async (root, uid, others) => {
    const texts = textsOf(uid)
    expect(texts.length).toBeGreaterThan(0)
    const made = await withoutRevisions(() =>
      cms
        .documents(uid)
        .create({ data: { ...Object.fromEntries(texts.map(holding('Vorher'))), ...others() }, status: 'published' }),
    )
    for (const line of lines) {
      const written = Object.fromEntries(texts.map(holding(line)))
      await withoutRevisions(() =>
        cms.documents(uid).update({ documentId: made.documentId, data: written, status: 'published' }),
      )
      expect(
        await read(cms, `{ ${root}(documentId: "${made.documentId}") { ${texts.map(({ name }) => name).join(' ')} } }`),
      ).toEqual({ [root]: written })
    }
  })

  test('comes back as it was written from every text of every block', async () => {
    const blocks = everyBlock(text => text)
    const body = blocks.flatMap(block =>
      lines.map(line => ({ ...block, ...Object.fromEntries(textsOf(block.__component).map(holding(line))) })),
    )
    const { documentId } = await withoutRevisions(() => cast.article({ body }))
    const fragments = blocks.map((block, index) => {
      const typeName = String(answered([block])[0]?.__typename)
      const names = textsOf(block.__component).map(({ name }) => `${name}${index}: ${name}`)
      return names.length > 0 ? `... on ${typeName} { ${names.join(' ')} }` : ''
    })
    const expected = blocks.flatMap((block, index) =>
      lines.map(line =>
        Object.fromEntries(
          textsOf(block.__component)
            .map(holding(line))
            .map(([name, value]) => [`${name}${index}`, value]),
        ),
      ),
    )
    expect(await read(cms, `{ article(documentId: "${documentId}") { body { ${fragments.join(' ')} } } }`)).toEqual({
      article: { body: expected },
    })
  })

  test('comes back as it was written from the texts of a picture in each language', async () => {
    const texts = lines.map(line => ({ language: 'de', alt: line, caption: line }))
    const { documentId } = await cast.image({ texts })
    expect(await read(cms, `{ image(documentId: "${documentId}") { texts { language alt caption } } }`)).toEqual({
      image: { texts },
    })
  })
})

describe('who speaks', () => {
  test('an interview names a person', async () => {
    expect(await refusalOf(cast.article({ kind: 'interview' }))).toContain(
      '„Personen“ fehlt noch: Wer gibt das Interview?',
    )
    const { documentId } = await cast.article({ kind: 'interview' }, 'draft')
    expect(await refusalOf(articles.publish({ documentId }))).toContain('Wer gibt das Interview?')
    await articles.update({ documentId, data: { people: { connect: [{ documentId: person.documentId }] } } })
    await articles.publish({ documentId })
    expect(
      await refusalOf(
        articles.update({
          documentId, data: { people: { disconnect: [{ documentId: person.documentId }] } }, status: 'published',
        }),
      ),
    ).toContain('Wer gibt das Interview?')
  })

  test('a translated interview needs no person of its own: she stands on the German row', async () => {
    const { documentId } = await cast.article({
      kind: 'interview', slug: 'uebersetztes-interview', people: [person.documentId],
    })
    await articles.update({ documentId, locale: 'en', data: { title: 'A translated interview' }, status: 'published' })
    await articles.update({ documentId, locale: 'en', data: { lead: 'Once more' } })
    await articles.publish({ documentId, locale: 'en' })
    expect(await articleAt('uebersetztes-interview', 'en')).toMatchObject({
      locale: 'en', lead: 'Once more', people: [{ slug: 'beispielperson-eins' }],
    })
  })

  test.each(['interview', 'opinion'])('an %s of somebody who is not published yet is refused', async (kind) => {
    const hidden = await cast.person({ name: 'Noch Verborgen' }, 'draft')
    expect(await refusalOf(cast.article({ kind, people: [person.documentId, hidden.documentId] }))).toBe(
      '„Personen“: Eine der Personen ist noch nicht veröffentlicht. Bitte veröffentlichen Sie zuerst ihren Eintrag.',
    )
    await cms.documents(PERSON).publish({ documentId: hidden.documentId })
    await cast.article({ kind, people: [person.documentId, hidden.documentId] })
  })

  const MISSING
    = /^Für Beispielperson fehlt eine Einwilligung, die Meinung und Interview in dieser Sprache \((de|en)\) auf dieser Website erlaubt\./

  test.each([
    ['that does not cover what she says', { coversName: true }],
    ['for another language', { coversOpinion: true, languages: 'en' }],
    ['for a language whose code only begins alike', { coversOpinion: true, languages: 'de-AT, den' }],
    ['for print alone', { coversOpinion: true, medium: 'print' }],
    ['that was withdrawn', { coversOpinion: true, withdrawnOn: '2021-06-01' }],
  ])('an opinion or interview by a consent %s is refused', async (_name, consent) => {
    const agreed = await cast.agreed()
    await cast.consent(agreed, consent)
    for (const kind of ['opinion', 'interview'])
      expect(await refusalOf(cast.article({ kind, people: [agreed.documentId] }))).toMatch(MISSING)
  })

  test.each(['de', 'en, de', 'en;de', 'ar de', '', ' ', null])(
    'an opinion by a consent for the languages %j is accepted',
    async (languages) => {
      const agreed = await cast.agreed()
      await cast.consent(agreed, { coversOpinion: true, languages })
      await cast.article({ kind: 'opinion', people: [agreed.documentId] })
    },
  )

  test('a consent in one language is none for the translation', async () => {
    const agreed = await cast.agreed({}, { coversOpinion: true, languages: 'de' })
    const { documentId } = await cast.article({ kind: 'opinion', people: [agreed.documentId] })
    const translated = { documentId, locale: 'en', data: { title: 'An opinion' } }
    expect(await refusalOf(articles.update({ ...translated, status: 'published' }))).toMatch(MISSING)
    await articles.update(translated)
    expect(await refusalOf(articles.publish({ documentId, locale: '*' }))).toMatch(MISSING)
    await cast.consent(agreed, { coversOpinion: true, languages: 'en' })
    await articles.publish({ documentId, locale: '*' })
  })

  test('the consent of one is none for the other', async () => {
    const [one, other] = [await cast.agreed({}, { coversOpinion: true }), await cast.agreed({ name: 'Die andere' })]
    expect(await refusalOf(cast.article({ kind: 'opinion', people: [one.documentId, other.documentId] }))).toContain(
      'Für Die andere fehlt',
    )
  })

  test('who is only told about needs no consent to it, and who speaks in a public role neither', async () => {
    const agreed = await cast.agreed()
    await cast.article({ kind: 'report', people: [agreed.documentId] })
    await cast.article({ kind: 'opinion', people: [person.documentId] })
  })
})

describe('pictures in an article', () => {
  const places: [string, (picture: Row) => Values, string][] = [
    ['above it', picture => ({ cover: picture.documentId }), '„Titelbild“'],
    ['in it', picture => ({ body: [{ __component: 'article.image', image: picture.documentId }] }), '„Bild“'],
    [
      'in its gallery',
      picture => ({ body: [{ __component: 'article.gallery', images: [image.documentId, picture.documentId] }] }),
      '„Bilder“',
    ],
  ]

  test.each(places)('%s need an alternative text', async (_name, shown, label) => {
    const bare = await cast.image({
      title: 'Unbeschrieben',
      texts: [
        { language: 'de', alt: '  ', caption: 'Nur eine Unterschrift' },
        { language: 'en', alt: 'Described in English only' },
      ],
    })
    const sentence = `${label}: Das Bild „Unbeschrieben“ hat noch keinen Alternativtext (Deutsch).`
    expect(await refusalOf(cast.article(shown(bare)))).toContain(sentence)
    const { documentId } = await cast.article(shown(bare), 'draft')
    expect(await refusalOf(articles.publish({ documentId }))).toContain(sentence)
    await cms
      .documents(IMAGE)
      .update({ documentId: bare.documentId, data: { texts: [{ language: 'de', alt: 'Jetzt beschrieben' }] } })
    await articles.publish({ documentId })
  })

  test.each(places)('%s need it in the language of the translation', async (_name, shown, label) => {
    const german = await cast.image({ title: 'Nur deutsch', texts: [{ language: 'de', alt: 'Beschrieben' }] })
    const { documentId } = await cast.article(shown(german))
    const { body = [] }: { body?: unknown } = shown(german)
    const translated = { documentId, locale: 'en', data: { title: 'Translated', body } }
    expect(await refusalOf(articles.update({ ...translated, status: 'published' }))).toContain(
      `${label}: Das Bild „Nur deutsch“ hat noch keinen Alternativtext (English).`,
    )
    await cms.documents(IMAGE).update({
      documentId: german.documentId,
      data: {
        texts: [
          { language: 'de', alt: 'Beschrieben' }, { language: 'en', alt: 'Described' },
        ],
      },
    })
    await articles.update({ ...translated, status: 'published' })
  })

  test.each(places)('%s need none where they only decorate', async (_name, shown) => {
    await cast.article(shown(await cast.image({ decorative: true, texts: [] })))
  })

  test.each([
    ['file', 'Datei'], ['author', 'Urheberin oder Urheber'], ['licence', 'Lizenz'], ['rightsGround', 'Recht'],
  ])('without %s are not kept at all', async (name, label) => {
    expect(await refusalOf(cast.image({ [name]: null }))).toBe(
      `„${label}“ fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.`,
    )
  })

  test('do not lose file or rights later', async () => {
    const whole = await cast.image()
    for (const name of ['file', 'licence', 'rightsGround'])
      expect(
        await refusalOf(cms.documents(IMAGE).update({ documentId: whole.documentId, data: { [name]: null } })),
      ).toContain('fehlt noch')
    await cms.documents(IMAGE).update({ documentId: whole.documentId, data: { title: 'Umbenannt' } })
    expect(await read(cms, `{ image(documentId: "${whole.documentId}") { licence file { width } } }`)).toEqual({
      image: { licence: 'CC0-1.0', file: { width: 20 } },
    })
  })
})

describe('an article in the form of the admin', () => {
  const ARTICLES = `/content-manager/collection-types/${ARTICLE}`
  let token: string

  interface SentBlock extends Values {
    __component: string
    id?: number
  }

  beforeAll(async () => {
    const [email, password] = readFileSync(path.join(cms.dataDirectory, 'first-admin'), 'utf8').trim().split('\n')
    const response = await fetch(`${cms.address}/admin/login`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
    })
    token = JSON.parse(await response.text()).data.token
  })

  async function send(
    method: string, address: string, values: Values,
  ): Promise<{ status: number, data: Values & { body: SentBlock[] }, problems: [string, string][] }> {
    const response = await fetch(cms.address + address, {
      method, headers: { 'Content-Type': 'application/json', 'Authorization': `Bearer ${token}` },
      body: JSON.stringify(values),
    })
    const { data, error } = JSON.parse(await response.text())
    const errors: { path: string[], message: string }[] = error?.details.errors ?? []
    return { status: response.status, data, problems: errors.map(problem => [problem.path.join('.'), problem.message]) }
  }

  const connect = (...rows: Row[]) => ({ connect: rows.map(({ documentId }) => ({ documentId })), disconnect: [] })
  const disconnect = (...rows: Row[]) => ({ connect: [], disconnect: rows.map(({ documentId }) => ({ documentId })) })

  test('is refused beside the field of the block, and keeps its pictures where a save does not name them', async () => {
    const [first, second] = [await cast.image(), await cast.image()]
    const values = {
      title: 'Aus dem Formular', slug: 'aus-dem-formular', kind: 'interview', date: '2021', people: connect(person),
      citations: [],
      body: [
        { __component: 'article.text', text: [paragraph('Ein Absatz')] },
        { __component: 'article.image', image: connect() },
        { __component: 'article.gallery', title: 'Zwei', images: connect(second, first) },
        { __component: 'article.audio', title: 'Ton', file: sound, transcript: [paragraph('')] },
      ],
    }
    const {
      data: { documentId, body },
    } = await send('POST', ARTICLES, values)
    const address = `${ARTICLES}/${String(documentId)}`
    const publish = (blocks: Values[]) =>
      send('POST', `${address}/actions/publish`, { ...values, people: connect(), body: blocks })
    const ids = body.map(({ id, __component }) => ({ id, __component }))
    const refused = await publish(
      ids.map((block, index) => ({
        ...block,
        ...[{}, { image: connect() }, { images: connect() }, { file: sound }][index],
      })),
    )
    expect([refused.status, refused.problems]).toEqual([
      400,
      [
        [
          'body.1.image',
          '„Inhalt“, Baustein 2 (Bild): „Bild“ fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.',
        ],
        [
          'body.3.transcript',
          '„Inhalt“, Baustein 4 (Ton): „Abschrift“ fehlt noch. Ohne diese Angabe wird nichts veröffentlicht.',
        ],
      ],
    ])

    const whole = [
      { ...ids[0], text: [paragraph('Ein Absatz')] }, { ...ids[1], image: connect(first) },
      { ...ids[2], title: 'Zwei', images: connect() },
    ]
    expect((await publish(whole)).status).toBe(200)
    const pictures = async () =>
      (await articleAt('aus-dem-formular'))?.body.map(block =>
        [block.image ?? [], block.images ?? []]
          .flat()
          .map((shown: unknown) => Reflect.get(Object(shown), 'documentId')),
      )
    expect(await pictures()).toEqual([[], [first.documentId], [second.documentId, first.documentId]])

    const again = await send('PUT', address, {
      title: 'Noch einmal',
      body: whole.map((block, index) =>
        index === 1
          ? {
              ...ids[1],
              image: { connect: [{ documentId: second.documentId }], disconnect: [{ documentId: first.documentId }] },
            }
          : block,
      ),
    })
    expect(again.status).toBe(200)
    expect((await send('POST', `${address}/actions/publish`, {})).status).toBe(200)
    expect(await pictures()).toEqual([[], [second.documentId], [second.documentId, first.documentId]])

    const emptied = await publish([
      whole[0] ?? {}, { ...ids[1], image: connect() }, { ...ids[2], images: disconnect(first, second) },
    ])
    expect(emptied.problems.map(([place]) => place)).toEqual(['body.2.images'])
    expect(await pictures()).toEqual([[], [second.documentId], [second.documentId, first.documentId]])
  })
})

interface Revision {
  number: number
  newest: number
  snapshot: { article?: ArticleAnswer, page?: Values }
}

describe('what an article relates to', () => {
  const pairs = [
    {
      name: 'an event', root: 'timelineEvent', uid: EVENT,
      make: () =>
        cms
          .documents(EVENT)
          .create({
            data: {
              title: 'Kommt und geht', date: '2021', kind: 'report', plan: plan.documentId, citations: cast.citations,
            },
            status: 'published',
          }),
      from: { uid: ARTICLE, root: 'article', attribute: 'events' }, back: 'articles',
    },
    {
      name: 'a person', root: 'person', uid: PERSON,
      make: () => cast.person({ name: 'Kommt und geht' }),
      from: { uid: ARTICLE, root: 'article', attribute: 'people' }, back: 'articles',
    },
    {
      name: 'the article, from a contribution', root: 'article', uid: ARTICLE,
      make: () => cast.article({ title: 'Kommt und geht' }),
      from: { uid: CONTRIBUTION, root: 'contribution', attribute: 'article' }, back: 'contributions',
    },
    {
      name: 'the person, from a contribution', root: 'person', uid: PERSON,
      make: () => cast.person({ name: 'Kommt und geht' }),
      from: { uid: CONTRIBUTION, root: 'contribution', attribute: 'person' }, back: 'contributions',
    },
  ]

  test.each(pairs)(
    '($name) is not shown while it is withdrawn, and there again, for filters too, once it is published',
    async ({ root, uid, make, from, back }) => {
      const target = await make()
      const others
        = from.uid === CONTRIBUTION
          ? {
              [from.attribute === 'person' ? 'plan' : 'person']:
                from.attribute === 'person' ? plan.documentId : person.documentId,
            }
          : {}
      const holder
        = from.uid === ARTICLE
          ? await cast.article({ [from.attribute]: [target.documentId] })
          : await cast.contribution({ [from.attribute]: target.documentId, ...others })
      const ends = async () => {
        const found = await read<
          Record<'holder' | 'target', Record<string, Row | Row[] | null> | null> & { filtered: Row[] }
        >(
          cms,
          `{
        holder: ${from.root}(documentId: "${holder.documentId}") { ${from.attribute} { documentId } }
        target: ${root}(documentId: "${target.documentId}") { ${back} { documentId } }
        filtered: ${from.root}s(filters: { ${from.attribute}: { documentId: { eq: "${target.documentId}" } } }) { documentId }
      }`,
        )
        return [found.holder?.[from.attribute], found.target?.[back], found.filtered].map(related =>
          [related ?? []].flat().map(({ documentId }) => documentId),
        )
      }
      const whole = [[target.documentId], [holder.documentId], [holder.documentId]]
      expect(await ends()).toEqual(whole)
      for (let round = 0; round < 2; round += 1) {
        await cms.documents(uid).unpublish({ documentId: target.documentId, locale: '*' })
        expect(await ends()).toEqual([[], [], []])
        await cms.documents(uid).publish({ documentId: target.documentId })
        expect(await ends()).toEqual(whole)
      }
      await cms
        .documents(uid)
        .update({
          documentId: target.documentId, data: { [uid === PERSON ? 'name' : 'title']: 'Kommt wieder' },
          status: 'published',
        })
      expect(await ends()).toEqual(whole)
    },
  )
})

describe('revisions', () => {
  async function revisionOf(
    type: string, slug: string, number: number | null = null, locale = 'de',
  ): Promise<Revision | null> {
    const { data, errors } = await ask<{ revision: Revision | null }>(
      cms,
      'query ($type: String!, $slug: String!, $number: Int, $locale: I18NLocaleCode) { revision(type: $type, slug: $slug, number: $number, locale: $locale) { number newest snapshot } }',
      { type, slug, number, locale },
    )
    expect(errors).toEqual([])
    return data?.revision ?? null
  }

  test('of an article keep its blocks as they were, in each language', async () => {
    const { documentId } = await cast.article({ title: 'Erste Fassung', slug: 'fassungen', body: everyBlock(German) })
    await articles.update({ documentId, data: { title: 'Nur ein Entwurf' } })
    expect(await revisionOf('Article', 'fassungen')).toMatchObject({ newest: 1 })
    await articles.update({
      documentId, locale: 'en', data: { title: 'First version', body: everyBlock(English) }, status: 'published',
    })
    await articles.update({ documentId, data: { title: 'Zweite Fassung', body: [] }, status: 'published' })
    expect(await revisionOf('Article', 'fassungen', 1)).toMatchObject({
      newest: 2, snapshot: { article: { title: 'Erste Fassung', body: answered(everyBlock(German)) } },
    })
    expect(await revisionOf('Article', 'fassungen', 2)).toMatchObject({
      snapshot: { article: { title: 'Zweite Fassung', body: [] } },
    })
    expect(await revisionOf('Article', 'fassungen', 1, 'en')).toMatchObject({
      newest: 1, snapshot: { article: { title: 'First version', locale: 'en', body: answered(everyBlock(English)) } },
    })
    expect((await articleAt('fassungen'))?.revisionNumber).toBe(2)
  })

  test('of an article are written for who contributes to it, and who does so no more', async () => {
    const [from, to] = [await cast.article({ slug: 'davon' }), await cast.article({ slug: 'dorthin' })]
    const { documentId } = await cast.contribution({ person: person.documentId, article: from.documentId })
    const byline = async (slug: string) => {
      const revision = await revisionOf('Article', slug)
      return [revision?.newest, revision?.snapshot.article?.contributions]
    }
    const author = [{ documentId, role: 'author', person: { name: 'Beispielperson Eins' } }]
    expect(await byline('davon')).toMatchObject([2, author])
    await cms.documents(CONTRIBUTION).update({ documentId, data: { article: to.documentId } })
    expect(await byline('davon')).toMatchObject([3, []])
    expect(await byline('dorthin')).toMatchObject([2, author])
    await cms.documents(CONTRIBUTION).delete({ documentId, locale: '*' })
    expect(await byline('dorthin')).toMatchObject([3, []])
  })

  test('of a page are written too', async () => {
    const { documentId } = await cast.page(
      { title: 'Über uns', slug: 'ueber-uns', text: [paragraph('Erster Stand')] }, 'draft',
    )
    expect(await revisionOf('Page', 'ueber-uns')).toBeNull()
    await cms.documents(PAGE).publish({ documentId })
    await cms
      .documents(PAGE)
      .update({
        documentId, locale: 'en', data: { title: 'About us', text: [paragraph('First state')] }, status: 'published',
      })
    await cms.documents(PAGE).update({ documentId, data: { text: [paragraph('Zweiter Stand')] }, status: 'published' })
    expect(await revisionOf('Page', 'ueber-uns', 1)).toMatchObject({
      newest: 2, snapshot: { page: { title: 'Über uns', text: [paragraph('Erster Stand')] } },
    })
    expect(await revisionOf('Page', 'ueber-uns', 1, 'en')).toMatchObject({
      snapshot: { page: { title: 'About us', text: [paragraph('First state')] } },
    })
    const { data } = await ask<{ pages: Values[] }>(cms, print(PageBySlugDocument), { slug: 'ueber-uns', locale: 'de' })
    expect(data?.pages).toMatchObject([{ text: [paragraph('Zweiter Stand')], revisionNumber: 2 }])
  })
})

describe('addresses of the predecessor', () => {
  const resolved = async (address: string) =>
    (
      await read<{ resolveName: { type: string, slug: string }[] }>(
        cms, `{ resolveName(name: ${JSON.stringify(address)}) { type slug } }`,
      )
    ).resolveName.map(({ type, slug }) => `${type} ${slug}`)

  beforeAll(async () => {
    await cast.article({
      slug: 'von-damals',
      originalUrl: 'http://www.welt-in-hannover.de/index.php?article_id=1234&clang=0',
    })
    await cast.article(
      { slug: 'im-entwurf', originalUrl: 'http://www.welt-in-hannover.de/index.php?article_id=1235&clang=0' },
      'draft',
    )
    await cast.article({ slug: 'anderswo', originalUrl: 'https://example.org/index.php?article_id=1236&clang=0' })
    await cast.page({
      slug: 'seite-von-damals',
      originalUrl: 'https://welt-in-hannover.de/wih/index.php?clang=0&article_id=77',
    })
    const source = await cms
      .documents('api::source.source')
      .create({ data: { kind: 'web_page', url: 'http://www.welt-in-hannover.de/index.php?article_id=1234&clang=0' } })
    await cms
      .documents(EVENT)
      .create({
        data: {
          title: 'Der Artikel erscheint', date: '2021', kind: 'article', plan: plan.documentId,
          citations: [{ source: source.documentId }],
        },
        status: 'published',
      })
  })

  test.each([
    ['index.php?article_id=1234&clang=0', ['Article von-damals']],
    ['/wih/index.php?clang=1&article_id=1234', ['Article von-damals']],
    ['http://www.welt-in-hannover.de/index.php?article_id=1234', ['Article von-damals']],
    ['index.php?article_id=77&clang=1', ['Page seite-von-damals']],
    ['index.php?article_id=1235', []], ['index.php?article_id=1236', []], ['index.php?article_id=123', []],
    ['index.php?article_id=7', []], ['index.php?article_id=12345', []],
  ])('%s leads to %j', async (address, documents) => {
    expect(await resolved(address)).toEqual(documents)
  })
})

/** The same numbers in every run. */
let state = 20_260_801
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

function oneOf<Entry>(entries: readonly Entry[]): Entry {
  const entry = entries[Math.floor(random() * entries.length)]
  if (entry === undefined) throw new Error('There is nothing to choose from.')
  return entry
}

const some = <Entry>(entries: readonly Entry[], share: number) => entries.filter(() => random() < share)

const FACETS = ['kind', 'year', 'field', 'person', 'language'] as const
type Facet = typeof FACETS[number]
type Choice = Partial<Record<Facet, string>>

interface Finding {
  total: number
  nodes: { slug: string }[]
  facets: { name: Facet, choices: { value: string, count: number, title: string | null }[] }[]
}

/** An article in the words of the test: nothing that the program computed. */
interface Known extends Record<Facet, string[]> {
  id: string
  slug: string
  /** The last day its date can mean. */
  lastDay: string
}

describe('the finder', () => {
  const known: Known[] = []
  const people: { slug: string, documentId: string }[] = []
  const fields: { slug: string, documentId: string }[] = []
  let counts: { few: number[], many: number[] }

  /** From here on the finder is to know only what is made here. */
  beforeAll(async () => {
    const contributions = cms.documents(CONTRIBUTION)
    for (const { documentId } of await contributions.findMany({ limit: -1 })) await contributions.delete({ documentId })
    for (const { documentId } of await articles.findMany({ limit: -1 }))
      await articles.delete({ documentId, locale: '*' })
    for (const number of [1, 2, 3]) {
      const made = await cast.person({ name: `Findbar ${number}`, slug: `findbar-${number}` })
      people.push({ slug: `findbar-${number}`, documentId: made.documentId })
      const made2 = await cms
        .documents(FIELD)
        .create({
          data: {
            title: `Feld ${number}`, slug: `feld-${number}`, order: 10 - number, plan: plan.documentId,
            citations: cast.citations,
          },
          status: 'published',
        })
      fields.push({ slug: `feld-${number}`, documentId: made2.documentId })
    }
    const few = await makeArticles(8).then(statementsOfEach)
    counts = { few, many: await makeArticles(32).then(statementsOfEach) }
  })

  async function makeArticles(count: number): Promise<void> {
    await withoutRevisions(async () => {
      for (let index = 0; index < count; index += 1) known.push(await makeArticle(known.length))
    })
  }

  async function makeArticle(number: number): Promise<Known> {
    const slug = `beitrag-${number}`
    const year = oneOf([2019, 2020, 2021])
    const { date, years, lastDay } = oneOf([
      { date: `${year}`, years: [year], lastDay: `${year}-12-31` },
      { date: `${year}-02`, years: [year], lastDay: `${year}-02-${year === 2020 ? 29 : 28}` },
      { date: `${year}-07-1${number % 10}`, years: [year], lastDay: `${year}-07-1${number % 10}` },
      { date: `${year}-12/${year + 1}-01`, years: [year, year + 1], lastDay: `${year + 1}-01-31` },
    ])
    const [kind, ofFields, speakers, authors] = [
      oneOf(ARTICLE_KINDS), some(fields, 0.4), some(people, 0.3), some(people, 0.2),
    ]
    const shown = kind === 'interview' && speakers.length === 0 ? people.slice(0, 1) : speakers
    const made = await cast.article({
      title: `Beitrag ${number}`, slug, kind, date, fieldsOfAction: ofFields.map(({ documentId }) => documentId),
      people: shown.map(({ documentId }) => documentId),
    })
    for (const author of authors) await cast.contribution({ person: author.documentId, article: made.documentId })
    const languages = some(['en', 'ar'], 0.3)
    for (const locale of languages)
      await articles.update({
        documentId: made.documentId, locale, data: { title: locale === 'en' ? `Article ${number}` : `مقال ${number}` },
        status: 'published',
      })
    if (random() < 0.2) await articles.update({ documentId: made.documentId, locale: 'en', data: { title: 'A draft' } })
    return {
      id: made.documentId, slug, lastDay, kind: [kind], year: years.map(String), field: ofFields.map(one => one.slug),
      person: [...new Set([...shown, ...authors].map(one => one.slug))], language: ['de', ...languages],
    }
  }

  function statementsOfEach(): Promise<number[]> {
    const question = () =>
      read(
        cms,
        '{ articleFinder(pageSize: 100, locale: "en") { total nodes { title cover { title } fieldsOfAction { title } people { name } contributions { role person { name } } } facets { name choices { value count title locale } } } }',
      )
    const write = (round: number) =>
      cms.documents(PLAN).update({ documentId: plan.documentId, data: { summary: `Stand ${round}` }, status: 'published' })
    return fewestAnewAndAgain(cms, write, question)
  }

  async function found(
    choice: Choice & { from?: string, until?: string, page?: number | null, pageSize?: number | null, locale?: string },
  ): Promise<Finding> {
    const { data, errors } = await ask<{ articleFinder: Finding }>(
      cms,
      `query ($kind: String, $year: String, $from: String, $until: String, $field: String, $person: String, $language: String, $page: Int, $pageSize: Int, $locale: I18NLocaleCode) {
      articleFinder(kind: $kind, year: $year, from: $from, until: $until, field: $field, person: $person, language: $language, page: $page, pageSize: $pageSize, locale: $locale) { total nodes { slug } facets { name choices { value count title } } }
    }`, { pageSize: 100, ...choice })
    expect(errors).toEqual([])
    if (!data) throw new Error('The finder answers nothing.')
    return data.articleFinder
  }

  const fits = (choice: Choice) =>
    known
      .filter(article => FACETS.every(facet => !choice[facet] || article[facet].includes(choice[facet])))
      .sort((a, b) => (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : a.id < b.id ? -1 : 1))
  const slugsOf = (entries: { slug: string }[]) => entries.map(({ slug }) => slug)

  test('finds and counts what a naive filter does, the newest first, for any choice', async () => {
    let hits = 0
    for (let round = 0; round < 80; round += 1) {
      const choice: Choice = Object.fromEntries(
        some(FACETS, 0.3).map(facet => [facet, oneOf(known.flatMap(article => article[facet]))]),
      )
      const finding = await found(choice)
      expect(slugsOf(finding.nodes), JSON.stringify(choice)).toEqual(slugsOf(fits(choice)))
      expect(finding.total).toBe(fits(choice).length)
      expect(finding.facets.map(({ name }) => name)).toEqual(FACETS)
      for (const { name, choices } of finding.facets) {
        const naive = [...new Set(known.flatMap(article => article[name]))]
          .sort()
          .map(value => [value, fits({ ...choice, [name]: value }).length])
        expect(
          choices.map(({ value, count }) => [value, count]).sort(), `${name} of ${JSON.stringify(choice)}`,
        ).toEqual(naive)
      }
      hits += Number(fits(choice).length > 0)
    }
    expect(hits).toBeGreaterThan(30)
  })

  test('finds what was published in a period, whole or open, counts only that, and knows all years nevertheless', async () => {
    for (const [from, until] of [
      ['2019', '2020'], ['2021', ''], ['', '2019'], ['2020', '2020'], ['2021', '2019'], ['2030', ''],
    ] as const) {
      const within = (article: Known) =>
        article.year.some(year => year >= from) && article.year.some(year => until === '' || year <= until)
      const finding = await found({ kind: 'opinion', from, until })
      expect(slugsOf(finding.nodes), `${from}/${until}`).toEqual(slugsOf(fits({ kind: 'opinion' }).filter(within)))
      const [kinds, years] = finding.facets
      expect(kinds?.choices.map(({ value, count }) => [value, count])).toEqual(
        ARTICLE_KINDS.flatMap(kind =>
          known.some(article => article.kind.includes(kind)) ? [[kind, fits({ kind }).filter(within).length]] : [],
        ),
      )
      expect(years?.choices.map(({ value }) => value)).toEqual(['2022', '2021', '2020', '2019'])
    }
  })

  test('has its choices in an order for readers, under their names', async () => {
    const { facets } = await found({ locale: 'en' })
    const values = Object.fromEntries(facets.map(({ name, choices }) => [name, choices.map(({ value }) => value)]))
    expect(values.kind).toEqual(ARTICLE_KINDS.filter(kind => known.some(article => article.kind.includes(kind))))
    expect(values.year).toEqual(['2022', '2021', '2020', '2019'])
    expect(values.field).toEqual(['feld-3', 'feld-2', 'feld-1'])
    expect(values.language).toEqual(['de', 'en', 'ar'])
    const persons = only(facets.filter(({ name }) => name === 'person')).choices
    expect(persons.map(({ count }) => count)).toEqual(persons.map(({ count }) => count).sort((a, b) => b - a))
    expect(persons.map(({ title }) => title).sort()).toEqual(['Findbar 1', 'Findbar 2', 'Findbar 3'])
  })

  test.each(FACETS)(
    'a %s that does not exist finds nothing, a word that is none is refused, an empty one asks for nothing',
    async (facet) => {
      const isSlug = facet === 'field' || facet === 'person'
      for (const value of ['gibt-es-nicht', '\' or 1=1 --', '😀'.repeat(200)]) {
        if (isSlug) expect(await found({ [facet]: value })).toMatchObject({ total: 0, nodes: [] })
        else await expect(found({ [facet]: value })).rejects.toThrow()
      }
      expect((await found({ [facet]: '' })).total).toBe(known.length)
    },
  )

  test.each([1, 7, 24, 100])('pages of %i show everything once, in one order', async (pageSize) => {
    const pages: string[][] = []
    for (let page = 1; (page - 1) * pageSize < known.length; page += 1)
      pages.push(slugsOf((await found({ page, pageSize })).nodes))
    expect(pages.flat()).toEqual(slugsOf(fits({})))
    expect(pages.slice(0, -1).every(page => page.length === pageSize)).toBe(true)
    expect(await found({ page: pages.length + 1, pageSize })).toMatchObject({ total: known.length, nodes: [] })
  })

  test('a page of 24 is the first where none is asked for', async () => {
    expect(slugsOf((await found({ pageSize: null })).nodes)).toEqual(slugsOf(fits({})).slice(0, 24))
    expect(slugsOf((await found({ pageSize: 100_000 })).nodes)).toHaveLength(known.length)
  })

  test('takes as many statements for 40 articles as for 8, and fewer where nothing was written since', () => {
    expect(counts.many).toEqual(counts.few)
    const [anew = 0, again = 0] = counts.many
    expect(again).toBeGreaterThan(0)
    // Only the part of the register in which articles stand is read anew.
    expect(anew - again).toBeGreaterThan(0)
  })

  test('what can be read in a language only elsewhere exists in it, once its address is known', async () => {
    const { documentId } = await cast.article({
      title: 'Anderswo', slug: 'anderswo-zu-lesen', date: '2024', originalUrl: 'https://example.org/original',
      originalLanguage: 'tr',
      originalTranslations: [{ language: 'fa', url: 'https://example.org/fa' }],
    })
    const finding = async (locale: string) =>
      read<{ articleFinder: Finding & { elsewhere: number } }>(
        cms,
        `{ articleFinder(locale: "${locale}", isTranslated: true, year: "2024") {
          total elsewhere nodes { slug } facets { name choices { value count title } }
        } }`,
      ).then(({ articleFinder }) => articleFinder)
    for (const locale of ['tr', 'fa'])
      expect(await finding(locale)).toMatchObject({ total: 1, elsewhere: 0, nodes: [{ slug: 'anderswo-zu-lesen' }] })
    expect(await finding('en')).toMatchObject({ total: 0, elsewhere: 1, nodes: [] })
    const { facets } = await finding('fa')
    const languages = only(facets.filter(({ name }) => name === 'language')).choices
    expect(languages.filter(({ count }) => count > 0)).toMatchObject(
      ['de', 'tr', 'fa'].map(value => ({ value, count: 1 })),
    )
    await articles.update({ documentId, data: { originalUrl: null, originalTranslations: [] }, status: 'published' })
    for (const locale of ['tr', 'fa']) expect(await finding(locale)).toMatchObject({ total: 0, elsewhere: 1 })
    await articles.delete({ documentId, locale: '*' })
  })

  test('knows what is published, withdrawn and published again at once', async () => {
    const { documentId } = await cast.article({ slug: 'gerade-eben', date: '2024' }, 'draft')
    const total = async () => (await found({ year: '2024' })).total
    expect(await total()).toBe(0)
    await articles.publish({ documentId })
    expect(await total()).toBe(1)
    await articles.unpublish({ documentId })
    expect(await total()).toBe(0)
  })
})
